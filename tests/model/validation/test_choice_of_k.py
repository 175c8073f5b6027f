from collections.abc import Callable

import numpy as np
import pytest

from chn_self.domain.measures import MEASURES
from model.assumptions import Assumptions
from model.choices import Choices
from model.cohort import Rows
from model.intervals import Estimate
from model.training import attempt
from model.validation.choice_of_k import ChoiceOfK, Tried, bic_prefers, preferred, try_each_k
from tests.model.validation.conftest import Small, told

INPUTS = ("places", "activities")

Look = Callable[[Rows], ChoiceOfK]


@pytest.fixture(scope="module")
def look(small: Small) -> Look:
    """Try each number of clusters on rows of all measures, by places and activities alone."""
    choices = Choices(inputs=INPUTS, logged=frozenset())

    def tried(rows: Rows) -> ChoiceOfK:
        training = attempt(rows, small.assumptions, choices)
        seeds = np.random.SeedSequence(8)
        return try_each_k(training, rows, seeds, small.assumptions, processes=1)

    return tried


@pytest.fixture(scope="module")
def in_clumps(small: Small, clumps: Rows) -> Rows:
    """Rows of all measures whose places and activities lie in three clumps."""
    rows = np.zeros((len(clumps), small.rows.shape[1]))
    rows[:, [MEASURES.index(name) for name in INPUTS]] = clumps
    return rows


def test_every_criterion_finds_three_clumps(look: Look, in_clumps: Rows) -> None:
    """They lie twenty times as far apart as they are wide."""
    found = look(in_clumps)
    assert {*found.preferred.values()} == {3}
    assert {k for _, k in found.bic_prefers} == {3}


def test_bic_is_told_for_our_floor_and_all_over_its_range(
    look: Look, in_clumps: Rows, assumptions: Assumptions
) -> None:
    """Its ends and its middle, in rising order; the BIC of each number of clusters is by ours."""
    found = look(in_clumps)
    floor = assumptions.entries["validation.covariance_floor"]
    low, high = floor.ranges[""]
    assert [f for f, _ in found.bic_prefers] == sorted(
        {low, (low + high) / 2, floor.values[""], high}
    )
    least = min(found.tried, key=lambda t: t.bic).clusters
    assert dict(found.bic_prefers)[floor.values[""]] == least


def test_the_gap_finds_no_clusters_where_there_are_none(look: Look, in_clumps: Rows) -> None:
    """In rows spread evenly over a square it prefers one cluster, that is, none."""
    even = np.random.default_rng(9).uniform(0, 10, in_clumps.shape)
    assert look(even).preferred["gap"] == 1


def test_one_cluster_has_no_silhouette_and_nothing_to_find_again(
    look: Look, in_clumps: Rows
) -> None:
    """These need a second cluster; each further number of clusters has them all."""
    one, *more = look(in_clumps).tried
    assert (one.silhouette, one.jaccard, one.worst_jaccard) == (None, None, None)
    assert [t.clusters for t in more] == [2, 3, 4]
    assert all(t.silhouette and t.jaccard and t.worst_jaccard for t in more)


def test_the_worst_cluster_is_no_better_than_the_mean(small: Small) -> None:
    """On the maps of the small cohort, for every number of clusters."""
    seeds = np.random.SeedSequence(8)
    found = try_each_k(small.training, small.rows, seeds, small.assumptions, processes=1)
    for tried in found.tried[1:]:
        assert tried.jaccard is not None
        assert tried.worst_jaccard is not None
        assert tried.worst_jaccard.value <= tried.jaccard.value


def test_the_same_seed_finds_the_same_figures(look: Look, in_clumps: Rows) -> None:
    """To every decimal that is told."""
    assert told(look(in_clumps)) == told(look(in_clumps))


def made(clusters: int, gap: float, silhouette: float | None = None) -> Tried:
    """Figures with this gap and an error of 0.1."""
    estimate = None if silhouette is None else Estimate(silhouette, silhouette, silhouette)
    return Tried(clusters, estimate, gap, 0.1, 0.0, estimate, estimate)


def test_by_the_gap_the_first_within_an_error_of_the_next_is_preferred() -> None:
    """By hand: 0.5 < 0.9 - 0.1, but 0.9 >= 0.95 - 0.1 (Tibshirani, Walther, Hastie 2001)."""
    tried = [made(1, 0.5), made(2, 0.9, 0.2), made(3, 0.95, 0.1)]
    assert preferred(tried)["gap"] == 2


def test_by_the_gap_the_last_is_preferred_while_it_grows() -> None:
    """Nothing says that still more would not be better."""
    assert preferred([made(1, 0.5), made(2, 0.9, 0.2), made(3, 1.3, 0.1)])["gap"] == 3


def test_criteria_may_prefer_other_numbers_than_three() -> None:
    """Each says its own; nothing leans towards what was published."""
    tried = [made(1, 0.5), made(2, 0.2, 0.2), made(3, 0.1, 0.1)]
    assert preferred(tried) == {"silhouette": 2, "gap": 1, "jaccard": 2, "worst_jaccard": 2}


def test_bic_prefers_another_number_above_another_floor() -> None:
    """The least of each floor, from one cluster on, and the smallest of equals."""
    bics = {0.1: [9.0, 7.0, 8.0], 0.01: [9.0, 8.0, 4.0], 0.05: [5.0, 5.0, 6.0]}
    assert bic_prefers(bics) == ((0.01, 3), (0.05, 1), (0.1, 2))
