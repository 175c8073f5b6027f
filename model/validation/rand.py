"""Adjusted Rand indices with intervals (Hubert and Arabie 1985, doi 10.1007/BF01908075)."""

import numpy as np
import numpy.typing as npt
from sklearn.metrics import adjusted_rand_score

from model.intervals import Estimate, Resampling
from model.judging import Numbers


def rand(one: npt.ArrayLike, other: npt.ArrayLike, sure: Resampling) -> Estimate:
    """How alike two partitions of the same maps are: 1 the same, 0 as alike as chance makes them.

    The interval is of other maps from where these came, with both partitions as they are.
    """
    a, b = np.asarray(one), np.asarray(other)

    def index(rows: Numbers) -> float:
        return float(adjusted_rand_score(a[rows], b[rows]))

    return sure.estimate(len(a), index)


def rand_change(
    truth: npt.ArrayLike, after: npt.ArrayLike, before: npt.ArrayLike, sure: Resampling
) -> Estimate:
    """By how much one partition is more like the truth than another, on the same resamples."""
    t, a, b = np.asarray(truth), np.asarray(after), np.asarray(before)

    def change(rows: Numbers) -> float:
        return float(adjusted_rand_score(t[rows], a[rows]) - adjusted_rand_score(t[rows], b[rows]))

    return sure.estimate(len(t), change)
