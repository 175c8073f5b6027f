"""The ground of the picture: rings round the ego, cut into a sector for each kind."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise
from math import atan2, cos, hypot, pi, remainder, sin

from chn_self.domain.connection import Closeness, Connection, Kind


class Corner(Enum):
    """A corner of the frame."""

    TOP_LEFT = "top left"
    TOP_RIGHT = "top right"
    BOTTOM_RIGHT = "bottom right"
    BOTTOM_LEFT = "bottom left"


# How much of the picture an empty ring or sector keeps, counted in connections: the larger, the
# calmer the ground when one is added.
_RING = 6
_UNSAID = 0
_SECTOR = {Kind.PERSON: 10, Kind.PLACE: 5, Kind.ACTIVITY: 5}

# Between an even thickness (1) and an even area (2): inner rings are short and need the room.
_POWER = 2
_THINNEST = 0.1

# Angles are in radians, clockwise from three o'clock. The corners of the frame, where the ellipse
# leaves room for the sectors' names, stand at these whatever its shape.
_CORNERS = {
    Corner.BOTTOM_RIGHT: pi / 4,
    Corner.BOTTOM_LEFT: 3 * pi / 4,
    Corner.TOP_LEFT: 5 * pi / 4,
    Corner.TOP_RIGHT: 7 * pi / 4,
}
_LEAST_SECTOR = 60 * pi / 180
_WITHIN = 6 * pi / 180


@dataclass(frozen=True, slots=True)
class Ring:
    """A band round the ego, from `inner` to `outer`, shares of the radius.

    `closeness` is None where the connections are of whose closeness nothing was said.
    """

    closeness: Closeness | None
    inner: float
    outer: float

    @property
    def thickness(self) -> float:
        """How wide the band is, as a share of the radius."""
        return self.outer - self.inner


@dataclass(frozen=True, slots=True)
class Sector:
    """The part of the picture that holds one kind, between two angles in radians.

    `corner` is the corner of the frame beside it.
    """

    kind: Kind
    start: float
    end: float
    corner: Corner

    @property
    def span(self) -> float:
        """How much of the circle it takes, in radians."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Ground:
    """An ellipse with its centre and radii in drawing units, its rings and its sectors."""

    x: float
    y: float
    across: float
    down: float
    rings: tuple[Ring, ...]
    sectors: tuple[Sector, ...]

    def point(self, radius: float, angle: float) -> tuple[float, float]:
        """The point at a share of the radius and an angle."""
        return (
            self.x + self.across * radius * cos(angle),
            self.y + self.down * radius * sin(angle),
        )

    def polar(self, x: float, y: float, near: float) -> tuple[float, float]:
        """The share of the radius and the angle of a point, the angle counted on from `near`."""
        across, down = (x - self.x) / self.across, (y - self.y) / self.down
        return hypot(across, down), near + remainder(atan2(down, across) - near, 2 * pi)

    def ring(self, closeness: Closeness | None) -> Ring:
        """The ring that connections of this closeness stand on."""
        return next((r for r in self.rings if r.closeness == closeness), self.rings[-1])


def fullness(
    connections: Iterable[Connection], cut: Sequence[Sector]
) -> Mapping[Closeness | None, float]:
    """How many each ring would hold if all of it were as full as its fullest sector."""
    held = Counter((c.kind, c.closeness) for c in connections)
    return {
        closeness: max(held[s.kind, closeness] * 2 * pi / s.span for s in cut)
        for closeness in (*Closeness, None)
    }


def rings(
    connections: Iterable[Connection], cut: Sequence[Sector], inner: float, least: float
) -> tuple[Ring, ...]:
    """Rings from `inner` to 1, wider the more they hold, and at least `least` if they hold any.

    What counts is how many a ring holds where it is fullest of the sectors that it is cut into.

    What has no closeness yet stands outside the three, on a ring that is there only then. If
    nothing has any, there is nothing to compare and one ring holds all.
    """
    full = fullness(connections, cut)
    order: tuple[Closeness | None, ...] = tuple(Closeness)
    if full[None]:
        order = (*order, None) if any(full[c] for c in Closeness) else (None,)
    weights = [full[c] + (_UNSAID if c is None else _RING) for c in order]
    low, total = inner**_POWER, sum(weights)
    edges = [
        (low + (1 - low) * sum(weights[:at]) / total) ** (1 / _POWER)
        for at in range(len(order) + 1)
    ]
    most = (1 - inner) / len(order)
    needed = [min(least if full[c] else _THINNEST, most) for c in order]
    found: list[Ring] = []
    for closeness, width in zip(order, _widths(edges, needed), strict=True):
        found.append(Ring(closeness, inner, inner + width))
        inner += width
    return tuple(found)


def sectors(connections: Iterable[Connection]) -> tuple[Sector, ...]:
    """People about the top, then places and activities clockwise, wider the more they hold.

    All are turned no further than it takes for each to reach the corner with its name.
    """
    held = Counter(c.kind for c in connections)
    people, places, _ = _spans([held[kind] + _SECTOR[kind] for kind in Kind])
    start = 3 * pi / 2 - people / 2
    edges = (start, start + people, start + people + places, start + 2 * pi)
    corners, turn = _turned(edges)
    return tuple(
        Sector(kind, a + turn, b + turn, corner)
        for kind, (a, b), corner in zip(Kind, pairwise(edges), corners, strict=True)
    )


def _spans(weights: list[int]) -> list[float]:
    """Angles in proportion to the weights, none below the least."""
    spare = 2 * pi - _LEAST_SECTOR * len(weights)
    wanted = [2 * pi * w / sum(weights) - _LEAST_SECTOR for w in weights]
    over = sum(max(w, 0) for w in wanted)
    return [_LEAST_SECTOR + max(w, 0) * spare / over for w in wanted]


def _turned(edges: tuple[float, ...]) -> tuple[tuple[Corner, ...], float]:
    """The corners for people, places and activities, and the smallest turn that reaches them."""
    found = []
    for first in (Corner.TOP_LEFT, Corner.TOP_RIGHT):
        corners = (first, Corner.BOTTOM_RIGHT, Corner.BOTTOM_LEFT)
        turns = (0.0, 2 * pi, 2 * pi)
        angles = [_CORNERS[c] + turn for c, turn in zip(corners, turns, strict=True)]
        low = max(a + _WITHIN - end for a, end in zip(angles, edges[1:], strict=True))
        high = min(a - _WITHIN - start for a, start in zip(angles, edges, strict=False))
        found.append((low > high + 1e-9, corners, min(max(0.0, low), max(high, low))))
    _, corners, turn = min(found, key=lambda f: f[0])
    return corners, turn


def _widths(edges: list[float], needed: list[float]) -> list[float]:
    """The widths between edges, none below what is needed, what lacks taken from the wider."""
    widths = [b - a for a, b in pairwise(edges)]
    lacking = sum(max(n - w, 0) for w, n in zip(widths, needed, strict=True))
    spare = sum(max(w - n, 0) for w, n in zip(widths, needed, strict=True)) or 1
    return [
        n if w < n else w - lacking * (w - n) / spare for w, n in zip(widths, needed, strict=True)
    ]
