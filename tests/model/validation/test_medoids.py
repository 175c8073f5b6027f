import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import adjusted_rand_score, pairwise_distances

from model.cohort import Rows
from model.judging import Numbers
from model.validation.medoids import k_medoids


def cost(distances: Rows, labels: Numbers) -> float:
    """The sum of distances to the best medoid of each cluster, by trying every one."""
    groups = [np.flatnonzero(labels == k) for k in np.unique(labels)]
    return sum(float(distances[np.ix_(g, g)].sum(axis=0).min()) for g in groups)


def test_three_clumps_far_apart_are_found(clumps: Rows) -> None:
    """From a start that has one row of each in its cluster and the rest at random."""
    start = np.random.default_rng(1).integers(3, size=len(clumps))
    start[[0, 40, 80]] = 0, 1, 2
    found = k_medoids(pairwise_distances(clumps), start)
    assert adjusted_rand_score(np.repeat([0, 1, 2], 40), found) == 1


def test_a_medoid_is_a_row_and_no_mean() -> None:
    """By hand: of 0, 1, 2 and 9 the medoid is 1 or 2, so 9 goes to 12's cluster.

    The mean of 0, 1, 2 and 9 is 3, and 9 is 6 from it and 3 from 12.
    """
    line = np.array([[0.0], [1.0], [2.0], [9.0], [12.0], [13.0]])
    found = k_medoids(pairwise_distances(line), np.array([0, 0, 0, 0, 1, 1]))
    assert found.tolist() == [0, 0, 0, 1, 1, 1]


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=3, max_size=20),
    st.integers(0, 99),
)
def test_it_never_ends_worse_than_it_started(points: list[tuple[int, int]], seed: int) -> None:
    """Nor does it go on for ever, though many points of a grid are the same or as far apart."""
    distances = pairwise_distances(np.array(points, dtype=np.float64))
    start = np.random.default_rng(seed).integers(3, size=len(points))
    assert cost(distances, k_medoids(distances, start)) <= cost(distances, start) + 1e-9
