"""Which parts of a drawing are taken, so that nothing is drawn on anything else."""

from functools import reduce
from operator import or_
from typing import NamedTuple

# A box takes every raster cell that it touches, so boxes that share no cell cannot overlap.
_ACROSS = 2
_DOWN = 3


class Box(NamedTuple):
    """A rectangle, in drawing units, y downwards."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether the two share any area."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


class Paper:
    """A sheet of so many units, on which boxes are taken and given back.

    One integer a raster row, one bit a cell: a question about a box is a few `and`s.
    """

    def __init__(self, width: float, height: float, margin: float) -> None:
        self.inside = Box(margin, margin, width - margin, height - margin)
        self._rows = [0] * (int(height) // _DOWN + 2)

    def free(self, box: Box) -> bool:
        """Whether a box is on the sheet and nothing there is taken."""
        left, top, right, bottom = box
        inside = self.inside
        if left < inside[0] or top < inside[1] or right > inside[2] or bottom > inside[3]:
            return False
        first = int(left) // _ACROSS
        mask = ((1 << (int(right) // _ACROSS - first + 1)) - 1) << first
        rows = self._rows[int(top) // _DOWN : int(bottom) // _DOWN + 1]
        return not reduce(or_, rows) & mask

    def take(self, box: Box) -> None:
        """Take a box, wherever it lies."""
        mask, rows = self._cells(box)
        for row in rows:
            self._rows[row] |= mask

    def give(self, box: Box) -> None:
        """Give back a box that was free when it was taken."""
        mask, rows = self._cells(box)
        for row in rows:
            self._rows[row] &= ~mask

    def taken_at(self, x: float, y: float) -> bool:
        """Whether the cell under a point is taken; off the sheet nothing is."""
        row = int(y) // _DOWN
        if x < 0 or not 0 <= row < len(self._rows):
            return False
        return bool(self._rows[row] >> (int(x) // _ACROSS) & 1)

    def _cells(self, box: Box) -> tuple[int, range]:
        first = max(int(box.left) // _ACROSS, 0)
        last = max(int(box.right) // _ACROSS, first)
        top = max(int(box.top) // _DOWN, 0)
        bottom = min(int(box.bottom) // _DOWN, len(self._rows) - 1)
        return ((1 << (last - first + 1)) - 1) << first, range(top, bottom + 1)


def square(x: float, y: float, reach: float) -> Box:
    """The square about a point that reaches so far each way."""
    return Box(x - reach, y - reach, x + reach, y + reach)
