"""Reading what was handed over, in the page that is only for that."""

from dataclasses import dataclass, field

from chn_self.app.messages.files import Unsealed, WrongPassphrase


@dataclass(frozen=True, slots=True)
class Given:
    """Files were chosen or dropped: the name and the bytes of each; `stamp` is new each time."""

    files: tuple[tuple[str, bytes], ...] = field(repr=False)
    stamp: str


@dataclass(frozen=True, slots=True)
class TryPassphrase:
    """Try this passphrase on the file that has this key."""

    key: str
    passphrase: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShowFile:
    """Show the file that has this key."""

    key: str


@dataclass(frozen=True, slots=True)
class ShowOverTime:
    """Show all maps, each beside the one before."""


@dataclass(frozen=True, slots=True)
class ShowKeptOff:
    """Show what stays off anything shared too, or hide it again."""


@dataclass(frozen=True, slots=True)
class CloseFile:
    """Let the file that has this key go."""

    key: str


@dataclass(frozen=True, slots=True)
class PrintShown:
    """Ask for what is shown on paper."""


Reading = (
    Given
    | TryPassphrase
    | ShowFile
    | ShowOverTime
    | ShowKeptOff
    | CloseFile
    | PrintShown
    | Unsealed
    | WrongPassphrase
)
