"""The three network types as they were trained, and the many other ways they might have been."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from math import log1p

from chn_self.domain.measures import Reading


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
class Rebuilding:
    """One plausible way of rebuilding the types: its own reading, measures, scales and centres.

    `scales` are standard deviations and `centres` are where the types lie, both in the order of
    `measures`, both in the measure's own units or, for the `logged`, in those of log(1 + value).
    """

    reading: Reading
    measures: tuple[str, ...]
    logged: frozenset[str]
    scales: tuple[float, ...]
    centres: Mapping[NetworkType, tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Model:
    """The trained types: scalings and centres in the same order of measures.

    `temperatures`, and for each type `unlike_beyond` (a distance), hold one number for each count
    of answered measures, the first for one answered measure. `clear_at` is the resemblance and
    `agree_at` the agreement that a clear answer needs, `reason_at_least` the share of a difference
    that is worth telling. `ensemble` holds the plausible ways of rebuilding the types; it may be
    empty.
    """

    scalings: tuple[Scaling, ...]
    centres: Mapping[NetworkType, tuple[float, ...]]
    temperatures: tuple[float, ...]
    unlike_beyond: Mapping[NetworkType, tuple[float, ...]]
    clear_at: float
    agree_at: float
    reason_at_least: float
    ensemble: tuple[Rebuilding, ...] = ()

    @property
    def measures(self) -> tuple[str, ...]:
        """The names of the measures the types are told apart by."""
        return tuple(s.measure for s in self.scalings)
