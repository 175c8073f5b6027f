"""The guard sees what a page must never do: else a green test would prove nothing."""

import re

import pytest
from playwright.sync_api import Page, expect

from e2e.browser import DIST, Guard, axe, built
from e2e.person import arrive
from e2e.test_start import open_bare
from tests.views.shown import Shown


def open_html(page: Page, html: str) -> None:
    """Open a page of the site's own origin that holds this."""
    html = f'<!doctype html><html lang="en"><link rel="icon" href="data:,">{html}'
    page.route("**/made.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.goto("made.html", wait_until="networkidle")


@pytest.mark.parametrize(
    ("html", "fault"),
    [
        (
            '<img src="https://elsewhere.example/a.png" alt="">',
            "foreign request: https://elsewhere",
        ),
        ("<script>console.error('oh')</script>", "console: oh"),
        ("<script>throw new Error('oh')</script>", "page error: oh"),
        (
            """<meta http-equiv="Content-Security-Policy" content="style-src 'self'">
            <p style="color:red">oh</p>""",
            "console: policy: style-src-attr inline",
        ),
    ],
)
def test_sees_each_kind_of_fault(page: Page, guard: Guard, html: str, fault: str) -> None:
    """One of each, on a page made for it."""
    guard.allow("")
    open_html(page, html)
    assert any(found.startswith(fault) for found in guard.faults), guard.faults


def test_sees_what_stock_pyscript_does(page: Page, guard: Guard) -> None:
    """PyScript makes one function from text; a new version that makes more would be seen too."""
    guard.allow("")
    line = "hooks.worker.onBeforeRunAsync.clear();"
    source = (DIST / built("assets/start.js")).read_text("utf-8")
    assert line in source
    stock = source.replace(line, "")
    page.route(
        "**/start.js", lambda route: route.fulfill(body=stock, content_type="text/javascript")
    )
    open_bare(page)
    expect(page.locator("html")).to_have_attribute("data-failed", "stopped", timeout=60_000)
    refused = "console: policy: require-trusted-types-for trusted-types-sink Function|"
    assert any(fault.startswith(refused) for fault in guard.faults), guard.faults


# Every way in which a text becomes markup or code; each is to be refused with a TypeError.
SINKS = """() => {
  const box = document.createElement("div");
  const script = document.createElement("script");
  const said = "<b>text</b>";
  const ways = {
    innerHTML: () => { box.innerHTML = said; },
    outerHTML: () => { document.getElementById("title").outerHTML = said; },
    insertAdjacentHTML: () => box.insertAdjacentHTML("beforeend", said),
    DOMParser: () => new DOMParser().parseFromString(said, "text/html"),
    createContextualFragment: () => document.createRange().createContextualFragment(said),
    write: () => document.write(said),
    setHTMLUnsafe: () => box.setHTMLUnsafe(said),
    srcdoc: () => { document.createElement("iframe").srcdoc = said; },
    handler: () => box.setAttribute("onclick", "1"),
    text: () => { script.text = "1"; },
    src: () => { script.src = "assets/boot.js"; },
    Worker: () => new Worker("assets/boot.js"),
    setTimeout: () => setTimeout("1"),
    policy: () => trustedTypes.createPolicy("another", {}),
    default: () => trustedTypes.createPolicy("default", {}),
    again: () => trustedTypes.createPolicy("chn", { createHTML: (html) => html }),
    worker: () => trustedTypes.createPolicy("chn-worker", { createScriptURL: (url) => url }),
  };
  return Object.entries(ways).filter(([, way]) => {
    try { way(); } catch (refused) { return !(refused instanceof TypeError); }
    return true;
  }).map(([name]) => name);
}"""


def test_the_browser_makes_markup_and_code_of_no_text(page: Page, guard: Guard) -> None:
    """Trusted Types: what gets past every other wall is refused where it would come to life."""
    guard.allow("Trusted|require-trusted-types-for|policy: trusted-types")
    arrive(page)
    assert page.evaluate(SINKS) == []


def test_no_page_holds_a_script_and_no_script_of_ours_makes_one() -> None:
    """What the policy bars is not even tried: not in a page, and not in what runs in it."""
    pages = {path.name: Shown(path.read_text("utf-8")) for path in DIST.glob("*.html")}
    assert len(pages) > 5
    for name, shown in pages.items():
        for e in shown.elements:
            assert not [a for a in e.attributes if a.startswith("on") or a == "style"], (name, e)
            assert e.tag != "style", name
            assert "javascript:" not in " ".join(e.attributes.values()), (name, e)
            if e.tag == "script":
                # The one line that starts Python is no JavaScript.
                assert e.get("src") or e.get("type") == "py", (name, e)
    ours = [path for path in DIST.rglob("*.js") if "pyscript" not in path.parent.name]
    assert len(ours) > 5
    makes = re.compile(r"\beval\(|\bFunction\(|innerHTML =|DOMParser|document\.write|\.srcdoc")
    found = {path.name: makes.findall(path.read_text("utf-8")) for path in ours}
    assert {name: what for name, what in found.items() if what} == {
        "page.js": ["innerHTML ="],
        "idiomorph.js": ["DOMParser"],
    }


def test_lets_pass_only_what_was_allowed() -> None:
    """A test that expects one fault still fails on another."""
    guard = Guard("http://127.0.0.1:1", faults=["console: meant", "console: not meant at all"])
    guard.allow(": meant$")
    assert guard.unexpected() == ["console: not meant at all"]


def test_axe_names_rule_and_place(page: Page) -> None:
    """A picture without words is found, under a policy that forbids evaluating texts."""
    open_html(
        page,
        """<meta http-equiv="Content-Security-Policy" content="script-src 'self'">
        <title>Made</title><main><h1>Made</h1><img id="it" src="data:image/gif;base64,
        R0lGODlhAQABAAAAACwAAAAAAQABAAA="></main>""",
    )
    assert [found.split(":")[0] for found in axe(page)] == ["image-alt"]
    assert "#it" in axe(page)[0]
