"""Links as calm curves that bend round the ego and, where they can, round names and marks."""

from dataclasses import dataclass
from math import hypot

from chn_self.domain.paper import Paper

# How far a curve bows, as a share of its length, in the order they are tried.
_BOWS = (0.12, -0.12, 0.3, -0.3, 0.5, -0.5)
_SAMPLES = tuple(i / 10 for i in range(1, 10))


@dataclass(frozen=True, slots=True)
class Curve:
    """A quadratic curve between two connections, from `start` by way of `control` to `end`."""

    a: str
    b: str
    start: tuple[float, float]
    control: tuple[float, float]
    end: tuple[float, float]

    def at(self, t: float) -> tuple[float, float]:
        """The point a share t of the way, 0 to 1."""
        return _at(self.start, self.control, self.end, t)


@dataclass(frozen=True, slots=True)
class Middle:
    """The ego's own disc, which a curve stays out of."""

    x: float
    y: float
    radius: float


def curve(
    a: str,
    b: str,
    start: tuple[float, float],
    end: tuple[float, float],
    middle: Middle,
    paper: Paper | None,
) -> Curve:
    """The calmest curve between two points: clear of the ego, over as few names as may be.

    Without paper nothing but the ego is avoided, for maps with very many links.
    """
    across, down = end[0] - start[0], end[1] - start[1]
    half = ((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)
    # The first bow leans to the ego, as chords of a circle do; the second away from it.
    lean = (middle.x - half[0]) * -down + (middle.y - half[1]) * across
    side = 1 if lean >= 0 else -1
    best, least = half, float("inf")
    for bow in _BOWS:
        control = (half[0] - down * bow * side * 2, half[1] + across * bow * side * 2)
        control = _clear(start, control, end, middle)
        cost = _cost(start, control, end, paper) + abs(bow)
        if cost < least:
            best, least = control, cost
        if paper is None or cost < 1:
            break
    return Curve(a, b, start, best, end)


def _clear(
    start: tuple[float, float],
    control: tuple[float, float],
    end: tuple[float, float],
    middle: Middle,
) -> tuple[float, float]:
    """The control point, pushed out until the curve passes outside the ego's disc."""
    for _ in range(8):
        x, y = min(
            (_at(start, control, end, t) for t in _SAMPLES),
            key=lambda p: hypot(p[0] - middle.x, p[1] - middle.y),
        )
        away_x, away_y = x - middle.x, y - middle.y
        distance = hypot(away_x, away_y)
        if distance >= middle.radius:
            return control
        if distance < 1:
            away_x, away_y = start[1] - end[1], end[0] - start[0]
            distance = hypot(away_x, away_y) or 1
        push = (middle.radius - min(distance, middle.radius) + 6) * 2 / distance
        control = (control[0] + away_x * push, control[1] + away_y * push)
    return control


def _cost(
    start: tuple[float, float],
    control: tuple[float, float],
    end: tuple[float, float],
    paper: Paper | None,
) -> float:
    if paper is None:
        return 0
    return sum(paper.taken_at(*_at(start, control, end, t)) for t in _SAMPLES)


def _at(
    start: tuple[float, float], control: tuple[float, float], end: tuple[float, float], t: float
) -> tuple[float, float]:
    u = 1 - t
    return (
        u * u * start[0] + 2 * u * t * control[0] + t * t * end[0],
        u * u * start[1] + 2 * u * t * control[1] + t * t * end[1],
    )
