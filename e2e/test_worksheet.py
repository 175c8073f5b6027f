"""The paper sheet as it is printed, and typed in afterwards with the keyboard alone."""

import pytest
from playwright.sync_api import Page, expect

from e2e import person
from e2e.conftest import NewPage
from e2e.person import WORDS, field, on_screen, on_step

# One point is 4/3 of a pixel of CSS; large print is at least 18 points.
LARGE = 18 * 4 / 3

SMALLEST = """() => {
  const walk = document.createTreeWalker(document.querySelector("main"), NodeFilter.SHOW_TEXT);
  const sizes = [];
  const width = (svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  while (walk.nextNode()) {
    const { data, parentElement: on } = walk.currentNode;
    if (!data.trim() || !on.checkVisibility()) continue;
    const scale = on.ownerSVGElement ? width(on.ownerSVGElement) : 1;
    sizes.push(parseFloat(getComputedStyle(on).fontSize) * scale);
  }
  return Math.min(...sizes);
}"""

# The width of A4 less the margins, in pixels of CSS.
PAPER = 688


def test_large_print_is_large_all_over(new_page: NewPage) -> None:
    """Questions, boxes, help numbers and the words in the picture: at least 18 points."""
    page = new_page(width=PAPER)
    page.goto("worksheet-large.html")
    page.emulate_media(media="print")
    assert page.evaluate(SMALLEST) >= LARGE


@pytest.mark.parametrize("name", ["worksheet", "worksheet-large"])
def test_nothing_is_cut_off_on_paper_or_on_a_phone(new_page: NewPage, name: str) -> None:
    """No line is wider than the sheet."""
    page = new_page(width=PAPER)
    page.goto(f"{name}.html")
    for media, width in (("print", PAPER), ("screen", 320)):
        page.emulate_media(media=media)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_filled_in_sheet_is_typed_in_with_the_keyboard_alone(page: Page) -> None:
    """From the sheet's page: a key for each choice, Enter for a new row, Undo, and the map."""
    page.goto("worksheet.html")
    person.link(page, "pages.worksheet.typed_in").click()
    person.settled(page)
    on_screen(page, "quick.title")
    name = field(page, "about.name")
    name.focus()
    row(page, "Choir", "9", "1", "1")
    expect(page.locator("#said")).to_have_text(WORDS("notice.added", name="Choir"))
    expect(name).to_be_focused()
    row(page, "Teh")
    expect(person.rows(page)).to_have_count(2)
    page.get_by_test_id("undo").press("Enter")
    expect(person.rows(page)).to_have_count(1)
    field(page, "quick.kind").focus()
    page.keyboard.type("2")
    expect(field(page, "about.relation")).to_be_visible()
    name.focus()
    row(page, "Sam", "3", "2", "1")
    expect(person.rows(page).first).to_contain_text(WORDS("relation.short.friend"))
    expect(field(page, "quick.kind")).to_have_value("person")
    expect(field(page, "about.closeness_person")).to_have_value("")

    row(page, "x" * 81, "3")
    expect(page.get_by_text(WORDS("field_problem.too_long", count=1))).to_be_visible()
    expect(person.rows(page)).to_have_count(2)
    expect(field(page, "about.relation")).to_have_value("friend")

    person.next_screen(page)
    on_step(page, "map")
    assert person.names_listed(page) == ["Sam", "Choir"]


def row(page: Page, name: str, *keys: str) -> None:
    """Type a row: the name, then a key for each choice with a Tab before it, then Enter."""
    page.keyboard.type(name)
    for key in keys:
        page.keyboard.press("Tab")
        page.keyboard.type(key)
    page.keyboard.press("Enter")
