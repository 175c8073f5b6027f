"""What the map shows: on one press, the rest on another, and what goes together by choice."""

import json

import pytest
from playwright.sync_api import Locator, Page, expect

from e2e import person
from e2e.person import WORDS, link, on_screen, unfold
from tests.maps import EXAMPLES

FILE = next(path for path in EXAMPLES if path.name.startswith("family"))


@pytest.fixture
def page(started: Page) -> Page:
    """The page at a map."""
    person.open_map(started, FILE)
    person.on_step(started, "map")
    return started


def found(page: Page) -> Locator:
    """The findings that are shown."""
    return page.locator(".found > li")


def test_what_the_map_shows_is_shown_on_request(page: Page) -> None:
    """Where people are met, giving and getting; with how it was found."""
    expect(found(page)).to_have_count(0)
    unfold(page, "findings.open")
    expect(found(page).first).to_contain_text("You put Home as a help, and one person with it.")
    found(page).first.locator("summary").click()
    expect(page.get_by_text(WORDS("findings.how.met"))).to_be_visible()


def test_groups_are_shown_on_another(page: Page) -> None:
    """From what the person put together, and only then."""
    unfold(page, "findings.open")
    told = page.get_by_text("You put these together: Mum, Dad, Brother and 1 more.")
    expect(found(page).first).to_be_visible()
    expect(told).to_have_count(0)
    unfold(page, "findings.closer")
    expect(told.first).to_be_visible()


def test_folds_open_by_keyboard_and_keep_the_focus(page: Page) -> None:
    """Enter on the name of the fold; Tab goes on to what came."""
    summary = page.locator("#shows > summary")
    summary.focus()
    page.keyboard.press("Enter")
    expect(found(page).first).to_be_visible()
    expect(summary).to_be_focused()
    page.keyboard.press("Tab")
    expect(found(page).first.locator("summary")).to_be_focused()


def test_an_empty_result_is_fine(started: Page) -> None:
    """One calm sentence."""
    person.small_map(started)
    person.go(started, "map")
    unfold(started, "findings.open")
    expect(started.get_by_text(WORDS("findings.none"))).to_be_visible()


def test_what_goes_together_is_asked_a_few_at_a_time(started: Page) -> None:
    """With sixty people five are offered, and the rest behind a fold; then where it is done."""
    people = [{"id": f"p{i}", "kind": "person", "name": f"Person {i}"} for i in range(60)]
    others = [
        {"id": "choir", "kind": "activity", "name": "Choir"},
        {"id": "hall", "kind": "place", "name": "Hall"},
    ]
    data = {"format": "chn-map", "version": 1, "id": "m", "connections": [*others, *people]}
    person.open_map(started, json.dumps(data).encode())
    person.on_step(started, "map")
    unfold(started, "map.more")
    link(started, "map.links").click()
    on_screen(started, "together.title_activity", name="Choir")
    ticks = started.get_by_role("group").get_by_role("button", name="Person")
    expect(ticks.filter(visible=True)).to_have_count(5)
    unfold(started, "ways.more")
    expect(ticks.filter(visible=True)).to_have_count(60)
    started.get_by_role("button", name="Person 59", exact=True).click()
    pressed = started.get_by_role("button", name="Person 59", exact=True)
    expect(pressed).to_have_attribute("aria-pressed", "true")
    person.next_screen(started)
    on_screen(started, "together.title_where", name="Choir")
    started.get_by_role("button", name="Hall", exact=True).click()
    link(started, "ways.to_map").click()
    person.on_step(started, "map")
    row = person.rows(started).filter(has_text="Choir").last
    expect(row).to_contain_text("Person 59")
    expect(row).to_contain_text("Hall")
