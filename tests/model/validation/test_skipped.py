import numpy as np
import pytest

from chn_self.domain.clarity import Clarity
from chn_self.domain.trained_types import Model
from model.calibration import hold_out
from model.evaluation import outcome
from model.intervals import resampling
from model.validation.skipped import Case, LeftOut, leave_out_more, left_out
from tests.model.validation.conftest import Small, told


def look(small: Small, model: Model) -> tuple[LeftOut, ...]:
    """Ever more left out of the small cohort, always from the same seed."""
    seeds = np.random.SeedSequence(12)
    return leave_out_more(model, small.members, seeds, small.assumptions, processes=1)


@pytest.fixture(scope="module")
def found(small: Small, model: Model) -> tuple[LeftOut, ...]:
    """What comes of it with the committed model."""
    return look(small, model)


def test_skipping_nothing_gives_what_the_whole_maps_give(small: Small, model: Model) -> None:
    """The same maps are clear, right and wrong, and none became another type."""
    whole = hold_out(model, small.members)
    case = Case(0.0, np.random.SeedSequence(13))
    skipped = left_out(case, model, small.members, whole, small.assumptions).skipped
    complete = outcome(whole, model, resampling(np.random.default_rng(14), small.assumptions))
    assert skipped.clarity.keys() == complete.clarity.keys()
    for clarity, share in complete.clarity.items():
        assert skipped.clarity[clarity].value == share.value
    assert skipped.right.value == complete.right.value
    assert skipped.clear_wrong.value == complete.clear_wrong.value
    assert skipped.changed is not None
    assert skipped.changed.value == 0


def test_shares_run_from_the_least_to_the_most_in_even_steps(found: tuple[LeftOut, ...]) -> None:
    """From 10% to 70%, here in three steps."""
    assert [each.share for each in found] == pytest.approx([0.1, 0.4, 0.7])


def test_the_more_is_left_out_the_fewer_answers_are_clear(found: tuple[LeftOut, ...]) -> None:
    """Between the least and the most that is left out, either way."""
    least, most = found[0], found[-1]
    assert most.skipped.clarity[Clarity.CLEAR].high < least.skipped.clarity[Clarity.CLEAR].low
    assert most.stopped.clarity[Clarity.CLEAR].high < least.stopped.clarity[Clarity.CLEAR].low


def test_the_same_seed_finds_the_same_outcomes(
    small: Small, model: Model, found: tuple[LeftOut, ...]
) -> None:
    """To every decimal that is told."""
    assert told(look(small, model)) == told(found)
