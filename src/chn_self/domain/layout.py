"""The picture's layout: from a map alone, where everything is drawn, and nothing over anything."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from math import sqrt

from chn_self.domain.connection import Closeness, Connection, Kind
from chn_self.domain.curves import Curve, Middle, curve
from chn_self.domain.labels import Anchor, Label, Writing, places, write
from chn_self.domain.marks import REACH, Mark, marks
from chn_self.domain.paper import Box, Paper, square
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.rings import Ground, Ring, rings, sectors

# Room at the frame and round the ego, and how much of the paper the marks may fill.
_EDGE = 2.0
_ROUND_YOU = 8.0
_FILL = 0.19

# With more links than this a curve is drawn without looking what lies under it.
_CAREFUL = 300


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a picture of one size is drawn, one unit one CSS pixel.

    `height` is for a few connections; each past `roomy` adds `growth`. `text` is the font size
    of names, `number` that of numbers, `leading` a line, `widest` the longest line of a name;
    `mark` and `least` the largest and smallest radius of a mark, `you` that of the ego's disc.
    """

    width: float
    height: float
    roomy: int
    growth: float
    margin: float
    text: float
    number: float
    leading: float
    widest: float
    mark: float
    least: float
    you: float
    heading: tuple[float, float]
    caption: tuple[float, float]


class Size(Enum):
    """For a phone 320 pixels wide, for a column or a printed page, for a wide screen."""

    NARROW = Sheet(
        width=320,
        height=420,
        roomy=8,
        growth=2.6,
        margin=8,
        text=14,
        number=12,
        leading=17,
        widest=92,
        mark=11,
        least=6,
        you=24,
        heading=(92, 24),
        caption=(62, 15),
    )
    MEDIUM = Sheet(
        width=640,
        height=640,
        roomy=20,
        growth=1.6,
        margin=12,
        text=15,
        number=13,
        leading=18,
        widest=116,
        mark=14,
        least=7,
        you=32,
        heading=(120, 28),
        caption=(80, 17),
    )
    WIDE = Sheet(
        width=960,
        height=740,
        roomy=30,
        growth=1.2,
        margin=16,
        text=15,
        number=13,
        leading=18,
        widest=128,
        mark=15,
        least=8,
        you=38,
        heading=(140, 32),
        caption=(84, 18),
    )


@dataclass(frozen=True, slots=True)
class Spot:
    """One connection's mark: its place, its number in the list from 1, and its label.

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

    `spots` and `curves` are in the order of the list and of the links; `headings` are boxes for
    the sectors' names, `captions` for those of the rings, innermost first.
    """

    sheet: Sheet
    width: float
    height: float
    ground: Ground
    spots: tuple[Spot, ...]
    curves: tuple[Curve, ...]
    headings: Mapping[Kind, Box]
    captions: tuple[tuple[Ring, Box], ...]


def listed(map_: PersonalMap) -> tuple[Connection, ...]:
    """The connections in the order of the list and of its numbers: by kind, then as they stand."""
    return tuple(c for kind in Kind for c in map_.of_kind(kind))


def layout(map_: PersonalMap, size: Size) -> Layout:
    """Lay a map out; the same map and size always give the same picture."""
    sheet = size.value
    connections = listed(map_)
    count = len(connections)
    height = sheet.height + sheet.growth * max(count - sheet.roomy, 0)
    ground = _ground(connections, sheet, height)
    paper = Paper(sheet.width, height, _EDGE)
    paper.take(square(ground.x, ground.y, sheet.you))
    headings = _headings(sheet, height)
    captions = tuple(_captions(ground, sheet))
    for box in (*headings.values(), *(box for _, box in captions)):
        paper.take(box)
    radius = min(max(_FILL * sqrt(sheet.width * height / max(count, 1)), sheet.least), sheet.mark)
    writings = [write(c.name, sheet.text, sheet.leading, sheet.widest) for c in connections]
    placed = marks(connections, [w.width for w in writings], ground, radius, sheet.leading, paper)
    labels = _labels(connections, placed, writings, sheet, ground, paper)
    spots = tuple(
        Spot(c.id, c.kind, c.closeness, at + 1, m.x, m.y, m.radius, label, named)
        for at, (c, m, (label, named)) in enumerate(zip(connections, placed, labels, strict=True))
    )
    curves = tuple(_curves(map_, spots, sheet, ground, paper))
    return Layout(sheet, sheet.width, height, ground, spots, curves, headings, captions)


def _ground(connections: Sequence[Connection], sheet: Sheet, height: float) -> Ground:
    across, down = sheet.width / 2 - sheet.margin, height / 2 - sheet.margin
    inner = (sheet.you + _ROUND_YOU) / min(across, down)
    return Ground(
        sheet.width / 2, height / 2, across, down, rings(connections, inner), sectors(connections)
    )


def _headings(sheet: Sheet, height: float) -> Mapping[Kind, Box]:
    wide, high = sheet.heading
    left, right = _EDGE * 2, sheet.width - _EDGE * 2
    top, bottom = _EDGE * 2, height - _EDGE * 2
    return {
        Kind.PERSON: Box(left, top, left + wide, top + high),
        Kind.PLACE: Box(right - wide, bottom - high, right, bottom),
        Kind.ACTIVITY: Box(left, bottom - high, left + wide, bottom),
    }


def _captions(ground: Ground, sheet: Sheet) -> Iterator[tuple[Ring, Box]]:
    """A box for each ring's name, between places and activities, just within its outer line."""
    if len(ground.rings) == 1:
        return
    wide, high = sheet.caption
    for ring in ground.rings:
        x, y = ground.point(ring.outer, ground.sectors[1].end)
        yield ring, Box(x - wide / 2, y - high - 2, x + wide / 2, y - 2)


def _labels(
    connections: Sequence[Connection],
    placed: Sequence[Mark],
    writings: Sequence[Writing],
    sheet: Sheet,
    ground: Ground,
    paper: Paper,
) -> list[tuple[Label | None, bool]]:
    """Names while they fit, what matters and what is near first; numbers for the others."""
    found: list[tuple[Label | None, bool]] = [(None, False)] * len(connections)
    order = sorted(
        range(len(connections)),
        key=lambda at: (not connections[at].matters, connections[at].closeness or 4, at),
    )
    for at in order:
        label = _first_free(placed[at], writings[at], ground, paper)
        if label:
            found[at] = (label, True)
    for at in order:
        if found[at][0] is None:
            number = write(str(at + 1), sheet.number, sheet.number + 2, sheet.widest)
            found[at] = (_first_free(placed[at], number, ground, paper), False)
    return found


def _first_free(mark: Mark, writing: Writing, ground: Ground, paper: Paper) -> Label | None:
    outwards = Anchor.END if mark.x < ground.x else Anchor.START
    for label in places(mark.x, mark.y, mark.radius * REACH, writing, paper.inside, outwards):
        if paper.free(label.box):
            paper.take(label.box)
            return label
    return None


def _curves(
    map_: PersonalMap, spots: Sequence[Spot], sheet: Sheet, ground: Ground, paper: Paper
) -> Iterator[Curve]:
    at = {spot.id: (spot.x, spot.y) for spot in spots}
    middle = Middle(ground.x, ground.y, sheet.you + _ROUND_YOU / 2)
    careful = paper if len(map_.links) <= _CAREFUL else None
    for link in map_.links:
        if link.a in at and link.b in at:
            yield curve(link.a, link.b, at[link.a], at[link.b], middle, careful)
