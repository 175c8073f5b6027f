"""The built site on a port of its own, and pages that fail their test for what they must not do."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Literal
from urllib.parse import urljoin

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Dialog,
    Page,
    Playwright,
    expect,
    sync_playwright,
)

from builder.server import Handler, address, server
from e2e.browser import DIST, Guard, launch
from e2e.hands import Finger
from e2e.keeping import CLEAR
from e2e.person import add, arrive, empty_map, go

# How long a page may take to show something: a busy machine is slow, and that is no fault.
expect.set_options(timeout=20_000)

# A device with little memory keeps none of Python's for a quicker start, which takes time to make.
LITTLE_MEMORY = "Object.defineProperty(navigator, 'deviceMemory', { value: 2 });"

NewPage = Callable[..., Page]
Workers = Literal["allow", "block"]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the site, with a slash at its end."""
    with serving(DIST) as at:
        yield at


@pytest.fixture(scope="session")
def site_below() -> Iterator[str]:
    """The address of the site under a path, as on a host that it shares."""
    with serving(DIST, under="/some/where/") as at:
        yield at


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """What drives browsers; there can be only one."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One Chromium for all tests; every page has its own memory."""
    started = launch(playwright)
    yield started
    started.close()


@pytest.fixture
def guard(site: str) -> Iterator[Guard]:
    """What went wrong on this test's pages: anything that was not allowed fails the test."""
    watching = Guard(urljoin(site, "/").rstrip("/"))
    yield watching
    assert watching.unexpected() == []


@pytest.fixture
def new_page(browser: Browser, site: str, guard: Guard) -> Iterator[NewPage]:
    """Open guarded pages: `new_page(width=320, height=640, dark=True)`, each in its own context.

    Addresses given to `goto` are relative to the site. A copy for use with no network, which takes
    time to make, is kept only with `workers="allow"`, and Python's memory only with `memory`.
    """
    contexts = []

    def open_page(
        width: int = 1280,
        height: int = 800,
        *,
        dark: bool = False,
        at: str = site,
        workers: Workers = "block",
        memory: bool = False,
    ) -> Page:
        context = _context(browser, at, width, height, dark=dark, workers=workers, memory=memory)
        contexts.append(context)
        guard.origin = urljoin(at, "/").rstrip("/")
        guard.watch(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_page: NewPage) -> Page:
    """A guarded page as wide as a laptop's, in light colours."""
    return new_page()


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The kinds of question that the browser put; each is answered with staying."""
    kinds: list[str] = []

    def stay(dialog: Dialog) -> None:
        kinds.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    return kinds


@pytest.fixture(scope="module")
def _started(browser: Browser, site: str) -> Iterator[tuple[Page, Guard]]:
    context = _context(browser, site, 1280, 800)
    watching = Guard(urljoin(site, "/").rstrip("/"))
    watching.watch(context)
    page = context.new_page()
    arrive(page)
    yield page, watching
    context.close()


@pytest.fixture
def started(_started: tuple[Page, Guard]) -> Iterator[Page]:
    """A guarded page in which Python runs already, with an empty map: one for a whole file.

    For tests that leave nothing behind but a map; Undo may go back to what others did.
    """
    page, watching = _started
    watching.faults.clear()
    empty_map(page)
    yield page
    assert watching.unexpected() == []


def _context(
    browser: Browser,
    at: str,
    width: int,
    height: int,
    *,
    dark: bool = False,
    workers: Workers = "block",
    memory: bool = False,
) -> BrowserContext:
    context = browser.new_context(
        base_url=at,
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        locale="en-GB",
        reduced_motion="reduce",
        accept_downloads=True,
        service_workers=workers,
    )
    if not memory:
        context.add_init_script(LITTLE_MEMORY)
    return context


@pytest.fixture
def finger(browser: Browser, site: str, guard: Guard) -> Iterator[Finger]:
    """A phone in somebody's hand."""
    context = browser.new_context(
        base_url=site,
        viewport={"width": 360, "height": 720},
        has_touch=True,
        is_mobile=True,
        accept_downloads=True,
        service_workers="block",
        reduced_motion="reduce",
    )
    context.add_init_script(LITTLE_MEMORY)
    guard.watch(context)
    page = context.new_page()
    yield Finger(page, context.new_cdp_session(page))
    context.close()


@pytest.fixture
def mapped(started: Page) -> Iterator[Page]:
    """A page with one person on the map, on the screen for keeping; nothing is kept yet."""
    go(started, "people")
    add(started, "Maryam")
    go(started, "keep")
    yield started
    started.evaluate(CLEAR)


@contextmanager
def serving(folder: Path, under: str = "/", handler: type[Handler] = Handler) -> Iterator[str]:
    """Serve a folder of the site to the tests, and give its address."""
    if not (DIST / "index.html").exists():
        raise FileNotFoundError("dist/: not built; `make build` builds it")
    with server(folder, under=under, handler=handler) as started:
        thread = threading.Thread(target=started.serve_forever, daemon=True)
        thread.start()
        yield address(started, under)
        started.shutdown()
        thread.join()
