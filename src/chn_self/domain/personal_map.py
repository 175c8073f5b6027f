"""The map of one ego: connections, what goes together, and what was said of them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from chn_self.domain.connection import Connection, Extra, Kind, Support

# Lengths are Unicode code points after NFC and trimming; the counts guard against foreign files.
NAME_LENGTH = 80
NOTE_LENGTH = 500
TEXT_LENGTH = 2_000
MOST_CONNECTIONS = 500
MOST_LINKS = 5_000

# What marks a map as a copy to share: a key that readers which do not know it keep.
COPY = "copy"


class Fits(StrEnum):
    """The person's own answer to "Does this feel right?"."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class HowItWent(StrEnum):
    """What became of a next step."""

    DID = "did"
    SOME = "some"
    NOT = "not"
    CHANGED_MIND = "changed_mind"


@dataclass(frozen=True, slots=True)
class Link:
    """Two connections that go together; the order of the two ends says nothing."""

    a: str
    b: str
    extra: Extra = field(default_factory=dict)

    @property
    def ends(self) -> frozenset[str]:
        """The ids of both connections."""
        return frozenset((self.a, self.b))


@dataclass(frozen=True, slots=True)
class Missing:
    """Something the person would like and does not have, in their words."""

    text: str
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reflection:
    """What the person wrote to a prompt: its key in the words, the ids it is about, the text."""

    prompt: str
    about: tuple[str, ...] = ()
    text: str = ""
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class TypeView:
    """What the person thinks of the network type they were shown."""

    fits: Fits | None = None
    own_words: str | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NextStep:
    """One thing the person chose to do, with whom and when, and later how it went."""

    what: str | None = None
    who: str | None = None
    when: str | None = None
    how_it_went: HowItWent | None = None
    extra: Extra = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class PersonalMap:
    """Everything the person has put on their map; None means not answered.

    Order round a ring is the order of `connections` within a kind. `complete` names the kinds
    of which the person says that all they want are there. `week_at_home` runs from 1, hardly
    any of the week, to 5, nearly all; `satisfaction` from 1 to 5, 5 the most content.
    """

    id: str
    saved_at: str | None = None
    as_of: str | None = None
    usual: bool | None = None
    connections: tuple[Connection, ...] = ()
    links: tuple[Link, ...] = ()
    complete: tuple[Kind, ...] = ()
    support_answered: tuple[Support, ...] = ()
    week_at_home: int | None = None
    away: bool | None = None
    satisfaction: int | None = None
    hope: str | None = None
    missing: tuple[Missing, ...] = ()
    reflections: tuple[Reflection, ...] = ()
    type_view: TypeView = field(default_factory=TypeView)
    next_step: NextStep | None = None
    extra: Extra = field(default_factory=dict)

    @property
    def is_copy(self) -> bool:
        """Whether it is a copy made to share, whose connections were given ids of its own."""
        return self.extra.get(COPY) is True

    def connection(self, id: str) -> Connection | None:
        """The connection with this id, or None."""
        return next((c for c in self.connections if c.id == id), None)

    def of_kind(self, kind: Kind) -> tuple[Connection, ...]:
        """The connections of one kind, in the order they stand round their rings."""
        return tuple(c for c in self.connections if c.kind == kind)

    def linked(self, id: str) -> Iterator[Connection]:
        """The connections that go with this one, in map order."""
        others = {end for link in self.links if id in link.ends for end in link.ends} - {id}
        return (c for c in self.connections if c.id in others)
