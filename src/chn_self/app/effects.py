"""What the shell is asked to do, as data."""

from dataclasses import dataclass, field
from enum import StrEnum

from chn_self.app.steps import Place
from chn_self.files.envelope import Envelope


class Paper(StrEnum):
    """What can be downloaded."""

    MAP = "map"
    COPY = "copy"
    HTML = "html"
    TEXT = "text"
    PDF = "pdf"
    SVG = "svg"
    PNG = "png"
    DATA = "data"
    DATA_NAMED = "data_named"


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
class DownloadSealed:
    """Hand the map, or a copy to share, to the person as a file that opens with this passphrase."""

    passphrase: str = field(repr=False)
    paper: Paper = Paper.MAP


@dataclass(frozen=True, slots=True)
class SaveWhere:
    """Let the person pick a place, write the map there, and read it back."""


@dataclass(frozen=True, slots=True)
class HandOn:
    """Let the device hand a file to another app."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class Print:
    """Show the browser's own way to print the screen."""


@dataclass(frozen=True, slots=True)
class ReadExample:
    """Read the ready-made map and hand it back as a message."""


@dataclass(frozen=True, slots=True)
class Unseal:
    """Open an envelope; `key` is the shelf's, whose map stays unlocked then."""

    envelope: Envelope
    passphrase: str = field(repr=False)
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Shelve:
    """Keep the map on this device, with a passphrase or None, in the place `key` or a new one."""

    passphrase: str | None = field(repr=False)
    key: str | None = None


@dataclass(frozen=True, slots=True)
class ShelveAgain:
    """Keep the map in a new place on the shelf, locked by the key that is held."""


@dataclass(frozen=True, slots=True)
class ReadShelf:
    """See which maps are on the shelf."""


@dataclass(frozen=True, slots=True)
class ReadKept:
    """Read one map off the shelf, to open it or only `to_compare`."""

    key: str
    to_compare: bool = False


@dataclass(frozen=True, slots=True)
class TakeOffShelf:
    """Take one map off the shelf."""

    key: str


@dataclass(frozen=True, slots=True)
class Lock:
    """Keep what is not kept yet, then forget the map and its key."""


@dataclass(frozen=True, slots=True)
class SwitchVersion:
    """Go on with the newer version of the page."""


@dataclass(frozen=True, slots=True)
class AskInstall:
    """Show the browser's own question about putting the page among the apps."""


Effect = (
    Visit
    | Focus
    | Download
    | DownloadSealed
    | SaveWhere
    | HandOn
    | Print
    | ReadExample
    | Unseal
    | Shelve
    | ShelveAgain
    | ReadShelf
    | ReadKept
    | TakeOffShelf
    | Lock
    | SwitchVersion
    | AskInstall
)
