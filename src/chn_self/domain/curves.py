"""Links as calm curves that bend round the ego and, where they can, round names and marks."""

from dataclasses import dataclass
from typing import NamedTuple

from chn_self.domain.paper import Paper

# How far a curve bows to a side, as a share of its length, positive to the ego; and where its
# bow is widest, as a share of the way.
_BOWS = (0.08, -0.08, 0.16, -0.16, 0.25, -0.25, 0.36, -0.36, 0.5, -0.5)
_SKEWS = (0.5, 0.25, 0.75)
_SHAPES = tuple((bow, skew) for skew in _SKEWS for bow in _BOWS)
_PER_SAMPLE = 14.0
_FEWEST, _MOST = 8, 24

# So near an end a curve may run under what belongs to that end.
_OWN = 30.0

# What is worse than what: the ego crossed, the frame left, a name or mark crossed, a wide bow,
# one that leans to an end.
_EGO, _FRAME, _TAKEN, _BOW, _SKEW = 100.0, 100.0, 2.0, 45.0, 4.0


class End(NamedTuple):
    """One end of a link."""

    id: str
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve between two connections, by way of the `control` point."""

    a: End
    b: End
    control: tuple[float, float]

    def at(self, t: float) -> tuple[float, float]:
        """The point a share t of the way, 0 to 1."""
        u = 1 - t
        first, second, third = u * u, 2 * u * t, t * t
        return (
            first * self.a.x + second * self.control[0] + third * self.b.x,
            first * self.a.y + second * self.control[1] + third * self.b.y,
        )


@dataclass(frozen=True, slots=True)
class Field:
    """What a curve runs over: the ego's disc, to be kept out of, and the paper.

    Where `careful` is False, for very many links, names and marks may be crossed.
    """

    x: float
    y: float
    radius: float
    paper: Paper
    careful: bool


def curve(a: End, b: End, field: Field) -> Curve:
    """The calmest curve between two ends: clear of the ego, over as few names as may be."""
    across, down = b.x - a.x, b.y - a.y
    lean = (field.x - (a.x + b.x) / 2) * -down + (field.y - (a.y + b.y) / 2) * across
    side = 2 if lean >= 0 else -2
    best, least = (a.x, a.y), float("inf")
    for bow, skew in _SHAPES if field.careful else _SHAPES[: len(_BOWS)]:
        control = (
            a.x + across * skew - down * bow * side,
            a.y + down * skew + across * bow * side,
        )
        calm = bow * bow * _BOW + abs(skew - 0.5) * _SKEW
        if calm >= least:
            continue
        cost = calm + _cost(a, control, b, field, least - calm)
        if cost < least:
            best, least = control, cost
        if cost < _TAKEN:
            break
    return Curve(a, b, best)


def _cost(a: End, control: tuple[float, float], b: End, field: Field, most: float) -> float:
    """What a curve crosses; once that is `most` or more, it does not matter how much more."""
    length = abs(b.x - a.x) + abs(b.y - a.y) + 1
    samples = min(max(int(length / _PER_SAMPLE), _FEWEST), _MOST) if field.careful else _FEWEST
    start = min(_OWN / length, 0.3)
    step = (1 - 2 * start) / samples
    inside, ego = field.paper.inside, field.radius**2
    (left, top, right, bottom), middle_x, middle_y = inside, field.x, field.y
    (_, ax, ay), (cx, cy), (_, bx, by) = a, control, b
    careful, taken_at = field.careful, field.paper.taken_at
    cost = 0.0
    for i in range(samples + 1):
        t = start + step * i
        u = 1 - t
        first, second, third = u * u, 2 * u * t, t * t
        x = first * ax + second * cx + third * bx
        y = first * ay + second * cy + third * by
        if (x - middle_x) ** 2 + (y - middle_y) ** 2 < ego:
            cost += _EGO
        elif not (left < x < right and top < y < bottom):
            cost += _FRAME
        elif careful and taken_at(x, y):
            cost += _TAKEN
        else:
            continue
        if cost >= most:
            break
    return cost
