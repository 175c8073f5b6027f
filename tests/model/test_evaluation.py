"""The rates that the model is held to, on maps that nothing was fitted to."""

import pytest

from chn_self.domain.network_type import Clarity
from chn_self.domain.trained_types import NetworkType
from model.evaluation import Evaluation
from tests.model.conftest import Run


@pytest.fixture(scope="module")
def figures(run: Run) -> Evaluation:
    """The held-out figures of the committed model."""
    return run.evaluation


def test_clear_answers_agree_with_the_generating_type(figures: Evaluation) -> None:
    """Adjusted Rand 0.80 or more, and no more than about one in twenty wrong."""
    assert figures.complete.clear_rand >= 0.80
    assert figures.complete.clear_wrong <= 0.055
    assert figures.skipped.clear_wrong <= 0.055
    assert figures.stopped.clear_wrong <= 0.055


def test_types_are_not_trivially_apart(figures: Evaluation) -> None:
    """Between one and three in ten generated maps come out between types."""
    assert 0.10 <= figures.complete.clarity[Clarity.BETWEEN] <= 0.30


def test_one_typical_map_in_twenty_is_called_unlike(figures: Evaluation) -> None:
    """False alarms of 5%, give or take 1%, on complete maps; no more on the others."""
    assert figures.complete.clarity[Clarity.UNLIKE] == pytest.approx(0.05, abs=0.01)
    assert figures.skipped.clarity[Clarity.UNLIKE] <= 0.06
    assert figures.stopped.clarity[Clarity.UNLIKE] <= 0.06


def test_a_complete_map_is_never_too_little(figures: Evaluation) -> None:
    """Not one of the generated complete maps, however small."""
    assert figures.complete.clarity[Clarity.TOO_LITTLE] == 0


def test_removing_answers_does_not_make_another_type_clear(figures: Evaluation) -> None:
    """In no more than 2% of maps, with questions skipped or lists stopped early."""
    assert figures.skipped.changed <= 0.02
    assert figures.stopped.changed <= 0.02


def test_resemblance_means_what_it_says(figures: Evaluation) -> None:
    """In each band the generating type is named about as often as the shares say."""
    assert sum(band.maps for band in figures.bands) == figures.maps
    for band in figures.bands:
        assert band.right == pytest.approx(band.said, abs=0.08)


def test_each_type_is_found_again_more_often_than_not(figures: Evaluation) -> None:
    """Four in five or about that of each type, so that none is swallowed by another."""
    for type_ in NetworkType:
        assert figures.confusion[type_][type_] >= 0.75
        assert sum(figures.confusion[type_].values()) == pytest.approx(1)
