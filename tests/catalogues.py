"""What a catalogue has to hold to stand in for the English one."""

import re
from collections.abc import Iterator, Mapping
from importlib.resources import files
from string import Formatter

from chn_self.views.plurals import FORMS, OTHER, Plurals, read_plurals

HOME = files("chn_self.content")

# What code reads and nobody else: names of pages, plots, answers, and the study's themes.
DATA = re.compile(r"first\..*|prompts\..*\.theme|pages\..*\.(show|links)(\.\d+)?")
# What each language has in its own way, and as much of it as it likes.
FREE = re.compile(r"(suggest|list\.starters)\..*")
# What the code has no words of: hints that are held against a name, how the language is written.
KEPT = re.compile(r"suggest\..*|language(\..*)?")

# Numbers beyond these are counted by no screen, and repeat the pattern of those below.
_COUNTED = range(200)

Table = Mapping[str, object]


def faults(texts: Table, english: Table) -> list[str]:
    """What is missing, empty, too much or not filled in as in English, each with its key."""
    plurals = _plurals(texts)
    if isinstance(plurals, str):
        return [plurals]
    ours, theirs = ({k: v for k, v in t.items() if k != "language"} for t in (texts, english))
    return [*_language(texts["language"]), *_table(ours, theirs, plurals, "")]


def is_plural(node: object) -> bool:
    """Whether a table of the English words holds the forms of a number, perhaps among others."""
    return isinstance(node, Mapping) and {"one", OTHER} <= node.keys()


def fields(text: str) -> frozenset[str]:
    """The names of what is filled in."""
    return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def _plurals(texts: Table) -> Plurals | str:
    match texts.get("language"):
        case {"plurals": Mapping() as rules}:
            try:
                return read_plurals(rules)
            except ValueError as fault:
                return f"language.plurals.{fault}"
        case Mapping():
            return Plurals()
        case _:
            return "language: missing"


def _language(language: object) -> Iterator[str]:
    assert isinstance(language, Mapping)
    if language.get("direction") not in ("ltr", "rtl"):
        yield "language.direction: ltr or rtl"
    for name in ("comma", "thousands"):
        if not isinstance(language.get(name), str):
            yield f"language.{name}: missing"
    if fields(str(language.get("date", ""))) != {"day", "month", "year"}:
        yield "language.date: a day, a month and a year are filled in"
    months = language.get("month")
    if not isinstance(months, Mapping) or [*months] != [str(n) for n in range(1, 13)]:
        yield "language.month: twelve months, from 1"


def _node(ours: object, theirs: object, plurals: Plurals, key: str) -> Iterator[str]:
    """What is wrong at a key, at which English has `theirs`."""
    if DATA.fullmatch(key):
        if ours != theirs:
            yield f"{key}: has to be as in English"
    elif FREE.fullmatch(key) and isinstance(theirs, list):
        if not isinstance(ours, list) or not all(isinstance(o, str) and o for o in ours):
            yield f"{key}: a list of texts"
    elif isinstance(theirs, str):
        yield from _text(ours, theirs, plurals, key)
    elif isinstance(theirs, list):
        yield from _list(ours, theirs, plurals, key)
    elif is_plural(theirs) and isinstance(theirs, Mapping):
        yield from _forms(ours, theirs, plurals, key)
    else:
        assert isinstance(theirs, Mapping)
        yield from _table(ours, theirs, plurals, key)


def _text(ours: object, theirs: str, plurals: Plurals, key: str) -> Iterator[str]:
    """A text with a number in it may be a table of forms where English needs none."""
    match ours:
        case str() if not ours.strip():
            yield f"{key}: empty"
        case str():
            if fields(ours) != fields(theirs):
                yield f"{key}: fill in {_told(fields(theirs))}"
        case Mapping() if "count" in fields(theirs):
            yield from _forms(ours, {OTHER: theirs}, plurals, key)
        case _:
            yield f"{key}: a text"


def _list(ours: object, theirs: list[object], plurals: Plurals, key: str) -> Iterator[str]:
    if not isinstance(ours, list) or len(ours) != len(theirs):
        yield f"{key}: a list of {len(theirs)}"
        return
    for i, (one, other) in enumerate(zip(ours, theirs, strict=True)):
        yield from _node(one, other, plurals, f"{key}.{i}")


def _table(ours: object, theirs: Table, plurals: Plurals, key: str) -> Iterator[str]:
    if not isinstance(ours, Mapping):
        yield f"{key}: a table"
        return
    for name in theirs.keys() | ours.keys():
        below = f"{key}.{name}" if key else name
        if name not in ours:
            yield f"{below}: missing"
        elif name not in theirs:
            yield f"{below}: not in English"
        else:
            yield from _node(ours[name], theirs[name], plurals, below)


def _forms(ours: object, theirs: Table, plurals: Plurals, key: str) -> Iterator[str]:
    """The forms of a number, each with what English fills in; the rest of the table as English."""
    if not isinstance(ours, Mapping):
        yield f"{key}: a table of {', '.join(plurals.forms)}"
        return
    wanted = fields(str(theirs[OTHER]))
    for form in plurals.forms:
        text = ours.get(form)
        if not isinstance(text, str) or not text.strip():
            yield f"{key}.{form}: missing"
        elif not wanted - _implied(form, plurals) <= fields(text) <= wanted:
            yield f"{key}.{form}: fill in {_told(wanted)}"
    besides = {name: below for name, below in ours.items() if name not in plurals.forms}
    expected = {name: below for name, below in theirs.items() if name not in FORMS}
    yield from _table(besides, expected, plurals, key)


def _implied(form: str, plurals: Plurals) -> frozenset[str]:
    """What a form need not fill in: the number, where it is the form of one number alone."""
    alone = sum(plurals.form(n) == form for n in _COUNTED) == 1
    return frozenset({"count"}) if alone else frozenset()


def _told(names: frozenset[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "nothing"
