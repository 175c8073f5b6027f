import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.assumptions import Assumptions
from model.intervals import Resampling, resampling, wilson


@pytest.fixture
def sure() -> Resampling:
    """Many resamples and nineteen in twenty of them."""
    return Resampling(np.random.default_rng(1), 2_000, 0.95)


def test_the_interval_of_a_mean_is_that_of_theory(sure: Resampling) -> None:
    """1.96 standard errors of 400 normal numbers to either side, to a tenth."""
    numbers = np.random.default_rng(2).normal(5, 2, 400)
    found = sure.estimate(400, lambda rows: float(numbers[rows].mean()))
    half = 1.96 * numbers.std() / 20
    assert found.value == numbers.mean()
    assert found.high - found.value == pytest.approx(half, rel=0.1)
    assert found.value - found.low == pytest.approx(half, rel=0.1)


def test_the_interval_of_a_share_is_that_of_theory(sure: Resampling) -> None:
    """A quarter of 1,200: the standard error is sqrt(3/16/1200) = 0.0125."""
    found = sure.share(np.arange(1_200) % 4 == 0)
    assert found.value == 0.25
    assert found.high - found.low == pytest.approx(2 * 1.96 * 0.0125, rel=0.1)


def test_of_no_rows_nothing_is_known(sure: Resampling) -> None:
    """The share may be anything."""
    found = sure.share(np.zeros(0, dtype=bool))
    assert (found.low, found.high) == (0, 1)


def test_none_of_few_may_still_be_some(sure: Resampling) -> None:
    """Wilson's upper end of 0 of 18 is z²/(18 + z²) = 17.6% for z = 1.96."""
    found = sure.share(np.zeros(18, dtype=bool))
    assert found.low == 0
    assert found.high == pytest.approx(0.176, abs=0.001)


def test_rows_of_one_draw_count_together(sure: Resampling) -> None:
    """Forty draws, all right or all wrong: known as little as from forty rows, not from 800."""
    draws = np.repeat(np.arange(40), 20)
    flags = draws % 4 == 0
    apart, together = sure.share(flags), sure.share(flags, draws)
    assert together.value == apart.value == 0.25
    widths = [e.high - e.low for e in (apart, together)]
    assert widths[1] == pytest.approx(widths[0] * 20**0.5, rel=0.15)


@given(st.floats(0, 1), st.floats(1, 1e4), st.floats(0, 3))
def test_an_interval_of_wilson_holds_the_share(share: float, size: float, z: float) -> None:
    """Its ends lie to either side, between none and all."""
    low, high = wilson(share, size, -z), wilson(share, size, z)
    assert 0 <= low <= share + 1e-9
    assert share - 1e-9 <= high <= 1


def test_the_assumptions_say_how(assumptions: Assumptions) -> None:
    """How many resamples, and the share of them that an interval holds."""
    found = resampling(np.random.default_rng(3), assumptions)
    assert found.resamples == assumptions.whole("report.resamples")
    assert found.certainty == assumptions.number("report.certainty")
