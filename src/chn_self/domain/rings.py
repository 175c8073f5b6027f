"""The ground of the picture: rings round the ego, cut into a sector for each kind."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from math import cos, pi, sin

from chn_self.domain.connection import Closeness, Connection, Kind

# How much of the picture an empty ring or sector keeps, counted in connections: the larger, the
# calmer the ground when one is added.
_RING = 5
_UNSAID = 2
_SECTOR = {Kind.PERSON: 12, Kind.PLACE: 6, Kind.ACTIVITY: 6}

# Between an even thickness (1) and an even area (2): inner rings are short and need the room.
_POWER = 1.5
_THINNEST = 0.1

# Angles, clockwise from three o'clock: each sector keeps the corner in which its name stands.
_PEOPLE = (110 * pi / 180, 245 * pi / 180)
_BOTTOM = (55 * pi / 180, 125 * pi / 180)


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
    """The part of the picture that holds one kind, between two angles in radians."""

    kind: Kind
    start: float
    end: float

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

    def ring(self, closeness: Closeness | None) -> Ring:
        """The ring that connections of this closeness stand on."""
        return next((r for r in self.rings if r.closeness == closeness), self.rings[-1])


def rings(connections: Iterable[Connection], inner: float) -> tuple[Ring, ...]:
    """Rings from `inner` to 1, wider the more they hold.

    What has no closeness yet stands outside the three, on a ring that is there only then. If
    nothing has any, there is nothing to compare and one ring holds all.
    """
    held = Counter(c.closeness for c in connections)
    order: tuple[Closeness | None, ...] = tuple(Closeness)
    if held[None]:
        order = (*order, None) if len(held) > 1 else (None,)
    weights = [held[c] + (_UNSAID if c is None else _RING) for c in order]
    low, total = inner**_POWER, sum(weights)
    edges = [inner]
    for at in range(1, len(order) + 1):
        edges.append((low + (1 - low) * sum(weights[:at]) / total) ** (1 / _POWER))
    widths = _at_least(_THINNEST, [b - a for a, b in zip(edges, edges[1:], strict=False)])
    found = []
    for closeness, width in zip(order, widths, strict=True):
        found.append(Ring(closeness, inner, inner + width))
        inner += width
    return tuple(found)


def sectors(connections: Iterable[Connection]) -> tuple[Sector, ...]:
    """People at the top, then places and activities clockwise, wider the more they hold."""
    held = Counter(c.kind for c in connections)
    weights = {kind: held[kind] + _SECTOR[kind] for kind in Kind}
    people = _between(*_PEOPLE, 2 * pi * weights[Kind.PERSON] / sum(weights.values()))
    left, right = -pi / 2 - people / 2, -pi / 2 + people / 2
    things = weights[Kind.PLACE] + weights[Kind.ACTIVITY]
    bottom = _between(*_BOTTOM, right + (2 * pi - people) * weights[Kind.PLACE] / things)
    return (
        Sector(Kind.PERSON, left, right),
        Sector(Kind.PLACE, right, bottom),
        Sector(Kind.ACTIVITY, bottom, left + 2 * pi),
    )


def _between(low: float, high: float, value: float) -> float:
    return min(max(value, low), high)


def _at_least(least: float, widths: list[float]) -> list[float]:
    """The widths with none below the least, their sum kept by the wider ones in proportion."""
    lacking = sum(max(least - w, 0) for w in widths)
    spare = sum(max(w - least, 0) for w in widths)
    return [least if w < least else w - lacking * (w - least) / spare for w in widths]
