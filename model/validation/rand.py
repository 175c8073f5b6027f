"""Adjusted Rand indices with intervals (Hubert and Arabie 1985, doi 10.1007/BF01908075).

Worked out from the table of how many maps lie where, since that can be counted anew for each of
hundreds of resamples in no time.
"""

import numpy as np

from model.intervals import Estimate, Resampling
from model.judging import Numbers


def rand(one: Numbers, other: Numbers, sure: Resampling) -> Estimate:
    """How alike two partitions of the same maps are: 1 the same, 0 as alike as chance makes them.

    The interval is of other maps from where these came, with both partitions as they are.
    """
    return sure.estimate(len(one), lambda rows: index(one[rows], other[rows]))


def rand_change(truth: Numbers, after: Numbers, before: Numbers, sure: Resampling) -> Estimate:
    """By how much one partition is more like the truth than another, on the same resamples."""

    def change(rows: Numbers) -> float:
        return index(truth[rows], after[rows]) - index(truth[rows], before[rows])

    return sure.estimate(len(truth), change)


def index(one: Numbers, other: Numbers) -> float:
    """The adjusted Rand index of two partitions, by the numbers of their parts from 0 on.

    The same as scikit-learn's `adjusted_rand_score`; 1 where both are all in one part, or apart.
    """
    parts = int(other.max(initial=0)) + 1
    size = (int(one.max(initial=0)) + 1) * parts
    table = np.bincount(one * parts + other, minlength=size).reshape(-1, parts)
    both = _pairs(table)
    first, second = _pairs(table.sum(axis=1)), _pairs(table.sum(axis=0))
    by_chance = first * second / max(_pairs(table.sum(keepdims=True)), 1.0)
    most = (first + second) / 2
    return 1.0 if most == by_chance else (both - by_chance) / (most - by_chance)


def _pairs(counts: Numbers) -> float:
    """In how many ways two maps can be picked from the same part."""
    return float((counts * (counts - 1)).sum()) / 2
