"""How many plausible ways of rebuilding the types give the same answer for one map."""

from collections.abc import Collection, Mapping
from math import log1p

from chn_self.domain.measures import Measures, Reading, measure
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import NetworkType, Rebuilding

Readings = Mapping[Reading, Measures]


def read_all_ways(map_: PersonalMap, ensemble: Collection[Rebuilding]) -> Readings:
    """The measures of a map under each reading that the ensemble needs."""
    return {reading: measure(map_, reading) for reading in {r.reading for r in ensemble}}


def agreement(
    type_: NetworkType,
    readings: Readings,
    ensemble: Collection[Rebuilding],
    without: Collection[str] = (),
) -> float | None:
    """The share of the ensemble that finds this type the closest, `without` some measures.

    What was not answered is left out of every distance. Who is left with nothing to compare has
    no say; None where nobody has.
    """
    named = [closest(r, readings[r.reading], without) for r in ensemble]
    voting = [found for found in named if found is not None]
    return voting.count(type_) / len(voting) if voting else None


def closest(
    rebuilding: Rebuilding, measures: Measures, without: Collection[str] = ()
) -> NetworkType | None:
    """The type that one way of rebuilding finds the closest; the first of equals."""
    values = [
        None if name in without else _value(getattr(measures, name), name in rebuilding.logged)
        for name in rebuilding.measures
    ]
    known = [
        (i, value, rebuilding.scales[i]) for i, value in enumerate(values) if value is not None
    ]
    if not known:
        return None
    squares = {
        type_: sum([((value - centre[i]) / scale) ** 2 for i, value, scale in known])
        for type_, centre in rebuilding.centres.items()
    }
    return min(squares, key=squares.__getitem__)


def _value(value: float | None, logged: bool) -> float | None:
    return log1p(value) if logged and value is not None else value
