"""Text as a person typed it, and what may be kept of it: the same rules in fields and in files."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from chn_self.domain.personal_map import NAME_LENGTH, TEXT_LENGTH

_HALF = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_CONTROL_IN_LONG_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_NOT_KEPT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_LINE_END = re.compile("\r\n?|[\v\f\x85]")
_CONTROL_SPACE = re.compile("[\t-\r\x1c-\x1f\x85]+")

# A character after NFC was at most four before it, so what is longer than this many times the
# limit is too long whatever NFC makes of it; and NFC of a million combining marks takes hours.
_NFC_SHRINKS = 4


class TextRule(StrEnum):
    """What a text can fall short of."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    CONTROL = "control"
    HALF = "half"


@dataclass(frozen=True, slots=True)
class TextProblem:
    """Why a text cannot be kept as it is; length and limit are code points, 0 unless too long."""

    rule: TextRule
    length: int = 0
    limit: int = 0

    @property
    def over(self) -> int:
        """How many characters too many there are."""
        return self.length - self.limit


def tidy(text: str) -> str:
    """The text in Unicode form NFC with no space at either end."""
    return unicodedata.normalize("NFC", text.strip()).strip()


def clean(text: str) -> str:
    """The text without what a file refuses: halves of characters, controls but newline and tab."""
    return _NOT_KEPT.sub("", _LINE_END.sub("\n", text))


def clean_name(text: str) -> str:
    """The text as one line without what a file refuses in a name; tabs and line ends are spaces."""
    return clean(_CONTROL_SPACE.sub(" ", text))


def names_in(text: str) -> tuple[str, ...]:
    """The names in a pasted text, one a line, tidied; empty lines are left out."""
    lines = (clean_name(line).strip() for line in text.splitlines())
    return tuple(
        tidy(line) if len(line) <= _NFC_SHRINKS * NAME_LENGTH else line for line in lines if line
    )


def name_problem(text: str) -> TextProblem | None:
    """Why this cannot be a connection's name, or None if it can."""
    if not text.strip():
        return TextProblem(TextRule.EMPTY)
    return _characters(text, _CONTROL) or _length(text, NAME_LENGTH)


def long_text_problem(text: str, limit: int = TEXT_LENGTH) -> TextProblem | None:
    """Why this cannot be a note or an answer of up to `limit` characters, or None if it can."""
    return _characters(text, _CONTROL_IN_LONG_TEXT) or _length(text, limit)


def _characters(text: str, control: re.Pattern[str]) -> TextProblem | None:
    if _HALF.search(text):
        return TextProblem(TextRule.HALF)
    return TextProblem(TextRule.CONTROL) if control.search(text) else None


def _length(text: str, limit: int) -> TextProblem | None:
    length = len(text.strip())
    if length <= _NFC_SHRINKS * limit:
        length = len(tidy(text))
    return TextProblem(TextRule.TOO_LONG, length, limit) if length > limit else None
