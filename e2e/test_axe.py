"""axe finds nothing: on any screen or page, in any state; light, dark, in forced colours."""

from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from e2e import person, table
from e2e.browser import DIST, axe
from e2e.conftest import NewPage

PAGES = sorted(path.name for path in DIST.glob("*.html") if path.name != "index.html")


@dataclass(frozen=True, slots=True)
class Look:
    """How a screen is looked at: its width in pixels, and the colours that the device asks for."""

    width: int
    scheme: Literal["light", "dark"]
    forced: bool = False

    def take(self, page: Page) -> list[str]:
        """What axe finds. Forced colours are the reader's own, so their contrast is not asked."""
        page.set_viewport_size({"width": self.width, "height": 700})
        page.emulate_media(
            color_scheme=self.scheme, forced_colors="active" if self.forced else "none"
        )
        page.evaluate("scrollTo(0, 0)")  # else what is under the bar at the top counts as small
        if not self.forced:
            return axe(page)
        return axe(page, rules={"color-contrast": {"enabled": False}})


LOOKS = (
    Look(320, "light"),
    Look(1280, "dark"),
    Look(320, "dark", forced=True),
    Look(1280, "light"),
    Look(320, "dark"),
    Look(1280, "dark", forced=True),
)


def test_axe_finds_nothing_on_any_screen(started: Page) -> None:
    """Each line of the table in one look, the looks in turn."""
    found = {
        stop: faults
        for i, stop in enumerate(table.stops(started))
        if (faults := LOOKS[i % len(LOOKS)].take(started))
    }
    assert found == {}


@pytest.mark.whole
def test_axe_finds_nothing_in_any_look(started: Page) -> None:
    """Each line of the table in every look."""
    looked = [(stop, look, look.take(started)) for stop in table.stops(started) for look in LOOKS]
    assert len(looked) >= 200
    assert [(stop, look, faults) for stop, look, faults in looked if faults] == []


def test_axe_finds_nothing_on_pages_of_their_own(new_page: NewPage) -> None:
    """Help, privacy, the worksheet and the others, which need no Python."""
    page = new_page()
    for name in PAGES:
        page.goto(name)
        expect(person.heading(page)).to_be_visible()
        assert [(name, look, found) for look in LOOKS if (found := look.take(page))] == []
