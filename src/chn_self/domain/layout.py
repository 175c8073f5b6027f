"""The picture's layout: from a map alone, where everything is drawn, and nothing over anything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import pi, sqrt

from chn_self.domain.connection import Closeness, Connection, Kind
from chn_self.domain.curves import Curve, End, Field, curve
from chn_self.domain.labels import Label, write
from chn_self.domain.marks import REACH, Board, marks
from chn_self.domain.naming import name_marks
from chn_self.domain.numbers import number, numbers
from chn_self.domain.paper import Box, Paper, square
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.rings import Corner, Ground, Ring, Sector, fullness, rings, sectors
from chn_self.domain.sheet import Sheet, Size

__all__ = ["Layout", "Size", "Spot", "layout", "listed"]

# Room at the frame and round the ego, and how much of the paper the marks may fill.
_EDGE = 2.0
_ROUND_YOU = 8.0
_FILL = 0.12

# How thick a ring is that holds any, at least, in radii of a mark.
_BAND = 2.2

# Where a ring's name is tried, in radians from the line between places and activities.
_TURNS = tuple(sign * step * pi / 45 for step in range(46) for sign in (1, -1))

# With more links than this a curve is drawn without looking what lies under it.
_CAREFUL = 30


@dataclass(frozen=True, slots=True)
class Spot:
    """One connection's mark: its number in the list of its kind, its place, and its label.

    The label is the name, or the number where `named` is False; None where neither fits.
    """

    id: str
    kind: Kind
    closeness: Closeness | None
    number: int
    x: float
    y: float
    radius: float
    label: Label | None = None
    named: bool = False

    @property
    def box(self) -> Box:
        """The square that holds the mark."""
        return square(self.x, self.y, self.radius * REACH)


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything's place in a drawing of `width` by `height` units.

    `radius` is that of every mark; `spots` and `curves` are in the order of the list and of the
    links; `headings` are boxes for the sectors' names, `captions` for those of the rings,
    innermost first, `plate` for the full name of one that has only a number.
    """

    sheet: Sheet
    width: float
    height: float
    ground: Ground
    radius: float
    spots: tuple[Spot, ...]
    curves: tuple[Curve, ...]
    headings: Mapping[Kind, Box]
    captions: tuple[tuple[Ring, Box], ...]
    plate: Box


def listed(map_: PersonalMap) -> tuple[Connection, ...]:
    """The connections in the order of the list and of its numbers: by kind, then as they stand."""
    return tuple(c for kind in Kind for c in map_.of_kind(kind))


def layout(map_: PersonalMap, size: Size) -> Layout:
    """Lay a map out; the same map and size always give the same picture."""
    sheet, connections = size.value, listed(map_)
    cut = sectors(connections)
    crowd = max(len(connections), *fullness(connections, cut).values(), 1)
    height = sheet.height + sheet.growth * max(crowd - sheet.roomy, 0)
    radius = min(max(_FILL * sqrt(sheet.width * height / crowd), sheet.least), sheet.mark)
    ground = _ground(connections, cut, sheet, (height, radius))
    headings = {s.kind: _corner(s.corner, sheet, height, sheet.heading) for s in ground.sectors}
    left = next(c for c in Corner if c not in {s.corner for s in ground.sectors})
    plate = _corner(left, sheet, height, (1.2 * sheet.heading[0], 2 * sheet.leading))
    paper = Paper(sheet.width, height, _EDGE)
    for box in (*headings.values(), plate):
        paper.take(box)
    paper.take(square(ground.x, ground.y, sheet.you))
    numbered = None if crowd <= sheet.named else number(max(numbers(connections)), sheet)
    board = Board(
        ground,
        paper,
        radius,
        sheet.leading if numbered is None else numbered.height,
        None if numbered is None else (numbered.width, numbered.height),
    )
    writings = [write(c.name, sheet.text, sheet.leading, sheet.widest) for c in connections]
    wide = [numbered.width] * len(writings) if numbered else [w.width for w in writings]
    placed = marks(connections, wide, board)
    spots = tuple(
        Spot(c.id, c.kind, c.closeness, at, n.mark.x, n.mark.y, radius, n.label, n.named)
        for c, at, n in zip(
            connections,
            numbers(connections),
            name_marks(connections, writings, placed, sheet, board),
            strict=True,
        )
    )
    captions = tuple(_captions(ground, sheet, paper))
    curves = tuple(_curves(map_, spots, sheet, board))
    return Layout(
        sheet, sheet.width, height, ground, radius, spots, curves, headings, captions, plate
    )


def _ground(
    connections: Sequence[Connection],
    cut: tuple[Sector, ...],
    sheet: Sheet,
    size: tuple[float, float],
) -> Ground:
    height, radius = size
    across, down = sheet.width / 2 - sheet.margin, height / 2 - sheet.margin
    least = min(across, down)
    bands = rings(connections, cut, (sheet.you + _ROUND_YOU) / least, _BAND * radius / least)
    return Ground(sheet.width / 2, height / 2, across, down, bands, cut)


def _corner(corner: Corner, sheet: Sheet, height: float, room: tuple[float, float]) -> Box:
    wide, high = room
    right = corner in {Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT}
    bottom = corner in {Corner.BOTTOM_LEFT, Corner.BOTTOM_RIGHT}
    left = sheet.width - 2 * _EDGE - wide if right else 2 * _EDGE
    top = height - 2 * _EDGE - high if bottom else 2 * _EDGE
    return Box(left, top, left + wide, top + high)


def _captions(ground: Ground, sheet: Sheet, paper: Paper) -> Iterator[tuple[Ring, Box]]:
    """A box for each ring's name just within its outer line, where there is room left.

    Between places and activities if it can be, else as near to there as it can be.
    """
    if len(ground.rings) == 1:
        return
    wide, high = sheet.caption
    for ring in ground.rings:
        for turn in _TURNS:
            x, y = ground.point(ring.outer, ground.sectors[1].end + turn)
            inwards = (ground.y - y) / ground.down / ring.outer
            y += inwards * (high / 2 + 2)
            box = Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)
            if paper.free(box):
                paper.take(box)
                yield ring, box
                break


def _curves(
    map_: PersonalMap, spots: Sequence[Spot], sheet: Sheet, board: Board
) -> Iterator[Curve]:
    ends = {spot.id: End(spot.id, spot.x, spot.y) for spot in spots}
    field = Field(
        board.ground.x,
        board.ground.y,
        sheet.you + _ROUND_YOU / 2,
        board.paper,
        careful=len(map_.links) <= _CAREFUL,
    )
    for link in map_.links:
        if link.a in ends and link.b in ends:
            yield curve(ends[link.a], ends[link.b], field)
