"""axe finds nothing: on any step, in any state, on any page, light and dark, narrow and wide."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from e2e import person
from e2e.browser import DIST, axe
from e2e.conftest import NewPage
from e2e.person import STEPS

EXAMPLE = Path(__file__).parents[1] / "tests" / "examples" / "family-and-stable.chn.json"
# A phone in the dark and a wide screen in the light; `make soak` takes the other two as well.
LOOKS = pytest.mark.parametrize(
    ("width", "dark"),
    [
        (320, True),
        (1280, False),
        pytest.param(320, False, marks=pytest.mark.whole),
        pytest.param(1280, True, marks=pytest.mark.whole),
    ],
)
PAGES = sorted(path.name for path in DIST.glob("*.html") if path.name != "index.html")


def clean(page: Page) -> None:
    """See that axe has nothing to say, with our own targets of 24 px and more as well."""
    assert axe(page) == []


@LOOKS
def test_every_step_with_an_empty_map(new_page: NewPage, width: int, dark: bool) -> None:
    """Every address can be opened at any time, so every empty screen is looked at."""
    page = new_page(width, 700, dark=dark)
    person.arrive(page)
    for step in STEPS:
        person.go(page, step)
        clean(page)


@LOOKS
def test_every_step_with_a_map(new_page: NewPage, width: int, dark: bool) -> None:
    """With lists, a picture, the type shown, every fold open."""
    page = new_page(width, 700, dark=dark)
    person.arrive(page)
    person.open_map(page, EXAMPLE)
    person.on_step(page, "map")
    person.go(page, "type")
    page.get_by_test_id("show-type").click()
    expect(page.get_by_test_id("closest")).to_be_visible()
    for step in STEPS:
        person.go(page, step)
        closed = page.locator("main details:not([open]) > summary")
        while closed.count():
            closed.first.click()
        clean(page)


@LOOKS
def test_states_of_a_screen(new_page: NewPage, width: int, dark: bool) -> None:
    """A choice under a name, a connection open for change, a note that is too long, help, erase."""
    page = new_page(width, 700, dark=dark)
    person.arrive(page, "people")
    person.add(page, "Maryam Okafor")
    clean(page)
    person.button_about(page, "ways.change", "Maryam Okafor").click()
    person.unfold(page, "about.more")
    person.field(page, "about.note").fill("y" * 501)
    expect(page.get_by_text(person.WORDS("field_problem.too_long", count=1))).to_be_visible()
    clean(page)
    page.get_by_role("link", name=person.WORDS("layout.help"), exact=True).click()
    expect(page.get_by_role("dialog")).to_be_visible()
    clean(page)
    page.keyboard.press("Escape")
    person.open_map(page, b"not a map")
    expect(page.get_by_text(person.WORDS("refused.title"))).to_be_visible()
    clean(page)
    person.open_map(page, EXAMPLE)
    expect(page.get_by_text(person.WORDS("waiting.title"))).to_be_visible()
    clean(page)
    page.get_by_test_id("erase").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    clean(page)


@LOOKS
def test_pages_of_their_own(new_page: NewPage, width: int, dark: bool) -> None:
    """Help, privacy, the worksheet and the others, which need no Python."""
    page = new_page(width, 700, dark=dark)
    for name in PAGES:
        page.goto(name)
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        clean(page)
