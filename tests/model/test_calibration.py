from dataclasses import replace
from math import ceil

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions
from model.calibration import NEVER, HeldOut, cut_points, hold_out, unlike_beyond
from model.cohort import Member

Cohort = tuple[list[Member], list[Member]]


@pytest.fixture(scope="module")
def both(model: Model, held_out: Cohort) -> list[HeldOut]:
    """Complete and partly answered maps, judged by the committed model."""
    return [hold_out(model, cohort) for cohort in held_out]


def test_no_temperature_lies_at_an_end_of_the_grid(model: Model, assumptions: Assumptions) -> None:
    """The best was found, not merely the last that was tried."""
    grid = assumptions.table("calibration.temperature")
    assert min(model.temperatures) > 1.1 * grid["lowest"]
    assert max(model.temperatures) < 0.9 * grid["highest"]


def test_the_last_numbers_are_those_of_complete_maps(both: list[HeldOut]) -> None:
    """On other typical maps with every answer, one in twenty lies beyond the cut-point."""
    assert both[0].judged.unlike.mean() == pytest.approx(0.05, abs=0.01)


@given(st.lists(st.floats(0, 100), min_size=1, max_size=60), st.floats(0.01, 0.5))
def test_the_distance_of_unlike_is_the_conformal_quantile(
    nearest: list[float], alarm: float
) -> None:
    """Whatever the distances, at most the share of an alarm of the maps and a new one exceed it.

    Vovk, Gammerman and Shafer 2005: of n + 1 exchangeable values the new one is as likely to
    have any rank, so the cut-point has at least (1 - alarm)(n + 1) of the n at or below it, or
    is the largest of them.
    """
    squares = np.array([[x * x, x * x + 1] for x in nearest])
    beyond = unlike_beyond(squares, alarm)
    rank = min(ceil((1 - alarm) * (len(nearest) + 1)), len(nearest))
    assert sum(np.sqrt(x * x) <= beyond for x in nearest) >= rank
    assert sum(np.sqrt(x * x) < beyond for x in nearest) < rank


def test_cut_points_keep_other_clear_answers_right(
    held_out: Cohort, model: Model, assumptions: Assumptions
) -> None:
    """Chosen on one half of the maps, they let no more of the clear ones of the other be wrong."""
    halves = [[hold_out(model, cohort[i::2]) for cohort in held_out] for i in range(2)]
    cuts = cut_points(halves[0], assumptions)
    for cohort in halves[1]:
        clear = cohort.judged.clear(*cuts)
        assert clear.any()
        assert cohort.wrong()[clear].mean() <= assumptions.number("calibration.clear_error")


def test_maps_of_one_draw_are_wrong_together(both: list[HeldOut], assumptions: Assumptions) -> None:
    """Where errors cluster in a few draws, less is known and fewer answers are clear."""
    alone = both[0]
    order = np.argsort(alone.wrong(), kind="stable")
    draws = np.empty_like(order)
    draws[order] = np.arange(len(order)) // 500
    together = replace(alone, draws=draws)
    counts = [int(c.judged.clear(*cut_points([c], assumptions)).sum()) for c in (alone, together)]
    assert counts[0] > counts[1]


def test_the_less_may_be_wrong_the_fewer_are_clear(
    both: list[HeldOut], assumptions: Assumptions
) -> None:
    """Of two fifths of the error allowed, fewer answers come out clear."""
    stricter = assumptions.having("calibration.clear_error", {"": 0.02})
    counts = [
        sum(int(c.judged.clear(*cut_points(both, a)).sum()) for c in both)
        for a in (assumptions, stricter)
    ]
    assert counts[0] > counts[1] > 0


def test_few_maps_cannot_show_that_clear_answers_are_right(
    held_out: Cohort, model: Model, assumptions: Assumptions
) -> None:
    """Of 40 answers with none wrong one in sixteen may be: 1.64²/(40 + 1.64²) (Wilson 1927)."""
    few, enough = (hold_out(model, held_out[0][:count]) for count in (40, 400))
    assert cut_points([few], assumptions) == NEVER
    assert cut_points([enough], assumptions) != NEVER


def test_where_nothing_is_right_enough_nothing_is_clear(
    both: list[HeldOut], assumptions: Assumptions
) -> None:
    """Against truths that are all wrong, no cut-point is low enough."""
    wrong = [replace(c, truth=(c.judged.whole.closest + 1) % 3) for c in both]
    assert cut_points(wrong, assumptions) == NEVER
