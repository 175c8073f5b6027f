"""Python does not start, or there is no script at all: calm pages, and what helps still works."""

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from e2e import person
from e2e.browser import Guard, built
from e2e.person import STARTING, STATIC, WORDS, heading, on_screen, on_step


@pytest.fixture
def stopped(page: Page, guard: Guard) -> Page:
    """A page whose parts could not be fetched, opened at the list of people."""
    guard.allow("ERR_FAILED|TypeError|Failed to fetch|pyodide.mjs")
    page.route(f"**/{built('pyodide/pyodide.mjs')}", lambda route: route.abort())
    page.goto("#/people")
    expect(page.locator("html[data-failed]")).to_be_attached(timeout=STARTING)
    return page


def test_a_failed_start_is_told_calmly(stopped: Page) -> None:
    """One heading, nothing alarming, and what still works."""
    on_screen(stopped, "pages.failure.title")
    expect(heading(stopped)).to_be_focused()
    text = stopped.get_by_role("main").inner_text().casefold()
    assert not [word for word in ("error", "traceback", "fatal", "failed") if word in text]
    expect(stopped.locator("#loading")).to_have_text("")


def test_the_worksheet_and_help_still_work(stopped: Page) -> None:
    """They need nothing that failed."""
    main = stopped.get_by_role("main")
    stopped.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).click()
    expect(stopped.get_by_role("dialog", name=WORDS("helpnow.title"))).to_be_visible()
    stopped.keyboard.press("Escape")
    main.get_by_role("link", name=WORDS("layout.worksheet")).click()
    expect(heading(stopped)).to_have_text(WORDS("pages.worksheet.title"))


def test_trying_again_works_once_the_network_does(stopped: Page) -> None:
    """The retry is one press, and leads to the page as it should be."""
    stopped.unroute(f"**/{built('pyodide/pyodide.mjs')}")
    person.link(stopped, "pages.failure.again").click()
    person.settled(stopped)
    on_step(stopped, "welcome")


def test_nothing_typed_early_is_asked_about_when_it_is_lost_anyway(stopped: Page) -> None:
    """No dialog stands between a person and trying again."""
    stopped.on("dialog", lambda dialog: pytest.fail(dialog.type))
    stopped.reload()
    expect(stopped.locator("html[data-failed]")).to_be_attached(timeout=STARTING)


def test_what_was_typed_can_still_be_read_after_a_failed_start(page: Page, guard: Guard) -> None:
    """Names that were put down early, and half a name, can be copied to paper."""
    guard.allow("ERR_FAILED|TypeError|Failed to fetch|pyodide.mjs")
    typed: list[str] = []

    def type_first(route: Route) -> None:
        for name in ("Maryam", "Uncle Zeb"):
            page.get_by_test_id("name").fill(name)
            page.get_by_test_id("name").press("Enter")
        page.get_by_test_id("name").fill("Half a na")
        typed.append("all")
        route.abort()

    page.route(f"**/{built('pyodide/pyodide.mjs')}", type_first)
    page.goto("#/people", wait_until="commit")
    expect(page.locator("html[data-failed]")).to_be_attached(timeout=STARTING)
    assert typed
    for name in ("Maryam", "Uncle Zeb", "Half a na"):
        expect(page.get_by_text(name, exact=True)).to_be_visible()


def test_no_webassembly_is_told_the_same_way(page: Page) -> None:
    """An older browser, or one in a mode for high safety."""
    page.add_init_script("delete globalThis.WebAssembly;")
    page.goto("./")
    on_screen(page, "pages.failure.title")
    expect(person.link(page, "layout.worksheet")).to_be_visible()


def test_without_any_script_the_pages_can_be_read(browser: Browser, site: str) -> None:
    """The welcome says what this is and where the worksheet is; every page has its heading."""
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("./")
    on_screen(page, "welcome.heading")
    expect(page.locator("noscript p")).to_have_text(WORDS("layout.no_script"))
    person.link(page, "welcome.worksheet_link").click()
    expect(heading(page)).to_have_text(WORDS("pages.worksheet.title"))
    for name in (*STATIC, "away"):
        page.goto(f"{name}.html")
        expect(heading(page)).to_be_visible()
    page.goto("reader.html")
    expect(page.locator("noscript p")).to_have_text(WORDS("reader.no_script"))
    page.goto("./")
    page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).click()
    expect(heading(page)).to_have_text(WORDS("helpnow.title"))
    page.get_by_role("link", name=WORDS("layout.leave")).click()
    expect(page).to_have_url(f"{site}away.html")
    context.close()


@pytest.mark.parametrize("name", [*STATIC, "away"])
def test_pages_on_their_own_hold_the_guard(page: Page, name: str) -> None:
    """No error, no request elsewhere; Help and Leave now are there, except where one has left."""
    page.goto(f"{name}.html")
    expect(heading(page)).to_be_visible()
    count = 0 if name == "away" else 1
    banner = page.get_by_role("banner")
    expect(banner.get_by_role("link", name=WORDS("layout.help"))).to_have_count(count)
    expect(banner.get_by_role("link", name=WORDS("layout.leave"))).to_have_count(count)
