"""One object of a map file, read key by key; what is wrong is noted with its place."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import TypeVar

from chn_self.domain.personal_map import TEXT_LENGTH
from chn_self.domain.text import TextProblem, TextRule, long_text_problem, name_problem, tidy
from chn_self.files.faults import Faults, item_at, key_at

ID_LENGTH = 80
# A map holds fewer connections, and as many links; this guards the other lists of a foreign file.
MOST_ITEMS = 5_000

_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME_UTC = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|\+00:00)"
)

E = TypeVar("E", bound=Enum)


@dataclass(frozen=True, slots=True)
class Entry:
    """An object in the file; a key that is missing reads as null.

    Each reader gives the value, or notes a fault and gives what stands for "not answered".
    """

    values: Mapping[str, object]
    where: str
    faults: Faults

    def id(self, key: str, required: bool = True) -> str:
        """A short line that names something, kept exactly as it is."""
        value = self.values.get(key)
        if value is None and not required:
            return ""
        return _id(value, self._at(key), self.faults, required)

    def ids(self, key: str) -> tuple[str, ...]:
        """A list of such lines."""
        return tuple(_id(v, at, self.faults) for at, v in self._items(key))

    def name(self, key: str) -> str:
        """A name: required, one line, tidied."""
        value = self.values.get(key)
        if not isinstance(value, str):
            self.note(key, "expected_name")
            return ""
        return self._tidied(key, value, name_problem(value))

    def text(self, key: str, limit: int = TEXT_LENGTH) -> str | None:
        """A text of up to `limit` characters, tidied; line ends and tabs may be in it."""
        match self.values.get(key):
            case None:
                return None
            case str(text):
                return self._tidied(key, text, long_text_problem(text, limit))
            case _:
                self.note(key, "expected_text")
                return None

    def flag(self, key: str) -> bool | None:
        """True or false."""
        match self.values.get(key):
            case bool() | None as answer:
                return answer
            case _:
                self.note(key, "expected_or_nothing", expected="true, false")
                return None

    def scale(self, key: str, most: int) -> int | None:
        """A whole number from 1 to `most`."""
        match self.values.get(key):
            case None:
                return None
            case int(number) if not isinstance(number, bool) and 1 <= number <= most:
                return number
            case _:
                numbers = ", ".join(str(n) for n in range(1, most + 1))
                self.note(key, "expected_or_nothing", expected=numbers)
                return None

    def choice(self, key: str, among: type[E], required: bool = False) -> E | None:
        """One of the values of an enumeration."""
        value = self.values.get(key)
        if value is None and not required:
            return None
        found = _member(value, among)
        if found is None:
            problem = "expected_one_of" if required else "expected_or_nothing"
            self.note(key, problem, expected=_values(among))
        return found

    def choices(self, key: str, among: type[E]) -> tuple[E, ...]:
        """A list of such values, in the order of the file; one written twice counts once."""
        found: dict[E, None] = {}
        for where, value in self._items(key):
            member = _member(value, among)
            if member is None:
                self.faults.note(where, "expected_one_of", expected=_values(among))
            else:
                found[member] = None
        return tuple(found)

    def date(self, key: str) -> str | None:
        """A date such as 2026-11-24, kept as it is written."""
        return self._moment(key, _DATE, date.fromisoformat, "expected_date")

    def time(self, key: str) -> str | None:
        """A time in UTC such as 2026-11-24T10:00:00Z, kept as it is written."""
        return self._moment(key, _TIME_UTC, datetime.fromisoformat, "expected_time")

    def absent(self, keys: Iterable[str], problem: str) -> None:
        """Note each key that has an answer where none belongs; null and an empty list are none."""
        for key in keys:
            if self.values.get(key) not in (None, []):
                self.note(key, problem)

    def entry(self, key: str) -> "Entry | None":
        """An object within this one."""
        match self.values.get(key):
            case None:
                return None
            case dict() as values:
                return Entry(values, self._at(key), self.faults)
            case _:
                self.note(key, "expected_object")
                return None

    def entries(self, key: str, most: int = MOST_ITEMS) -> tuple["Entry", ...]:
        """A list of up to `most` objects; an item of another sort is noted and passed over."""
        found = []
        for where, value in self._items(key, most):
            if isinstance(value, dict):
                found.append(Entry(value, where, self.faults))
            else:
                self.faults.note(where, "expected_object")
        return tuple(found)

    def rest(self, known: Iterable[str]) -> dict[str, object]:
        """The keys that are not known here, as they are."""
        known = frozenset(known)
        return {key: value for key, value in self.values.items() if key not in known}

    def note(self, key: str, problem: str, **values: object) -> None:
        """Note a fault at a key of this object."""
        self.faults.note(self._at(key), problem, **values)

    def _at(self, key: str) -> str:
        return key_at(self.where, key)

    def _tidied(self, key: str, text: str, problem: TextProblem | None) -> str:
        if problem is None:
            return tidy(text)
        _note_text(problem, self._at(key), self.faults)
        return ""

    def _items(self, key: str, most: int = MOST_ITEMS) -> Iterator[tuple[str, object]]:
        match self.values.get(key):
            case None:
                return
            case list() as items if len(items) > most:
                self.note(key, "too_many", most=most, count=len(items))
            case list() as items:
                yield from ((item_at(self._at(key), i), item) for i, item in enumerate(items))
            case _:
                self.note(key, "expected_list")

    def _moment(
        self, key: str, form: re.Pattern[str], read: Callable[[str], object], problem: str
    ) -> str | None:
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, str) and form.fullmatch(value) and _reads(value, read):
            return value
        self.note(key, problem)
        return None


def _id(value: object, where: str, faults: Faults, required: bool = True) -> str:
    if not isinstance(value, str) or (required and not value):
        faults.note(where, "expected_id", most=ID_LENGTH)
        return ""
    problem = name_problem(value) if value else None
    if problem is not None:
        _note_text(problem, where, faults)
    return value


def _note_text(problem: TextProblem, where: str, faults: Faults) -> None:
    if problem.rule == TextRule.TOO_LONG:
        faults.note(where, "too_long", limit=problem.limit, length=problem.length)
    else:
        faults.note(where, problem.rule.value)


def _member(value: object, among: type[E]) -> E | None:
    # By type too: in Python true equals 1, and 1.0 does.
    return next((m for m in among if m.value == value and type(m.value) is type(value)), None)


def _values(among: type[E]) -> str:
    return ", ".join(str(member.value) for member in among)


def _reads(value: str, read: Callable[[str], object]) -> bool:
    try:
        read(value)
    except ValueError:
        return False
    return True
