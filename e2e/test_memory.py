"""A quicker start from Python's memory, kept on the device: right, or not used at all."""

import pytest
from playwright.sync_api import Page, expect

from e2e import person
from e2e.conftest import NewPage

# What is kept, as [build, length, whether a text is in it], or null if there is none.
KEPT = """async (text) => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const name = names.find((one) => one.endsWith(":memory"));
  if (!name) return null;
  const database = await new Promise((done) => {
    indexedDB.open(name).onsuccess = ({ target }) => done(target.result);
  });
  const store = database.transaction("memory", "readonly").objectStore("memory");
  const asked = (request) =>
    new Promise((done) => (request.onsuccess = () => done(request.result)));
  const [build] = await asked(store.getAllKeys());
  const found = build && (await asked(store.get(build)));
  database.close();
  if (!found) return null;
  return [build, found.bytes.length, new TextDecoder("latin1").decode(found.bytes).includes(text)];
}"""

# Puts something else in its place, as a faulty disk or another version of the page would.
CHANGE = """async (how) => {
  const names = (await indexedDB.databases()).map(({ name }) => name);
  const name = names.find((one) => one.endsWith(":memory"));
  const database = await new Promise((done) => {
    indexedDB.open(name).onsuccess = ({ target }) => done(target.result);
  });
  const transaction = database.transaction("memory", "readwrite");
  const store = transaction.objectStore("memory");
  const asked = (request) =>
    new Promise((done) => (request.onsuccess = () => done(request.result)));
  const [build] = await asked(store.getAllKeys());
  const record = await asked(store.get(build));
  const digest = async (bytes) => new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const bytes = record.bytes.slice();
  if (how === "corrupted") bytes[bytes.length >> 1] ^= 1;
  const short = how === "truncated" ? bytes.slice(0, 1_000_000) : bytes;
  if (how === "another Python's") new Uint32Array(short.buffer)[4] ^= 1;
  const right = how === "another Python's" ? await digest(short) : record.digest;
  const writing = database.transaction("memory", "readwrite");
  writing.objectStore("memory").put({ bytes: short, digest: right }, build);
  await new Promise((done) => (writing.oncomplete = done));
  database.close();
}"""


def _starts(page: Page, came: str | None) -> None:
    """Come to the page anew: it starts as told, and works."""
    page.goto("about:blank")
    person.arrive(page, "people")
    from_memory = page.locator('html[data-from="memory"]')
    expect(from_memory).to_have_count(1 if came else 0)
    person.add(page, "Maryam")
    expect(person.rows(page)).to_have_count(1)


@pytest.fixture
def visited(new_page: NewPage) -> Page:
    """A page on a device with room, after a first visit on which a name was typed."""
    page = new_page(memory=True)
    page.goto("#/people")
    expect(page.locator("html[data-ready]")).to_be_attached(timeout=person.STARTING)
    person.add(page, "Xanthippe")
    person.settled(page)
    return page


def test_a_second_visit_starts_from_memory_that_holds_nothing_of_the_person(visited: Page) -> None:
    """It is made of the page's own files, in a worker that is given nothing else."""
    kept = visited.evaluate(KEPT, "Xanthippe")
    assert kept is not None
    assert kept[1] > 1_000_000
    assert not kept[2]
    assert visited.evaluate(KEPT, "chn_self")[2]
    _starts(visited, "memory")


def test_what_is_broken_is_let_go_and_the_start_is_a_plain_one(visited: Page) -> None:
    """A byte turned, half of it lost, made by another Python: nobody notices but by the time."""
    for how in ("corrupted", "truncated", "another Python's"):
        visited.evaluate(CHANGE, how)
        _starts(visited, None)
        person.settled(visited)  # by then it was made anew
        assert visited.evaluate(KEPT, "chn_self")[2]
        _starts(visited, "memory")


def test_erasing_takes_it_away(visited: Page) -> None:
    """It is among all that this page stored."""
    visited.goto("erased.html")
    visited.locator("#begin").click()
    expect(visited.locator("#outcome")).to_have_text(person.WORDS("pages.erased.cleared"))
    assert visited.evaluate(KEPT, "") is None


def test_a_small_device_keeps_none(new_page: NewPage) -> None:
    """It has no room to spare, and the page works as before."""
    page = new_page()
    person.arrive(page)
    assert page.evaluate(KEPT, "") is None
