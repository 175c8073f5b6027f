"""Every screen fits, can be pressed, and shows where keys are, in every state, as it is read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from e2e import looks, table

SIZED = "(size) => document.documentElement.setAttribute('data-size', size)"


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a screen: the window in CSS pixels, the size of text in per cent, spaced out.

    320 by 256 is a window of 1,280 by 1,024 at 400 per cent (WCAG 1.4.10).
    """

    width: int
    height: int
    size: int = 100
    spaced: bool = False

    @contextmanager
    def on(self, page: Page) -> Iterator[None]:
        """Read the page so, and as it was after."""
        page.set_viewport_size({"width": self.width, "height": self.height})
        page.evaluate(SIZED, str(self.size))
        if self.spaced:
            page.evaluate(looks.SPACE)
        yield
        page.evaluate(looks.UNSPACE)
        page.evaluate(SIZED, "100")


PHONE = Reading(320, 568)
LANDSCAPE = Reading(640, 320)
ENLARGED = Reading(320, 256)
LARGEST = Reading(320, 568, size=200)
LARGE = Reading(1280, 800, size=200)
SPACED = Reading(320, 568, spaced=True)

# Where little of a screen is in sight, what has the focus is hidden most easily.
NARROW_SIGHT = (LANDSCAPE, ENLARGED)


READINGS = (PHONE, ENLARGED, SPACED, LANDSCAPE, LARGEST, LARGE)


@pytest.mark.parametrize(
    "readings",
    [2, pytest.param(len(READINGS), marks=pytest.mark.whole)],
    ids=["two in turn", "all"],
)
def test_every_screen_however_it_is_read(started: Page, readings: int) -> None:
    """Nothing scrolls sideways or is cut off, all is 44 px or more, and the focus is seen.

    Nobody leaves by accident: Help and Leave now are 16 px and more from anything else.
    """
    amiss = [
        f"{stop}, {reading}: {found}"
        for i, stop in enumerate(table.stops(started))
        for reading in (READINGS[(2 * i + at) % len(READINGS)] for at in range(readings))
        if (found := _amiss(started, reading))
    ]
    assert not amiss, "\n".join(amiss)


def _amiss(page: Page, reading: Reading) -> list[str]:
    with reading.on(page):
        page.evaluate(looks.TOP)
        found = [
            fault
            for look in (looks.SIDEWAYS, looks.SMALL, looks.NEAR, looks.CUT)
            for fault in page.evaluate(look)
        ]
        if reading in NARROW_SIGHT:
            page.keyboard.press("Shift")  # from now on keys are in use, not a mouse
            found += page.evaluate(looks.UNSEEN)
        return found
