"""Views of one map: what stands out, said in a sentence, in the picture and in the list."""

import pytest
from playwright.sync_api import Locator, Page, expect

from chn_self.domain.emphasis import Emphasis, standing
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from chn_self.views.emphasis import sentence, tags
from e2e import person
from e2e.person import WORDS, button, press, unfold
from tests.maps import EXAMPLES

FILE = next(path for path in EXAMPLES if path.name.startswith("family"))


@pytest.fixture(scope="module")
def shared_map() -> PersonalMap:
    """The map that is looked at."""
    found = decode(FILE.read_bytes())
    assert isinstance(found, PersonalMap)
    return found


@pytest.fixture
def page(started: Page) -> Page:
    """The page at a map."""
    person.open_map(started, FILE)
    person.on_step(started, "map")
    return started


def said(page: Page) -> Locator:
    """The sentence of a view, where a screen reader hears it."""
    return page.get_by_role("group", name=WORDS("views.title")).get_by_role("status")


def look_for(page: Page, emphasis: str) -> None:
    """Press a view, in the fold or out of it."""
    if not button(page, f"views.chip.{emphasis}").is_visible():
        unfold(page, "views.more")
    press(page, f"views.chip.{emphasis}")


@pytest.mark.parametrize("emphasis", Emphasis)
def test_a_view_says_what_it_shows(page: Page, shared_map: PersonalMap, emphasis: Emphasis) -> None:
    """In a sentence, and with a tag for each in the list."""
    look_for(page, emphasis)
    found = standing(shared_map, emphasis)
    expect(said(page)).to_contain_text(sentence(found, WORDS))
    expect(button(page, f"views.chip.{emphasis}")).to_have_attribute("aria-pressed", "true")
    for id_, tag in tags(found, WORDS).items():
        connection = shared_map.connection(id_)
        assert connection
        row = person.rows(page).filter(has=page.get_by_text(connection.name, exact=True))
        expect(row.locator("strong").filter(has_text=tag).first).to_be_visible()


def test_pressing_again_shows_all_alike(page: Page) -> None:
    """Nothing stands out, nothing is said."""
    press(page, "views.chip.matters")
    expect(page.locator("svg[data-testid=map] .map-back").first).to_be_attached()
    press(page, "views.chip.matters")
    expect(page.locator("svg[data-testid=map] .map-back")).to_have_count(0)
    expect(said(page)).to_be_empty()


def test_what_stands_back_can_be_pressed_all_the_same(page: Page) -> None:
    """Paler is not off."""
    press(page, "views.chip.matters")
    page.locator("svg[data-testid=map] .map-back").first.click()
    expect(page.locator("svg[data-testid=map] .map-chosen")).to_have_count(1)


def test_by_keyboard_the_focus_stays_on_the_view(page: Page) -> None:
    """Space turns it on, and off."""
    unfold(page, "views.more")
    chip = button(page, "views.chip.support")
    chip.focus()
    page.keyboard.press("Space")
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(chip).to_be_focused()
    page.keyboard.press("Space")
    expect(chip).to_have_attribute("aria-pressed", "false")
