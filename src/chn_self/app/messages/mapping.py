"""Changing the map, and what is written in fields."""

from dataclasses import dataclass

from chn_self.domain.connection import Kind, Support


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
class AddRow:
    """Put what is in the boxes of quick entry on the map as one connection."""

    stamp: str


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
class Remove:
    """Take a connection off the map."""

    id: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Put the map back as it was before the last change."""


Mapping = (
    Add
    | Typed
    | AddMissing
    | AddRow
    | Answer
    | AnswerMap
    | Receives
    | NoOne
    | Gives
    | Pair
    | ToggleLink
    | Remove
    | Undo
)
