"""The facts of a summary, already in words and in the order they are read."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from chn_self.domain.connection import Effect, Kind
from chn_self.domain.share import Names, Part, Record


@dataclass(frozen=True, slots=True)
class Group:
    """Connections that one thing is said of."""

    label: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """One connection, what is said of it, and the person's own words about it.

    `number` is what stands for it in a picture too full for every name.
    """

    kind: Kind
    name: str
    effect: Effect | None = None
    facts: tuple[str, ...] = ()
    quote: str = ""
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Connections told one by one, under a title or none."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Quote:
    """The person's own words, under a label of ours or none."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Section:
    """One heading of a summary; `lines` are ours, `quotes` the person's own words.

    `key` explains the picture, `instead` tells what it shows to whoever cannot see it.
    """

    part: Part
    title: str
    lines: tuple[str, ...] = ()
    picture: Markup | None = None
    key: tuple[str, ...] = ()
    instead: tuple[Cluster, ...] = ()
    groups: tuple[Group, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    quotes: tuple[Quote, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is anything under the heading."""
        return bool(self.lines or self.picture or self.groups or self.clusters or self.quotes)


@dataclass(frozen=True, slots=True)
class Summary:
    """All that a summary says.

    `made` and `as_of` are ISO 8601 dates and `dates` the same in words; `opening` tells how it
    was made, `record` whether it may be kept in a record, `note` how it may be read.
    """

    language: str
    title: str
    made: str
    as_of: str | None
    dates: tuple[str, ...]
    opening: tuple[str, ...]
    may_be_recorded: Record | None
    record: str
    names: Names
    sections: tuple[Section, ...]
    note_title: str
    note: tuple[str, ...]

    @property
    def own_words(self) -> Iterator[str]:
        """Every text in it that is the person's own; names are, where they are given in full."""
        for section in self.sections:
            yield from (quote.text for quote in section.quotes)
            for entry in (e for c in (*section.clusters, *section.instead) for e in c.entries):
                yield entry.quote
                if self.names == Names.FULL:
                    yield entry.name
            if self.names == Names.FULL:
                yield from (name for group in section.groups for name in group.names)
