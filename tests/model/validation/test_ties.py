import numpy as np
from sklearn.metrics import pairwise_distances

from model.assumptions import Assumptions
from model.validation.ties import untied


def test_no_two_distances_stay_the_same(assumptions: Assumptions) -> None:
    """Counts on a grid, of which most pairs are as far apart as others."""
    grid = np.array([[x, y] for x in range(5) for y in range(5)], dtype=np.float64)
    moved = untied(grid, np.random.default_rng(1), assumptions)
    apart = pairwise_distances(moved)[np.triu_indices(25, 1)]
    assert len(np.unique(apart.round(12))) == len(apart)


def test_rows_hardly_move(assumptions: Assumptions) -> None:
    """By less than the four decimals that figures are told with, and nan stays nan."""
    rows = np.array([[0.0, 1.0], [np.nan, 3.0]])
    moved = untied(rows, np.random.default_rng(1), assumptions)
    np.testing.assert_allclose(moved, rows, atol=1e-5)
