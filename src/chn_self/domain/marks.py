"""Where each connection's mark stands: in its ring and sector, in order, none on another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import cos, hypot, sin

from chn_self.domain.connection import Connection
from chn_self.domain.paper import Box, Paper, square
from chn_self.domain.rings import Ground, Ring, Sector
from chn_self.domain.spread import spread

# A mark reaches so many radii from its centre: the corners of a diamond, its outline, and a star
# at the shoulder are all within.
REACH = 1.35

# Few connections stand as if there were this many, so that they gather about the middle.
_FEW = 4
_BETWEEN = 3.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark's centre and its radius, in drawing units."""

    x: float
    y: float
    radius: float

    @property
    def box(self) -> Box:
        """The square that the mark stays in."""
        return square(self.x, self.y, self.radius * REACH)


@dataclass(frozen=True, slots=True)
class _Item:
    at: int
    wanted: float
    width: float


def marks(
    connections: Sequence[Connection],
    widths: Sequence[float],
    ground: Ground,
    radius: float,
    leading: float,
    paper: Paper,
) -> tuple[Mark, ...]:
    """A mark for each connection, taken on the paper; `widths` are those of their names.

    An angle is the connection's rank among its kind, so that a change of closeness moves it
    straight in or out; within a ring neighbours then make room for each other and their names.
    """
    found: list[Mark | None] = [None] * len(connections)
    for sector in ground.sectors:
        ranked = [at for at, c in enumerate(connections) if c.kind == sector.kind]
        items = [
            _Item(at, _ranked(sector, rank, len(ranked)), widths[at])
            for rank, at in enumerate(ranked)
        ]
        for ring in ground.rings:
            held = [i for i in items if ground.ring(connections[i.at].closeness) is ring]
            for item, (share, angle) in zip(
                held, _cell(held, ground, ring, sector, radius, leading), strict=True
            ):
                found[item.at] = _settle(ground, ring, sector, share, angle, radius, paper)
    return tuple(mark for mark in found if mark is not None)


def _ranked(sector: Sector, rank: int, count: int) -> float:
    middle = (sector.start + sector.end) / 2
    return middle + (rank - (count - 1) / 2) * sector.span / max(count, _FEW)


def _cell(
    items: Sequence[_Item],
    ground: Ground,
    ring: Ring,
    sector: Sector,
    radius: float,
    leading: float,
) -> Iterator[tuple[float, float]]:
    """A share of the radius and an angle for each of one kind on one ring."""
    middle = (ring.inner + ring.outer) / 2
    bare = 2 * radius * REACH + _BETWEEN
    block = bare + leading + _BETWEEN
    gaps = [
        _gap(ground, middle, (a.wanted + b.wanted) / 2, (a.width + b.width) / 2 + 4, block)
        for a, b in pairwise(items)
    ]
    edge = bare / 2 / _speed(ground, middle, sector.start)
    low, high = sector.start + edge, sector.end - edge
    thick = ring.thickness * hypot(
        ground.across * cos((low + high) / 2), ground.down * sin((low + high) / 2)
    )
    crowd = sum(gaps) / (high - low)
    rows = max(min(int(crowd) + 1, int(thick / block)), 1)
    if crowd > rows:
        length = (high - low) * _speed(ground, middle, (low + high) / 2)
        rows = max(rows, min(round((len(items) * thick / length) ** 0.5), int(thick / bare)))
    angles = spread([i.wanted for i in items], [g / rows for g in gaps], low, high)
    for at, angle in enumerate(angles):
        yield ring.inner + ring.thickness * (at % rows + 0.5) / rows, angle


def _gap(ground: Ground, share: float, angle: float, width: float, height: float) -> float:
    """The angle between two on a ring that sets them apart by a width or by a height."""
    across = ground.across * share * abs(sin(angle))
    down = ground.down * share * abs(cos(angle))
    return min(width / max(across, 1e-9), height / max(down, 1e-9))


def _speed(ground: Ground, share: float, angle: float) -> float:
    return share * hypot(ground.across * sin(angle), ground.down * cos(angle))


def _settle(
    ground: Ground,
    ring: Ring,
    sector: Sector,
    share: float,
    angle: float,
    radius: float,
    paper: Paper,
) -> Mark:
    """The mark at its place, or at the nearest free one."""
    x, y = ground.point(share, angle)
    for away in range(25):
        for along, outwards in _AROUND if away else _HERE:
            near = ground.point(
                share + outwards * away * 3 / ground.across,
                angle + along * away * 3 / (_speed(ground, share, angle)),
            )
            mark = Mark(*near, radius)
            if paper.free(mark.box):
                paper.take(mark.box)
                return mark
    paper.take(square(x, y, radius))
    return Mark(x, y, radius)


_HERE = ((0, 0),)
_AROUND = ((1, 0), (-1, 0), (0, 1), (0, -1), (1, 1), (-1, 1), (1, -1), (-1, -1))
