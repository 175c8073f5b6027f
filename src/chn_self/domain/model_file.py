"""The model file: how the trained types and the ensemble are read from JSON."""

from collections.abc import Mapping
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from chn_self.domain.connection import PlaceType, Relation
from chn_self.domain.measures import MEASURES, Reading
from chn_self.domain.trained_types import Model, NetworkType, Rebuilding, Scaling, Transform

FORMAT, VERSION = "chn-network-types", 1

E = TypeVar("E", bound=StrEnum)


def read_model(data: Mapping[str, object]) -> Model:
    """Read a model from the content of its JSON file; ValueError names the place of a fault."""
    if data.get("format") != FORMAT or data.get("version") != VERSION:
        raise ValueError(f"format: expected {FORMAT}, version {VERSION}")
    rows = _list(data, "measures")
    scalings = tuple(_scaling(row, f"measures[{i}]") for i, row in enumerate(rows))
    names = [s.measure for s in scalings]
    if not names or len({*names}) < len(names):
        raise ValueError("measures: expected at least one, each once")
    temperatures = _numbers(data, "temperatures", len(names))
    if min(temperatures) <= 0:
        raise ValueError("temperatures: expected numbers above 0")
    return Model(
        scalings=scalings,
        centres=_by_type(data, "centres", len(names)),
        temperatures=temperatures,
        unlike_beyond=_by_type(data, "unlike_beyond", len(names)),
        clear_at=_number(data, "clear_at"),
        agree_at=_number(data, "agree_at"),
        reason_at_least=_number(data, "reason_at_least"),
        ensemble=_ensemble(data.get("ensemble")),
    )


def _scaling(row: object, place: str) -> Scaling:
    found = _mapping(row, place)
    scale = _number(found, "scale", f"{place}.")
    if scale <= 0:
        raise ValueError(f"{place}.scale: expected a number above 0")
    return Scaling(
        measure=_measure(found.get("name"), f"{place}.name"),
        transform=_one_of(Transform, found.get("transform"), f"{place}.transform"),
        mean=_number(found, "mean", f"{place}."),
        scale=scale,
    )


def _ensemble(found: object) -> tuple[Rebuilding, ...]:
    """The ways of rebuilding the types, none where the file holds none."""
    if found is None:
        return ()
    content = _mapping(found, "ensemble")
    names = [
        _measure(name, f"ensemble.measures[{i}]")
        for i, name in enumerate(_list(content, "measures", "ensemble."))
    ]
    logged = frozenset(str(name) for name in _list(content, "logged", "ensemble."))
    readings = [
        _reading(row, f"ensemble.readings[{i}]")
        for i, row in enumerate(_list(content, "readings", "ensemble."))
    ]
    return tuple(
        _rebuilding(row, names, logged, readings, f"ensemble.rebuildings[{i}]")
        for i, row in enumerate(_list(content, "rebuildings", "ensemble."))
    )


def _reading(row: object, place: str) -> Reading:
    found = _mapping(row, place)
    return Reading(
        family=_set_of(Relation, found, "family", place),
        friends=_set_of(Relation, found, "friends", place),
        wider=_set_of(Relation, found, "wider", place),
        uncounted_places=_set_of(PlaceType, found, "uncounted_places", place),
    )


def _rebuilding(
    row: object, names: list[str], logged: frozenset[str], readings: list[Reading], place: str
) -> Rebuilding:
    found = _mapping(row, place)
    measures = tuple(
        names[_index(at, len(names), f"{place}.measures[{i}]")]
        for i, at in enumerate(_list(found, "measures", f"{place}."))
    )
    scales = _numbers(found, "scales", len(measures), f"{place}.")
    if not measures or len({*measures}) < len(measures):
        raise ValueError(f"{place}.measures: expected at least one, each once")
    if min(scales) <= 0:
        raise ValueError(f"{place}.scales: expected numbers above 0")
    return Rebuilding(
        reading=readings[_index(found.get("reading"), len(readings), f"{place}.reading")],
        measures=measures,
        logged=logged & {*measures} if found.get("logged") else frozenset(),
        scales=scales,
        centres=_by_type(found, "centres", len(measures), f"{place}."),
    )


def _index(found: object, length: int, place: str) -> int:
    if isinstance(found, bool) or not isinstance(found, int) or not 0 <= found < length:
        raise ValueError(f"{place}: expected a whole number from 0 to {length - 1}")
    return found


def _by_type(
    data: Mapping[str, object], key: str, length: int, place: str = ""
) -> Mapping[NetworkType, tuple[float, ...]]:
    found = _mapping(data.get(key), f"{place}{key}")
    if {*found} != {*NetworkType}:
        raise ValueError(f"{place}{key}: expected {', '.join(NetworkType)}")
    return {t: _numbers(found, t, length, f"{place}{key}.") for t in NetworkType}


def _measure(found: object, place: str) -> str:
    if not isinstance(found, str) or found not in MEASURES:
        raise ValueError(f"{place}: expected one of {', '.join(MEASURES)}")
    return found


def _one_of(enum: type[E], found: object, place: str) -> E:
    if found not in [*enum]:
        raise ValueError(f"{place}: expected one of {', '.join(enum)}")
    return enum(str(found))


def _set_of(enum: type[E], data: Mapping[str, object], key: str, place: str) -> frozenset[E]:
    return frozenset(_one_of(enum, x, f"{place}.{key}") for x in _list(data, key, f"{place}."))


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
    return _finite(data.get(key), f"{place}{key}")


def _finite(found: object, place: str) -> float:
    if isinstance(found, bool) or not isinstance(found, int | float) or not isfinite(found):
        raise ValueError(f"{place}: expected a number")
    return float(found)


def _numbers(
    data: Mapping[str, object], key: str, length: int, place: str = ""
) -> tuple[float, ...]:
    found = _list(data, key, place)
    if len(found) != length:
        raise ValueError(f"{place}{key}: expected {length} numbers, one for each measure")
    return tuple(_finite(value, f"{place}{key}.{i}") for i, value in enumerate(found))
