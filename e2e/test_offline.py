"""With no network the page starts as ever; what goes wrong with its copy costs nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from chn_self.files.codec import encode
from e2e import person
from e2e.browser import Guard, built
from e2e.conftest import NewPage
from e2e.host import ANOTHER, Host, Recording, Trouble
from e2e.person import STARTING, STEPS, WORDS, heading, on_step
from tests.maps import map_of
from tests.maps import person as someone

NAME = "Zebedeeah"

# Has the worker do its work from a page that needs no Python, and tells what became of it.
TRY_A_COPY = """async () => {
  const rules = { createScriptURL: () => "sw.js" };
  globalThis.vouched ??= trustedTypes.createPolicy("chn-worker", rules).createScriptURL("");
  const registration = await navigator.serviceWorker.register(globalThis.vouched);
  if (registration.active) await registration.update();
  const { installing } = registration;
  return new Promise((done) => {
    const look = () => {
      if (["activated", "redundant"].includes(installing.state)) done(installing.state);
    };
    installing.addEventListener("statechange", look);
    look();
  });
}"""

CACHES = "async () => (await caches.keys()).sort()"
IS_NEWER = "() => chn.offline.done"

# Waits until the copy that was in use is gone.
GIVEN_WAY = """async () => {
  while ((await caches.keys()).length > 2) await new Promise(requestAnimationFrame);
}"""

# The addresses of all that is in the caches, as one text.
ADDRESSES = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const request of await (await caches.open(name)).keys()) found.push(request.url);
  }
  return found.join(" ");
}"""

# All that is in the caches, addresses and contents, as one text.
ALL_KEPT = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      found.push(name, request.url, await (await cache.match(request)).text());
    }
  }
  return found.join("\\n");
}"""

# What Chromium does of itself once it finds that a page can be installed; true if it is held back.
ASKS_BY_ITSELF = """() => {
  const event = new Event("beforeinstallprompt", { cancelable: true });
  event.prompt = async () => { document.documentElement.dataset.asked = ""; };
  dispatchEvent(event);
  return event.defaultPrevented;
}"""


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """A host of the site as it was built, at the root of its address."""
    serving = Host(tmp_path / "site")
    yield serving
    serving.stop()


@pytest.fixture
def page(new_page: NewPage, host: Host) -> Page:
    """A page of that host, in a browser that lets workers be."""
    return new_page(at=host.address, workers="allow")


def another(page: Page) -> None:
    """See that this is the other build."""
    expect(page.locator(f"html[{ANOTHER}]")).to_be_attached()


def as_before(page: Page) -> None:
    """See that this is the first build."""
    expect(page.locator(f"html:not([{ANOTHER}]) main")).to_be_attached()


def start_with_no_network(host: Host, page: Page) -> None:
    """See that all works though the host is gone: the map, and the pages beside it."""
    host.stop()
    page.goto("#/people")
    page.reload()
    expect(page.locator("html[data-ready]")).to_be_attached(timeout=STARTING)
    on_step(page, "people")
    person.add(page, NAME)
    page.goto("worksheet.html")
    expect(heading(page)).to_have_text(WORDS("pages.worksheet.title"))
    page.goto("index.html")
    expect(heading(page)).to_have_text(WORDS("welcome.heading"))


def test_starts_with_no_network_after_one_visit(host: Host, page: Page) -> None:
    """Nobody has to come twice, or to ask for it."""
    person.arrive(page)
    start_with_no_network(host, page)


def test_what_was_asked_for_once_is_there_with_no_network(host: Host, page: Page) -> None:
    """What draws a PDF is no part of the copy until the first is made, and from then on it is."""
    person.arrive(page)
    assert "pdfkit" not in page.evaluate(ADDRESSES)
    for _ in ("with the host", "without"):
        person.open_map(page, encode(map_of(someone("sam", "Sam"))))
        person.go(page, "summary")
        assert person.take(page, "download-pdf").suggested_filename.endswith(".pdf")
        assert page.evaluate(ADDRESSES).count("pdfkit") == 1
        host.stop()
        page.reload()
        expect(page.locator("html[data-ready]")).to_be_attached(timeout=STARTING)


def test_starts_with_no_network_under_a_path(new_page: NewPage, tmp_path: Path) -> None:
    """Wherever a host has put the site, beside others."""
    host = Host(tmp_path / "site", "/some/where/")
    page = new_page(at=host.address, workers="allow")
    page.goto("help.html")
    assert page.evaluate(TRY_A_COPY) == "activated"
    assert all(name.startswith("chn-self:/some/where/:") for name in page.evaluate(CACHES))
    start_with_no_network(host, page)


def test_asks_for_nothing_once_it_is_settled(host: Host, page: Page) -> None:
    """Counted at the host, on the first visit and the second; and nothing typed gets in a copy."""
    for _ in ("first", "second"):
        page.goto("about:blank")
        person.arrive(page, "people")
        asked = len(host.asked)
        person.add(page, NAME)
        for step in STEPS:
            person.go(page, step)
        assert host.asked[asked:] == []
        kept = page.evaluate(ALL_KEPT)
        assert "chn-self:/:" in kept
        assert NAME not in kept


def fails(handler: Recording) -> None:
    """The host has a fault."""
    handler.send_error(500)


def is_another(handler: Recording) -> None:
    """Some hotel's network puts its own page in place of any other."""
    handler.give(b"<p>Sign in to use our network</p>")


def differs(handler: Recording) -> None:
    """Somebody on the way changed a single byte."""
    handler.give(handler.content[:-1] + b"\n")


def ends_early(handler: Recording) -> None:
    """The connection is lost half way."""
    content = handler.content
    handler.give(content[: len(content) // 2], of=len(content))


def test_a_worker_that_fails_costs_nothing_else(host: Host, page: Page, guard: Guard) -> None:
    """The page works and says nothing of it; only the browser notes for itself what it got."""
    guard.allow("500. was received when fetching the script")
    host.troubles["sw.js"] = fails
    person.arrive(page, "people")
    person.add(page, NAME)
    assert "sw.js" in host.asked
    assert page.evaluate(IS_NEWER) is False


@pytest.mark.parametrize(
    ("path", "trouble"),
    [
        ("help.html", is_another),
        ("pyodide/python.pack", differs),
        ("pyodide/pyodide.asm.wasm", ends_early),
    ],
)
def test_a_copy_that_is_not_whole_is_not_used(
    host: Host, page: Page, path: str, trouble: Trouble
) -> None:
    """Nothing of it is left, pages come from the host, and the next try begins anew."""
    name = built(path) if "/" in path else path
    host.troubles[name] = trouble
    page.goto("about.html")
    assert page.evaluate(TRY_A_COPY) == "redundant"
    assert page.evaluate(CACHES) == []
    asked = len(host.asked)
    page.goto("privacy.html")
    assert "privacy.html" in host.asked[asked:]
    host.troubles.clear()
    assert page.evaluate(TRY_A_COPY) == "activated"


def test_a_copy_for_which_there_is_no_room_is_not_kept(host: Host, page: Page) -> None:
    """A device that is full loses use with no network, and only that."""
    session = page.context.new_cdp_session(page)
    session.send(
        "Storage.overrideQuotaForOrigin",
        {"origin": host.address.rstrip("/"), "quotaSize": 4_000_000},
    )
    page.goto("about.html")
    assert page.evaluate(TRY_A_COPY) == "redundant"
    assert page.evaluate(CACHES) == []


def test_another_build_is_used_when_the_person_says_so(host: Host, page: Page) -> None:
    """It is got ready beside the one in use, of which it takes over what is the same."""
    page.goto("help.html")
    page.evaluate(TRY_A_COPY)
    first = page.evaluate(CACHES)
    host.bring_another_build()
    asked = len(host.asked)
    person.arrive(page, "keep")
    as_before(page)
    assert "assets-0123456789/app.css" in host.asked[asked:]
    assert not [name for name in host.asked[asked:] if name.startswith("py")]
    page.get_by_test_id("use-newer").click()
    another(page)
    kept = page.evaluate(CACHES)
    assert len(kept) == 2
    assert [name for name in kept if name in first] == ["chn-self:/:chosen"]


def test_another_build_is_not_used_before(host: Host, page: Page) -> None:
    """Not even when every tab was closed since it is ready."""
    page.goto("help.html")
    page.evaluate(TRY_A_COPY)
    host.bring_another_build()
    assert page.evaluate(TRY_A_COPY) == "activated"
    page.goto("about:blank")
    page.goto("help.html")
    as_before(page)


def test_a_build_that_does_not_start_gives_way_to_another(host: Host, page: Page) -> None:
    """There is no map then, and nowhere to ask; the next try has the one that is ready."""
    page.goto("help.html")
    page.evaluate(TRY_A_COPY)
    host.bring_another_build()
    page.evaluate(TRY_A_COPY)
    page.add_init_script("delete globalThis.WebAssembly;")
    page.goto("./")
    as_before(page)
    on_step(page, "failed")
    page.evaluate(GIVEN_WAY)
    person.link(page, "pages.failure.again").click()
    another(page)


def test_a_device_can_install_it(started: Page) -> None:
    """Chromium reads the manifest and finds all that it wants, but for a window not private."""
    session = started.context.new_cdp_session(started)
    here = started.url.partition("#")[0]
    told = session.send("Page.getAppManifest")
    assert (told["errors"], told["url"]) == ([], f"{here}manifest.webmanifest")
    assert (told["manifest"]["startUrl"], told["manifest"]["scope"]) == (here, here)
    wanting = session.send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert [fault["errorId"] for fault in wanting] == ["in-incognito"]


def test_the_browser_asks_about_installing_only_when_it_is_told_to(started: Page) -> None:
    """Its own question is held back until somebody wants it, and put once."""
    assert started.evaluate("() => chn.install") is None
    assert started.evaluate(ASKS_BY_ITSELF) is True
    expect(started.locator("html[data-asked]")).to_have_count(0)
    started.evaluate("() => { chn.install() }")
    expect(started.locator("html[data-asked]")).to_be_attached()
