"""Files in and out, a passphrase asked for, and the ready-made map to look at."""

from dataclasses import dataclass, field

from chn_self.app.effects import Paper
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.envelope import Envelope


@dataclass(frozen=True, slots=True)
class Take:
    """Ask for a download."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class TakeSealed:
    """Ask for the map, or a copy, as a file that opens with this passphrase, typed twice."""

    passphrase: str = field(repr=False)
    again: str = field(repr=False)
    paper: Paper = Paper.MAP


@dataclass(frozen=True, slots=True)
class SaveAs:
    """Ask for the map as a file, in a place that the person picks."""


@dataclass(frozen=True, slots=True)
class Share:
    """Ask the device to hand a file to another app."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class Taken:
    """A file was handed over, at this local time such as `2026-11-24T14:05`.

    `digest` is the SHA-256 of its bytes in hex, of a map only; `checked` says that the file was
    read back and is the same.
    """

    paper: Paper
    map: PersonalMap
    at: str
    digest: str = ""
    checked: bool = False


@dataclass(frozen=True, slots=True)
class NotSaved:
    """A file was written where the person picked, and read back it is not the same."""


@dataclass(frozen=True, slots=True)
class HandedOn:
    """The app that the person picked has the file now; what becomes of it is not known."""


@dataclass(frozen=True, slots=True)
class CheckFile:
    """A file was chosen to be compared with the one handed over; its digest."""

    digest: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A file was chosen or dropped, or the text of one `pasted`; its bytes."""

    data: bytes = field(repr=False)
    pasted: bool = False


@dataclass(frozen=True, slots=True)
class Unlock:
    """Try this passphrase on what is asked about."""

    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class StopUnlocking:
    """Let what has a passphrase stay closed."""


@dataclass(frozen=True, slots=True)
class Unsealed:
    """The passphrase was right for this envelope; the bytes of the map file."""

    envelope: Envelope
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class WrongPassphrase:
    """The passphrase did not open this envelope."""

    envelope: Envelope


@dataclass(frozen=True, slots=True)
class OpenAnyway:
    """Put the waiting map in place of the one that is not kept."""


@dataclass(frozen=True, slots=True)
class KeepMine:
    """Let the waiting map go."""


@dataclass(frozen=True, slots=True)
class LookAtExample:
    """Ask for the ready-made map."""


@dataclass(frozen=True, slots=True)
class ExampleRead:
    """The ready-made map is here."""

    map: PersonalMap


@dataclass(frozen=True, slots=True)
class LeaveExample:
    """Back to one's own map."""


Files = (
    Take
    | TakeSealed
    | SaveAs
    | Share
    | Taken
    | NotSaved
    | HandedOn
    | CheckFile
    | Opened
    | Unlock
    | StopUnlocking
    | Unsealed
    | WrongPassphrase
    | OpenAnyway
    | KeepMine
    | LookAtExample
    | ExampleRead
    | LeaveExample
)
