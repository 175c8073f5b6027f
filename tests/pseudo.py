"""English made up to look like another language, to try what English alone would never show.

`long_words` are longer and in other letters, between brackets, so that a text which is cut off or
left in English is seen. `mirrored_words` run from right to left and count as Arabic does. Neither
ships. Codes that begin a subtag with X are nobody's language; these two are those of Android's
pseudo-locales.
"""

import re
import tomllib
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from chn_self.views.plurals import OTHER
from chn_self.views.words import Words
from tests.catalogues import DATA, HOME, KEPT, is_plural
from tests.views.test_plurals import CLDR

LONGER = 0.35

_LATIN = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
_ACCENTED = "åƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשתאבגד" * 2
_FIELD = re.compile(r"(\{\w*\})")
_PADDING = "one two three four five six seven eight nine ten " * 9

Write = Callable[[str], str]


@cache
def long_words() -> Words:
    """Longer by about a third, in letters with accents, each text between brackets."""
    texts = english()
    language = {**texts["language"], "month": _written(texts["language"]["month"], _long, ())}
    return Words("en-XA", {**_written(texts, _long, ("one", OTHER)), "language": language})


@cache
def mirrored_words() -> Words:
    """From right to left, in Hebrew letters, with Arabic's six plural forms."""
    texts = english()
    rules = {form: rule for form, (rule, _) in CLDR["ar"].items() if rule}
    language = {
        "direction": "rtl",
        "comma": "، ",
        "thousands": "٬",
        "date": "{year}/{month}/{day}",
        "plurals": rules,
        "month": _written(texts["language"]["month"], _mirrored, ()),
    }
    written = _written(texts, _mirrored, tuple(CLDR["ar"]))
    return Words("ar-XB", {**written, "language": language})


def english() -> dict[str, dict[str, Any]]:
    """The English words as they are written."""
    return tomllib.loads((HOME / "en.toml").read_text("utf-8"))


def _written(
    texts: Mapping[str, object], write: Write, forms: tuple[str, ...], place: str = ""
) -> dict[str, object]:
    return {
        name: _node(below, write, forms, f"{place}.{name}" if place else name)
        for name, below in texts.items()
    }


def _node(node: object, write: Write, forms: tuple[str, ...], key: str) -> object:
    if DATA.fullmatch(key) or KEPT.fullmatch(key):
        return node
    match node:
        case str():
            return write(node)
        case list():
            return [_node(one, write, forms, f"{key}.{i}") for i, one in enumerate(node)]
        case Mapping() if is_plural(node):
            given = {form: node.get(form, node[OTHER]) for form in forms}
            besides = {name: below for name, below in node.items() if name not in ("one", OTHER)}
            return _written({**given, **besides}, write, forms, key)
        case Mapping():
            return _written(node, write, forms, key)
        case _:
            return node


def _long(text: str) -> str:
    more = max(round(len(text) * LONGER), 1)
    longer = f"{text} {_PADDING[:more].strip()}"
    return f"[{_outside_fields(longer, str.maketrans(_LATIN, _ACCENTED))}]"


def _mirrored(text: str) -> str:
    return _outside_fields(text, str.maketrans(_LATIN, _HEBREW))


def _outside_fields(text: str, letters: dict[int, int]) -> str:
    """The text in other letters, but for the names of what is filled in."""
    pieces = _FIELD.split(text)
    return "".join(p if _FIELD.fullmatch(p) else p.translate(letters) for p in pieces)
