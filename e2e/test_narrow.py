"""On the smallest phone what stands outside of screens fits, and is big enough to press."""

import pytest
from playwright.sync_api import Page, expect

from e2e import person
from e2e.browser import DIST
from e2e.conftest import NewPage
from e2e.looks import NEAR, SIDEWAYS, SMALL
from tests.maps import EXAMPLES

WIDTH = 320
WIDE = 1280  # a laptop's
PAGES = sorted(path.name for path in DIST.glob("*.html"))

# What is where the skip link is, once it has the focus.
SKIP = """() => {
  const link = document.querySelector(".nhsuk-skip-link");
  link.focus();
  const { x, y, width, height } = link.getBoundingClientRect();
  return document.elementFromPoint(x + width / 2, y + height / 2).textContent.trim();
}"""


@pytest.fixture
def phone(started: Page) -> Page:
    """A page as narrow as the smallest phone, with an empty map."""
    started.set_viewport_size({"width": WIDTH, "height": 568})
    return started


@pytest.mark.parametrize("name", PAGES)
def test_pages_of_their_own_fit_too(new_page: NewPage, name: str) -> None:
    """Nothing sideways, nothing small, Help and Leave now apart; on wider screens too."""
    page = new_page(WIDTH, 568)
    page.goto(name)
    expect(person.heading(page)).to_be_visible()
    for width in (WIDTH, 360, 385, 412, WIDE):
        page.set_viewport_size({"width": width, "height": 568})
        assert [page.evaluate(look) for look in (SIDEWAYS, SMALL)] == [[], []]
        assert page.evaluate(NEAR) == ([] if name != "away.html" else ["no Leave now"])


@pytest.mark.parametrize("width", [WIDTH, WIDE])
def test_the_way_past_the_header_is_seen_and_stands_apart(new_page: NewPage, width: int) -> None:
    """The header does not cover it, nor is it near Leave now."""
    page = new_page(width, 568)
    page.goto("help.html")
    assert page.evaluate(SKIP) == person.WORDS("layout.skip")
    assert page.evaluate(NEAR) == []


@pytest.mark.parametrize("width", [WIDTH, WIDE])
def test_help_and_the_question_before_erasing_fit(phone: Page, width: int) -> None:
    """What opens over a screen is no wider than it, as easy to press, and Leave now as far off."""
    phone.set_viewport_size({"width": width, "height": 568})
    person.go(phone, "keep")
    for opener in (phone.locator("header [data-help]"), phone.get_by_test_id("erase")):
        opener.click()
        dialog = phone.get_by_role("dialog")
        expect(dialog).to_be_visible()
        assert [phone.evaluate(look) for look in (SIDEWAYS, SMALL, NEAR)] == [[], [], []]
        dialog.locator("button[data-close]").click()


def test_the_picture_keeps_its_size_on_a_phone_and_beside_a_list(phone: Page) -> None:
    """The picture is drawn for the width there is, also after the phone was turned."""
    person.open_map(phone, EXAMPLES[0])
    person.on_step(phone, "map")
    picture = phone.locator("svg[data-testid=map]")
    narrow = picture.get_attribute("viewBox")
    phone.set_viewport_size({"width": 1000, "height": 600})
    expect(picture).not_to_have_attribute("viewBox", narrow or "")
    phone.set_viewport_size({"width": WIDTH, "height": 568})
    expect(picture).to_have_attribute("viewBox", narrow or "")
