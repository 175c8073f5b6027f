"""Everything by keyboard alone: Tab, Enter and typing, with the focus always somewhere sensible."""

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e import person
from e2e.hands import enter, tab_to
from e2e.person import WORDS, button, button_about, field, heading, link, on_screen, on_step


def write(page: Page, wanted: Locator, text: str) -> None:
    """Tab to a field and type."""
    tab_to(page, wanted)
    page.keyboard.type(text)


def onward(page: Page) -> None:
    """Tab to the way on and press Enter; the focus is on the next screen's heading."""
    enter(page, page.get_by_test_id("next"))
    expect(heading(page)).to_be_focused()


def test_the_whole_journey_by_keyboard(page: Page) -> None:
    """From the welcome to a downloaded summary, without a mouse."""
    page.goto("./")
    person.settled(page)
    enter(page, link(page, "welcome.start"))
    _lists(page)
    _details(page)
    _support(page)
    for _ in ("missing", "hope"):
        onward(page)
    on_step(page, "map")
    onward(page)
    _type(page)
    on_step(page, "reflect")
    write(page, field(page, "reflect.write"), "a kind thought")
    enter(page, button(page, "reflect.another"))
    onward(page)
    on_step(page, "next-step")
    write(page, field(page, "next_step.what"), "bake bread")
    onward(page)
    on_step(page, "summary")
    enter(page, page.locator("summary").filter(has_text=WORDS("share.choose")))
    enter(page, button(page, "share.name_choice.full"))
    with page.expect_download() as coming:
        enter(page, page.get_by_test_id("download-html"))
    html = person.content(coming.value)
    for own in ("Choir", "Mum", "Sam", "Library", "bake bread"):
        assert own in html


def _lists(page: Page) -> None:
    on_screen(page, "list.activity.title")
    write(page, page.get_by_test_id("name"), "Choir")
    page.keyboard.press("Enter")
    onward(page)
    on_screen(page, "list.person.title")
    write(page, page.get_by_test_id("name"), "Mum")
    page.keyboard.press("Enter")
    # The focus is ready for the next name.
    page.keyboard.type("Sam")
    page.keyboard.press("Enter")
    enter(page, button_about(page, "relation.label.friend", "Sam"))
    onward(page)
    on_screen(page, "list.place.title")
    write(page, page.get_by_test_id("name"), "Library")
    page.keyboard.press("Enter")
    onward(page)


def _details(page: Page) -> None:
    on_screen(page, "so_far.title")
    onward(page)
    for name, closeness in (
        ("Choir", "thing"),
        ("Mum", "person"),
        ("Sam", "person"),
        ("Library", "thing"),
    ):
        on_screen(page, "about.title", name=name)
        chosen = button(page, f"about.closeness_{closeness}_choice.2")
        enter(page, chosen)
        # What was pressed keeps the focus, so a second thought needs no searching.
        expect(chosen).to_be_focused()
        expect(chosen).to_have_attribute("aria-pressed", "true")
        onward(page)
    enter(page, page.get_by_role("button", name="Choir", exact=True))
    onward(page)
    on_screen(page, "starred.title", name="Choir")
    write(page, field(page, "starred.me_thing"), "an alto")
    onward(page)
    for screen in ("usual.yes", "week.choice.2", "content.choice.5"):
        enter(page, button(page, screen))
        onward(page)


def _support(page: Page) -> None:
    enter(page, page.get_by_role("button", name="Sam", exact=True))
    for _ in range(5):
        onward(page)
    on_screen(page, "gives.title")
    enter(page, page.locator("summary").filter(has_text="Mum"))
    enter(page, button(page, "gives.choice.company"))
    onward(page)


def _type(page: Page) -> None:
    on_step(page, "type")
    enter(page, page.get_by_test_id("show-type"))
    expect(heading(page)).to_be_focused()
    write(page, field(page, "type.own_words"), "mine")
    onward(page)


@pytest.fixture
def page_with_a_map(started: Page) -> Page:
    """The page with one of each on the map."""
    person.small_map(started)
    person.go(started, "people")
    return started


def test_the_skip_link_leads_to_the_content(page: Page) -> None:
    """It stays on the step: the content of a step is not the welcome."""
    person.arrive(page, "people")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name=WORDS("layout.skip"))
    enter(page, skip)
    on_step(page, "people")
    expect(heading(page)).to_be_focused()
    assert page.url.endswith("#/people")


def test_help_by_keyboard(page_with_a_map: Page) -> None:
    """Opened with Enter, left with Escape, and the focus is back where it was."""
    page = page_with_a_map
    opener = page.get_by_role("banner").get_by_role("link", name=WORDS("layout.help"))
    enter(page, opener)
    dialog = page.get_by_role("dialog", name=WORDS("helpnow.title"))
    expect(dialog).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(opener).to_be_focused()


def test_links_by_keyboard(page_with_a_map: Page) -> None:
    """Two selects and a button say what goes together: no dragging."""
    page = page_with_a_map
    person.go(page, "links")
    for _ in range(3):
        onward(page)
    on_screen(page, "links.title")
    write(page, field(page, "links.first"), "Choir")
    write(page, field(page, "links.second"), "Maryam")
    enter(page, button(page, "links.add"))
    pair = page.get_by_role("main").get_by_role("listitem")
    expect(pair).to_contain_text(WORDS("links.pair", a="Choir", b="Maryam Okafor"))
    enter(page, pair.get_by_role("button"))
    expect(page.get_by_text(WORDS("links.none"))).to_be_visible()
    # The button that was pressed is gone; the focus is not.
    expect(heading(page)).to_be_focused()
