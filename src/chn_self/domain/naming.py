"""Which marks are named and which have a number, and where either stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from chn_self.domain.bounds import bounds
from chn_self.domain.connection import Connection
from chn_self.domain.labels import Anchor, Label, Writing, places, write
from chn_self.domain.marks import REACH, Board, Mark
from chn_self.domain.numbers import number, numbers
from chn_self.domain.paper import Box
from chn_self.domain.sheet import Sheet

# How far a mark gives way, along its ring and outwards, so that its name fits; nearest first.
_WAYS = tuple(
    sorted(
        ((along * 7.0, out * 6.0) for along in range(-9, 10) for out in range(-3, 4)),
        key=lambda way: (way[0] ** 2 + way[1] ** 2, way),
    )
)
_FEW_WAYS = _WAYS[:30]

# Names that do not fit as they are set first are set narrower, on more lines, and last clipped.
_WIDTHS = (1.0, 0.72)
_CLIPPED = (0.5,)

# How many places are tried in each round after the first, over the fourth power of how many there
# are: the fuller a map, the more a try costs and the less it finds.
_EFFORT, _MOST_EFFORT = 1.5e9, 1200


@dataclass(frozen=True, slots=True)
class Named:
    """A mark with its label; `named` is False where the label is its number, or is None."""

    mark: Mark
    label: Label | None = None
    named: bool = False


def name_marks(
    connections: Sequence[Connection],
    writings: Sequence[Writing],
    placed: Sequence[Mark],
    sheet: Sheet,
    board: Board,
) -> tuple[Named, ...]:
    """Names while they fit, what matters and what is near first; numbers for the others.

    `writings` are the names set as wide as they may be, `placed` the marks before they give way.
    Where the board keeps room for numbers every mark has one before names take their place.
    """
    order = sorted(
        range(len(connections)),
        key=lambda at: (not connections[at].matters, connections[at].closeness or 4, at),
    )
    naming = _Naming(connections, writings, placed, sheet, board)
    if board.number is None:
        naming.names_then_numbers(order)
    else:
        naming.numbers_then_names(order)
    return tuple(naming.found)


class _Naming:
    """The work of naming on one board: what was found so far for each mark."""

    def __init__(
        self,
        connections: Sequence[Connection],
        writings: Sequence[Writing],
        placed: Sequence[Mark],
        sheet: Sheet,
        board: Board,
    ) -> None:
        self.found = [Named(mark) for mark in placed]
        self._board = board
        self._paper = board.paper
        self._bounds = bounds(connections, board.ground)
        self._names = [c.name for c in connections]
        self._numbers = numbers(connections)
        self._sheet = sheet
        self._written = {(at, 1.0): writing for at, writing in enumerate(writings)}
        self._effort = 0.0
        self._widths: Sequence[float] = _WIDTHS if board.number is None else _WIDTHS[:1]

    def names_then_numbers(self, order: Sequence[int]) -> None:
        """Name all that can be, moving marks and other names a little; number what is left."""
        for at in order:
            self._name(at)
        for move in (self._give_way, self._push_aside, self._clip, self._number_somewhere):
            self._effort = min(_EFFORT / max(len(order), 1) ** 4, _MOST_EFFORT)
            for at in order:
                if not self.found[at].named:
                    move(at)

    def numbers_then_names(self, order: Sequence[int]) -> None:
        """Number all on the room that was kept; then put a name wherever it fits instead."""
        for at in order:
            under = self.found[at].mark.under
            if under:
                self._paper.give(under)
            self._number(at)
        for at in order:
            numbered = self.found[at]
            if numbered.label:
                self._paper.give(numbered.label.box)
            if not self._name(at) and numbered.label:
                self._paper.take(numbered.label.box)

    def _number_somewhere(self, at: int) -> bool:
        """Number a mark, moved a little if there is no room for a number where it stands."""
        if self._number(at):
            return True
        now = self.found[at]
        for _ in self._moves(at, _WAYS):
            if self._number(at):
                return True
            self._paper.give(self.found[at].mark.box)
        self._back(at, now)
        return False

    def _number(self, at: int) -> bool:
        mark, writing = self.found[at].mark, number(self._numbers[at], self._sheet)
        for box, anchor in self._places(mark, writing):
            if self._paper.free(box):
                self._paper.take(box)
                self.found[at] = Named(mark, Label(writing, box, anchor))
                return True
        return False

    def _name(self, at: int) -> bool:
        """Name a mark where it stands."""
        mark = self.found[at].mark
        for writing in self._writings(at):
            for box, anchor in self._places(mark, writing):
                if self._paper.free(box):
                    self._paper.take(box)
                    self.found[at] = Named(mark, Label(writing, box, anchor), named=True)
                    return True
        return False

    def _writings(self, at: int) -> Iterator[Writing]:
        sheet, name = self._sheet, self._names[at]
        for share in self._widths:
            if (at, share) not in self._written:
                self._written[at, share] = write(
                    name, sheet.text, sheet.leading, sheet.widest * share
                )
            yield self._written[at, share]

    def _places(self, mark: Mark, writing: Writing) -> Iterator[tuple[Box, Anchor]]:
        outwards = Anchor.END if mark.x < self._board.ground.x else Anchor.START
        reach = mark.radius * REACH
        return places((mark.x, mark.y), reach, writing, self._paper.inside, outwards)

    def _give_way(self, at: int) -> bool:
        """Move the mark a little to where its name fits."""
        now = self.found[at]
        for _ in self._moves(at, _WAYS):
            if self._name(at):
                return True
            self._paper.give(self.found[at].mark.box)
        self._back(at, now)
        return False

    def _push_aside(self, at: int) -> bool:
        """Take the place of one other name that can stand elsewhere, moving a little if need be."""
        now = self.found[at]
        for mark in self._moves(at, _FEW_WAYS):
            for writing in self._writings(at):
                for box, anchor in self._places(mark, writing):
                    self._effort -= 2
                    if self._instead(at, Label(writing, box, anchor)):
                        return True
            self._paper.give(mark.box)
        self._back(at, now)
        return False

    def _clip(self, at: int) -> bool:
        """Name the mark with what of its name fits, or clip another that is in its way."""
        self._widths = _CLIPPED
        if self._give_way(at):
            return True
        self._widths = (*_WIDTHS, *_CLIPPED)
        return self._push_aside(at)

    def _back(self, at: int, before: Named) -> None:
        self.found[at] = before
        self._paper.take(before.mark.box)

    def _moves(self, at: int, ways: Sequence[tuple[float, float]]) -> Iterator[Mark]:
        """Put the mark wherever it may stand, never past its neighbours."""
        now, bound = self.found[at].mark, self._bounds[at]
        low, high = bound.angles
        if bound.before is not None:
            low = self.found[bound.before].mark.angle
        if bound.after is not None:
            high = self.found[bound.after].mark.angle
        self._paper.give(now.box)
        for way in ways:
            if self._effort < 0:
                return
            mark = self._board.moved(now, *way)
            inside = bound.shares[0] < mark.share < bound.shares[1] and low < mark.angle < high
            if inside and self._paper.free(mark.box):
                self._effort -= 8
                self._paper.take(mark.box)
                self.found[at] = Named(mark)
                yield mark

    def _instead(self, at: int, label: Label) -> bool:
        """Put a label where one other is in the way, if that one finds another place."""
        other = self._only_one_under(label.box)
        if other is None:
            return False
        before, mark = self.found[other], self.found[at].mark
        if before.label is None:
            return False
        self._paper.give(before.label.box)
        if self._paper.free(label.box):
            self._paper.take(label.box)
            self.found[at] = Named(mark, label, named=True)
            self.found[other] = Named(before.mark)
            if self._name(other) or self._give_way(other):
                return True
            self._paper.give(label.box)
            self.found[at] = Named(mark)
        self._paper.take(before.label.box)
        self.found[other] = before
        return False

    def _only_one_under(self, box: Box) -> int | None:
        """Whose label a box lies on, if it lies on just one."""
        left, top, right, bottom = box
        found = None
        for at, named in enumerate(self.found):
            if named.label is None:
                continue
            there = named.label.box
            if left < there[2] and there[0] < right and top < there[3] and there[1] < bottom:
                if found is not None:
                    return None
                found = at
        return found
