"""A likely answer from a name, so that the right one is one press away; never chosen for anyone."""

import re

from chn_self.domain.connection import ActivityType, Connection, Kind, PlaceType, Relation
from chn_self.views.words import Words

# No more choices than this before "More".
SHOWN_FIRST = 4


def question(connection: Connection) -> str:
    """What is asked of a connection of this kind: `relation` of people, `type` of the others."""
    return "relation" if connection.kind == Kind.PERSON else "type"


def choices(connection: Connection, words: Words) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The relations or types to offer at once, the likeliest first, and those behind "More"."""
    table = _table(connection.kind)
    # Phones write a curly apostrophe, the hints have a straight one.
    said = {*re.findall(r"[\w'-]+", connection.name.casefold().replace("’", "'"))}
    likely = tuple(answer for answer, hints in _hints(words, table) if said & hints)
    usual = tuple(str(word) for word in _list(words, f"first.{table}"))
    every = {
        Kind.PERSON: tuple(Relation),
        Kind.PLACE: tuple(PlaceType),
        Kind.ACTIVITY: tuple(ActivityType),
    }[connection.kind]
    first = tuple(dict.fromkeys((*likely, *usual)))[:SHOWN_FIRST]
    return first, tuple(str(answer) for answer in every if answer not in first)


def _table(kind: Kind) -> str:
    return "relation" if kind == Kind.PERSON else f"type_of_{kind}"


def _hints(words: Words, table: str) -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        (answer, frozenset(str(w) for w in _list(words, f"suggest.{table}.{answer}")))
        for answer in words.under(f"suggest.{table}")
    )


def _list(words: Words, key: str) -> list[object]:
    found = words.at(key)
    return found if isinstance(found, list) else []
