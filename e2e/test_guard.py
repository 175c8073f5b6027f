"""The guard sees what a page must never do: else a green test would prove nothing."""

import pytest
from playwright.sync_api import Page, expect

from e2e.browser import DIST, Guard, axe, built
from e2e.test_start import open_bare


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
    assert any(fault.startswith("console: policy: script-src eval") for fault in guard.faults)


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
