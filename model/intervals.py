"""Figures with how far they may be off for the maps that were looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np

from model.assumptions import Assumptions
from model.judging import Flags, Numbers


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure and the ends of its interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Resampling:
    """How intervals are found: the percentile bootstrap (Efron 1979, doi 10.1214/aos/1176344552).

    `certainty` is the share of resamples that an interval holds.
    """

    rng: np.random.Generator
    resamples: int
    certainty: float

    def estimate(
        self, size: int, figure: Callable[[Numbers], float], draws: Numbers | None = None
    ) -> Estimate:
        """A figure of rows that are given by number, on all of them and on resamples of them.

        Rows that came from the same draw, named by a number each, are resampled together.
        """
        if draws is None or not size:
            drawn = [self.rng.integers(size, size=size) for _ in range(self.resamples)]
        else:
            parts = [np.flatnonzero(draws == d) for d in np.unique(draws)]
            many = self.rng.integers(len(parts), size=(self.resamples, len(parts)))
            drawn = [np.concatenate([parts[i] for i in some]) for some in many]
        return self.span(figure(np.arange(size)), [figure(rows) for rows in drawn])

    def share(self, flags: Flags, draws: Numbers | None = None) -> Estimate:
        """The share of rows of which something is so; of no rows nothing is known.

        Of rows that have nothing to do with each other the interval is Wilson's (1927,
        doi 10.1080/01621459.1927.10502953), which is right for none and for few, too.
        """
        size = len(flags)
        if not size:
            return Estimate(0.0, 0.0, 1.0)
        if draws is not None:
            return self.estimate(size, lambda rows: float(flags[rows].mean()), draws)
        z = NormalDist().inv_cdf((1 + self.certainty) / 2)
        share = float(flags.mean())
        return Estimate(share, wilson(share, size, -z), wilson(share, size, z))

    def span(self, value: float, found: Sequence[float]) -> Estimate:
        """A figure between the ends of what was found on resamples."""
        tail = (1 - self.certainty) / 2
        low, high = np.quantile(np.array(found), [tail, 1 - tail])
        return Estimate(value, float(low), float(high))


def wilson(share: float, size: float, z: float) -> float:
    """An end of Wilson's interval of a share of so many: the upper, or with z < 0 the lower."""
    middle = share + z * z / (2 * size)
    reach = z * sqrt(share * (1 - share) / size + z * z / (4 * size * size))
    return min(max((middle + reach) / (1 + z * z / size), 0.0), 1.0)


def resampling(rng: np.random.Generator, assumptions: Assumptions) -> Resampling:
    """Resampling as the assumptions ask for it."""
    return Resampling(
        rng, assumptions.whole("report.resamples"), assumptions.number("report.certainty")
    )
