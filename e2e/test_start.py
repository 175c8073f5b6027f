"""Python starts under the strict policy, from our own host alone, and fails calmly."""

import pytest
from playwright.sync_api import Page, Route, expect

from chn_self.views.site import POLICY
from e2e.browser import Guard, built
from e2e.conftest import NewPage

# Nothing but what it takes to start, so that a fault here is a fault of starting.
BARE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Bare</title>
<link rel="icon" href="data:,">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<script type="module" src="heard.js"></script>
<script type="module" src="{start}"></script>
</head>
<body><script type="py">{python}</script></body>
</html>
"""

# Writes what it hears into the page, since the policy keeps a test from looking into scripts.
HEARD = """
for (const name of ["chn:progress", "chn:failed"]) {
  document.addEventListener(name, ({ detail }) => {
    const line = document.createElement("p");
    line.textContent = `${name} ${detail.step ?? detail.reason}`;
    document.body.append(line);
  });
}
"""

IMPORTS = """
import sys
import chn_self.domain.network, jinja2, markupsafe, networkx
from js import document
document.documentElement.dataset.ready = networkx.__version__
"""


def open_bare(page: Page, python: str = IMPORTS) -> None:
    """Open a page that only starts Python and runs this."""
    html = BARE.format(policy=POLICY, start=built("assets/start.js"), python=python)
    page.route("**/bare.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    page.route(
        "**/heard.js", lambda route: route.fulfill(body=HEARD, content_type="text/javascript")
    )
    page.goto("bare.html")


def test_python_arrives_with_all_its_parts(page: Page) -> None:
    """The guard sees to it that no policy was broken and no other host asked."""
    open_bare(page)
    expect(page.locator("html")).to_have_attribute("data-ready", "3.6.1", timeout=60_000)
    expect(page.locator("html")).not_to_have_attribute("data-failed", "stopped")


def test_python_arrives_under_a_path(new_page: NewPage, site_below: str) -> None:
    """A host may put the site anywhere."""
    page = new_page(at=site_below)
    open_bare(page)
    expect(page.locator("html")).to_have_attribute("data-ready", "3.6.1", timeout=60_000)


def test_tells_how_far_it_is(page: Page) -> None:
    """Someone who waits can be told, in order, what is coming."""
    open_bare(page)
    expect(page.locator("p")).to_have_text(
        ["chn:progress python", "chn:progress start"], timeout=60_000
    )


def test_loads_each_part_once_and_no_more(page: Page, site: str) -> None:
    """A first visit on a phone fetches nothing that is not used."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    open_bare(page)
    expect(page.locator("html")).to_have_attribute("data-ready", "3.6.1", timeout=60_000)
    ours = tuple(map(built, ("pyodide/", "pyscript/")))
    parts = [name for name in asked if name.startswith(ours)]
    assert len(parts) == len(set(parts)) == 8


@pytest.mark.parametrize(
    "missing",
    [
        "pyodide/pyodide.mjs",
        "pyodide/pyodide.asm.wasm",
        "pyodide/python.pack",
        "pyscript/core.js",
    ],
)
def test_says_so_when_a_part_cannot_be_fetched(page: Page, guard: Guard, missing: str) -> None:
    """A lost connection is told at once, with nothing alarming on the page."""
    guard.allow("")
    page.route(f"**/{built(missing)}", lambda route: route.abort())
    open_bare(page)
    expect(page.locator("html")).to_have_attribute("data-failed", "stopped", timeout=60_000)
    expect(page.get_by_text("chn:failed stopped")).to_have_count(1)
    expect(page.get_by_text("Error")).to_have_count(0)


def test_says_so_when_a_part_is_broken(page: Page, guard: Guard) -> None:
    """A page of some hotel's network in place of the archive is no archive."""
    guard.allow("")

    def other(route: Route) -> None:
        route.fulfill(body="<p>Sign in to use our network</p>", content_type="text/html")

    page.route(f"**/{built('pyodide/python.pack')}", other)
    open_bare(page)
    expect(page.locator("html")).to_have_attribute("data-failed", "stopped", timeout=60_000)


def test_says_so_when_our_own_python_fails(page: Page, guard: Guard) -> None:
    """No traceback is put before anyone; the console has it for whoever mends it."""
    guard.allow("Traceback")
    open_bare(page, "raise RuntimeError('ours')")
    expect(page.locator("html")).to_have_attribute("data-failed", "stopped", timeout=60_000)
    expect(page.get_by_text("ours")).to_have_count(0)
    assert any("RuntimeError: ours" in fault for fault in guard.faults)


def test_says_so_when_the_browser_has_no_webassembly(page: Page, site: str) -> None:
    """Trying again would not help, and nothing more is fetched for nothing."""
    page.add_init_script("delete globalThis.WebAssembly;")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(site)))
    open_bare(page)
    expect(page.locator("html")).to_have_attribute("data-failed", "unsupported")
    assert not [name for name in asked if name.startswith(("pyodide", "pyscript"))]


def test_a_fault_after_python_answered_is_no_failure_to_start(page: Page, guard: Guard) -> None:
    """From then on Python itself says what went wrong."""
    guard.allow("later")
    open_bare(page, IMPORTS + "\nraise RuntimeError('later')")
    expect(page.locator("html")).to_have_attribute("data-ready", "3.6.1", timeout=60_000)
    expect(page.get_by_text("chn:progress start")).to_have_count(1)
    expect(page.get_by_text("chn:failed")).to_have_count(0)
