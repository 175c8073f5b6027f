"""How smooth a drag is on the picture of a large map."""

from itertools import pairwise

from playwright.sync_api import Browser, Page

from chn_self.files.codec import encode
from e2e import person
from e2e.hands import way
from e2e.large_map import large_map
from e2e.timing import section

CONNECTIONS, LINKS = 60, 200
DRAGS = 12
STEPS = 60  # of the pointer, in a drag

# Every frame that the page paints until it is asked for them, by the time at which it does.
FRAMES = """() => {
  const frames = (globalThis.paintedFrames = []);
  const note = (at) => {
    if (globalThis.paintedFrames !== frames) return;
    frames.push(at);
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
}"""
PAINTED = """() => {
  const frames = globalThis.paintedFrames;
  delete globalThis.paintedFrames;
  return frames;
}"""


def drag_section(browser: Browser, at: str) -> str:
    """The section of the report on dragging: the time from frame to frame meanwhile."""
    page = browser.new_page(viewport={"width": 1280, "height": 900}, service_workers="block")
    page.goto(f"{at}#/keep")
    person.settled(page)
    person.open_map(page, encode(large_map(CONNECTIONS, LINKS)))
    person.on_step(page, "map")
    names = [c.name for c in large_map(CONNECTIONS, LINKS).connections][:DRAGS]
    gaps = [gap for name in names for gap in _drag(page, name)]
    page.close()
    return section(
        f"Dragging on a map of {CONNECTIONS} connections, {LINKS} links",
        "Asked for: 99 of 100 frames follow within 32 ms.",
        ("while a mark is dragged", "frames"),
        {"from one frame to the next": gaps},
    )


def _drag(page: Page, name: str) -> list[float]:
    start, end = way(page, name, 1)
    page.mouse.move(**start)
    page.mouse.down()
    page.evaluate(FRAMES)
    page.mouse.move(**end, steps=STEPS)
    frames: list[float] = page.evaluate(PAINTED)
    page.keyboard.press("Escape")
    page.mouse.up()
    return [b - a for a, b in pairwise(frames)]
