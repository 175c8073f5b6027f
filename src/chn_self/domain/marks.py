"""Where each connection's mark stands: in its ring and sector, in order, none on another."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, pairwise
from math import cos, hypot, pi, sin, sqrt

from chn_self.domain.connection import Connection
from chn_self.domain.labels import GAP_DOWN
from chn_self.domain.paper import Box, Paper, square
from chn_self.domain.rings import Ground, Ring, Sector
from chn_self.domain.spread import spread

# A mark reaches so many radii from its centre: the corners of a diamond, its outline, and a star
# at the shoulder are all within.
REACH = 1.35

# Few connections stand as if there were this many, so that they gather about the middle.
_FEW = 6
_BETWEEN = 3.0

# Multiples of it, modulo 1, lie evenly however many there are.
_GOLDEN = (sqrt(5) - 1) / 2

# Where a mark is tried when its place is taken: round it as the seeds of a sunflower lie, so
# that every nearer place is tried first.
_TURN = pi * (3 - sqrt(5))
_NEAR, _FAR = 150, 900
_SEEDS = tuple(
    (3.6 * sqrt(i) * cos(i * _TURN), 3.6 * sqrt(i) * sin(i * _TURN)) for i in range(4000)
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of some radius at a share of the ground's radius and an angle, and so at x, y.

    `under` is the room beneath it that was kept for a number, None if there was none.
    """

    share: float
    angle: float
    x: float
    y: float
    radius: float
    under: Box | None = None

    @property
    def box(self) -> Box:
        """The square that the mark stays in."""
        return square(self.x, self.y, self.radius * REACH)


@dataclass(frozen=True, slots=True)
class Cell:
    """What one kind has on one ring: places in the list, in order."""

    ring: Ring
    sector: Sector
    held: tuple[int, ...]

    def holds(self, share: float, angle: float) -> bool:
        """Whether a point is on this ring and in this sector."""
        return (
            self.ring.inner < share < self.ring.outer
            and self.sector.start < angle < self.sector.end
        )


@dataclass(frozen=True, slots=True)
class Board:
    """What marks are set on: the ground, the paper over it, their radius and a line's height.

    `number` is the room that a number takes beneath each mark, where most will have one.
    """

    ground: Ground
    paper: Paper
    radius: float
    leading: float
    number: tuple[float, float] | None = None

    def mark(self, share: float, angle: float) -> Mark:
        """A mark at a share of the radius and an angle."""
        return Mark(share, angle, *self.ground.point(share, angle), self.radius)

    def under(self, x: float, y: float) -> Box | None:
        """The room beneath a mark for its number, if it is to have one."""
        if self.number is None:
            return None
        (width, height), top = self.number, y + self.radius * REACH + GAP_DOWN
        return Box(x - width / 2, top, x + width / 2, top + height)

    def moved(self, mark: Mark, along: float, outwards: float) -> Mark:
        """The mark moved along its ring, clockwise, and outwards, in drawing units."""
        return self.mark(
            mark.share + outwards / self.ground.across,
            mark.angle + along / _speed(self.ground, mark.share, mark.angle),
        )


def cells(connections: Sequence[Connection], ground: Ground) -> tuple[Cell, ...]:
    """Every sector's rings with what stands there, none of them empty."""
    held: dict[tuple[str, Ring], list[int]] = {}
    for at, c in enumerate(connections):
        held.setdefault((c.kind, ground.ring(c.closeness)), []).append(at)
    return tuple(
        Cell(ring, sector, tuple(held[sector.kind, ring]))
        for sector in ground.sectors
        for ring in ground.rings
        if (sector.kind, ring) in held
    )


def marks(
    connections: Sequence[Connection], widths: Sequence[float], board: Board
) -> tuple[Mark, ...]:
    """A mark for each connection, taken on the paper; `widths` are those of their names.

    An angle is the connection's rank among its kind, so that a change of closeness moves it
    straight in or out; within a ring neighbours then make room for each other and their names.
    """
    wanted = [0.0] * len(connections)
    for sector in board.ground.sectors:
        ranked = [at for at, c in enumerate(connections) if c.kind == sector.kind]
        for rank, at in enumerate(ranked):
            wanted[at] = _ranked(sector, rank, len(ranked))
    found: dict[int, Mark] = {}
    for cell in cells(connections, board.ground):
        targets = _targets(cell, wanted, widths, board)
        for at, mark in zip(cell.held, targets, strict=True):
            found[at] = _settle(mark, cell, board)
    return tuple(found[at] for at in range(len(connections)))


def _ranked(sector: Sector, rank: int, count: int) -> float:
    middle = (sector.start + sector.end) / 2
    return middle + (rank - (count - 1) / 2) * sector.span / max(count, _FEW)


def _targets(
    cell: Cell, wanted: Sequence[float], widths: Sequence[float], board: Board
) -> Iterator[Mark]:
    """Where those on one ring of a sector would stand, in as many rows as they need."""
    ground, ring, sector = board.ground, cell.ring, cell.sector
    middle = (ring.inner + ring.outer) / 2
    bare = 2 * board.radius * REACH + _BETWEEN
    block = bare + board.leading + _BETWEEN
    low = sector.start + _clear(ground, middle, sector.start, board)
    high = sector.end - _clear(ground, middle, sector.end, board)
    wide = {at: max(widths[at] + _BETWEEN, bare) for at in cell.held}
    gaps = [
        _gap(ground, middle, (wanted[a] + wanted[b]) / 2, ((wide[a] + wide[b]) / 2, block))
        for a, b in pairwise(cell.held)
    ]
    thick = ring.thickness * _radius(ground, (low + high) / 2)
    crowd = sum(gaps) / (high - low)
    rows = max(min(int(crowd) + 1, int(thick / block)), 1)
    if crowd > rows:
        length = (high - low) * _speed(ground, middle, (low + high) / 2)
        even = round((len(cell.held) * thick / length) ** 0.5)
        rows = max(rows, min(even, int(thick / bare)))
        if board.number:
            rows = max(rows, 3)
    angles = spread([wanted[at] for at in cell.held], [g / rows for g in gaps], low, high)
    for at, angle in enumerate(angles):
        yield board.mark(_share(ring, at, rows), angle)


def _share(ring: Ring, at: int, rows: int) -> float:
    """How far out one of a ring's rows is; past two, an even scatter that favours no radius."""
    if rows <= 2:
        return ring.inner + ring.thickness * (at % rows + 0.5) / rows
    edge = ring.thickness / rows / 2
    inner, outer = (ring.inner + edge) ** 2, (ring.outer - edge) ** 2
    return sqrt(inner + (outer - inner) * (at * _GOLDEN % 1))


def _gap(ground: Ground, share: float, angle: float, apart: tuple[float, float]) -> float:
    """The angle between two on a ring that sets them apart by a width or by a height."""
    across = ground.across * share * abs(sin(angle))
    down = ground.down * share * abs(cos(angle))
    return min(apart[0] / max(across, 1e-9), apart[1] / max(down, 1e-9))


def _clear(ground: Ground, share: float, angle: float, board: Board) -> float:
    """The angle that keeps a mark off a line between sectors, and what is beneath it too."""
    beneath = board.leading * abs(cos(angle))
    return (board.radius * REACH + _BETWEEN + beneath) / _speed(ground, share, angle)


def _speed(ground: Ground, share: float, angle: float) -> float:
    """How far a radian takes one along the ring."""
    return share * hypot(ground.across * sin(angle), ground.down * cos(angle))


def _radius(ground: Ground, angle: float) -> float:
    return hypot(ground.across * cos(angle), ground.down * sin(angle))


def _settle(mark: Mark, cell: Cell, board: Board) -> Mark:
    """The mark in its place or in the nearest free one on its ring, taken on the paper.

    Where there is none it does without room for a number; where its part of the ring is full it
    stands off its place, but never on another.
    """
    return (
        _nearest(mark, cell, board, _NEAR)
        or _nearest(mark, cell, replace(board, number=None), _FAR)
        or _nearest(mark, None, replace(board, number=None), len(_SEEDS))
        or mark
    )


def _nearest(mark: Mark, cell: Cell | None, board: Board, most: int) -> Mark | None:
    """The mark at the nearest of so many places that is free and in the cell, if any is."""
    ground, paper, reach = board.ground, board.paper, mark.radius * REACH
    for right, down in islice(_SEEDS, most):
        x, y = mark.x + right, mark.y + down
        if not paper.free(square(x, y, reach)):
            continue
        under = board.under(x, y)
        if under is not None and not paper.free(under):
            continue
        share, angle = ground.polar(x, y, mark.angle)
        if cell is None or cell.holds(share, angle):
            paper.take(square(x, y, reach))
            if under:
                paper.take(under)
            return Mark(share, angle, x, y, mark.radius, under)
    return None
