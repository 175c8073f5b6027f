"""The page itself: leaving it, printing it, a newer version, what became of the map it had."""

from dataclasses import dataclass

from chn_self.app.leaving import Way


@dataclass(frozen=True, slots=True)
class Lost:
    """A map was in this tab before it was closed or reloaded, and was not kept."""


@dataclass(frozen=True, slots=True)
class KeepLater:
    """No to the offer to keep the map."""


@dataclass(frozen=True, slots=True)
class AnotherStarter:
    """Show another idea of what to put on a list, also where ideas were turned off."""


@dataclass(frozen=True, slots=True)
class NoStarters:
    """Show no ideas on lists."""


@dataclass(frozen=True, slots=True)
class Prefer:
    """Turn a way of leaving at once on or off."""

    way: Way


@dataclass(frozen=True, slots=True)
class Print:
    """Ask for what is on the screen on paper."""


@dataclass(frozen=True, slots=True)
class Newer:
    """A newer version of the page is on this device."""


@dataclass(frozen=True, slots=True)
class UseNewer:
    """Use the newer version of the page."""


@dataclass(frozen=True, slots=True)
class Installable:
    """The browser can put the page among the device's apps."""


@dataclass(frozen=True, slots=True)
class Install:
    """Put the page among the device's apps."""


Page = (
    Lost
    | KeepLater
    | AnotherStarter
    | NoStarters
    | Prefer
    | Print
    | Newer
    | UseNewer
    | Installable
    | Install
)
