"""Texts that break out of pages, by family, and which of them a map may hold at all."""

import json
import os
import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FAMILIES: Mapping[str, tuple[str, ...]] = {
    family: tuple(one if isinstance(one, str) else one[0] * one[1] for one in texts)
    for family, texts in json.loads(
        (Path(__file__).parent / "corpus.json").read_text("utf-8")
    ).items()
}
CORPUS = tuple(text for texts in FAMILIES.values() for text in texts)

_HALF = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_LINE_OR_TAB = re.compile("[\t\n]")


def refused(text: str, limit: int, *, one_line: bool = False) -> str | None:
    """Why the design has a map refuse this text: half, control, too_long or empty, in that order.

    Written down here once more, on purpose: the tests must not ask the code what is right.
    """
    if one_line and not text.strip():
        return "empty"
    if _HALF.search(text):
        return "half"
    if _CONTROL.search(text) or (one_line and _LINE_OR_TAB.search(text)):
        return "control"
    return "too_long" if len(tidied(text)) > limit else None


def tidied(text: str) -> str:
    """The text as a map keeps it: in the form NFC, with no space at either end."""
    return unicodedata.normalize("NFC", text).strip()


# What a name can be, and what a text of several lines; both as a map keeps them.
LINES = tuple(tidied(text) for text in CORPUS if refused(text, 80, one_line=True) is None)
TEXTS = tuple(tidied(text) for text in CORPUS if refused(text, 500) is None)

SOAKING = os.environ.get("HYPOTHESIS_PROFILE") == "soak"


def some(every: Sequence[T], nth: int, start: int = 0) -> Sequence[T]:
    """All of them in a soak; else every nth, the same ones each time."""
    return every if SOAKING else every[start % nth :: nth]
