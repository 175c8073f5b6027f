"""Names beside their marks: where each can stand, and which have to be a number."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from chn_self.domain.paper import Box
from chn_self.domain.text_width import calm, tall, text_width, wrap

# Room left of and right of a text, since no estimate is exact.
_PAD = 2.0

# Room between a mark and its label: more than a raster cell of the paper, whatever their places.
GAP_ACROSS = 2.5
GAP_DOWN = 3.5
_TALLER = 1.25


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
    """Set a name in at most two lines of at most this width, clipped if it is longer."""
    text = calm(text)
    lines = wrap(text, size, widest)
    width = max(text_width(line, size) for line in lines) + 2 * _PAD
    return Writing(lines, size, leading * _TALLER if tall(text) else leading, width)


def places(
    x: float, y: float, reach: float, writing: Writing, inside: Box, outwards: Anchor
) -> Iterator[Label]:
    """Where a text can stand by a mark, best first: beneath, beside, above, at the corners.

    `reach` is how far the mark reaches from its centre, `outwards` the side away from the ego.
    A text beneath or above slides along to stay inside the frame.
    """
    width, height = writing.width, writing.height
    left, anchor = _slide(x - width / 2, width, x, reach, inside)
    below, above, beside = y + reach + GAP_DOWN, y - reach - GAP_DOWN - height, y - height / 2
    east, west = x + reach + GAP_ACROSS, x - reach - GAP_ACROSS - width
    sides = ((west, Anchor.END), (east, Anchor.START))
    spots = [(left, below, anchor)]
    spots += [(l, beside, a) for l, a in (sides if outwards == Anchor.END else sides[::-1])]
    spots += [(left, above, anchor)]
    for top in (below, above):
        spots += [(x - reach, top, Anchor.START), (x + reach - width, top, Anchor.END)]
    for l, top, a in spots:
        yield Label(writing, Box(l, top, l + width, top + height), a)


def _slide(left: float, width: float, x: float, reach: float, inside: Box) -> tuple[float, Anchor]:
    if left < inside.left:
        return min(inside.left, x - reach), Anchor.START
    if left + width > inside.right:
        return max(inside.right, x + reach) - width, Anchor.END
    return left, Anchor.MIDDLE
