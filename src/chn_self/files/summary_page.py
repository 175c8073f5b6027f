"""What a summary says that was saved as a web page: its words and its picture, never its markup.

A page from a stranger may hold anything. Nothing of it is run, fetched or shown as it is: what its
headings, paragraphs and entries say is taken out of it, and the rest is let go. Reading takes time
in proportion to its length, whatever is in it, which general parsers of HTML do not promise.
"""

import html
import re
from dataclasses import dataclass
from enum import StrEnum

from chn_self.files.faults import Refusal, refuse
from chn_self.files.summary_picture import is_drawing, title

MOST_BYTES = 5_000_000  # as of a map
# A summary of the largest map has some thousands.
MOST_TAGS = 60_000

# The class that the summary's templates put around all of it, and around what is said of one.
_SUMMARY = "summary"
_FACTS = "summary__facts"


class Role(StrEnum):
    """What a text is on the page."""

    TITLE = "title"
    HEADING = "heading"
    PART = "part"
    LABEL = "label"
    ENTRY = "entry"
    PARAGRAPH = "paragraph"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Text:
    """A text on one line, with no blanks at its ends; of a picture what it shows, and its `svg`."""

    role: Role
    text: str
    svg: str = ""


@dataclass(frozen=True, slots=True)
class SummaryPage:
    """All that a summary says, in its order."""

    texts: tuple[Text, ...]


_ROLES = {
    "h1": Role.TITLE,
    "h2": Role.HEADING,
    **dict.fromkeys(("h3", "h4", "h5", "h6"), Role.PART),
    "dt": Role.LABEL,
    "li": Role.ENTRY,
}
_BREAK_TEXT = "br dd div dl figcaption figure footer header ol p pre section td tr ul"
_BLOCKS = frozenset((*_ROLES, *_BREAK_TEXT.split()))
# Whose text is no words of the page.
_HOLD_NO_WORDS = "iframe math noscript object script style svg template textarea"
_NO_WORDS = frozenset(_HOLD_NO_WORDS.split())

# What follows a `<`: an end or a beginning, its name, all else in it, and the text after it.
_TAG = re.compile(r"(/?)([a-zA-Z][a-zA-Z0-9]*)([^>]*)>(.*)", re.DOTALL)
_BEGUN = re.compile(r"[a-zA-Z!?/]")
_CLASS = re.compile(r"""\bclass\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_COMMENT, _END_COMMENT = "!--", "-->"
# Python refuses to read numbers of thousands of digits, and no character has one of nine.
_NO_CHARACTER = re.compile(r"&#[xX]?[0-9a-fA-F]{9,};?")


def is_html(text: str) -> bool:
    """Whether a text begins as web pages do."""
    return re.match(r"\s*<(!doctype\s+html|html)\b", text, re.IGNORECASE) is not None


def read_summary(text: str) -> SummaryPage | Refusal:
    """The words of a summary, or why there are none: too much of it, or some other web page."""
    _, *pieces = text.split("<", MOST_TAGS + 1)
    if len(pieces) > MOST_TAGS:
        return refuse("too_much")
    words = _Words()
    for piece in pieces:
        words.take(piece)
    words.end()
    return SummaryPage(tuple(words.found)) if words.found else refuse("not_a_summary")


class _Words:
    """The texts found so far within a summary, and where in the page this is."""

    def __init__(self) -> None:
        self.found: list[Text] = []
        self._within = False
        self._role = Role.PARAGRAPH
        self._pieces: list[str] = []
        self._comment = False
        self._skipped = ""  # an element whose words do not count, while this is inside of one
        self._depth = 0
        self._source: list[str] = []  # of that element, as it is written

    def take(self, piece: str) -> None:
        """Go on by what stands between one `<` and the next."""
        self._comment |= piece.startswith(_COMMENT) and not self._skipped
        if self._comment:
            _, ended, after = piece.partition(_END_COMMENT)
            self._comment = not ended
            self._say(after)
        elif tag := _TAG.match(piece):
            end, name, rest, after = tag.groups()
            self._tag(name.lower(), rest, is_end=bool(end))
            self._say(after)
        elif not _BEGUN.match(piece):
            self._say(f"<{piece}")  # a text in which somebody wrote one
        if self._skipped:
            self._source.append(f"<{piece}")

    def end(self, role: Role = Role.PARAGRAPH) -> None:
        """End a text; the next one has this role."""
        text = " ".join("".join(self._pieces).split())
        if text:
            self.found.append(Text(self._role, text))
        self._pieces, self._role = [], role

    def _tag(self, name: str, rest: str, *, is_end: bool) -> None:
        if self._skipped:
            self._skip(name, is_end=is_end)
        elif is_end:
            if name in _BLOCKS:
                self.end()
        elif name in _NO_WORDS:
            if not rest.endswith("/"):
                self._skipped, self._depth, self._source = name, 1, []
        else:
            self._begin(name, _classes(rest))

    def _skip(self, name: str, *, is_end: bool) -> None:
        """Only its own end leads out of an element whose words do not count."""
        if name == self._skipped:
            self._depth += -1 if is_end else 1
            if not self._depth:
                self._skipped = ""
                self._draw(f"{''.join(self._source)}</{name}>")

    def _draw(self, source: str) -> None:
        """The picture, where an element that has just ended is one; anything else is let go."""
        if self._within and is_drawing(source):
            self.end()
            self.found.append(Text(Role.PICTURE, title(source), source))

    def _begin(self, name: str, classes: frozenset[str]) -> None:
        self._within |= _SUMMARY in classes
        if name == "br":
            self.end(self._role)
        elif name in _BLOCKS:
            self.end(_ROLES.get(name, Role.PARAGRAPH))
        elif _FACTS in classes:
            self._pieces.append("– ")  # as the summary's style sheet has it

    def _say(self, text: str) -> None:
        if self._within and not self._skipped:
            self._pieces.append(html.unescape(_NO_CHARACTER.sub("", text)))


def _classes(rest: str) -> frozenset[str]:
    found = _CLASS.search(rest)
    return frozenset(next(filter(None, found.groups()), "").split()) if found else frozenset()
