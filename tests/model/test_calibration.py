import numpy as np
import pytest
from sklearn.metrics.pairwise import nan_euclidean_distances

from chn_self.domain.measures import measure
from chn_self.domain.network_type import positions, squared_distance
from chn_self.domain.trained_types import Model, NetworkType
from model.assumptions import Assumptions
from model.calibration import compare
from model.cohort import Member

Cohort = tuple[list[Member], list[Member]]


def test_calibration_measures_distance_as_the_page_does(model: Model, held_out: Cohort) -> None:
    """Squared distances, answers and generating types of maps with answers skipped."""
    members = held_out[1][:500]
    found = compare(model, members)
    points = [(positions(measure(m.map), model), m.type) for m in members]
    some = [(p, t) for p, t in points if any(x is not None for x in p)]
    expected = [[squared_distance(p, model.centres[t]) for t in NetworkType] for p, _ in some]
    np.testing.assert_allclose(found.squares, expected, atol=1e-9)
    assert found.answered.tolist() == [sum(x is not None for x in p) for p, _ in some]
    assert [list(NetworkType)[k] for k in found.truth] == [t for _, t in some]


def test_no_temperature_lies_at_an_end_of_the_grid(model: Model, assumptions: Assumptions) -> None:
    """The best was found, not merely the last that was tried."""
    grid = assumptions.table("calibration.temperature")
    assert min(model.temperatures) > 1.1 * grid["lowest"]
    assert max(model.temperatures) < 0.9 * grid["highest"]


def test_the_last_numbers_are_those_of_complete_maps(model: Model, held_out: Cohort) -> None:
    """On other typical maps with every answer, one in twenty lies beyond the cut-point."""
    found = compare(model, held_out[0])
    whole = found.answered == len(model.measures)
    nearest = np.sqrt(found.squares[whole].min(axis=1))
    assert (nearest > model.unlike_beyond[-1]).mean() == pytest.approx(0.05, abs=0.01)


def test_missing_answers_are_scaled_up_not_filled_in() -> None:
    """By hand: one of two answered, 3² times 2; the same as scikit-learn's."""
    found = nan_euclidean_distances([[3.0, np.nan]], [[0.0, 7.0]], squared=True)
    assert found[0, 0] == squared_distance((3.0, None), (0.0, 7.0)) == 18
