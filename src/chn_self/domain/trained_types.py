"""The three network types as they were trained, and how they are read from their file."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import isfinite, log1p

from chn_self.domain.measures import MEASURES


class NetworkType(StrEnum):
    """The three types of Pinfold et al. 2015 (doi 10.3310/hsdr03050), in their fixed order."""

    DIVERSE_AND_ACTIVE = "diverse_and_active"
    FAMILY_AND_STABLE = "family_and_stable"
    FORMAL_AND_SPARSE = "formal_and_sparse"


class Transform(StrEnum):
    """What is done to a measure before it is standardised."""

    NONE = "none"
    LOG1P = "log1p"


@dataclass(frozen=True, slots=True)
class Scaling:
    """How one measure becomes standard deviations from the middle of all maps."""

    measure: str
    transform: Transform
    mean: float
    scale: float

    def position(self, value: float) -> float:
        """The measure's value in standard deviations from the middle."""
        return ((log1p(value) if self.transform == Transform.LOG1P else value) - self.mean) / (
            self.scale
        )


@dataclass(frozen=True, slots=True)
class Model:
    """The trained types: scalings and centres in the same order of measures.

    `temperatures` and `unlike_beyond` (a distance) hold one number for each count of answered
    measures, the first for one answered measure; `clear_at` is the resemblance, and
    `reason_at_least` the share of a difference, that is needed to be called so.
    """

    scalings: tuple[Scaling, ...]
    centres: Mapping[NetworkType, tuple[float, ...]]
    temperatures: tuple[float, ...]
    unlike_beyond: tuple[float, ...]
    clear_at: float
    reason_at_least: float

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of the measures the types are told apart by."""
        return tuple(s.measure for s in self.scalings)


def read_model(data: Mapping[str, object]) -> Model:
    """Read a model from the content of its JSON file; ValueError names the place of a fault."""
    if data.get("format") != "chn-network-types" or data.get("version") != 1:
        raise ValueError("format: expected chn-network-types, version 1")
    rows = _list(data, "measures")
    scalings = tuple(_scaling(row, f"measures[{i}]") for i, row in enumerate(rows))
    names = [s.measure for s in scalings]
    if not names or len({*names}) < len(names):
        raise ValueError("measures: expected at least one, each once")
    centres = _mapping(data.get("centres"), "centres")
    if {*centres} != {*NetworkType}:
        raise ValueError(f"centres: expected {', '.join(NetworkType)}")
    temperatures = _numbers(data, "temperatures", len(names))
    if min(temperatures) <= 0:
        raise ValueError("temperatures: expected numbers above 0")
    return Model(
        scalings=scalings,
        centres={t: _numbers(centres, t, len(names), "centres.") for t in NetworkType},
        temperatures=temperatures,
        unlike_beyond=_numbers(data, "unlike_beyond", len(names)),
        clear_at=_number(data, "clear_at"),
        reason_at_least=_number(data, "reason_at_least"),
    )


def _scaling(row: object, place: str) -> Scaling:
    found = _mapping(row, place)
    name, transform = found.get("name"), found.get("transform")
    if not isinstance(name, str) or name not in MEASURES:
        raise ValueError(f"{place}.name: expected one of {', '.join(MEASURES)}")
    if transform not in [*Transform]:
        raise ValueError(f"{place}.transform: expected one of {', '.join(Transform)}")
    scale = _number(found, "scale", f"{place}.")
    if scale <= 0:
        raise ValueError(f"{place}.scale: expected a number above 0")
    return Scaling(name, Transform(str(transform)), _number(found, "mean", f"{place}."), scale)


def _mapping(found: object, place: str) -> Mapping[str, object]:
    if not isinstance(found, Mapping):
        raise ValueError(f"{place}: expected a table")
    return found


def _list(data: Mapping[str, object], key: str, place: str = "") -> list[object]:
    found = data.get(key)
    if not isinstance(found, list):
        raise ValueError(f"{place}{key}: expected a list")
    return found


def _number(data: Mapping[str, object], key: str, place: str = "") -> float:
    found = data.get(key)
    if isinstance(found, bool) or not isinstance(found, int | float) or not isfinite(found):
        raise ValueError(f"{place}{key}: expected a number")
    return float(found)


def _numbers(
    data: Mapping[str, object], key: str, length: int, place: str = ""
) -> tuple[float, ...]:
    found = _list(data, key, place)
    if len(found) != length:
        raise ValueError(f"{place}{key}: expected {length} numbers, one for each measure")
    indexed = {str(i): value for i, value in enumerate(found)}
    return tuple(_number(indexed, i, f"{place}{key}.") for i in indexed)
