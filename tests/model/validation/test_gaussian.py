import numpy as np
from sklearn.metrics import adjusted_rand_score

from model.assumptions import Assumptions
from model.cohort import Rows
from model.validation.gaussian import gaussian_mixture


def test_clumps_stay_apart(clumps: Rows, assumptions: Assumptions) -> None:
    """A mixture that starts from three far clumps ends with them."""
    labels = np.repeat([0, 1, 2], 40)
    found = gaussian_mixture(clumps, labels, assumptions).predict(clumps)
    assert adjusted_rand_score(labels, found) == 1


def test_no_component_shrinks_onto_one_value(assumptions: Assumptions) -> None:
    """Rows that are all the same keep the variance of the floor."""
    rows = np.repeat([[0.0, 0.0], [5.0, 5.0]], 30, axis=0)
    mixture = gaussian_mixture(rows, np.repeat([0, 1], 30), assumptions)
    floor = assumptions.number("validation.covariance_floor")
    np.testing.assert_allclose(mixture.covariances_, [floor * np.eye(2)] * 2, atol=1e-9)


def test_bic_prefers_as_many_components_as_there_are_clumps(
    clumps: Rows, assumptions: Assumptions
) -> None:
    """Three rather than one or, with a clump cut in two, four."""
    three = np.repeat([0, 1, 2], 40)
    four = np.where((three == 0) & (clumps[:, 0] > 5), 3, three)
    tried = {1: np.zeros(120, dtype=np.int64), 3: three, 4: four}
    bic = {k: gaussian_mixture(clumps, x, assumptions).bic(clumps) for k, x in tried.items()}
    assert min(bic, key=bic.__getitem__) == 3
