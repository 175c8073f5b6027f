"""A locked map is nowhere on the page, by hand or after a quiet time."""

from playwright.sync_api import Page, expect

from e2e import person
from e2e.keeping import KETTLE, keep, unlock, where
from e2e.person import WORDS, button, go, on_step, press


def test_a_locked_map_is_nowhere_on_the_page(mapped: Page) -> None:
    """It opens with its passphrase, and Undo brings nothing of it back before."""
    keep(mapped)
    go(mapped, "people")
    person.add(mapped, "Zebedee")
    go(mapped, "keep")
    mapped.get_by_test_id("lock").click()
    expect(mapped.get_by_text(WORDS("notice.locked"))).to_be_visible()
    expect(mapped.get_by_test_id("undo")).to_have_count(0)
    assert "Maryam" not in mapped.content()
    unlock(mapped, KETTLE)
    on_step(mapped, "map")
    expect(person.rows(mapped)).to_have_count(2)


def test_it_locks_after_the_quiet_time_that_was_chosen(page: Page) -> None:
    """By the page's own clock; the choice is kept with the map."""
    page.clock.install()
    person.arrive(page, "people")
    person.add(page, "Maryam")
    go(page, "keep")
    keep(page)
    person.unfold(page, "here.quiet_summary")
    press(page, "here.minutes", count=5)
    page.clock.run_for(4 * 60_000)
    where(page, "sealed")
    page.clock.run_for(70_000)
    expect(page.get_by_text(WORDS("notice.locked"))).to_be_visible()
    unlock(page, KETTLE)
    on_step(page, "map")
    go(page, "keep")
    expect(button(page, "here.minutes", count=5)).to_have_attribute("aria-pressed", "true")
