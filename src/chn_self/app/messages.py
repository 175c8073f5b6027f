"""Everything that can happen, as data; a list of messages replays a whole visit."""

from dataclasses import dataclass
from enum import StrEnum

from chn_self.app.effects import Paper
from chn_self.app.steps import Place
from chn_self.domain.connection import Kind, Support
from chn_self.domain.personal_map import PersonalMap


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


@dataclass(frozen=True, slots=True)
class Add:
    """Put a name, or several lines of names, on a list; `stamp` makes the new ids unique."""

    kind: Kind
    text: str
    stamp: str


@dataclass(frozen=True, slots=True)
class Typed:
    """A field now holds this text."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class AddMissing:
    """Put what was typed on the list of what is missing."""

    text: str


@dataclass(frozen=True, slots=True)
class Answer:
    """Answer one question about one connection; the same answer again takes it back."""

    id: str
    question: str
    value: str


@dataclass(frozen=True, slots=True)
class AnswerMap:
    """Answer one question about the whole map; the same answer again takes it back."""

    question: str
    value: str


@dataclass(frozen=True, slots=True)
class Receives:
    """Tick or untick someone who gives this support."""

    id: str
    support: Support


@dataclass(frozen=True, slots=True)
class NoOne:
    """Say that no one gives this support just now."""

    support: Support


@dataclass(frozen=True, slots=True)
class Gives:
    """Tick or untick a support that the person gives someone."""

    id: str
    support: Support


@dataclass(frozen=True, slots=True)
class Pair:
    """Say that two connections go together; once more changes nothing."""

    a: str
    b: str


@dataclass(frozen=True, slots=True)
class ToggleLink:
    """Say that two connections go together, or that they do not after all."""

    a: str
    b: str


@dataclass(frozen=True, slots=True)
class Move:
    """Move a connection earlier or later round its ring."""

    id: str
    by: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Take a connection off the map."""

    id: str


@dataclass(frozen=True, slots=True)
class Select:
    """Look at one connection on the picture; again to let it go."""

    id: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Put the map back as it was before the last change."""


@dataclass(frozen=True, slots=True)
class ShowType:
    """Ask to see which network type the map is most like."""


@dataclass(frozen=True, slots=True)
class AnotherPrompt:
    """Show another prompt."""


@dataclass(frozen=True, slots=True)
class NotForMe:
    """Put a prompt away for good."""

    prompt: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Change one choice for the summary: a part, the form of names, or a connection."""

    choice: str
    value: str


@dataclass(frozen=True, slots=True)
class Take:
    """Ask for a download."""

    paper: Paper


@dataclass(frozen=True, slots=True)
class Taken:
    """A download was handed over, at this clock time."""

    paper: Paper
    map: PersonalMap
    at: str


@dataclass(frozen=True, slots=True)
class Opened:
    """A file was chosen; its bytes."""

    data: bytes


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


Message = (
    Went
    | Next
    | Back
    | ListDone
    | Edit
    | EditDone
    | Add
    | Typed
    | AddMissing
    | Answer
    | AnswerMap
    | Receives
    | NoOne
    | Gives
    | Pair
    | ToggleLink
    | Move
    | Remove
    | Select
    | Undo
    | ShowType
    | AnotherPrompt
    | NotForMe
    | Choose
    | Take
    | Taken
    | Opened
    | OpenAnyway
    | KeepMine
    | LookAtExample
    | ExampleRead
    | LeaveExample
)
