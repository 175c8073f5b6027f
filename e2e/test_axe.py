"""axe finds nothing: on any screen or page, in any state; light, dark, in forced colours."""

import re
from dataclasses import dataclass
from typing import Literal

import pytest
from playwright.sync_api import Page, expect

from e2e import person, table
from e2e.browser import DIST, RULES, axe
from e2e.conftest import NewPage

PAGES = sorted(path.name for path in DIST.glob("*.html") if path.name != "index.html")

CALM = "(on) => document.documentElement.toggleAttribute('data-calm', on)"
# A long name is cut short beside its mark, and whole in what is read out.
SHORTENED = re.compile(r"label-content-name-mismatch: .* at \[(\[['\"]#mark-[^]]+\](, )?)+\]")


@dataclass(frozen=True, slots=True)
class Look:
    """How a screen is looked at: its width in pixels, the device's colours, if it is a calm one."""

    width: int
    scheme: Literal["light", "dark"]
    forced: bool = False
    calm: bool = False

    def take(self, page: Page) -> list[str]:
        """What axe finds. Forced colours are the reader's own, so their contrast is not asked."""
        page.set_viewport_size({"width": self.width, "height": 700})
        page.emulate_media(
            color_scheme=self.scheme, forced_colors="active" if self.forced else "none"
        )
        page.evaluate(CALM, self.calm)
        page.evaluate("scrollTo(0, 0)")  # else what is under the bar at the top counts as small
        rules = {"color-contrast": {"enabled": False}} if self.forced else RULES
        return [fault for fault in axe(page, rules=rules) if not SHORTENED.fullmatch(fault)]


LOOKS = (
    Look(320, "light"),
    Look(1280, "dark"),
    Look(320, "dark", forced=True),
    Look(1280, "light"),
    Look(320, "dark"),
    Look(1280, "dark", forced=True),
    Look(320, "light", calm=True),
    Look(1280, "dark", calm=True),
)


def test_axe_finds_nothing_on_any_screen(started: Page) -> None:
    """Each line of the table in one look, the looks in turn."""
    found = {
        stop: faults
        for i, stop in enumerate(table.stops(started))
        if (faults := LOOKS[i % len(LOOKS)].take(started))
    }
    assert not found, "\n".join(f"{stop}: {faults}" for stop, faults in found.items())


@pytest.mark.whole
def test_axe_finds_nothing_in_any_look(started: Page) -> None:
    """Each line of the table in every look."""
    looked = [(stop, look, look.take(started)) for stop in table.stops(started) for look in LOOKS]
    assert len(looked) >= 200
    found = [f"{stop}, {look}: {faults}" for stop, look, faults in looked if faults]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "looks", [1, pytest.param(len(LOOKS), marks=pytest.mark.whole)], ids=["in turn", "all"]
)
def test_axe_finds_nothing_on_pages_of_their_own(new_page: NewPage, looks: int) -> None:
    """Help, privacy, the worksheet and the others, which need no Python."""
    page = new_page()
    for i, name in enumerate(PAGES):
        page.goto(name)
        expect(person.heading(page)).to_be_visible()
        taken = (LOOKS[(i + at) % len(LOOKS)] for at in range(looks))
        assert [(name, look, found) for look in taken if (found := look.take(page))] == []
