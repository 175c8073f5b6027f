"""What the shell is asked to do, as data."""

from dataclasses import dataclass
from enum import StrEnum

from chn_self.app.steps import Place


class Paper(StrEnum):
    """What can be downloaded."""

    MAP = "map"
    HTML = "html"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Visit:
    """Add a place to the browser's history."""

    place: Place


@dataclass(frozen=True, slots=True)
class Focus:
    """Move the focus to an element; `top` also scrolls to the top of the page.

    `id` is what the element's own is made from: the name of a field, `title`, or `edit/` and the
    id of a connection.
    """

    id: str
    top: bool = False


@dataclass(frozen=True, slots=True)
class Download:
    """Hand a file to the person."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class ReadExample:
    """Read the ready-made map and hand it back as a message."""


Effect = Visit | Focus | Download | ReadExample
