"""Nothing is lost without a word, and no word stands before a call."""

from playwright.sync_api import Page, expect

from e2e import person
from e2e.browser import Guard
from e2e.conftest import NewPage
from e2e.person import WORDS, on_step, press

LOST = "() => chn.lost"
MARKS = "() => Object.entries(sessionStorage)"
NO_STORAGE = """Object.defineProperty(globalThis, "sessionStorage", {
  get() { throw new DOMException("No storage here.", "SecurityError"); },
});"""


def reload(page: Page) -> None:
    """Reload as a person does, who may be asked and stay."""
    page.evaluate("() => { document.body.dataset.same = ''; setTimeout(() => location.reload()); }")


def stayed(page: Page, asked: list[str]) -> None:
    """See that the browser asked, and the page is the same with everything on it."""
    reload(page)
    expect(page.locator("body[data-same]")).to_be_attached()
    for _ in range(200):
        if asked:
            break
        page.wait_for_timeout(100)
    assert asked == ["beforeunload"]
    expect(page.locator("body[data-same]")).to_be_attached()


def went(page: Page, asked: list[str]) -> None:
    """See that the page was reloaded without a question."""
    reload(page)
    expect(page.locator("body[data-same]")).to_have_count(0)
    person.settled(page)
    assert asked == []


def typed_in(page: Page) -> Page:
    """The page with half a name in a box, whether Python is there yet or not."""
    page.goto("#/people")
    page.get_by_test_id("name").press_sequentially("Ma")
    return page


def test_no_question_when_there_is_nothing_to_lose(page: Page, asked: list[str]) -> None:
    """Looking around, an example too, is nothing of one's own."""
    person.arrive(page)
    press(page, "welcome.example")
    on_step(page, "map")
    person.button_about(page, "ways.change", "Choir").first.click()
    press(page, "about.effect_choice.mixed")
    went(page, asked)


def test_a_question_before_a_map_is_lost(page: Page, asked: list[str]) -> None:
    """One name is enough to ask about."""
    person.arrive(page, "people")
    person.add(page, "Mum")
    stayed(page, asked)
    assert person.names_listed(page) == ["Mum"]


def test_a_question_before_half_a_name_is_lost(page: Page, asked: list[str]) -> None:
    """What is in a box and not yet on the list counts too."""
    person.arrive(page, "people")
    page.get_by_test_id("name").press_sequentially("Ma")
    stayed(page, asked)
    expect(page.get_by_test_id("name")).to_have_value("Ma")


def test_no_question_once_it_is_kept_until_it_changes(page: Page, asked: list[str]) -> None:
    """A file holds it now; after a change, the file holds less."""
    person.arrive(page, "people")
    person.add(page, "Mum")
    person.go(page, "keep")
    expect(page.get_by_text(WORDS("where_kept.tab"))).to_be_visible()
    person.take(page, "download-map")
    handed = WORDS("where_kept.handed.at", at="|").partition("|")[0]
    expect(page.locator("#where")).to_have_text(person.starting_with(handed))
    assert page.evaluate(MARKS) == []
    person.go(page, "people")
    person.add(page, "Sam")
    stayed(page, asked)
    asked.clear()
    press(page, "ways.undo")
    went(page, asked)


def test_a_summary_alone_is_not_the_map(page: Page, asked: list[str]) -> None:
    """It cannot be opened again, so there is still something to lose."""
    person.arrive(page, "people")
    person.add(page, "Mum")
    person.go(page, "summary")
    person.take(page, "download-html")
    stayed(page, asked)


def test_help_keeps_the_map_where_it_is(page: Page, asked: list[str]) -> None:
    """It opens over the step, with numbers that can be pressed, and closes again."""
    person.arrive(page, "people")
    person.add(page, "Mum")
    for step in person.STEPS:
        person.go(page, step)
        page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).click()
        dialog = page.get_by_role("dialog", name=WORDS("helpnow.title"))
        expect(dialog.get_by_role("link", name="116 123")).to_have_attribute("href", "tel:116123")
        dialog.get_by_role("button", name=WORDS("layout.close")).click()
        expect(dialog).to_be_hidden()
        on_step(page, step)
    person.go(page, "people")
    assert person.names_listed(page) == ["Mum"]
    assert asked == []


def test_a_call_is_never_asked_about(page: Page, guard: Guard, asked: list[str]) -> None:
    """Nothing comes before a call or a text; the map is still there, and closing still asks."""
    guard.allow("foreign request: (tel|sms):")
    person.arrive(page, "people")
    person.add(page, "Mum")
    page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).click()
    dialog = page.get_by_role("dialog", name=WORDS("helpnow.title"))
    for number in ("116 123", "85258"):
        dialog.get_by_role("link", name=number).click()
    dialog.get_by_role("button", name=WORDS("layout.close")).click()
    stayed(page, asked)
    assert person.names_listed(page) == ["Mum"]


def test_what_a_reload_lost_is_known_once_and_in_this_tab_only(new_page: NewPage) -> None:
    """One word in the tab's own storage tells the next page; it tells no other, and not again."""
    page = typed_in(new_page())
    page.on("dialog", lambda dialog: dialog.accept())
    assert page.evaluate(MARKS) == [["chn-self:/", "unkept"]]
    other = page.context.new_page()
    other.goto("./")
    assert not other.evaluate(LOST)
    page.reload()
    assert page.evaluate(LOST)
    assert page.evaluate(MARKS) == []
    person.settled(page)
    expect(page.get_by_role("main").get_by_role("status")).to_have_text(WORDS("notice.lost"))
    page.reload()
    assert not page.evaluate(LOST)


def test_nothing_is_said_to_be_lost_after_leave_now(new_page: NewPage) -> None:
    """Whoever opens the page next in that tab does not learn that there was a map."""
    page = typed_in(new_page())
    page.get_by_test_id("hide-page").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WORDS("pages.away.lead"))
    assert page.evaluate(MARKS) == []
    page.goto("./")
    assert not page.evaluate(LOST)


def test_the_mark_has_the_path_of_the_site_in_it(new_page: NewPage, site_below: str) -> None:
    """Another site of the same host has a mark of its own."""
    page = typed_in(new_page(at=site_below))
    assert page.evaluate(MARKS) == [["chn-self:/some/where/", "unkept"]]


def test_a_browser_without_storage_asks_all_the_same(page: Page, asked: list[str]) -> None:
    """It cannot tell afterwards that something was lost, and everything else works."""
    page.add_init_script(NO_STORAGE)
    person.arrive(page, "people")
    person.add(page, "Mum")
    stayed(page, asked)
    assert not page.evaluate(LOST)
