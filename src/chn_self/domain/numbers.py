"""The number that stands for a name in the picture, and leads to it in the list."""

from collections import Counter
from collections.abc import Sequence

from chn_self.domain.connection import Connection, Kind
from chn_self.domain.labels import Writing, write
from chn_self.domain.sheet import Sheet


def numbers(connections: Sequence[Connection]) -> tuple[int, ...]:
    """The number of each in the list of its kind, from 1."""
    seen: Counter[Kind] = Counter()
    found = []
    for c in connections:
        seen[c.kind] += 1
        found.append(seen[c.kind])
    return tuple(found)


def number(value: int, sheet: Sheet) -> Writing:
    """A number set to stand for a name; its line is low, since figures do not hang down."""
    return write(str(value), sheet.number, sheet.number * 0.9, sheet.widest)
