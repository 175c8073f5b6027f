"""Working on the picture with a mouse, with a finger, and by keys with the picture never seen."""

import re
from dataclasses import dataclass

from playwright.sync_api import CDPSession, Locator, Page, Position, expect

from e2e import person
from e2e.person import WORDS, button, button_about, go

# More than there are on any screen of these journeys.
MOST_TABS = 120

# A map of twelve for such work.
ACTIVITIES = ("Choir", "Tea", "Walk")
PEOPLE = ("Ana", "Ben", "Dee", "Eve", "Fay", "Gus")
PLACES = ("Hall", "Kiosk", "Library")

# Where a mark is, and where it would be on a ring of the picture if it went straight in or out,
# both in pixels of the window. With no ring drawn yet, thirds of the way out stand for them.
WAY = """(mark, ring) => {
  const svg = mark.ownerSVGElement;
  const [x, y, across, down] = svg.dataset.ground.split(" ").map(Number);
  const [left, top] = mark.getAttribute("transform").match(/-?[\\d.]+/g).map(Number);
  const outer = (wanted) =>
    svg.querySelector(`[data-ring="${wanted}"]`)?.rx.baseVal.value / across || wanted / 3;
  const inner = ring > 1 ? outer(ring - 1) : 0.3 * outer(1);
  const [right, below] = [(left - x) / across, (top - y) / down];
  const share = (inner + outer(ring)) / 2 / Math.hypot(right, below);
  const on = (a, b) => {
    const point = new DOMPoint(a, b).matrixTransform(svg.getScreenCTM());
    return { x: point.x, y: point.y };
  };
  return [on(left, top), on(x + across * right * share, y + down * below * share)];
}"""


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until the focus is here; everything in the way can be left again."""
    expect(wanted).to_be_visible()
    for _ in range(MOST_TABS):
        if wanted.evaluate("(element) => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never came to {wanted}")


def enter(page: Page, wanted: Locator) -> None:
    """Tab to it and press Enter."""
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def built(page: Page) -> None:
    """A map of twelve, with nothing said of any."""
    for step, names in (("activities", ACTIVITIES), ("people", PEOPLE), ("places", PLACES)):
        go(page, step)
        person.add(page, *names)
    go(page, "map")


def mark(page: Page, name: str) -> Locator:
    """The mark of a connection, as a screen reader finds it."""
    return page.get_by_role("treeitem", name=re.compile(rf"^{re.escape(name)}\b")).last


def chosen(page: Page, name: str) -> Locator:
    """What can be done with the connection that is looked at."""
    return page.get_by_role("group", name=name, exact=True)


def way(page: Page, name: str, ring: int) -> list[Position]:
    """From where a mark is, in sight, to where it would be on a ring."""
    there = mark(page, name)
    there.scroll_into_view_if_needed()  # once nothing moves any more
    there.evaluate("(mark) => mark.scrollIntoView({ block: 'center' })")
    found: list[Position] = there.evaluate(WAY, ring)
    return found


def at(page: Page, name: str) -> Position:
    """Where a mark is, in sight."""
    return way(page, name, 1)[0]


@dataclass
class Mouse:
    """Clicks and drags."""

    page: Page

    def look(self, name: str) -> None:
        """Press the mark itself, unless it is looked at."""
        if not chosen(self.page, name).is_visible():
            self.page.mouse.click(**at(self.page, name))
        expect(chosen(self.page, name)).to_be_visible()

    def move(self, name: str, ring: int) -> None:
        """Drag the mark straight in or out."""
        start, end = way(self.page, name, ring)
        self.page.mouse.move(**start)
        self.page.mouse.down()
        self.page.mouse.move(**end, steps=5)
        self.page.mouse.up()
        on_ring(self.page, name, ring)

    def link(self, name: str, *others: str) -> None:
        """Press the others among what it may go with."""
        self.look(name)
        _pick(self.page, name, others)

    def press(self, wanted: Locator) -> None:
        """Click it."""
        wanted.click()


@dataclass
class Finger:
    """Taps, and drags what is chosen."""

    page: Page
    glass: CDPSession

    def look(self, name: str) -> None:
        """Tap the mark itself, unless it is looked at."""
        if not chosen(self.page, name).is_visible():
            self.page.touchscreen.tap(**at(self.page, name))
        expect(chosen(self.page, name)).to_be_visible()

    def move(self, name: str, ring: int) -> None:
        """Choose the mark, then drag it straight in or out."""
        self.look(name)
        start, end = way(self.page, name, ring)
        self.swipe(start, end)
        on_ring(self.page, name, ring)

    def link(self, name: str, *others: str) -> None:
        """Tap the others among what it may go with."""
        self.look(name)
        _pick(self.page, name, others)

    def press(self, wanted: Locator) -> None:
        """Tap it."""
        wanted.tap()

    def swipe(self, start: Position, end: Position) -> None:
        """Put the finger down, move it, and lift it."""
        self._touch("touchStart", start)
        for step in range(1, 11):
            x, y = (start[k] + step / 10 * (end[k] - start[k]) for k in ("x", "y"))
            self._touch("touchMove", {"x": x, "y": y})
        self._touch("touchEnd")

    def _touch(self, type: str, *points: Position) -> None:
        self.glass.send("Input.dispatchTouchEvent", {"type": type, "touchPoints": [*points]})


@dataclass
class Keys:
    """Tab, letters, arrows, Enter and Escape: what the picture says is all there is of it."""

    page: Page

    def look(self, name: str) -> None:
        """Come to the picture, jump by the first letter, and open it."""
        tab_to(self.page, self.page.locator('[role="treeitem"][tabindex="0"]'))
        for _ in range(12):
            self.page.keyboard.press(name[0])
            if mark(self.page, name).evaluate("(item) => item === document.activeElement"):
                break
        self.page.keyboard.press("Enter")
        expect(chosen(self.page, name)).to_be_focused()

    def move(self, name: str, ring: int) -> None:
        """Bring it nearer, a press a ring, from where nothing was said."""
        self.look(name)
        for _ in range(4 - ring):
            enter(self.page, button_about(self.page, "chosen.nearer", name))
        on_ring(self.page, name, ring)
        self._back(name)

    def link(self, name: str, *others: str) -> None:
        """Open the fold, and press the others among what it may go with."""
        self.look(name)
        enter(self.page, self.page.locator("#chosen-more > summary"))
        for other in others:
            chip = button_named(self.page, name, other)
            if not chip.is_visible():
                enter(self.page, self.page.locator("#ties-more > summary"))
            enter(self.page, chip)
            expect(chip).to_have_attribute("aria-pressed", "true")
        self._back(name)

    def press(self, wanted: Locator) -> None:
        """Tab to it and press Enter."""
        enter(self.page, wanted)

    def _back(self, name: str) -> None:
        self.page.keyboard.press("Escape")
        expect(mark(self.page, name)).to_be_focused()


def button_named(page: Page, name: str, other: str) -> Locator:
    """The button that puts another together with the one that is looked at."""
    return chosen(page, name).get_by_role("button", name=other, exact=True)


def on_ring(page: Page, name: str, ring: int) -> None:
    """See that the page says once where it is now."""
    expect(page.locator("#said")).to_have_text(WORDS(f"notice.on_ring_{ring}", name=name))


def _pick(page: Page, name: str, others: tuple[str, ...]) -> None:
    page.locator("#chosen-more > summary").click()
    for other in others:
        if not button_named(page, name, other).is_visible():
            page.locator("#ties-more > summary").click()
        button_named(page, name, other).click()
        expect(button_named(page, name, other)).to_have_attribute("aria-pressed", "true")
    button(page, "chosen.back").click()
