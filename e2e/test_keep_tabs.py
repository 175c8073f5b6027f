"""Two tabs and one kept map: neither writes over the other, and nothing sealed lies open."""

import re

from playwright.sync_api import Page, expect

from e2e import person
from e2e.keeping import (
    KETTLE,
    SHELF,
    keep,
    keep_plain,
    open_first,
    saved,
    unlock,
    where,
)
from e2e.person import WORDS, go, on_step, press


def test_two_tabs_never_write_over_each_other(mapped: Page) -> None:
    """The one that comes second is told, and both can be kept."""
    keep_plain(mapped)
    other = mapped.context.new_page()
    person.arrive(other, "keep")
    open_first(other)
    on_step(other, "map")
    go(other, "people")
    person.add(other, "Other Tab")
    saved(other, "Other Tab")
    go(mapped, "people")
    person.add(mapped, "First Tab")
    where(mapped, "trouble.changed")
    saved(other, "Other Tab")
    go(mapped, "keep")
    press(mapped, "here.another")
    where(mapped, "plain")
    texts = [kept["text"] for kept in mapped.evaluate(SHELF)]
    assert sorted("First Tab" in text for text in texts) == [False, True]
    assert sorted("Other Tab" in text for text in texts) == [False, True]
    other.close()


def test_a_map_with_a_passphrase_never_lies_open(mapped: Page) -> None:
    """Not even where another tab has changed it, and its passphrase was asked for and let be."""
    keep(mapped)
    other = mapped.context.new_page()
    person.arrive(other, "keep")
    open_first(other)
    unlock(other, KETTLE)
    on_step(other, "map")
    go(other, "people")
    person.add(other, "Other Tab")
    expect(other.locator("html:not([data-unkept])")).to_be_attached()
    mapped.bring_to_front()
    go(mapped, "people")
    person.add(mapped, "First Tab")
    where(mapped, "trouble.changed")
    go(mapped, "keep")
    press(mapped, "here.theirs")
    press(mapped, "asking.stop")
    press(mapped, "here.another")
    where(mapped, "sealed")
    kept = mapped.evaluate(SHELF)
    assert [one["sealed"] for one in kept] == [True, True]
    assert "Tab" not in str(kept)
    other.close()


def test_a_map_that_another_tab_took_off_does_not_come_back(mapped: Page) -> None:
    """It is in this tab only, and the page says so."""
    keep_plain(mapped)
    other = mapped.context.new_page()
    person.arrive(other, "keep")
    other.get_by_test_id("kept").get_by_role("button", name=re.compile("^Take off")).click()
    other.get_by_test_id("take-off-now").click()
    expect(other.get_by_text(WORDS("shelf.nothing"))).to_be_visible()
    go(mapped, "people")
    person.add(mapped, "Sam")
    where(mapped, "trouble.gone")
    assert mapped.evaluate(SHELF) == []
    other.close()
