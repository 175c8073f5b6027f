import numpy as np
import pytest

from model.assumptions import Assumptions
from model.intervals import Resampling, resampling


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


def test_a_share_of_nothing_is_nothing(sure: Resampling) -> None:
    """No rows, no share, and no error."""
    found = sure.share(np.zeros(0, dtype=bool))
    assert (found.value, found.low, found.high) == (0, 0, 0)


def test_the_assumptions_say_how(assumptions: Assumptions) -> None:
    """How many resamples, and the share of them that an interval holds."""
    found = resampling(np.random.default_rng(3), assumptions)
    assert found.resamples == assumptions.whole("report.resamples")
    assert found.certainty == assumptions.number("report.certainty")
