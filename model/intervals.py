"""Figures with how far they may be off for the number of maps that were looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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

    def estimate(self, size: int, figure: Callable[[Numbers], float]) -> Estimate:
        """A figure of rows that are given by number, on all of them and on resamples of them."""
        drawn = self.rng.integers(size, size=(self.resamples, size))
        return self.span(figure(np.arange(size)), [figure(rows) for rows in drawn])

    def share(self, flags: Flags) -> Estimate:
        """The share of rows of which something is so; a share of nothing is 0.

        The number of resampled rows of which it is so is binomial, so no rows are drawn.
        """
        size = max(len(flags), 1)
        value = float(flags.sum()) / size
        return self.span(value, (self.rng.binomial(size, value, self.resamples) / size).tolist())

    def span(self, value: float, found: Sequence[float]) -> Estimate:
        """A figure between the ends of what was found on resamples."""
        tail = (1 - self.certainty) / 2
        low, high = np.quantile(np.array(found), [tail, 1 - tail])
        return Estimate(value, float(low), float(high))


def resampling(rng: np.random.Generator, assumptions: Assumptions) -> Resampling:
    """Resampling as the assumptions ask for it."""
    return Resampling(
        rng, assumptions.whole("report.resamples"), assumptions.number("report.certainty")
    )
