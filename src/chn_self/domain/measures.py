"""The measures of a map that a network type is worked out from."""

from collections.abc import Callable
from dataclasses import dataclass, fields

from chn_self.domain.connection import Connection, Kind, PlaceType, Relation, Support
from chn_self.domain.personal_map import PersonalMap

FAMILY = frozenset({Relation.PARTNER, Relation.FAMILY})
FRIENDS = frozenset({Relation.FRIEND})
WIDER = frozenset(
    {Relation.NEIGHBOUR, Relation.COLLEAGUE, Relation.GROUP, Relation.ONLINE, Relation.OTHER}
)
PRACTITIONERS = frozenset({Relation.PRACTITIONER})
INFORMAL = FAMILY | FRIENDS | WIDER
RESOURCES = frozenset({Support.LISTENING, Support.PRACTICAL, Support.ADVICE, Support.COMPANY})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a map: how relations are grouped, and which types of place do not count.

    The defaults are the design's own. The study's is not known, so the ways of rebuilding its
    types differ in it.
    """

    family: frozenset[Relation] = FAMILY
    friends: frozenset[Relation] = FRIENDS
    wider: frozenset[Relation] = WIDER
    uncounted_places: frozenset[PlaceType] = frozenset()


AS_DESIGNED = Reading()


@dataclass(frozen=True, slots=True)
class Measures:
    """Counts, shares (0 to 1) and answers (1 to 5); None where nothing it rests on was answered.

    `resources` counts the kinds of everyday support that reach the ego from family, friends or
    wider contacts, 0 to 4; `health_resources` how many of those people give help with health.
    """

    people: float | None
    family: float | None
    friends: float | None
    wider: float | None
    practitioners: float | None
    practitioner_share: float | None
    places: float | None
    activities: float | None
    new_share: float | None
    week_at_home: float | None
    satisfaction: float | None
    resources: float | None
    health_resources: float | None

    def answered(self, names: tuple[str, ...]) -> int:
        """How many of the named measures have a value."""
        return sum(getattr(self, name) is not None for name in names)


MEASURES = tuple(f.name for f in fields(Measures))


def measure(map_: PersonalMap, reading: Reading = AS_DESIGNED) -> Measures:
    """Work out every measure of a map, as the design defines them unless it is read otherwise.

    A zero count of a kind that the person has not said is complete is not answered, never
    "none"; so is a count by relation where nobody's relation was given.
    """
    people = tuple(c for c in map_.of_kind(Kind.PERSON) if c.counts)
    related = tuple(c for c in people if c.relation is not None)
    informal = tuple(c for c in related if c.relation in INFORMAL)
    places = tuple(c for c in map_.of_kind(Kind.PLACE) if c.type not in reading.uncounted_places)

    def by_relation(relations: frozenset[Relation]) -> float | None:
        if people and not related:
            return None
        return _count(map_, Kind.PERSON, related, lambda c: c.relation in relations)

    return Measures(
        people=_count(map_, Kind.PERSON, people),
        family=by_relation(reading.family),
        friends=by_relation(reading.friends),
        wider=by_relation(reading.wider),
        practitioners=by_relation(PRACTITIONERS),
        practitioner_share=_share([c.relation in PRACTITIONERS for c in related]),
        places=_count(map_, Kind.PLACE, places),
        activities=_count(map_, Kind.ACTIVITY, map_.of_kind(Kind.ACTIVITY)),
        new_share=_share([c.new for c in map_.connections if c.counts and c.new is not None]),
        week_at_home=None if map_.away else map_.week_at_home,
        satisfaction=map_.satisfaction,
        resources=_resources(map_, informal),
        health_resources=_health_resources(map_, informal),
    )


def _anything(_: Connection) -> bool:
    return True


def _count(
    map_: PersonalMap,
    kind: Kind,
    among: tuple[Connection, ...],
    which: Callable[[Connection], bool] = _anything,
) -> float | None:
    count = sum(which(c) for c in among)
    return float(count) if count or kind in map_.complete else None


def _share(answers: list[bool]) -> float | None:
    return sum(answers) / len(answers) if answers else None


def _resources(map_: PersonalMap, informal: tuple[Connection, ...]) -> float | None:
    reached = {support for c in informal for support in c.receives} & RESOURCES
    answered = reached or RESOURCES & {*map_.support_answered}
    return float(len(reached)) if answered else None


def _health_resources(map_: PersonalMap, informal: tuple[Connection, ...]) -> float | None:
    givers = sum(Support.HEALTH in c.receives for c in informal)
    answered = givers or Support.HEALTH in map_.support_answered
    return float(givers) if answered else None
