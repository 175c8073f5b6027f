"""What a person chooses to hand on: which parts, by which names, without whom, and for whom."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum


class Part(StrEnum):
    """A part of a summary that can be put in or left out."""

    WORDS = "words"
    MATTERS = "matters"
    HELPS = "helps"
    GIVES = "gives"
    PICTURE = "picture"
    LIST = "list"
    MISSING = "missing"
    NEXT_STEP = "next_step"
    CHANGE = "change"
    HARDER = "harder"
    REFLECTIONS = "reflections"
    TYPE = "type"


class Detail(StrEnum):
    """What is said of connections only where it was asked for, whatever the parts."""

    NOTES = "notes"
    WORKERS_CLOSENESS = "workers_closeness"


class Names(StrEnum):
    """How connections are called."""

    ROLES = "roles"
    INITIALS = "initials"
    FULL = "full"


class Record(StrEnum):
    """Whether what is handed on may go in the person's record."""

    YES = "yes"
    ASK = "ask"
    NO = "no"


class Shown(StrEnum):
    """How somebody who reads it, and is on the map, is shown in it."""

    LIKE_OTHERS = "like_others"
    UNMARKED = "unmarked"
    LEFT_OUT = "left_out"


@dataclass(frozen=True, slots=True)
class Reader:
    """Whoever it is for: the id of a connection, or None where they are not on the map."""

    id: str | None
    shown: Shown = Shown.LIKE_OTHERS


DEFAULT_PARTS = frozenset(
    {
        Part.WORDS,
        Part.MATTERS,
        Part.HELPS,
        Part.GIVES,
        Part.PICTURE,
        Part.LIST,
        Part.MISSING,
        Part.NEXT_STEP,
    }
)


class Ready(StrEnum):
    """A choice of parts by one press."""

    PICTURE = "picture"
    WORKER = "worker"
    NOT_PRIVATE = "not_private"


# Mixed and harder marks and the type are in none of them.
READY_PARTS: Mapping[Ready, frozenset[Part]] = {
    Ready.PICTURE: frozenset({Part.PICTURE}),
    Ready.WORKER: DEFAULT_PARTS,
    Ready.NOT_PRIVATE: DEFAULT_PARTS | {Part.CHANGE, Part.REFLECTIONS},
}

# How many things to talk about a summary has room for.
MOST_TO_TALK_ABOUT = 3


@dataclass(frozen=True, slots=True)
class Choices:
    """What goes in: parts and details, names, may it be kept, and words to the reader.

    `left_out` holds the ids of those left out one by one, and `put_in` of those that are kept off
    anything shared and were put in after a second look. `talk` is what the person would like to
    talk about. `picture` is how connections are called in a picture that is handed on by itself.
    """

    parts: frozenset[Part] = DEFAULT_PARTS
    names: Names = Names.ROLES
    left_out: frozenset[str] = frozenset()
    record: Record | None = None
    words: str = ""
    picture: Names = Names.ROLES
    talk: tuple[str, ...] = ("",) * MOST_TO_TALK_ABOUT
    details: frozenset[Detail] = frozenset()
    put_in: frozenset[str] = frozenset()
    reader: Reader | None = None

    @property
    def ready(self) -> Ready | None:
        """The ready choice that these are, if they are one."""
        if self.details or self.put_in:
            return None
        return next((ready for ready in Ready if READY_PARTS[ready] == self.parts), None)


def as_ready(choices: Choices, ready: Ready) -> Choices:
    """With the parts of a ready choice and nothing that starts off; who is left out stays so."""
    return replace(choices, parts=READY_PARTS[ready], details=frozenset(), put_in=frozenset())


def without_type(choices: Choices) -> Choices:
    """The choices once the person says that a type does not feel right: it has to be asked for."""
    return replace(choices, parts=choices.parts - {Part.TYPE})
