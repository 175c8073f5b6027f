"""The overall mixture of generated maps, held to figures from other studies."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from chn_self.domain.measures import MEASURES
from model.assumptions import Assumptions
from model.cohort import COUNTED, Rows

PEOPLE = ("family", "friends", "wider", "practitioners")

# What the borrowed bounds call the shares of people.
SHARES = {"kin": "family", "friends": "friends", "professionals": "practitioners"}


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure of the generated mixture beside the published span that it is held to."""

    name: str
    found: float
    lowest: float
    highest: float
    tolerance: float

    @property
    def holds(self) -> bool:
        """Whether the figure is within the span, give or take the tolerance."""
        return self.lowest - self.tolerance <= self.found <= self.highest + self.tolerance


def counted(rows: Rows, assumptions: Assumptions) -> tuple[Bound, ...]:
    """The mixture of rows of all measures beside the bounds; shares are of all people."""
    sums = dict(zip(MEASURES, rows.T, strict=True))
    people = sums["people"]
    shares = {name: sums[of].sum() / people.sum() for name, of in SHARES.items()}
    return _bounds(
        {"people_mean": people.mean(), "people_sd": people.std(ddof=1)} | shares, assumptions
    )


def expected(assumptions: Assumptions) -> tuple[Bound, ...]:
    """The mixture that the generator's numbers lead to, without drawing a map.

    A count of mean m and dispersion r has the variance m + m²/r of a negative binomial.
    """
    weights = np.array([*assumptions.by_type("generator.share_of_type").values()])
    weights = weights / weights.sum()
    dispersion = assumptions.table("generator.dispersion")
    means = {n: np.array([*assumptions.by_type(f"generator.{n}").values()]) for n in COUNTED}
    size = np.sum([means[n] for n in PEOPLE], axis=0)
    within = np.sum([means[n] + means[n] ** 2 / dispersion[n] for n in PEOPLE], axis=0)
    mean = weights @ size
    shares = {name: weights @ means[of] / mean for name, of in SHARES.items()}
    spread = np.sqrt(weights @ (within + size**2) - mean**2)
    return _bounds({"people_mean": mean, "people_sd": spread} | shares, assumptions)


def _bounds(found: Mapping[str, float], assumptions: Assumptions) -> tuple[Bound, ...]:
    tolerance = assumptions.table("bounds.tolerance")
    spans = {name: assumptions.table(f"bounds.{name}") for name in found}
    return tuple(
        Bound(name, float(value), spans[name]["lowest"], spans[name]["highest"], tolerance[name])
        for name, value in found.items()
    )
