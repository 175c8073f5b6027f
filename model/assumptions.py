"""The assumptions behind the model: every number with its range, mark and source."""

import hashlib
import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import product
from pathlib import Path

from chn_self.domain.trained_types import NetworkType

ASSUMPTIONS_FILE = Path(__file__).with_name("assumptions.toml")


class Mark(StrEnum):
    """Where a number comes from."""

    PUBLISHED = "published"
    IMPLIED = "implied"
    BORROWED = "borrowed"
    ASSUMED = "assumed"


@dataclass(frozen=True, slots=True)
class Assumption:
    """One number, or a table of them, with the plausible range of each; a lone number has name "".

    `source` is None exactly where the mark is assumed.
    """

    values: Mapping[str, float]
    ranges: Mapping[str, tuple[float, float]]
    mark: Mark
    source: str | None
    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class Order:
    """A statement that one type has more of a measure than another."""

    measure: str
    more: NetworkType
    fewer: NetworkType
    mark: Mark
    source: str


@dataclass(frozen=True, slots=True)
class Assumptions:
    """All assumptions by dotted key, the orders, and a hash of their content."""

    entries: Mapping[str, Assumption]
    orders: tuple[Order, ...]
    sha256: str

    def number(self, key: str) -> float:
        """A single value."""
        return self.entries[key].values[""]

    def whole(self, key: str) -> int:
        """A single value that counts something."""
        return int(self.number(key))

    def table(self, key: str) -> Mapping[str, float]:
        """Values by name, in the order they are written."""
        return self.entries[key].values

    def by_type(self, key: str) -> Mapping[NetworkType, float]:
        """Values by network type."""
        return {t: self.entries[key].values[t] for t in NetworkType}

    def having(self, key: str, values: Mapping[str, float]) -> "Assumptions":
        """The same with other values of one entry."""
        return replace(
            self, entries={**self.entries, key: replace(self.entries[key], values=values)}
        )

    def published(self) -> tuple[Order, ...]:
        """The orders that training has to reproduce."""
        return tuple(order for order in self.orders if order.mark == Mark.PUBLISHED)


def read_assumptions(text: str) -> Assumptions:
    """Read the assumptions from TOML; ValueError names an entry that is not whole."""
    content = tomllib.loads(text)
    rows = content.pop("orders")
    entries = {
        f"{section}.{name}": _assumption(f"{section}.{name}", entry)
        for section, table in content.items()
        for name, entry in table.items()
    }
    orders = tuple(order for row in rows for order in _orders(row))
    canonical = json.dumps([content, rows], sort_keys=True, ensure_ascii=True)
    return Assumptions(entries, orders, hashlib.sha256(canonical.encode()).hexdigest())


def load_assumptions(path: Path = ASSUMPTIONS_FILE) -> Assumptions:
    """Read the assumptions from their file."""
    return read_assumptions(path.read_text("utf-8"))


def _assumption(key: str, entry: Mapping[str, object]) -> Assumption:
    try:
        mark = Mark(str(entry["mark"]))
        values = _by_name(entry["value"])
        ranges = _by_name(entry["range"])
        pairs = {n: _pair(ranges[n] if n in ranges else ranges[""]) for n in values}
        unit, why = str(entry["unit"]), str(entry["why"])
    except (KeyError, TypeError, ValueError) as fault:
        raise ValueError(f"{key}: {fault}") from fault
    source = entry.get("source")
    if (source is None) != (mark == Mark.ASSUMED):
        raise ValueError(f"{key}: a source belongs to every mark but assumed")
    numbers = {n: _number(key, v) for n, v in values.items()}
    for name, value in numbers.items():
        low, high = pairs[name]
        if not low <= value <= high:
            raise ValueError(f"{key}.{name}: {value} is outside {low} to {high}")
    return Assumption(numbers, pairs, mark, None if source is None else str(source), unit, why)


def _by_name(found: object) -> Mapping[str, object]:
    return found if isinstance(found, Mapping) else {"": found}


def _pair(found: object) -> tuple[float, float]:
    if not isinstance(found, list) or len(found) != 2:
        raise ValueError("range: expected a pair of numbers")
    return float(found[0]), float(found[1])


def _number(key: str, found: object) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float):
        raise ValueError(f"{key}: expected a number")
    return float(found)


def _orders(row: Mapping[str, object]) -> list[Order]:
    more, fewer = row["more"], row["fewer"]
    if not isinstance(more, list) or not isinstance(fewer, list):
        raise ValueError("orders: expected lists of types")
    return [
        Order(
            str(row["measure"]),
            NetworkType(m),
            NetworkType(f),
            Mark(str(row["mark"])),
            str(row["source"]),
        )
        for m, f in product(more, fewer)
    ]
