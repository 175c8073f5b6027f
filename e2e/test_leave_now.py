"""Leave now: nothing stands between a person and being gone, and nothing brings them back."""

from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from builder.server import LOOPBACK, Handler, address
from e2e import person
from e2e.browser import DIST, Guard, launch
from e2e.conftest import serving
from e2e.person import STATIC, WORDS

# Tells what is left of the page as soon as anything is taken from it as a whole.
TELL_WHAT_IS_LEFT = """new MutationObserver(() => left(document.documentElement.innerHTML))
  .observe(document.documentElement, { childList: true });"""

# Leaves, and goes on as what was under way would; then tells what has become of it.
LEFT = """() => {
  const came = [];
  let forgot = 0;
  chn.forget = () => { forgot += 1; };
  document.querySelector("[data-leave]").click();
  chn.receive({ press: "add", of: "person", text: "Sam" });
  chn.connect((records) => came.push(...records));
  chn.receive({ press: "add", of: "person", text: "Sam" });
  chn.unkept = true;
  return { came, unkept: chn.unkept, forgot, marks: sessionStorage.length };
}"""


class Host(BaseHTTPRequestHandler):
    """The page of somebody else, which notes what it is told of where one comes from."""

    told: list[str | None]

    def __init__(self, *args: object, told: list[str | None]) -> None:
        self.told = told
        super().__init__(*args)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A page, and a note."""
        self.told.append(self.headers.get("Referer"))
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Weather</title><link rel=icon href=data:,><h1>Weather</h1>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Cached(Handler):
    """A host that lets browsers hold a page, as most do."""

    def end_headers(self) -> None:
        """No word against it."""
        SimpleHTTPRequestHandler.end_headers(self)


@pytest.fixture
def host() -> Iterator[tuple[str, list[str | None]]]:
    """The address of somebody else's page, and what each visit told of where it came from."""
    told: list[str | None] = []
    with ThreadingHTTPServer((LOOPBACK, 0), partial(Host, told=told)) as serving_it:
        thread = Thread(target=serving_it.serve_forever, daemon=True)
        thread.start()
        yield address(serving_it), told
        serving_it.shutdown()
        thread.join()


@pytest.fixture
def holding(playwright: Playwright) -> Iterator[Page]:
    """A page of a browser that holds pages as they were, to bring them back at once."""
    browser: Browser = launch(playwright, without=("--disable-back-forward-cache",))
    with serving(DIST, handler=Cached) as site:
        yield browser.new_context(base_url=site).new_page()
        browser.close()


def away(page: Page) -> None:
    """See that the page was left."""
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS("pages.away.lead"))


def go_back(page: Page) -> None:
    """Go back as a person does; a page that is brought back does not load."""
    page.evaluate("() => { setTimeout(() => history.back()); }")


def test_asks_nothing_and_leaves_nothing(page: Page, asked: list[str], site: str) -> None:
    """Blank at once, even while the next page is slow to come; Back shows an empty start."""
    left: list[str] = []

    def tell(html: str) -> None:
        left.append(html)

    page.expose_function("left", tell)
    person.arrive(page)
    length = page.evaluate("() => history.length")
    person.go(page, "people")
    person.add(page, "Maryam")
    page.evaluate(f"() => {{ {TELL_WHAT_IS_LEFT} }}")
    page.get_by_test_id("hide-page").click()
    away(page)
    expect(page).to_have_url(f"{site}away.html")
    assert left == [""]
    assert asked == []
    # The page that was left is replaced in the history, not added to.
    assert page.evaluate("() => history.length") == length + 1
    page.go_back()
    person.settled(page)
    person.go(page, "people")
    expect(person.rows(page)).to_have_count(0)
    assert "Maryam" not in page.content()


@pytest.mark.parametrize(("id_", "key"), [("help", "helpnow.title"), ("erase", "erase.title")])
def test_enter_twice_opens_a_dialog_and_leaves_nothing(page: Page, id_: str, key: str) -> None:
    """It opens on its title, so that a second Enter is not a press of Leave now."""
    page.goto("./")
    opener = page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help"))
    # The way to erase is on a screen that needs Python; the dialogs are opened by one function.
    opener.evaluate("(link, id) => { delete link.dataset.help; link.dataset[id] = ''; }", id_)
    opener.focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name=WORDS(key))
    expect(dialog.get_by_role("heading", name=WORDS(key), exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(dialog).to_be_visible()
    expect(page.locator("main")).to_be_attached()


def test_nothing_comes_in_once_it_was_left(page: Page) -> None:
    """While the next page is on its way, neither Python nor what was under way finds anything."""
    page.goto("#/people", wait_until="commit")
    page.get_by_test_id("name").fill("Maryam")
    assert page.evaluate(LEFT) == {"came": [], "unkept": False, "forgot": 1, "marks": 0}
    away(page)


def held(page: Page) -> bool:
    """Whether the page was brought back as it was: Chromium holds pages, but promises nothing."""
    # Not typed: a page that asked before it was closed is not held by Chromium.
    page.evaluate("() => chn.receive({ press: 'add', of: 'person', text: 'Maryam' })")
    expect(person.rows(page)).to_have_count(1)
    page.goto("about.html")
    go_back(page)
    expect(page.locator("main[data-step=people]")).to_be_visible()
    person.settled(page)
    return person.names_listed(page) == ["Maryam"]


def test_a_page_that_the_browser_held_comes_back_empty_once_one_was_left(holding: Page) -> None:
    """Until then a page is brought back with what was on it, which may be all there is of it."""
    person.arrive(holding, "people")
    assert any(held(holding) for _ in range(5))

    holding.goto("about.html")
    holding.get_by_test_id("hide-page").click()
    away(holding)
    go_back(holding)
    expect(holding.locator("main")).to_be_visible()
    person.settled(holding)
    person.go(holding, "people")
    expect(person.rows(holding)).to_have_count(0)


@pytest.mark.parametrize("name", STATIC)
def test_help_and_leave_now_on_pages_of_their_own(page: Page, site: str, name: str) -> None:
    """The same two, in the same place, without Python."""
    page.goto(f"{name}.html")
    banner = page.get_by_role("banner")
    banner.get_by_role("link", name=WORDS("layout.help")).click()
    expect(page).to_have_url(f"{site}help.html")
    expect(person.heading(page)).to_have_text(WORDS("helpnow.title"))
    page.get_by_test_id("hide-page").click()
    expect(page).to_have_url(f"{site}away.html")


@pytest.mark.parametrize("start", ["./", "about.html"])
def test_tells_nobody_where_one_comes_from(
    page: Page, guard: Guard, host: tuple[str, list[str | None]], start: str
) -> None:
    """Neither our own next page nor a host's learns which page was left."""
    to, told = host
    guard.allow(f"foreign request: {to}")
    page.goto(start)
    with page.expect_request("**/away.html") as asked_for:
        page.get_by_test_id("hide-page").click()
    assert "referer" not in asked_for.value.all_headers()
    away(page)
    page.goto(start)
    page.get_by_test_id("hide-page").evaluate("(link, to) => { link.href = to; }", to)
    page.get_by_test_id("hide-page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Weather")
    assert told == [None]
