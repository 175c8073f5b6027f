"""Which of the three published network types a map is most like, and how far to trust it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import exp, sqrt

from chn_self.domain.agreement import Readings, agreement, read_all_ways
from chn_self.domain.connection import Kind
from chn_self.domain.measures import Measures, measure
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.reasons import Reason, choose_reasons
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

# A measure of the map in standard deviations from the middle of all maps; None if not answered.
Point = Sequence[float | None]


class Clarity(StrEnum):
    """How plainly a map is like one type; `too_little` was not compared at all."""

    CLEAR = "clear"
    BETWEEN = "between"
    UNLIKE = "unlike"
    TOO_LITTLE = "too_little"


@dataclass(frozen=True, slots=True)
class Classification:
    """What a map is most like; with `too_little` nothing but the clarity and the measures.

    `resemblance` gives each type a share, adding up to 1; `agreement` is the share of plausible
    ways of rebuilding the types that name the same one, None while the model holds only one.
    """

    closest: NetworkType | None
    clarity: Clarity
    resemblance: Mapping[NetworkType, float] | None
    agreement: float | None
    reasons: tuple[Reason, ...]
    measures: Measures


def classify(map_: PersonalMap, model: Model) -> Classification:
    """Compare a map with the three types.

    A measure that was not answered is left out of every distance, so that it moves the map
    towards no type. An answer is clear if its resemblance and the agreement on it are high
    enough, and stay so however much longer an unfinished list may grow. It is unlike if the map
    lies further from its closest type than nineteen in twenty typical maps with as many answers.
    """
    measures = measure(map_)
    point = positions(measures, model)
    if too_little(map_, _answered(point)):
        return Classification(None, Clarity.TOO_LITTLE, None, None, (), measures)
    closest, square, resemblance = compare(point, model)
    readings = read_all_ways(map_, model.ensemble)
    agreed = agreement(closest, readings, model.ensemble)
    if sqrt(square) > model.unlike_beyond[_answered(point) - 1]:
        clarity = Clarity.UNLIKE
    elif (
        not map_.away
        and _is_clear(resemblance[closest], agreed, model)
        and _stays_clear(map_, closest, point, readings, model)
    ):
        clarity = Clarity.CLEAR
    else:
        clarity = Clarity.BETWEEN
    reasons = choose_reasons(
        map_,
        measures,
        positions={n: x for n, x in zip(model.measures, point, strict=True) if x is not None},
        contributions=contributions(point, closest, model),
        at_least=model.reason_at_least,
    )
    return Classification(closest, clarity, resemblance, agreed, reasons, measures)


def positions(measures: Measures, model: Model) -> Point:
    """The model's measures of a map, in the model's order."""
    values = [getattr(measures, s.measure) for s in model.scalings]
    return tuple(
        None if value is None else s.position(value)
        for s, value in zip(model.scalings, values, strict=True)
    )


def compare(point: Point, model: Model) -> tuple[NetworkType, float, Mapping[NetworkType, float]]:
    """The closest type, the squared distance to it, and the resemblance to each.

    At least one measure has to be answered. Of types that are equally close the first is named.
    """
    squares = {t: squared_distance(point, model.centres[t]) for t in NetworkType}
    closest = min(squares, key=squares.__getitem__)
    resemblance = resemblances(squares, model.temperatures[_answered(point) - 1])
    return closest, squares[closest], resemblance


def squared_distance(point: Point, centre: Sequence[float]) -> float:
    """Squared distance over the answered measures, scaled up to all of them.

    The same as scikit-learn's `nan_euclidean_distances(squared=True)`.
    """
    squares = [(x - c) ** 2 for x, c in zip(point, centre, strict=True) if x is not None]
    return len(point) / len(squares) * sum(squares)


def resemblances(
    squares: Mapping[NetworkType, float], temperature: float
) -> Mapping[NetworkType, float]:
    """Turn squared distances into shares that add up to 1, falling with exp(-d² / 2 temperature).

    The temperature was fitted, for each count of answered measures, on generated maps that
    training had not seen, so that of maps given a share of 0.7 about 7 in 10 came from that
    type. The fewer the answers, the flatter the shares.
    """
    nearest = min(squares.values())
    weights = {t: exp((nearest - square) / (2 * temperature)) for t, square in squares.items()}
    total = sum(weights.values())
    return {t: weight / total for t, weight in weights.items()}


def contributions(point: Point, closest: NetworkType, model: Model) -> Mapping[str, float]:
    """What each answered measure adds to how much further the other types are.

    They add up to the mean squared distance to the other types less that to the closest one.
    """
    near = model.centres[closest]
    others = [centre for t, centre in model.centres.items() if t != closest]
    weight = len(point) / _answered(point)
    return {
        name: weight * (sum((x - o[i]) ** 2 for o in others) / len(others) - (x - near[i]) ** 2)
        for i, (name, x) in enumerate(zip(model.measures, point, strict=True))
        if x is not None
    }


def _answered(point: Point) -> int:
    return sum(x is not None for x in point)


def too_little(map_: PersonalMap, answered: int) -> bool:
    """A small map is not too little when the person says that all of it is there."""
    if answered and set(Kind) <= {*map_.complete}:
        return False
    connections = sum(c.counts for c in map_.connections)
    return connections < FEWEST_CONNECTIONS or answered < FEWEST_ANSWERED


def _is_clear(resemblance: float, agreed: float | None, model: Model) -> bool:
    return resemblance >= model.clear_at and (agreed is None or agreed >= model.agree_at)


def _stays_clear(
    map_: PersonalMap, type_: NetworkType, point: Point, readings: Readings, model: Model
) -> bool:
    """Whether an answer is clear without what may change as an unfinished list goes on."""
    unfirm = open_ended(map_, point, model)
    firm = tuple(
        None if name in unfirm else x for name, x in zip(model.measures, point, strict=True)
    )
    if not unfirm:
        return True
    if _answered(firm) < FEWEST_ANSWERED:
        return False
    closest, _, resemblance = compare(firm, model)
    agreed = agreement(type_, readings, model.ensemble, unfirm)
    return closest == type_ and _is_clear(resemblance[type_], agreed, model)


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
