"""What a document on paper is put together from, in the order in which it is read.

It is all words and no measures: what draws it knows how each `look` is set.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from chn_self.views.shapes import Label, Shapes


class Tag(StrEnum):
    """What a block is, as the structure types of PDF name it (ISO 32000-1, 14.8.4)."""

    TITLE = "H1"
    HEADING = "H2"
    KIND = "H3"
    PARAGRAPH = "P"
    ITEM = "LI"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is set the same: `strong`, `quiet` or neither."""

    text: str
    look: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph or an item of a list, with the person's `own` lines after it.

    `mark` is the kind of connection whose sign stands before it, if any.
    """

    tag: Tag
    runs: tuple[Run, ...] = ()
    look: str = ""
    mark: str = ""
    own: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, told to whoever cannot see it by `alt`, with what explains it beside it."""

    shapes: Shapes
    alt: str
    beside: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """What stands under one heading; a `wide` one has the whole line to itself.

    The items of one in `columns` stand in two of them, and it may go on overleaf, as a `loose` one
    may; every other is kept together where a page can hold it.
    """

    blocks: tuple[Block | Figure, ...]
    look: str = ""
    wide: bool = False
    columns: bool = False
    loose: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """All that is on paper; `made` is an ISO 8601 date.

    `foot` stands on each page, with `{page}` and `{pages}` to be filled in there.
    """

    language: str
    title: str
    made: str
    foot: str
    parts: tuple[Part, ...]

    @property
    def texts(self) -> Iterator[str]:
        """Every text that is drawn, in the order in which it is read."""
        for part in self.parts:
            for block in part.blocks:
                yield from _texts(block)
        yield self.foot


def _texts(block: Block | Figure) -> Iterator[str]:
    match block:
        case Block():
            yield "".join(run.text for run in block.runs)
            yield from block.own
        case Figure():
            yield from (drawn.text for drawn in block.shapes.drawn if isinstance(drawn, Label))
            for beside in block.beside:
                yield from _texts(beside)
