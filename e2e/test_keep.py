"""Kept on this device: there when the page starts anew, locked, and never written over."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from e2e import person
from e2e.conftest import NewPage
from e2e.keeping import KETTLE, keep, keep_plain, open_first, type_secret, unlock, where
from e2e.person import WORDS, button, go, on_step, press

# What is on the shelf, as anyone could read it who can open the browser.
SHELF = """async () => {
  const name = `chn-self:${new URL("./", location.href).pathname}`;
  const found = await indexedDB.databases();
  if (!found.some((database) => database.name === name)) return null;
  const database = await new Promise((done) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => done(request.result);
  });
  const maps = await new Promise((done) => {
    const request = database.transaction("maps").objectStore("maps").getAll();
    request.onsuccess = () => done(request.result);
  });
  database.close();
  return maps.map(({ data, ...rest }) => ({ ...rest, text: new TextDecoder().decode(data) }));
}"""


# Takes off whatever a test has kept, as if the browser had cleared it.
CLEAR = """() => new Promise((done) => {
  const name = `chn-self:${new URL("./", location.href).pathname}`;
  indexedDB.deleteDatabase(name).onsuccess = () => done();
})"""

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
def mapped(started: Page) -> Iterator[Page]:
    """A page with one person on the map, on the screen for keeping; nothing is kept yet."""
    go(started, "people")
    person.add(started, "Maryam")
    go(started, "keep")
    yield started
    started.evaluate(CLEAR)


@pytest.fixture
def reloaded(started: Page) -> Callable[[], Page]:
    """Start the page anew, as after the tab was closed."""

    def reload() -> Page:
        started.reload()
        person.settled(started)
        return started

    return reload


def in_this_tab_only(page: Page) -> None:
    """See that the map, or what changed on it, is said to be in the tab and nowhere else."""
    expect(page.locator("#where")).to_contain_text("in this tab only", ignore_case=True)


def saved(page: Page, text: str) -> None:
    """Wait until the store holds a map with this text in it."""
    expect(page.locator("html:not([data-unkept])")).to_be_attached()
    (kept,) = page.evaluate(SHELF)
    assert text in kept["text"]


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
    press(page, "here.minutes", time=5)
    page.clock.run_for(4 * 60_000)
    where(page, "sealed")
    page.clock.run_for(70_000)
    expect(page.get_by_text(WORDS("notice.locked"))).to_be_visible()
    unlock(page, KETTLE)
    on_step(page, "map")
    go(page, "keep")
    expect(button(page, "here.minutes", time=5)).to_have_attribute("aria-pressed", "true")


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
    lowest = max(box["y"] for box in boxes(dialog.get_by_role("link", name=re.compile("^[0-9]"))))
    assert boxes(offered)[0]["y"] > lowest
    dialog.get_by_role("link", name=WORDS("pause.keep")).click()
    expect(dialog).to_be_hidden()
    keep_plain(mapped)
    help_link.click()
    expect(offered).to_be_hidden()


def boxes(found: object) -> list[dict[str, float]]:
    """Where elements are."""
    return [one.bounding_box() for one in found.all()]  # type: ignore[attr-defined]


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
