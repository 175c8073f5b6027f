"""Marks that turn the direction of text, kept within the words they came with.

An element that isolates its text is not enough: browsers set it apart with these very marks, so a
text with one too many gets out of it and turns round the words that follow. The names are those
of Unicode's bidirectional algorithm (UAX #9).
"""

import re
from collections.abc import Iterable, Iterator

_ISOLATES = "\u2066\u2067\u2068"
_END_ISOLATE = "\u2069"
_EMBEDDINGS = "\u202a\u202b\u202d\u202e"
_END_EMBEDDING = "\u202c"

FIRST_STRONG = "\u2068"

# The end of a paragraph ends every isolate, so a text that holds one is two texts.
_PARAGRAPHS = {0x2028: " ", 0x2029: " "}
_LEADS_OUT = re.compile("[\u2028\u2029\u2066-\u2069]")
_SETS_APART = re.compile("[\u2066-\u2069]")


def contained(text: str) -> str:
    """The text on one line, without ends that nothing began, and with those that are missing."""
    if not _LEADS_OUT.search(text):
        return text
    kept: list[str] = []
    depth = 0
    for mark in text.translate(_PARAGRAPHS):
        if mark in _ISOLATES:
            depth += 1
        elif mark == _END_ISOLATE:
            if not depth:
                continue
            depth -= 1
        kept.append(mark)
    return "".join(kept) + _END_ISOLATE * depth


def isolated(text: str) -> str:
    """The text, contained, between marks that set it apart from what stands around it."""
    return f"{FIRST_STRONG}{contained(text)}{_END_ISOLATE}"


def unmarked(text: str) -> str:
    """The text without the marks that set `isolated` text apart."""
    return _SETS_APART.sub("", text)


def line_by_line(lines: Iterable[str], indent: str) -> Iterator[str]:
    """Lines that one paragraph was broken into; what a line leaves open goes on in the next.

    Every line is a paragraph of its own to a program that shows it. All lines but the first
    begin with `indent`, which stays in front.
    """
    left_open = ""
    for line in lines:
        start = indent if left_open else ""
        opened = f"{start}{left_open}{line.removeprefix(start)}"
        left_open = _left_open(opened)
        yield opened + _END_ISOLATE * sum(mark in _ISOLATES for mark in left_open)


def _left_open(line: str) -> str:
    """The marks that nothing has ended at the end of a line, in their order."""
    waiting: list[str] = []
    for mark in line:
        if mark in _ISOLATES or mark in _EMBEDDINGS:
            waiting.append(mark)
        elif mark == _END_EMBEDDING and waiting and waiting[-1] in _EMBEDDINGS:
            waiting.pop()
        elif mark == _END_ISOLATE and any(begun in _ISOLATES for begun in waiting):
            while waiting.pop() not in _ISOLATES:
                pass
    return "".join(waiting)
