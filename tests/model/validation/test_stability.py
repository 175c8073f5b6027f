import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions
from model.validation.stability import Stability, Verdict, find_again, jaccards, verdict
from tests.model.validation.conftest import Small, told


@given(st.lists(st.integers(0, 2), min_size=1, max_size=30), st.permutations(range(3)))
def test_a_clustering_is_wholly_like_itself(labels: list[int], numbers: list[int]) -> None:
    """Whatever its clusters are numbered; a cluster without a row is like none."""
    old = np.array(labels)
    found = jaccards(old, np.arange(len(old)), np.array(numbers)[old])
    assert found.tolist() == [float(k in labels) for k in range(max(labels) + 1)]


def test_the_similarity_is_with_the_most_similar_cluster() -> None:
    """By hand: {0, 1, 2} and {0, 1} share 2 of 3, {3, 4, 5} and {2, 3, 4, 5} share 3 of 4."""
    old, new = np.array([0, 0, 0, 1, 1, 1]), np.array([1, 1, 0, 0, 0, 0])
    assert jaccards(old, np.arange(6), new).tolist() == [2 / 3, 3 / 4]


def test_a_row_drawn_twice_counts_once() -> None:
    """By hand: rows 0, 1 and 3 were drawn; of {0, 1} the cluster {0} holds one of two."""
    old, drawn, new = np.array([0, 0, 0, 1]), np.array([0, 0, 0, 1, 3]), np.array([0, 0, 0, 1, 1])
    assert jaccards(old, drawn, new).tolist() == [1 / 2, 1 / 2]


@pytest.mark.parametrize(
    ("jaccard", "said"),
    [
        (0.85, Verdict.HIGHLY_STABLE),
        (0.84, Verdict.VALID),
        (0.75, Verdict.VALID),
        (0.6, Verdict.DOUBTFUL),
        (0.59, Verdict.NOT_TO_BE_TRUSTED),
    ],
)
def test_verdicts_are_those_of_hennig(
    assumptions: Assumptions, jaccard: float, said: Verdict
) -> None:
    """From 0.85, 0.75 and 0.6 on: Hennig 2007, in the words of fpc::clusterboot."""
    assert verdict(jaccard, assumptions) == said


def look(small: Small) -> Stability:
    """The stability of the small cohort, always from the same seed."""
    seeds = np.random.SeedSequence(7)
    return find_again(small.training, small.rows, seeds, small.assumptions, processes=1)


def test_every_type_is_looked_for_among_all_and_among_as_many_as_the_study(small: Small) -> None:
    """Those who were trained on, and 150 of them."""
    found = look(small)
    assert (found.people, found.people_in_study) == (small.training.used.sum(), 150)
    for figures in (found.everyone, found.as_many_as_the_study):
        assert {*figures} == {*NetworkType}
        assert all(0 < f.jaccard.low <= f.jaccard.high <= 1 for f in figures.values())


def test_a_study_as_large_as_the_cohort_finds_the_very_same_types(small: Small) -> None:
    """Without anyone left out or twice there is nothing that differs."""
    people = float(small.training.used.sum())
    assumptions = small.assumptions.having("ensemble.people_in_study", {"": people})
    seeds = np.random.SeedSequence(7)
    found = find_again(small.training, small.rows, seeds, assumptions, processes=1)
    assert {f.jaccard.value for f in found.as_many_as_the_study.values()} == {1.0}
    assert {f.dissolved for f in found.as_many_as_the_study.values()} == {0.0}


def test_the_same_seed_finds_the_same_stability(small: Small) -> None:
    """To every decimal that is told."""
    assert told(look(small)) == told(look(small))
