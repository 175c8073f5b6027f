"""JSON from any bytes at all: read strictly, bounded in size and depth, never with an exception."""

import json
import math
import re
from collections.abc import Iterator

from chn_self.files.faults import Faults, Refusal, item_at, key_at, refuse

MOST_BYTES = 5_000_000
# Far deeper than any map, and far from where a reader written in C runs out of stack in a browser.
MOST_NESTING = 100
# Python refuses to read integers of more than 4,300 digits unless told otherwise.
MOST_DIGITS = 1_000

_MARK_OR_STRING = re.compile(r'(?s)[\[\]{}]|"(?:[^"\\]++|\\.)*+"?')
_LAST_TOKEN = re.compile(r'(?s)\s*+(?:"(?:[^"\\]++|\\.)*+\\?|[^\s\[\]{},:"]*+)')
_HALF = re.compile("[\ud800-\udfff]")


class Unreadable:
    """Stands in the tree for a value that JSON in a map file cannot hold, until it is named."""

    def __init__(self, problem: str) -> None:
        self.problem = problem


def read_tree(data: bytes, most: int = MOST_BYTES) -> object | Refusal:
    """The JSON value in these bytes, of which there may be `most`, or why there is none.

    A value that cannot be kept (a number that is none, a key written twice) stands in the
    tree as `Unreadable`; `tree_faults` names them with their places.
    """
    if len(data) > most:
        return refuse("too_big", most=most // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as stop:
        return _not_text(data, stop)
    if not text.strip():
        return refuse("empty_file")
    if _nesting(text) > MOST_NESTING:
        return refuse("too_deep")
    try:
        tree: object = json.loads(
            text,
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_float,
            parse_constant=lambda _: Unreadable("not_a_number"),
        )
    except json.JSONDecodeError as stop:
        return _not_json(text, stop)
    return tree


def tree_faults(tree: object, faults: Faults) -> None:
    """Note every value and key in the tree that no file can keep, with its place."""
    waiting = [("", tree)]
    while waiting:
        where, value = waiting.pop()
        match value:
            case Unreadable():
                faults.note(where, value.problem)
            case str() if _HALF.search(value):
                faults.note(where, "half")
            case list():
                below = [(item_at(where, i), v) for i, v in enumerate(value) if _can_hold(v)]
                waiting += reversed(below)
            case dict():
                for key in filter(_HALF.search, value):
                    faults.note(key_at(where, key), "half")
                waiting += reversed([(key_at(where, k), v) for k, v in value.items()])


def _can_hold(value: object) -> bool:
    """Whether there may be a fault in it: numbers that were read, true, false and null are fine."""
    return not isinstance(value, int | float | None)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                found[key] = Unreadable("written_twice")
            seen.add(key)
    return found


def _integer(digits: str) -> object:
    return int(digits) if len(digits) <= MOST_DIGITS else Unreadable("number_too_big")


def _float(digits: str) -> object:
    number = float(digits)
    return number if math.isfinite(number) else Unreadable("number_too_big")


def _nesting(text: str) -> int:
    depth = deepest = 0
    for step in _steps(text):
        depth += step
        deepest = max(deepest, depth)
        if deepest > MOST_NESTING:
            break
    return deepest


def _steps(text: str) -> Iterator[int]:
    """One deeper or one less deep, for every bracket outside a string."""
    marks = (match[0] for match in _MARK_OR_STRING.finditer(text))
    return (1 if mark in "[{" else -1 for mark in marks if mark[0] != '"')


def _not_text(data: bytes, stop: UnicodeDecodeError) -> Refusal:
    if stop.reason == "unexpected end of data":
        return _place("cut_off", data[: stop.start].decode("utf-8-sig", "replace"))
    return refuse("not_utf8")


def _not_json(text: str, stop: json.JSONDecodeError) -> Refusal:
    if not text.lstrip().startswith("{"):
        return refuse("not_a_map")
    # With a bracket still open and nothing after the last thing read, it ended too soon.
    if sum(_steps(text)) > 0 and _LAST_TOKEN.fullmatch(text, stop.pos):
        return _place("cut_off", text)
    return _place("not_json", text[: stop.pos])


def _place(problem: str, before: str) -> Refusal:
    line = before.count("\n") + 1
    return refuse(problem, line=line, column=len(before) - before.rfind("\n"))
