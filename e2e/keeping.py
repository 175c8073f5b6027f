"""What a person does to keep a map on the device and to open it again."""

from playwright.sync_api import Page, expect

from e2e import person
from e2e.person import WORDS, on_step, press, starting_with

KETTLE = "blue tea kettle"

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


def where(page: Page, key: str) -> None:
    """See where the map is said to be, on whatever screen this is."""
    expect(page.locator("#where")).to_have_text(starting_with(WORDS(f"where_kept.{key}")))


def type_secret(page: Page, form: str, first: str, again: str | None = None) -> None:
    """Type a passphrase into one of the forms, twice, and press its button."""
    group = page.locator("form").filter(has=page.get_by_test_id(f"seal-{form}"))
    group.get_by_label(WORDS("seal.label"), exact=True).fill(first)
    group.get_by_label(WORDS("seal.again"), exact=True).fill(first if again is None else again)
    page.get_by_test_id(f"seal-{form}").click()


def keep(page: Page, passphrase: str = KETTLE) -> None:
    """Keep the map with a passphrase."""
    type_secret(page, "here", passphrase)
    where(page, "sealed")


def keep_plain(page: Page) -> None:
    """Keep the map without one."""
    person.unfold(page, "here.plain_summary")
    page.get_by_test_id("keep-plain").click()
    where(page, "plain")


def open_first(page: Page) -> None:
    """Open the first map of the list."""
    on_step(page, "keep")
    row = page.get_by_test_id("kept").first
    row.get_by_role("button", name=starting_with(WORDS("shelf.open"))).click()


def unlock(page: Page, passphrase: str) -> None:
    """Type the passphrase that is asked for."""
    page.get_by_label(WORDS("asking.label"), exact=True).fill(passphrase)
    press(page, "asking.open")


def in_this_tab_only(page: Page) -> None:
    """See that the map, or what changed on it, is said to be in the tab and nowhere else."""
    expect(page.locator("#where")).to_contain_text("in this tab only", ignore_case=True)


def saved(page: Page, text: str) -> None:
    """Wait until the store holds a map with this text in it."""
    expect(page.locator("html:not([data-unkept])")).to_be_attached()
    (kept,) = page.evaluate(SHELF)
    assert text in kept["text"]
