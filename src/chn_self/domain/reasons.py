"""Why a map is most like one network type: the plain counts that moved it there."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from chn_self.domain.connection import UNCOUNTED, Kind, Relation
from chn_self.domain.measures import PRACTITIONERS, RESOURCES, Measures
from chn_self.domain.personal_map import PersonalMap

MOST_REASONS = 4

# A bad day must not read as a fact about someone's connections.
NEVER_A_REASON = frozenset({"satisfaction"})

# Two ways of saying one thing; only the one that counted for more is told.
SAME_THING = (frozenset({"practitioners", "practitioner_share"}),)

# Told out of the people on the map, wherever a total keeps quiet about who is not counted.
OF_PEOPLE = frozenset({"family", "friends", "wider", "practitioners", "practitioner_share"})

# On the map as someone, so that a total without them would say that they are not.
UNCOUNTED_PEOPLE = UNCOUNTED - {Relation.PET}


class Direction(StrEnum):
    """Which side of the middle of all maps a measure lies."""

    MORE = "more"
    FEWER = "fewer"


@dataclass(frozen=True, slots=True)
class Reason:
    """A measure that moved a map towards its closest type and away from the others.

    `share` is its part of the difference between the types; over all answered measures, those
    that moved the other way among them, shares add up to 1. `values` holds what the words need:
    `count`, and `total` where the count is told out of something.
    """

    measure: str
    direction: Direction
    share: float
    values: Mapping[str, int]

    @property
    def wording(self) -> str:
        """The key of its words under `reasons`: none, all, some of who knows how many, or a part.

        All but none have plural forms.
        """
        key = f"{self.measure}.{self.direction}"
        match self.values:
            case {"count": 0}:
                return f"{key}.none"
            case {"count": count, "total": total} if count == total:
                return f"{key}.all"
            case {"total": _}:
                return key
            case _:
                return f"{key}.some" if self.measure in OF_PEOPLE else key


def choose_reasons(
    map_: PersonalMap,
    measures: Measures,
    positions: Mapping[str, float],
    contributions: Mapping[str, float],
    at_least: float,
) -> tuple[Reason, ...]:
    """The measures that counted most, at most four, the weightiest first.

    `positions` are the answered measures in standard deviations from the middle of all maps,
    `contributions` what each adds to the difference of squared distances between the closest
    type and the others, `at_least` the smallest share of it that is worth telling. Without a
    difference there is nothing to explain.
    """
    difference = sum(contributions.values())
    if difference <= 0:
        return ()
    chosen: list[Reason] = []
    for name in sorted(contributions, key=lambda name: -contributions[name]):
        share = contributions[name] / difference
        told = any({name, earlier.measure} in SAME_THING for earlier in chosen)
        if share >= at_least and name not in NEVER_A_REASON and not told:
            direction = Direction.MORE if positions[name] >= 0 else Direction.FEWER
            chosen.append(Reason(name, direction, share, _values(map_, measures, name)))
    return tuple(chosen[:MOST_REASONS])


def _values(map_: PersonalMap, measures: Measures, name: str) -> Mapping[str, int]:
    if name in OF_PEOPLE:
        return _of_people(map_, measures, name)
    match name:
        case "new_share":
            # A new dog is new too: "nothing is new" would not be true of what is on the map.
            answers = [c.new for c in map_.connections if c.new is not None]
            return {"count": sum(answers), "total": len(answers)}
        case "resources":
            return {"count": _whole(measures, name), "total": len(RESOURCES)}
        case _:
            return {"count": _whole(measures, name)}


def _of_people(map_: PersonalMap, measures: Measures, name: str) -> Mapping[str, int]:
    everyone = map_.of_kind(Kind.PERSON)
    people = [c.relation for c in everyone if c.counts]
    if name == "practitioner_share":
        people = [relation for relation in people if relation is not None]
        count = sum(relation in PRACTITIONERS for relation in people)
    else:
        count = _whole(measures, name)
    # The measure leaves these out; a total with them is not what it rests on, one without them
    # would tell the person that they are no one.
    if any(c.relation in UNCOUNTED_PEOPLE for c in everyone):
        return {"count": count}
    return {"count": count, "total": len(people)}


def _whole(measures: Measures, name: str) -> int:
    return int(getattr(measures, name))
