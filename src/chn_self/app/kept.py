"""Where a map is kept besides this tab: in a file, and on the shelf of this device."""

from dataclasses import dataclass
from enum import StrEnum

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.envelope import Envelope

# Minutes of quiet after which a map with a passphrase can be locked.
QUIET_TIMES = (5, 15, 30, 60)


class Trouble(StrEnum):
    """Why a map could not be kept on the device."""

    FULL = "full"  # no room
    FAILED = "failed"  # anything else that the browser says no to
    CHANGED = "changed"  # another tab has kept a change since
    GONE = "gone"  # taken off in another tab, or cleared by the browser


@dataclass(frozen=True, slots=True)
class Kept:
    """The map as it was last handed over as a file, and the local time of that.

    `at` is like `2026-11-24T14:05`, a date alone, or empty where that is not known. `digest` is
    the SHA-256 of the file in hex; `checked` says that it was read back and is the same.
    """

    map: PersonalMap
    at: str = ""
    digest: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class OnDevice:
    """The place on the device's shelf where this map is kept after each change.

    `map` is what is there, None until that is known, and `revision` which writing of it that is;
    `sealed` says that it has a passphrase; `lasting` if the browser promised not to clear it;
    `lock_after` is in minutes of quiet.
    """

    key: str
    sealed: bool
    map: PersonalMap | None
    revision: str = ""
    trouble: Trouble | None = None
    lasting: bool | None = None
    lock_after: int | None = None


@dataclass(frozen=True, slots=True)
class Shelved:
    """A map on the device's shelf as the list shows it: the local time it was kept, no more."""

    key: str
    at: str
    sealed: bool


@dataclass(frozen=True, slots=True)
class Source:
    """Where the bytes of a map came from: the shelf, under a key; a file; or text that was pasted.

    `revision` and `lock_after` are the shelf's; `sealed` says that they were in an envelope;
    `to_compare` that the map is to be looked at beside the one in the tab, not in its place.
    """

    key: str | None = None
    revision: str = ""
    lock_after: int | None = None
    pasted: bool = False
    sealed: bool = False
    to_compare: bool = False


@dataclass(frozen=True, slots=True)
class Asking:
    """The envelope that a passphrase is asked for; `trying` while one is being tried."""

    envelope: Envelope
    source: Source = Source()
    failed: bool = False
    trying: bool = False


@dataclass(frozen=True, slots=True)
class Waiting:
    """A map that was opened and waits, since the one in the tab is not kept; and where it is."""

    map: PersonalMap
    kept: Kept | None = None
    device: OnDevice | None = None
