"""Views of one map: which connections each makes stand out, and the counts that it tells."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chn_self.domain.connection import Connection, Effect, Kind, Often
from chn_self.domain.personal_map import PersonalMap

OFTEN = frozenset({Often.DAILY, Often.WEEKLY})


class Emphasis(StrEnum):
    """What a view of the map makes stand out."""

    MATTERS = "matters"
    EFFECT = "effect"
    NEW = "new"
    OFTEN = "often"
    LINKS = "links"
    SUPPORT = "support"


class Way(StrEnum):
    """Which way support goes between the person and somebody, as the person marked it."""

    BOTH = "both"
    GIVES = "gives"
    RECEIVES = "receives"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a view goes by: who has an answer to it, by id; `total` is how many might have.

    The answer is the value of the field that the view goes by, a way that support goes, or with
    how many one goes together.
    """

    emphasis: Emphasis
    answers: Mapping[str, str]
    total: int

    @property
    def lit(self) -> Mapping[str, str]:
        """What stands out, with its answer: of the effects a help alone, and else whatever has one.

        With nothing in it, nothing stands back either.
        """
        if self.emphasis != Emphasis.EFFECT:
            return self.answers
        return {id: answer for id, answer in self.answers.items() if answer == Effect.HELPS}

    @property
    def counts(self) -> Mapping[str, int]:
        """How many there are of each answer."""
        return Counter(self.answers.values())


def standing(map_: PersonalMap, emphasis: Emphasis) -> Standing:
    """What a view of a map makes stand out, in map order."""
    could = map_.of_kind(Kind.PERSON) if emphasis == Emphasis.SUPPORT else map_.connections
    together = Counter(end for link in map_.links for end in link.ends)
    answers = ((c.id, _answer(c, emphasis, together[c.id])) for c in could)
    return Standing(emphasis, {id: answer for id, answer in answers if answer}, len(could))


def _answer(c: Connection, emphasis: Emphasis, together: int) -> str:
    """What of a connection makes it stand out, or nothing."""
    match emphasis:
        case Emphasis.MATTERS:
            return "yes" if c.matters else ""
        case Emphasis.EFFECT:
            return c.effect or ""
        case Emphasis.NEW:
            return "yes" if c.new else ""
        case Emphasis.OFTEN:
            return c.often if c.often in OFTEN else ""
        case Emphasis.SUPPORT:
            return _way(c)
        case Emphasis.LINKS:
            return str(together or "")


def _way(c: Connection) -> str:
    match bool(c.gives), bool(c.receives):
        case True, True:
            return Way.BOTH
        case True, False:
            return Way.GIVES
        case False, True:
            return Way.RECEIVES
        case _:
            return ""
