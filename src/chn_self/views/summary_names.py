"""What connections are called in what is handed on: by role, by initials or in full."""

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from chn_self.domain.connection import Connection, Kind
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Names
from chn_self.views.words import Words

MOST_INITIALS = 4


def display_names(map_: PersonalMap, names: Names, words: Words) -> Mapping[str, str]:
    """What each connection is called, by id.

    Roles and initials that several share are numbered in map order, over all kinds, so that no
    two connections are called the same; full names stay as they were typed.
    """
    if names == Names.FULL:
        return {c.id: c.name for c in map_.connections}
    plain = [
        (names == Names.INITIALS and initials(c.name)) or role(c, words) for c in map_.connections
    ]
    ids = (c.id for c in map_.connections)
    return dict(zip(ids, _numbered(plain, words), strict=True))


def called(map_: PersonalMap, names: Names, words: Words) -> PersonalMap:
    """The map with each connection called so; the names that are not to be shown are gone."""
    shown = display_names(map_, names, words)
    return replace(map_, connections=tuple(replace(c, name=shown[c.id]) for c in map_.connections))


def role(c: Connection, words: Words) -> str:
    """What a connection is, in a word that stands alone."""
    value = c.relation if c.kind == Kind.PERSON else c.type
    table = "relation" if c.kind == Kind.PERSON else c.kind
    special = f"summary.role.{c.kind}.{value}"
    return words(special if words.has(special) else f"{table}.short.{value or 'none'}")


def initials(name: str) -> str:
    """The first letter of each word, with the marks that belong to it; empty without letters."""
    letters = [letter for word in name.split() if (letter := _first_letter(word))]
    return "".join(f"{letter}." for letter in letters[:MOST_INITIALS])


def _first_letter(word: str) -> str:
    categories = [unicodedata.category(character)[0] for character in word]
    if "L" not in categories:
        return ""
    start = end = categories.index("L")
    while end + 1 < len(word) and categories[end + 1] == "M":
        end += 1
    return word[start].upper() + word[start + 1 : end + 1]


def _numbered(plain: list[str], words: Words) -> Iterator[str]:
    count = Counter(plain)
    used: Counter[str] = Counter()
    for name in plain:
        used[name] += 1
        several = count[name] > 1
        yield words("summary.numbered", role=name, number=used[name]) if several else name
