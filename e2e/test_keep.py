"""Kept on this device: there when the page starts anew, locked, and never written over."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from e2e import person
from e2e.keeping import (
    KETTLE,
    SHELF,
    in_this_tab_only,
    keep,
    keep_plain,
    open_first,
    saved,
    type_secret,
    unlock,
    where,
)
from e2e.person import WORDS, button, go, on_step, press

# The browser's store writes nothing more, as when the disk is full; until it is allowed again.
REFUSE = """(name) => {
  const { put } = IDBObjectStore.prototype;
  const told = Object.getOwnPropertyDescriptor(IDBTransaction.prototype, "error");
  const error = name ? new DOMException("", name) : null;
  IDBObjectStore.prototype.put = function () { this.transaction.abort(); };
  Object.defineProperty(IDBTransaction.prototype, "error", { ...told, get: () => error });
  globalThis.chnAllow = () => {
    IDBObjectStore.prototype.put = put;
    Object.defineProperty(IDBTransaction.prototype, "error", told);
  };
}"""


@pytest.fixture
def reloaded(started: Page) -> Callable[[], Page]:
    """Start the page anew, as after the tab was closed."""

    def reload() -> Page:
        started.reload()
        person.settled(started)
        return started

    return reload


def test_nothing_is_written_until_it_is_asked_for(mapped: Page) -> None:
    """Not even a database for it, though the list of kept maps was looked at."""
    expect(mapped.get_by_text(WORDS("shelf.nothing"))).to_be_visible()
    assert mapped.evaluate(SHELF) is None
    in_this_tab_only(mapped)


def test_with_a_passphrase_it_is_there_again_and_nobody_can_read_it(
    mapped: Page, reloaded: Callable[[], Page]
) -> None:
    """Kept, changed, the page started anew: the last change is there, behind the passphrase."""
    keep(mapped)
    go(mapped, "people")
    person.add(mapped, "Zebedee")
    expect(mapped.locator("html:not([data-unkept])")).to_be_attached()
    (kept,) = mapped.evaluate(SHELF)
    assert kept["sealed"]
    assert "PBKDF2-SHA-256" in kept["text"]
    assert "Maryam" not in str(kept)
    reloaded()
    go(mapped, "map")
    expect(person.rows(mapped)).to_have_count(0)
    go(mapped, "keep")
    open_first(mapped)
    unlock(mapped, "red tea kettle")
    expect(mapped.get_by_text(WORDS("asking.failed"))).to_be_visible()
    unlock(mapped, KETTLE)
    on_step(mapped, "map")
    expect(person.rows(mapped)).to_have_count(2)
    where(mapped, "sealed")


def test_without_one_it_is_offered_second_and_opens_at_once(
    mapped: Page, reloaded: Callable[[], Page]
) -> None:
    """It says that it keeps the map from nobody."""
    seal, plain = mapped.get_by_test_id("seal-here"), mapped.get_by_test_id("keep-plain")
    order = seal.evaluate(
        "(one, other) => one.compareDocumentPosition(other)", plain.element_handle()
    )
    assert order & 4  # Node.DOCUMENT_POSITION_FOLLOWING
    person.unfold(mapped, "here.plain_summary")
    expect(mapped.get_by_text(WORDS("here.plain_text"))).to_be_visible()
    plain.click()
    where(mapped, "plain")
    saved(mapped, "Maryam")
    reloaded()
    open_first(mapped)
    on_step(mapped, "map")
    expect(person.rows(mapped)).to_have_count(1)
    where(mapped, "plain")


def test_a_passphrase_that_differs_keeps_nothing(mapped: Page) -> None:
    """It is told at the field, which is empty again, and can be shown while it is typed."""
    type_secret(mapped, "here", "blue tea", "blue te")
    expect(mapped.get_by_text(WORDS("notice.passphrase_differs"))).to_be_visible()
    field = mapped.get_by_label(WORDS("seal.label"), exact=True).first
    expect(field).to_have_value("")
    expect(field).to_be_focused()
    expect(field).to_have_attribute("type", "password")
    button(mapped, "seal.show").first.click()
    expect(field).to_have_attribute("type", "text")
    assert mapped.evaluate(SHELF) is None


def test_a_passphrase_that_is_being_typed_stays_while_the_screen_changes(mapped: Page) -> None:
    """Whatever else comes to the screen meanwhile, as shown as the person wants it."""
    first, again = (
        mapped.get_by_label(WORDS(f"seal.{key}"), exact=True) for key in ("label", "again")
    )
    first.first.fill(KETTLE)
    again.first.fill(KETTLE)
    button(mapped, "seal.show").first.click()
    person.unfold(mapped, "file.seal_summary")
    mapped.get_by_test_id("seal-file").click()
    expect(mapped.get_by_text(WORDS("notice.passphrase_empty")).first).to_be_visible()
    for field in (first.first, again.first):
        expect(field).to_have_value(KETTLE)
        expect(field).to_have_attribute("type", "text")


def test_several_maps_stand_by_date_and_one_can_be_taken_off(mapped: Page) -> None:
    """After one question; the list tells nothing of what is in them."""
    keep_plain(mapped)
    person.open_map(mapped, b'{"format":"chn-map","version":1,"id":"other","hope":"Music"}')
    on_step(mapped, "map")
    go(mapped, "keep")
    keep_plain(mapped)
    kept = mapped.get_by_test_id("kept")
    expect(kept).to_have_count(2)
    for text in kept.all_inner_texts():
        assert re.match(r"\d{1,2} \w+ \d{4}, \d\d:\d\d", text), text
        assert "Maryam" not in text
    kept.last.get_by_role("button", name=re.compile(f"^{WORDS('shelf.off')}")).click()
    expect(mapped.get_by_role("group", name=WORDS("off.title"))).to_be_visible()
    mapped.get_by_test_id("take-off-now").click()
    expect(kept).to_have_count(1)
    where(mapped, "plain")
    assert len(mapped.evaluate(SHELF)) == 1


def test_to_stop_keeping_leaves_the_map_in_the_tab(mapped: Page) -> None:
    """And nothing of it on the device."""
    keep(mapped)
    press(mapped, "here.stop")
    mapped.get_by_test_id("take-off-now").click()
    in_this_tab_only(mapped)
    assert mapped.evaluate(SHELF) == []
    go(mapped, "map")
    expect(person.rows(mapped)).to_have_count(1)


@pytest.mark.parametrize(("fault", "key"), [("QuotaExceededError", "full"), ("", "failed")])
def test_what_cannot_be_kept_is_told_and_the_map_stays(mapped: Page, fault: str, key: str) -> None:
    """Nothing is called kept that is not; when there is room again, it is kept."""
    keep_plain(mapped)
    mapped.evaluate(REFUSE, fault)
    go(mapped, "people")
    person.add(mapped, "Sam")
    where(mapped, f"trouble.{key}")
    expect(mapped.locator("html[data-unkept]")).to_be_attached()
    assert "Sam" not in mapped.evaluate(SHELF)[0]["text"]
    mapped.evaluate("() => chnAllow()")
    person.add(mapped, "Ali")
    where(mapped, "plain")
    saved(mapped, "Ali")
