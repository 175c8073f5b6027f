"""How far a map lies from each network type, and what that makes of resemblance."""

from collections.abc import Mapping, Sequence
from math import exp

from chn_self.domain.measures import Measures
from chn_self.domain.trained_types import Model, NetworkType

# A measure of the map in standard deviations from the middle of all maps; None if not answered.
Point = Sequence[float | None]


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
    resemblance = resemblances(squares, model.temperatures[answered(point) - 1])
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
    training had not seen, finished and unfinished ones and some from other numbers than ours
    together, so that of maps given a share of 0.7 about 7 in 10 came from that type. The fewer
    the answers, the flatter the shares.
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
    weight = len(point) / answered(point)
    return {
        name: weight * (sum((x - o[i]) ** 2 for o in others) / len(others) - (x - near[i]) ** 2)
        for i, (name, x) in enumerate(zip(model.measures, point, strict=True))
        if x is not None
    }


def answered(point: Point) -> int:
    """How many measures of a map have a value."""
    return sum(x is not None for x in point)
