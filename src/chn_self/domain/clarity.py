"""How plainly a map is like its closest type: the rules, each on its own."""

from dataclasses import replace
from enum import StrEnum

from chn_self.domain.agreement import Readings, agreement
from chn_self.domain.connection import Kind
from chn_self.domain.distance import Point, answered, compare, positions
from chn_self.domain.measures import Measures, measure
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model, NetworkType

FEWEST_CONNECTIONS = 3
FEWEST_ANSWERED = 4

# What may still grow, and what may still go either way, with a list that is not finished.
GROWS = {
    Kind.PERSON: frozenset(
        {"people", "family", "friends", "wider", "practitioners", "resources", "health_resources"}
    ),
    Kind.PLACE: frozenset({"places"}),
    Kind.ACTIVITY: frozenset({"activities"}),
}
WAVERS = {Kind.PERSON: frozenset({"practitioner_share"})}


class Clarity(StrEnum):
    """How plainly a map is like one type; `too_little` was not compared at all."""

    CLEAR = "clear"
    BETWEEN = "between"
    UNLIKE = "unlike"
    TOO_LITTLE = "too_little"


def too_little(map_: PersonalMap, answers: int) -> bool:
    """A small map is not too little when the person says that all of it is there."""
    if answers and set(Kind) <= {*map_.complete}:
        return False
    connections = sum(c.counts for c in map_.connections)
    return connections < FEWEST_CONNECTIONS or answers < FEWEST_ANSWERED


def is_clear(resemblance: float, agreed: float | None, model: Model) -> bool:
    """Whether resemblance and agreement are high enough; a model may hold no ensemble."""
    return resemblance >= model.clear_at and (agreed is None or agreed >= model.agree_at)


def stays_clear(
    map_: PersonalMap, type_: NetworkType, point: Point, readings: Readings, model: Model
) -> bool:
    """Whether an answer is clear without what may change as an unfinished list goes on."""
    unfirm = open_ended(map_, point, model)
    firm = tuple(
        None if name in unfirm else x for name, x in zip(model.measures, point, strict=True)
    )
    if not unfirm:
        return True
    if answered(firm) < FEWEST_ANSWERED:
        return False
    closest, _, resemblance = compare(firm, model)
    agreed = agreement(type_, readings, model.ensemble, unfirm)
    return closest == type_ and is_clear(resemblance[type_], agreed, model)


def stands(map_: PersonalMap, type_: NetworkType, measures: Measures, model: Model) -> bool:
    """Whether a map can be plainly like its closest type at all, however near it lies.

    Not where it was made away from home, since it shows a ward, a hostel or a prison as much as
    it shows who the person knows; nor where it would be small because its list of people is not
    finished; nor where the type's name would not be true of it; nor where all turns on one person.
    """
    small_so_far = type_ == NetworkType.FORMAL_AND_SPARSE and Kind.PERSON not in map_.complete
    return (
        not map_.away
        and not small_so_far
        and true_by_name(type_, measures, model)
        and not turns_on_one_person(map_, type_, model)
    )


def true_by_name(type_: NetworkType, measures: Measures, model: Model) -> bool:
    """Whether what a type is called is true of a map that lies closest to it.

    "Mostly family" needs family, and no other group of people that is larger. "A small circle
    with workers in it" needs a worker, and fewer friends than the middle of all maps: formal and
    sparse has the fewest (doi 10.3310/hsdr03050). What was not answered makes no name untrue.
    """
    family, friends, wider, workers = (
        getattr(measures, name) for name in ("family", "friends", "wider", "practitioners")
    )
    match type_:
        case NetworkType.FAMILY_AND_STABLE:
            others = max(friends or 0, wider or 0, workers or 0)
            return family is None or (family > 0 and family >= others)
        case NetworkType.FORMAL_AND_SPARSE:
            at = dict(zip(model.measures, positions(measures, model), strict=True)).get("friends")
            return workers != 0 and (at is None or at < 0)
        case _:
            return True


def turns_on_one_person(map_: PersonalMap, type_: NetworkType, model: Model) -> bool:
    """Whether the closest type would be another if some one person were not on the map.

    A share of two people says little: one GP beside one brother is half of everyone.
    """
    people = {(c.relation, c.new): c for c in map_.of_kind(Kind.PERSON) if c.counts}
    for gone in people.values():
        rest = tuple(c for c in map_.connections if c is not gone)
        point = positions(measure(replace(map_, connections=rest)), model)
        if answered(point) and compare(point, model)[0] != type_:
            return True
    return False


def open_ended(map_: PersonalMap, point: Point, model: Model) -> frozenset[str]:
    """The measures that may yet change as an unfinished list goes on.

    Such a list says "at least so many": a small count from it, or workers put down first, must
    not be what makes an answer clear. A count above the middle of all maps stays above it.
    """
    above = {n for n, x in zip(model.measures, point, strict=True) if x is not None and x >= 0}
    unfinished = [kind for kind in Kind if _may_go_on(map_, kind)]
    wavers = {name for kind in unfinished for name in WAVERS.get(kind, ())}
    return frozenset(wavers | {name for kind in unfinished for name in GROWS[kind] - above})


def _may_go_on(map_: PersonalMap, kind: Kind) -> bool:
    unrelated = any(c.counts and c.relation is None for c in map_.of_kind(Kind.PERSON))
    return kind not in map_.complete or (kind == Kind.PERSON and unrelated)
