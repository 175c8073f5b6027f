"""What was typed is nowhere when the browser is closed, and nothing else is told to anyone."""

import os
import re
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from playwright.sync_api import Playwright

from e2e import person
from e2e.browser import Guard, flags, system_browser
from e2e.person import STEPS

NAME = "Zebedeeah Quillfeather"
MARK = '{"chn-self:/":"unkept"}'  # that something would be lost, and no more

# Every store of the page's own: what there is, and all that is in it.
STORES = """async () => {
  const found = {};
  const asked = (request) => new Promise((done, fail) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  for (const { name } of await indexedDB.databases()) {
    const database = await asked(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const kept = database.transaction(store).objectStore(store);
      found[`${name} ${store}`] = [await asked(kept.getAllKeys()), await asked(kept.getAll())];
    }
    database.close();
  }
  const caches_ = await globalThis.caches?.keys() ?? [];
  return {
    cookies: document.cookie, local: localStorage.length,
    session: JSON.stringify(sessionStorage),
    caches: caches_.length, databases: JSON.stringify(found),
  };
}"""


def test_a_name_is_nowhere_in_the_profile(
    playwright: Playwright, site: str, tmp_path: Path
) -> None:
    """Typed, changed, looked at on every step; then the browser's folder is searched."""
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
    stores = page.evaluate(STORES)
    context.close()
    assert guard.unexpected() == []
    databases = stores.pop("databases")
    assert stores == {"cookies": "", "local": 0, "session": MARK, "caches": 0}
    assert set(re.findall(r"@pyscript|/pyodide@", databases)) == {"@pyscript", "/pyodide@"}
    assert "Zebedeeah" not in databases
    assert _holding(profile, NAME) == []
    # The address of the page is in the history: the search does find what is there.
    assert _holding(profile, urlsplit(site).netloc) != []


def _holding(folder: Path, text: str) -> list[str]:
    """The files that hold any word of a text, as UTF-8 or UTF-16."""
    needles = [word.encode(code) for word in text.split() for code in ("utf-8", "utf-16-le")]
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and os.access(path, os.R_OK) and _has(path.read_bytes(), needles)
    ]


def _has(content: bytes, needles: list[bytes]) -> bool:
    return any(needle in content for needle in needles)
