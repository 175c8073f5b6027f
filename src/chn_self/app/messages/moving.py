"""Moving through the steps."""

from dataclasses import dataclass
from enum import StrEnum

from chn_self.app.steps import Place
from chn_self.domain.connection import Kind


@dataclass(frozen=True, slots=True)
class Went:
    """The browser's history or address moved to a place."""

    place: Place


@dataclass(frozen=True, slots=True)
class Next:
    """On to the next screen."""


@dataclass(frozen=True, slots=True)
class Back:
    """Back to the screen before."""


class Said(StrEnum):
    """How the person leaves a list."""

    ALL = "all"
    ENOUGH = "enough"


@dataclass(frozen=True, slots=True)
class ListDone:
    """On from a list: all that the person wants is there, or enough for now."""

    kind: Kind
    said: Said


@dataclass(frozen=True, slots=True)
class Edit:
    """Open a connection for change."""

    id: str


@dataclass(frozen=True, slots=True)
class EditDone:
    """Close the connection that is open for change."""


Moving = Went | Next | Back | ListDone | Edit | EditDone
