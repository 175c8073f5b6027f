"""Names beside their marks: where each can stand, and which have to be a number."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from chn_self.domain.paper import Box
from chn_self.domain.text_width import calm, tall, text_width, wrap

# Room left of and right of a text, since no estimate is exact.
_PAD = 1.0

# Room between a mark and its label: more than a raster cell of the paper, whatever their places.
GAP_ACROSS = 2.5
GAP_DOWN = 3.5
_TALLER = 1.25
_LINES = 3


class Anchor(Enum):
    """Which side of its box a text is set from."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True, slots=True)
class Writing:
    """A text set in lines, before it has a place: its lines, font size and room it takes."""

    lines: tuple[str, ...]
    size: float
    leading: float
    width: float

    @property
    def height(self) -> float:
        """How high all lines are together."""
        return self.leading * len(self.lines)


@dataclass(frozen=True, slots=True)
class Label:
    """A text in its place: where it is set from, and the box that it stays in."""

    writing: Writing
    box: Box
    anchor: Anchor

    @property
    def x(self) -> float:
        """The point across that the text is anchored to."""
        match self.anchor:
            case Anchor.START:
                return self.box.left + _PAD
            case Anchor.END:
                return self.box.right - _PAD
            case Anchor.MIDDLE:
                return (self.box.left + self.box.right) / 2

    def baselines(self) -> Iterator[tuple[str, float]]:
        """Each line with the height of its baseline."""
        writing = self.writing
        for at, line in enumerate(writing.lines):
            middle = self.box.top + writing.leading * (at + 0.5)
            yield line, middle + writing.size * 0.35


def write(text: str, size: float, leading: float, widest: float) -> Writing:
    """Set a name in at most three lines of at most this width, clipped if it is longer."""
    text = calm(text)
    lines = wrap(text, size, widest, _LINES)
    width = max(text_width(line, size) for line in lines) + 2 * _PAD
    return Writing(lines, size, leading * _TALLER if tall(text) else leading, width)


def places(
    centre: tuple[float, float], reach: float, writing: Writing, inside: Box, outwards: Anchor
) -> Iterator[tuple[Box, Anchor]]:
    """Where a text can stand by a mark, best first: beneath, beside, above, at the corners.

    `reach` is how far the mark reaches from its centre, `outwards` the side away from the ego.
    A text beneath or above slides along to stay inside the frame.
    """
    (x, y), width, height = centre, writing.width, writing.height
    left, anchor = _slide(x - width / 2, width, x, reach, inside)
    below, above, beside = y + reach + GAP_DOWN, y - reach - GAP_DOWN - height, y - height / 2
    yield Box(left, below, left + width, below + height), anchor
    east, west = x + reach + GAP_ACROSS, x - reach - GAP_ACROSS - width
    to_the_east = (Box(east, beside, east + width, beside + height), Anchor.START)
    to_the_west = (Box(west, beside, west + width, beside + height), Anchor.END)
    yield from (
        (to_the_west, to_the_east) if outwards == Anchor.END else (to_the_east, to_the_west)
    )
    yield Box(left, above, left + width, above + height), anchor
    for top in (below, above):
        yield Box(x - reach, top, x - reach + width, top + height), Anchor.START
        yield Box(x + reach - width, top, x + reach, top + height), Anchor.END


def _slide(left: float, width: float, x: float, reach: float, inside: Box) -> tuple[float, Anchor]:
    if left < inside.left:
        return min(inside.left, x - reach), Anchor.START
    if left + width > inside.right:
        return max(inside.right, x + reach) - width, Anchor.END
    return left, Anchor.MIDDLE
