"""What is typed and pressed before Python is there is not lost, and nothing jumps when it comes."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, Route, expect

from e2e import person
from e2e.browser import Guard, built
from e2e.person import STARTING, WORDS, button, button_about, heading, link, on_screen, on_step
from tests.maps import EXAMPLES

LetGo = Callable[[], None]

# Where the heading and the first field or button of a screen are, and how far it is scrolled.
PLACES = """() => ["#title", ".lead", ".start__button, .add input"].map((found) => {
  const { left, top, width } = document.querySelector(found).getBoundingClientRect();
  return [left, top, width];
}).concat([[scrollX, scrollY]])"""


@pytest.fixture
def let_go(page: Page) -> LetGo:
    """Hold Python's parts back on this page until this is called, as a slow network would."""
    held: list[Route] = []
    free = False

    def hold(route: Route) -> None:
        if free:
            route.continue_()
        else:
            held.append(route)

    def go() -> None:
        nonlocal free
        free = True
        while held:
            held.pop().continue_()
        person.settled(page)

    page.route(f"**/{built('pyodide/*')}", hold)
    return go


def waiting(page: Page, address: str = "./") -> None:
    """Open the page, of which Python is held back."""
    page.goto(address)
    expect(page.locator("#loading")).to_have_text(WORDS("layout.loading"))


def test_names_added_early_are_all_there(page: Page, let_go: LetGo) -> None:
    """Start, a name, Enter, a name, Add, on to the next list: each shows at once, and stays."""
    waiting(page)
    link(page, "welcome.start").click()
    on_screen(page, "list.activity.title")
    page.get_by_test_id("name").click()
    page.keyboard.type("Choir")
    page.keyboard.press("Enter")
    expect(page.get_by_role("listitem").filter(has_text="Choir")).to_be_visible()
    page.keyboard.type("Radio")
    button(page, "ways.add").click()
    expect(page.get_by_role("listitem").filter(has_text="Radio")).to_be_visible()
    let_go()
    on_step(page, "activities")
    assert person.names_listed(page) == ["Choir", "Radio"]
    expect(page.get_by_test_id("name")).to_have_value("")
    expect(page.get_by_test_id("name")).to_be_focused()


def test_how_much_has_come_is_told(page: Page) -> None:
    """Of the bytes that are waited for; what is large comes last here."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(f"**/{built('pyodide/python.pack')}", hold)
    page.goto("./")
    bar = page.get_by_role("progressbar", name=WORDS("layout.arriving"))
    expect(bar).to_be_visible()
    of = int(bar.get_attribute("max") or "")
    expect(page.locator("#loading")).to_have_text(WORDS("layout.loading"))
    assert 0 < int(bar.get_attribute("value") or "") < of
    for route in held:
        route.continue_()
    person.settled(page)
    expect(page.locator("#arriving")).to_have_attribute("value", str(of))
    expect(bar).to_be_hidden()


def test_the_way_on_works_early(page: Page, let_go: LetGo) -> None:
    """From list to list, as the person chose to start; what was added stays on its own list."""
    waiting(page)
    link(page, "welcome.start_people").click()
    on_screen(page, "list.person.title")
    part = page.locator(".progress__words")
    expect(part).to_have_text(WORDS("progress.now", at=1, all=5, part=WORDS("progress.people")))
    page.get_by_test_id("name").click()
    page.keyboard.type("Mum")
    page.keyboard.press("Enter")
    page.get_by_test_id("next").click()
    on_screen(page, "list.place.title")
    expect(part).to_have_text(WORDS("progress.now", at=2, all=5, part=WORDS("progress.places")))
    page.get_by_test_id("next").click()
    on_screen(page, "list.activity.title")
    page.get_by_test_id("name").click()
    page.keyboard.type("Choir")
    page.keyboard.press("Enter")
    let_go()
    on_step(page, "activities")
    assert person.names_listed(page) == ["Choir"]
    for step, names in (("places", []), ("people", ["Mum"])):
        page.go_back()
        on_step(page, step)
        assert person.names_listed(page) == names
    page.go_back()
    on_step(page, "welcome")


def test_what_was_added_early_is_shown_after_going_on_and_back(page: Page, let_go: LetGo) -> None:
    """A list that looked empty again would look like a loss."""
    waiting(page, "#/activities")
    page.get_by_test_id("name").fill("Choir")
    page.keyboard.press("Enter")
    page.get_by_test_id("next").click()
    on_screen(page, "list.person.title")
    page.get_by_test_id("back").click()
    on_screen(page, "list.activity.title")
    expect(page.get_by_role("listitem").filter(has_text="Choir")).to_be_visible()
    let_go()
    on_step(page, "activities")
    assert person.names_listed(page) == ["Choir"]


def test_the_browsers_back_is_heard_early(page: Page, let_go: LetGo) -> None:
    """The address and the screen agree, in whatever order things came."""
    waiting(page)
    link(page, "welcome.start").click()
    on_screen(page, "list.activity.title")
    page.get_by_test_id("next").click()
    on_screen(page, "list.person.title")
    page.go_back()
    on_screen(page, "welcome.heading")
    let_go()
    on_step(page, "welcome")
    assert page.url.partition("#")[2] in {"", "/welcome"}


def test_half_a_name_stays_as_it_is_in_the_box(page: Page, let_go: LetGo) -> None:
    """The text, the place in it and the focus: one types on as if nothing had been."""
    waiting(page, "#/people")
    box = page.get_by_test_id("name")
    box.click()
    page.keyboard.type("Mayam")
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    let_go()
    expect(box).to_be_focused()
    expect(box).to_have_value("Mayam")
    page.keyboard.type("r")
    expect(box).to_have_value("Maryam")
    page.keyboard.press("Enter")
    expect(person.rows(page)).to_have_count(1)
    assert person.names_listed(page) == ["Maryam"]


def test_the_focus_stays_where_it_was_put(page: Page, let_go: LetGo) -> None:
    """Into the box and about to type, with nothing typed yet: the next letter goes there."""
    waiting(page)
    link(page, "welcome.start").click()
    on_screen(page, "list.activity.title")
    expect(heading(page)).to_be_focused()
    page.get_by_test_id("name").click()
    let_go()
    page.keyboard.type("Choir")
    expect(page.get_by_test_id("name")).to_have_value("Choir")


def test_an_example_waits_its_turn(page: Page, let_go: LetGo) -> None:
    """Whatever was pressed on the first page happens when it can."""
    waiting(page)
    button(page, "welcome.example").click()
    let_go()
    on_step(page, "map")
    expect(page.get_by_text(WORDS("example.banner"))).to_be_visible()


def test_a_double_press_counts_once_early_too(page: Page, let_go: LetGo) -> None:
    """Once queued, it would be too late to tell."""
    waiting(page, "#/people")
    page.get_by_test_id("name").fill("Mum")
    person.press_twice(button(page, "ways.add"))
    let_go()
    assert person.names_listed(page) == ["Mum"]
    expect(page.locator("#said")).to_have_text(WORDS("notice.added", name="Mum"))


def test_pasted_lines_are_taken_early(page: Page, let_go: LetGo) -> None:
    """A box of one line would have dropped the ends of lines by then."""
    waiting(page, "#/people")
    page.get_by_test_id("name").evaluate(person.PASTED, "Mum\nSam")
    let_go()
    assert person.names_listed(page) == ["Mum", "Sam"]


@pytest.mark.parametrize("address", ["./", "#/people"])
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves_when_python_takes_over(
    page: Page, let_go: LetGo, address: str, width: int
) -> None:
    """The heading and what is first to press stay where they were, however far one scrolled."""
    page.set_viewport_size({"width": width, "height": 500})
    waiting(page, address)
    page.evaluate("scrollTo(0, 60)")
    before = page.evaluate(PLACES)
    let_go()
    assert page.evaluate(PLACES) == before


def test_a_page_opened_at_a_later_step_goes_there(page: Page, let_go: LetGo) -> None:
    """Only the lists and the welcome can be shown early; the rest comes when it can."""
    waiting(page, "#/support")
    expect(heading(page)).to_be_visible()
    let_go()
    on_step(page, "support")


def test_help_works_early(page: Page, let_go: LetGo) -> None:
    """Who needs it now does not wait for 7 MB."""
    waiting(page)
    page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help")).click()
    dialog = page.get_by_role("dialog", name=WORDS("helpnow.title"))
    expect(dialog).to_be_visible()
    let_go()
    expect(dialog).to_be_visible()
    button(page, "layout.close").click()
    expect(dialog).to_be_hidden()


@pytest.mark.usefixtures("let_go")
def test_a_question_before_early_words_are_lost(page: Page) -> None:
    """What was typed counts from the first letter on, not from when Python is there."""
    asked: list[str] = []

    def stay(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", stay)
    waiting(page, "#/people")
    page.get_by_test_id("name").press_sequentially("Ma")
    page.evaluate("() => { setTimeout(() => location.reload()); }")
    while not asked:
        page.wait_for_event("dialog")
    expect(page.get_by_test_id("name")).to_have_value("Ma")


@pytest.mark.usefixtures("let_go")
def test_leave_now_works_early(page: Page, site: str) -> None:
    """It needs no Python, and asks nothing, even after something was typed."""
    waiting(page, "#/people")
    page.get_by_test_id("name").fill("Mum")
    page.get_by_test_id("hide-page").click()
    expect(page).to_have_url(f"{site}away.html")


def test_a_file_chosen_early_opens(page: Page, let_go: LetGo) -> None:
    """The step for it comes with Python, so choosing waits for nothing but that."""
    waiting(page, "#/keep")
    let_go()
    on_step(page, "keep")
    expect(page.get_by_test_id("open-file")).to_be_visible()


def test_it_starts_after_a_slow_wait_without_a_fault(
    page: Page, let_go: LetGo, guard: Guard
) -> None:
    """Time alone is never a failure."""
    waiting(page)
    expect(page.locator("html")).not_to_have_attribute("data-failed", "stopped")
    let_go()
    expect(page.locator("#loading")).to_have_text(WORDS("layout.loaded"), timeout=STARTING)
    expect(button_about(page, "ways.change", "nobody")).to_have_count(0)
    assert guard.unexpected() == []


def test_files_to_read_that_are_chosen_early_open_once_python_is_there(
    page: Page, let_go: LetGo
) -> None:
    """In the reader: they are named at once, and none is lost."""
    waiting(page, "reader.html")
    page.get_by_test_id("open-file").set_input_files(EXAMPLES[:2])
    expect(page.get_by_text(WORDS("reader.waiting"))).to_be_visible()
    for path in EXAMPLES[:2]:
        expect(page.get_by_role("listitem").filter(has_text=path.name)).to_be_visible()
    let_go()
    expect(page.get_by_test_id("opened")).to_have_count(2)
    expect(page.get_by_test_id("read")).to_be_visible()
