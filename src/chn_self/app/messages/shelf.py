"""Keeping maps on the device, and locking the one that is open."""

from dataclasses import dataclass, field

from chn_self.app.kept import Shelved, Trouble
from chn_self.domain.personal_map import PersonalMap


@dataclass(frozen=True, slots=True)
class KeepHere:
    """Keep the map on this device behind a passphrase, which was typed twice."""

    passphrase: str = field(repr=False)
    again: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeepPlain:
    """Keep the map on this device without a passphrase."""


@dataclass(frozen=True, slots=True)
class KeepAnother:
    """Keep this map beside the one that another tab has changed."""


@dataclass(frozen=True, slots=True)
class KeptHere:
    """The map was put on the shelf of this device for the first time, or in a new way."""

    key: str
    sealed: bool
    map: PersonalMap
    revision: str
    lock_after: int | None = None


@dataclass(frozen=True, slots=True)
class Saved:
    """The map on the shelf is this one now, with this quiet time before it locks."""

    key: str
    map: PersonalMap
    revision: str
    lock_after: int | None = None


@dataclass(frozen=True, slots=True)
class NotKept:
    """The map could not be kept after a change; `key` is empty where keeping was asked for."""

    key: str
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class Lasting:
    """Whether the browser has promised not to clear what is kept when space runs short."""

    promised: bool


@dataclass(frozen=True, slots=True)
class ShelfRead:
    """What is kept on this device: the newest first, nothing of what is in them."""

    shelf: tuple[Shelved, ...]


@dataclass(frozen=True, slots=True)
class OpenKept:
    """Open a map that is kept on this device."""

    key: str


@dataclass(frozen=True, slots=True)
class KeptRead:
    """What is kept under this key: a file's bytes, or None where there is nothing any more."""

    key: str
    data: bytes | None = field(repr=False)
    revision: str = ""
    lock_after: int | None = None
    to_compare: bool = False


@dataclass(frozen=True, slots=True)
class TakeOff:
    """Ask to take a map off this device; an empty key lets it stay."""

    key: str


@dataclass(frozen=True, slots=True)
class TakeOffNow:
    """Take the map off this device that was asked about."""


@dataclass(frozen=True, slots=True)
class TakenOff:
    """This map is off the device."""

    key: str


@dataclass(frozen=True, slots=True)
class NotNow:
    """The browser could not do with the shelf what it was asked to, for now; in which words."""

    notice: str


@dataclass(frozen=True, slots=True)
class LockAfter:
    """Lock after this many quiet minutes; None is never."""

    minutes: int | None


@dataclass(frozen=True, slots=True)
class LockNow:
    """Lock the map: it leaves this tab, and its key is let go."""


@dataclass(frozen=True, slots=True)
class Locked:
    """Everything was kept, so the tab can forget it; an empty map takes its place."""

    empty: PersonalMap


Shelf = (
    KeepHere
    | KeepPlain
    | KeepAnother
    | KeptHere
    | Saved
    | NotKept
    | Lasting
    | ShelfRead
    | OpenKept
    | KeptRead
    | TakeOff
    | TakeOffNow
    | TakenOff
    | NotNow
    | LockAfter
    | LockNow
    | Locked
)
