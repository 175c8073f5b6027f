"""What keeps a file from being opened, and where in the file it stands."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

MOST_LISTED = 20
# A hostile file can be wrong in a million places; this bounds what is remembered of them.
MOST_NOTED = 1_000

_PLAIN_KEY = re.compile("[A-Za-z_][A-Za-z0-9_]{0,39}")
_KEY_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that keeps a file from being opened.

    `where` is a place such as `connections[3].closeness`, empty for the file as a whole;
    `problem` is a key under `faults` in the words, and `values` fill that text in.
    """

    where: str
    problem: str
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a file was not opened; past twenty faults, the last one counts the rest."""

    faults: tuple[Fault, ...]


class Faults:
    """The faults found so far while one file is read; the first at each place is kept."""

    def __init__(self) -> None:
        self._by_place: dict[str, Fault] = {}

    def note(self, where: str, problem: str, **values: object) -> None:
        """Remember a fault."""
        if len(self._by_place) < MOST_NOTED and where not in self._by_place:
            filled = {name: str(value) for name, value in values.items()}
            self._by_place[where] = Fault(where, problem, filled)

    def refusal(self) -> Refusal | None:
        """The refusal that these faults come to, or None when there are none."""
        found = tuple(self._by_place.values())
        if not found:
            return None
        rest = len(found) - MOST_LISTED
        more = (Fault("", "more", {"count": str(rest)}),) if rest > 0 else ()
        return Refusal((*found[:MOST_LISTED], *more))


def refuse(problem: str, **values: object) -> Refusal:
    """A refusal for one fault of the file as a whole."""
    return Refusal((Fault("", problem, {name: str(value) for name, value in values.items()}),))


def key_at(where: str, key: str) -> str:
    """The place of a key in an object; an odd key is quoted, escaped and cut short."""
    if not _PLAIN_KEY.fullmatch(key):
        shown = key if len(key) <= _KEY_SHOWN else f"{key[:_KEY_SHOWN]}…"
        return f"{where}[{json.dumps(shown)}]"
    return f"{where}.{key}" if where else key


def item_at(where: str, index: int) -> str:
    """The place of an item in a list, counted from 0."""
    return f"{where}[{index}]"
