"""Keeping is offered, never pushed; and nobody can tell by the welcome that a map is kept."""

import re

from playwright.sync_api import Locator, Page, expect

from e2e import person
from e2e.conftest import NewPage
from e2e.keeping import (
    keep_plain,
)
from e2e.person import WORDS, go, press


def test_keeping_is_offered_once_after_three(page: Page) -> None:
    """Not now is an answer."""
    person.arrive(page, "people")
    person.add(page, "Sam", "Ali")
    offer = page.get_by_role("group", name=WORDS("offer.title"))
    expect(offer).to_have_count(0)
    person.add(page, "Kim")
    expect(offer).to_be_visible()
    press(page, "offer.later")
    expect(offer).to_have_count(0)
    person.add(page, "Lee")
    expect(offer).to_have_count(0)
    page.evaluate("() => { chn.unkept = false; }")


def test_help_offers_to_keep_the_map_below_all_numbers(mapped: Page) -> None:
    """It delays no call; and once the map is kept, there is nothing to offer."""
    help_link = mapped.get_by_role("banner").get_by_role("link", name=WORDS("layout.help"))
    help_link.click()
    dialog = mapped.get_by_role("dialog", name=WORDS("helpnow.title"))
    offered = dialog.get_by_text(WORDS("helpnow.keep"))
    numbers = dialog.get_by_role("link", name=re.compile("^[0-9]"))
    assert top(offered) > max(map(top, numbers.all()))
    dialog.get_by_role("link", name=WORDS("pause.keep")).click()
    expect(dialog).to_be_hidden()
    keep_plain(mapped)
    help_link.click()
    expect(offered).to_be_hidden()


def top(element: Locator) -> float:
    """How far down an element begins, in pixels."""
    box = element.bounding_box()
    assert box is not None
    return box["y"]


def test_the_welcome_is_the_same_with_a_map_kept(new_page: NewPage) -> None:
    """Nobody who opens the page can tell by it."""
    page = new_page()
    person.arrive(page)
    before = page.locator("main").inner_html()
    expect(person.link(page, "welcome.open")).to_be_visible()
    go(page, "people")
    person.add(page, "Maryam")
    go(page, "keep")
    keep_plain(page)
    other = page.context.new_page()
    person.arrive(other)
    assert other.locator("main").inner_html() == before
