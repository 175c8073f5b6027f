"""Erase everything: what is ours goes, what may be another's stays, and what is left is told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, Page, expect

from e2e import person
from e2e.browser import DIST, Guard, axe
from e2e.conftest import NewPage, serving
from e2e.person import WORDS, button, link, press

PYSCRIPT = "IDBMap/@pyscript.fs"
REASONS = ("held", "refused", "unseen", "unsure", "foreign")

# Puts things there as this page, or another site of the same host, would.
STORE = """async ({ databases, caches: files, workers }) => {
  for (const name of databases) {
    await new Promise((done) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => done(request.result.close());
    });
  }
  for (const name of files) await (await caches.open(name)).put("/some", new Response("some"));
  const rules = { createScriptURL: (url) => url };
  const vouched = workers.length && trustedTypes.createPolicy("chn-worker", rules);
  for (const script of workers) {
    await navigator.serviceWorker.register(vouched.createScriptURL(script));
  }
  if (workers.length) await navigator.serviceWorker.ready;
}"""

STORED = """async () => ({
  databases: (await indexedDB.databases()).map(({ name }) => name).sort(),
  caches: (await caches.keys()).sort(),
  workers: (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope).sort(),
  marks: sessionStorage.length,
})"""

# A worker that is in charge of every page of its site at once.
WORKER = """addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", () => {});"""

# Opens a database and does not let go of it, as a page does that runs.
HOLD = """(name) => new Promise((done) => {
  const request = indexedDB.open(name);
  request.onsuccess = () => { globalThis.held = request.result; done(); };
})"""


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[str]:
    """The address of the site on a host that has another site beside it, each with a worker."""
    ours, other = tmp_path / "some" / "where", tmp_path / "some" / "else"
    for folder in (ours, other):
        folder.mkdir(parents=True)
        (folder / "worker.js").write_text(WORKER)
    for path in DIST.iterdir():
        (ours / path.name).symlink_to(path)
    with serving(tmp_path) as host:
        yield urljoin(host, "some/where/")


def erase(page: Page) -> None:
    """Erase everything by the page for it, which asks first."""
    page.goto("erased.html")
    outcome(page, "before")
    button(page, "erase.yes").click()


def outcome(page: Page, key: str) -> None:
    """See that this is what came of it."""
    expect(page.locator("#outcome")).to_have_text(WORDS(f"pages.erased.{key}"))


def left(page: Page) -> dict[str, list[str]]:
    """What the page says is left, by the reason it gives."""
    told = {}
    for why in REASONS:
        title = page.get_by_role("heading", name=WORDS(f"pages.erased.left.{why}.heading"))
        if title.is_visible():
            told[why] = title.locator("xpath=..").get_by_role("listitem").all_inner_texts()
    return told


def stored(page: Page) -> Any:
    """What is stored in the browser for this host."""
    return page.evaluate(STORED)


def test_takes_everything_after_one_question(page: Page, asked: list[str], site: str) -> None:
    """It asks once, in words of our own; then map and stores are gone, and it says what is not."""
    person.arrive(page, "people")
    person.add(page, "Maryam")
    person.go(page, "keep")
    page.get_by_test_id("erase").click()
    dialog = page.get_by_role("dialog", name=WORDS("erase.title"))
    dialog.get_by_role("button", name=WORDS("erase.no")).click()
    expect(dialog).to_be_hidden()
    person.go(page, "people")
    expect(person.rows(page)).to_have_count(1)

    person.go(page, "keep")
    page.get_by_test_id("erase").click()
    dialog.get_by_role("link", name=WORDS("erase.yes")).click()
    expect(page).to_have_url(f"{site}erased.html")
    expect(person.heading(page)).to_have_text(WORDS("pages.erased.title"))
    outcome(page, "cleared")
    assert left(page) == {}
    assert stored(page) == {"databases": [], "caches": [], "workers": [], "marks": 0}
    assert asked == []
    link(page, "pages.erased.again").click()
    person.settled(page)
    person.go(page, "people")
    expect(person.rows(page)).to_have_count(0)


def test_leaves_and_names_what_is_another_site_s(new_page: NewPage, shared: str) -> None:
    """On a host that is shared, only what carries our own path is ours."""
    page = new_page(at=shared, workers="allow")
    host = urljoin(shared, "/")
    theirs = {
        "databases": [
            PYSCRIPT,
            f"IDBMap/{host}some/else/pyodide@314.0.7",
            "chn-self:/some/",
            "chn-self:/some/where/else/",
            "notes",
        ],
        "caches": ["chn-self:/some/:1", "photos"],
        "workers": [f"{host}some/else/"],
    }
    ours = {
        "databases": [
            "chn-self:/some/where/",
            f"IDBMap/{shared}pyodide@314.0.7",
            f"IDBMap/{shared}pyodide-0a1b2c@314.0.7",
        ],
        "caches": ["chn-self:/some/where/:1", "chn-self:/some/where/:2"],
        "workers": [],
    }
    page.goto("help.html")
    page.evaluate(STORE, ours | {"workers": ["worker.js", "../else/worker.js"]})
    page.evaluate(STORE, theirs | {"workers": []})
    page.evaluate("() => sessionStorage.setItem('chn-self:/some/where/', 'unkept')")
    assert shared in stored(page)["workers"]

    erase(page)
    assert page.evaluate("() => Boolean(navigator.serviceWorker.controller)")
    outcome(page, "cleared")
    told = left(page)
    assert told.keys() == {"unsure", "foreign"}
    assert told["unsure"] == [PYSCRIPT]
    others = {name for names in theirs.values() for name in names} - {PYSCRIPT}
    assert {*told["foreign"]} == others
    assert stored(page) == theirs | {"marks": 0}


def test_erases_once_for_every_time_it_was_asked_to(page: Page) -> None:
    """Back, a reload or the address itself take away nothing that was kept since."""
    page.goto("./")
    page.evaluate("() => document.querySelector('[data-erase-now]').click()")
    outcome(page, "cleared")
    page.evaluate(STORE, {"databases": ["chn-self:/"], "caches": [], "workers": []})
    page.reload()
    outcome(page, "before")
    link(page, "pages.erased.again").click()
    page.go_back()
    outcome(page, "before")
    assert "chn-self:/" in stored(page)["databases"]
    press(page, "erase.yes")
    outcome(page, "cleared")
    assert "chn-self:/" not in stored(page)["databases"]


def test_tells_what_another_tab_holds_and_takes_it_once_that_is_closed(page: Page) -> None:
    """Nothing is said to be cleared that is not; with the other tab closed, it goes by itself."""
    other = page.context.new_page()
    other.goto("help.html")
    other.evaluate(HOLD, "chn-self:/")
    erase(page)
    outcome(page, "some")
    assert left(page) == {"held": ["chn-self:/"]}
    assert axe(page) == []
    press(page, "pages.erased.retry")
    outcome(page, "some")
    assert left(page) == {"held": ["chn-self:/"]}
    assert stored(page)["databases"] == ["chn-self:/"]
    other.close()
    outcome(page, "cleared")
    assert left(page) == {}
    expect(button(page, "pages.erased.retry")).to_be_hidden()
    assert stored(page)["databases"] == []


def test_what_the_browser_refuses_is_told_and_can_be_tried_again(page: Page) -> None:
    """A browser that fails to delete says no more than that."""
    page.goto("help.html")
    page.evaluate(STORE, {"databases": [], "caches": ["chn-self:/:1"], "workers": []})
    page.add_init_script(
        """const { delete: really } = CacheStorage.prototype;
        CacheStorage.prototype.delete = async function () {
          CacheStorage.prototype.delete = really;
          throw new Error("not now");
        };"""
    )
    erase(page)
    outcome(page, "some")
    assert left(page) == {"refused": ["chn-self:/:1"]}
    press(page, "pages.erased.retry")
    outcome(page, "cleared")
    assert stored(page)["caches"] == []


def test_a_browser_that_lists_no_databases_loses_those_known_by_name(page: Page) -> None:
    """An older browser: the maps go, and the page says that it could not see everything."""
    page.goto("help.html")
    databases = ["chn-self:/", PYSCRIPT, "notes"]
    page.evaluate(STORE, {"databases": databases, "caches": [], "workers": []})
    page.add_init_script(
        """globalThis.listed = indexedDB.databases.bind(indexedDB);
        delete IDBFactory.prototype.databases;"""
    )
    erase(page)
    outcome(page, "some")
    assert left(page) == {"unseen": []}
    assert page.evaluate("async () => (await listed()).map(({ name }) => name)") == ["notes"]


def test_claims_nothing_where_its_script_does_not_run(
    browser: Browser, page: Page, site: str, guard: Guard
) -> None:
    """Without script, or with one that does not come, it says how to clear by hand."""
    guard.allow("ERR_FAILED")
    page.route("**/erased.js", lambda route: route.abort())
    page.goto("erased.html")
    outcome(page, "before")
    context = browser.new_context(base_url=site, java_script_enabled=False)
    without = context.new_page()
    without.goto("erased.html")
    outcome(without, "before")
    assert left(without) == {}
    expect(button(without, "erase.yes")).to_be_hidden()
    # What it cannot reach, and how to clear by hand.
    expect(without.get_by_role("main").get_by_role("heading", level=2)).to_have_count(2)
    context.close()
