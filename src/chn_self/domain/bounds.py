"""How far a mark may move: never past its neighbours, nor off its ring or out of its sector."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from chn_self.domain.connection import Connection
from chn_self.domain.marks import cells
from chn_self.domain.rings import Ground


@dataclass(frozen=True, slots=True)
class Bound:
    """Who stands before and after, by place in the list; the ring's ends and the sector's."""

    before: int | None
    after: int | None
    shares: tuple[float, float]
    angles: tuple[float, float]


def bounds(connections: Sequence[Connection], ground: Ground) -> Mapping[int, Bound]:
    """The bounds of each, by its place in the list."""
    found = {}
    for cell in cells(connections, ground):
        neighbours = (None, *cell.held, None)
        shares = (cell.ring.inner, cell.ring.outer)
        angles = (cell.sector.start, cell.sector.end)
        for i, at in enumerate(cell.held):
            found[at] = Bound(neighbours[i], neighbours[i + 2], shares, angles)
    return found
