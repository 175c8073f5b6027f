"""Ways of leaving the page at once, and which of them are on."""

from dataclasses import dataclass, replace
from enum import StrEnum


class Way(StrEnum):
    """A way that can be turned on and off."""

    BUTTON = "button"
    SHIFT = "shift"


@dataclass(frozen=True, slots=True)
class Ways:
    """The button is there until it is turned off; three presses of Shift do nothing until on."""

    button: bool = True
    shift: bool = False


def toggled(ways: Ways, way: Way) -> Ways:
    """The same with one of them turned over."""
    match way:
        case Way.BUTTON:
            return replace(ways, button=not ways.button)
        case Way.SHIFT:
            return replace(ways, shift=not ways.shift)
