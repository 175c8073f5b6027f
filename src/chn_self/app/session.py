"""A guided session: someone sits beside the person while they make their map."""

from dataclasses import dataclass, replace
from enum import StrEnum

from chn_self.domain.personal_map import PersonalMap


class Device(StrEnum):
    """Whose the device is: what the end of a session says and offers goes by it."""

    MINE = "mine"
    HELPERS = "helpers"
    SHARED = "shared"


class Wish(StrEnum):
    """What the person would like to keep."""

    PAPER = "paper"
    FILE = "file"
    NOTHING = "nothing"


class Act(StrEnum):
    """What is done in a session by one press."""

    BEGIN = "begin"
    TURN = "turn"
    SHOW = "show"
    ALONE = "alone"
    ON_PAPER = "on-paper"


@dataclass(frozen=True, slots=True)
class Session:
    """How someone is being helped, and how they would like to end. None of it is on the map.

    `helped` says that a helper is here now, and each screen says so too; `covered` that the screen
    is being turned, so nothing of the map shows; `wishes` what the person would like to keep, empty
    while that was not said; `on_paper` is the map as they have it on paper; `again` when they would
    like to talk again, in their own words.
    """

    helped: bool = False
    device: Device | None = None
    covered: bool = False
    wishes: frozenset[Wish] = frozenset()
    on_paper: PersonalMap | None = None
    again: str = ""


def for_another_map(session: Session) -> Session:
    """The session with nothing of what was said of one map, which may be somebody else's."""
    return replace(session, wishes=frozenset(), on_paper=None, again="")


def toggled(wishes: frozenset[Wish], wish: Wish) -> frozenset[Wish]:
    """The wishes with one turned over; nothing goes with nothing else."""
    turned = wishes ^ {wish}
    return turned & {wish} if wish == Wish.NOTHING else turned - {Wish.NOTHING}
