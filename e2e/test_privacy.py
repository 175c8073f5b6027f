"""What was typed is nowhere when the browser is closed, and nothing else is told to anyone."""

from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Playwright, expect

from e2e import person
from e2e.browser import Guard, flags, system_browser
from e2e.keeping import keep
from e2e.person import STEPS
from e2e.profile import holding

NAME = "Zebedeeah Quillfeather"
KEY_WORDS = "Quillwort Zanderbee"
MARK = '{"chn-self:/":"unkept"}'  # that something would be lost, and no more

# Whether a text is in each of the page's own stores, by its name. Bytes are read as Latin letters.
STORES = """async (text) => {
  const found = {};
  const letters = new TextDecoder("latin1");
  const asked = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const holds = (value) => {
    let bytes = false;
    const told = JSON.stringify(value, (_, part) => {
      if (!ArrayBuffer.isView(part)) return part;
      bytes ||= letters.decode(part).includes(text);
      return null;
    });
    return bytes || told.includes(text);
  };
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const kept = database.transaction(store).objectStore(store);
      const all = [await asked(kept.getAllKeys()), await asked(kept.getAll())];
      found[`${name} ${store}`] = holds(all);
    }
    database.close();
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    found[name] = false;
    for (const request of await cache.keys()) {
      const bytes = new Uint8Array(await (await cache.match(request)).arrayBuffer());
      found[name] ||= holds([request.url, bytes]);
    }
  }
  return {
    cookies: document.cookie, local: localStorage.length,
    session: JSON.stringify(sessionStorage), found,
  };
}"""


def test_a_name_is_nowhere_in_the_profile(
    playwright: Playwright, site: str, tmp_path: Path
) -> None:
    """Typed, looked at on every step, kept behind a passphrase; then the folder is searched."""
    profile = tmp_path / "profile"
    guard = Guard(urljoin(site, "/").rstrip("/"))
    context = playwright.chromium.launch_persistent_context(
        profile, executable_path=system_browser(), args=flags(), base_url=site
    )
    guard.watch(context)
    page = context.new_page()
    person.arrive(page, "people")
    page.get_by_test_id("name").click()
    page.keyboard.type(NAME)
    page.keyboard.press("Enter")
    person.button_about(page, "ways.change", NAME).click()
    person.unfold(page, "about.more")
    person.field(page, "about.note").fill(f"{NAME} again")
    person.press(page, "ways.done")
    for step in STEPS:
        person.go(page, step)
        assert NAME.split(maxsplit=1)[0] not in page.url + page.title()
    person.settled(page)
    stores = page.evaluate(STORES, "Zebedeeah")
    # The page's own files are there, and Python's memory made of them: it does find what is there.
    there = page.evaluate(STORES, "chn_self")["found"]
    person.go(page, "keep")
    keep(page, KEY_WORDS)
    expect(page.locator("html:not([data-unkept])")).to_be_attached()
    context.close()
    assert guard.unexpected() == []
    found = stores.pop("found")
    assert stores == {"cookies": "", "local": 0, "session": MARK}
    ours = ("IDBMap/@pyscript", "IDBMap/http", "chn-self:/:")
    assert [kind for kind in ours if not any(name.startswith(kind) for name in found)] == []
    assert [name for name, held in found.items() if held] == []
    assert there["chn-self:/:memory memory"] is True
    assert holding(profile, f"{NAME} {KEY_WORDS}") == []
    # The address of the page is in the history: the search does find what is there.
    assert holding(profile, urlsplit(site).netloc) != []
