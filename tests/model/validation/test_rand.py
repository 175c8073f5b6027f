import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score

from model.intervals import Resampling
from model.validation.rand import index, rand, rand_change

PARTS = st.integers(0, 3)


def sure() -> Resampling:
    """A few resamples, always the same."""
    return Resampling(np.random.default_rng(3), resamples=30, certainty=0.9)


@given(st.lists(st.tuples(PARTS, PARTS), min_size=1, max_size=60))
def test_the_index_is_that_of_scikit_learn(pairs: list[tuple[int, int]]) -> None:
    """For any two partitions, those with one part and those all apart among them."""
    one, other = np.array(pairs).T
    assert index(one, other) == pytest.approx(adjusted_rand_score(one, other), abs=1e-12)


def test_the_index_of_nothing_is_that_of_the_same() -> None:
    """As scikit-learn has it, so that a cohort without clear answers has an index."""
    nothing = np.array([], dtype=np.int64)
    assert index(nothing, nothing) == 1


def test_a_partition_with_itself_is_1_for_certain() -> None:
    """However the maps are resampled."""
    parts = np.repeat([0, 1, 2], 20)
    found = rand(parts, parts, sure())
    assert (found.value, found.low, found.high) == (1, 1, 1)


def test_the_interval_holds_the_index_of_two_halves_alike() -> None:
    """One map in ten lies elsewhere, so the index is below 1 and not known exactly."""
    one = np.repeat([0, 1], 50)
    found = rand(one, np.where(np.arange(100) % 10 == 0, 1 - one, one), sure())
    assert found.low < found.value < found.high < 1


def test_a_change_to_the_same_partition_is_none_for_certain() -> None:
    """Both indices are worked out on the same resamples."""
    rng = np.random.default_rng(4)
    truth, found = rng.integers(3, size=(2, 50))
    change = rand_change(truth, found, found, sure())
    assert (change.value, change.low, change.high) == (0, 0, 0)


def test_a_change_for_the_better_is_above_nought() -> None:
    """From a partition at random to the truth itself."""
    truth, found = np.random.default_rng(5).integers(3, size=(2, 50))
    change = rand_change(truth, truth, found, sure())
    assert change.value == pytest.approx(1 - adjusted_rand_score(truth, found))
    assert change.low > 0
