"""How long keeping a map on the device takes, and what it adds to a press."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, islice

from playwright.sync_api import Browser, Locator, Page, expect

from chn_self.files.codec import encode
from chn_self.files.envelope import ITERATIONS
from e2e import person
from e2e.keeping import keep
from e2e.large_map import large_map
from e2e.timing import PRESS, section, told

CONNECTIONS, LINKS = 60, 200
SAVES = 50
ROUNDS = 5  # of four turns, two with keeping and two without
IN_A_TURN = 10
KEYS = 20

# A press, then at once what the page does when it is put away: it keeps what is due without
# waiting. Told are the time until it says that nothing is unkept, and the longest in between that
# a key would have had to wait for the page.
SAVE = """(element) => new Promise((done) => {
  const root = document.documentElement;
  const { port1, port2 } = new MessageChannel();
  let longest = 0;
  element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
  const began = performance.now();
  let last = began;
  document.dispatchEvent(new Event("visibilitychange"));
  delete document.visibilityState;
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if ("unkept" in root.dataset) port2.postMessage(null);
    else done([now - began, longest]);
  };
  port2.postMessage(null);
})"""

KEY = """async (iterations) => {
  const typed = crypto.getRandomValues(new Uint8Array(20));
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const began = performance.now();
  const password = await crypto.subtle.importKey("raw", typed, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", iterations, salt };
  const what = { name: "AES-GCM", length: 256 };
  await crypto.subtle.deriveKey(how, password, what, false, ["encrypt", "decrypt"]);
  return performance.now() - began;
}"""


def keep_section(browser: Browser, at: str) -> str:
    """The section of the report on keeping a map on the device, with a passphrase."""
    kept, unkept = (_mapped(browser, at) for _ in range(2))
    person.go(kept, "keep")
    keep(kept)
    for page in (kept, unkept):
        person.go(page, "support")
    pressed = _presses(kept, unkept)
    saves = [found.evaluate(SAVE) for found in islice(_ticks(kept), SAVES)]
    keys = [kept.evaluate(KEY, ITERATIONS) for _ in range(KEYS)]
    for page in (kept, unkept):
        page.context.close()
    times = {
        "a press, the map in the tab only": pressed[unkept],
        "a press, the map kept on the device": pressed[kept],
        "a save: encode, encrypt, write, until it is told": [took for took, _ in saves],
        "the longest that a key waits during a save": [wait for _, wait in saves],
        f"a key from a passphrase, {ITERATIONS:,} iterations": keys,
    }
    added = statistics.median(pressed[kept]) - statistics.median(pressed[unkept])
    asked = (
        "Asked for: 300 ms or less for a save; 5 ms or less more for a press, by the medians.\n"
        f"Keeping the map adds {told(added)} to a press."
    )
    heading = f"Keeping a map of {CONNECTIONS} connections on the device, with a passphrase"
    return section(heading, asked, ("what", "times"), times)


def _mapped(browser: Browser, at: str) -> Page:
    page = browser.new_page(base_url=at, viewport={"width": 1280, "height": 800})
    person.arrive(page)
    person.open_map(page, encode(large_map(CONNECTIONS, LINKS)))
    person.on_step(page, "map")
    return page


def _presses(kept: Page, unkept: Page) -> Mapping[Page, Sequence[float]]:
    """Times of presses that change the map, in one page and the other by turns.

    No turn begins before the one before is kept, so that each page bears its own saves alone.
    """
    times: dict[Page, list[float]] = {kept: [], unkept: []}
    ticks = {page: _ticks(page) for page in times}
    for page in (kept, unkept, unkept, kept) * ROUNDS:
        times[page] += [found.evaluate(PRESS) for found in islice(ticks[page], IN_A_TURN)]
        expect(kept.locator("html:not([data-unkept])")).to_be_attached()
    return times


def _ticks(page: Page) -> Iterator[Locator]:
    return (page.locator('[data-press="receives"]').nth(i % 20) for i in count())
