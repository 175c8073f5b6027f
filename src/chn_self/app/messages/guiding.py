"""A guided session, with someone beside the person."""

from dataclasses import dataclass

from chn_self.app.session import Act, Device, Wish


@dataclass(frozen=True, slots=True)
class Guide:
    """Do one thing in a session, such as to begin it or to cover the screen."""

    act: Act


@dataclass(frozen=True, slots=True)
class Whose:
    """Say whose the device is; the same again takes it back."""

    device: Device


@dataclass(frozen=True, slots=True)
class Want:
    """Tick or untick what to keep."""

    wish: Wish


Guiding = Guide | Whose | Want
