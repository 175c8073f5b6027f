from dataclasses import replace

import numpy as np
import pytest

from model.assumptions import Assumptions
from model.choices import CLINICS_AND_HOME, CORE, OURS
from model.cohort import generate
from model.validation.sensitivity import Change, Sensitivity, Variation, variations, vary
from tests.model.validation.conftest import Small, told


def look(small: Small, assumptions: Assumptions) -> tuple[Sensitivity, ...]:
    """Every variation trained on the small cohort, judged on 200 other maps."""
    held_out = generate(np.random.default_rng(10), small.assumptions, 200)
    return vary(small.members, held_out, np.random.SeedSequence(11), assumptions, processes=1)


@pytest.fixture(scope="module")
def found(small: Small) -> tuple[Sensitivity, ...]:
    """What the committed assumptions lead to."""
    return look(small, small.assumptions)


def of(change: Change) -> list[Variation]:
    """The variations of one kind."""
    return [v for v in variations() if v.change == change]


def test_each_input_is_left_out_in_turn() -> None:
    """Its column goes, and no other."""
    left_out = of(Change.LEFT_OUT)
    assert [v.measure for v in left_out] == [*CORE]
    for variation in left_out:
        assert {*CORE} - {*variation.choices.inputs} == {variation.measure}


def test_satisfaction_and_what_may_have_entered_are_put_in() -> None:
    """One each, after all of our own inputs."""
    put_in = of(Change.PUT_IN)
    assert {v.measure for v in put_in} == {
        "practitioners",
        "satisfaction",
        "resources",
        "health_resources",
        "week_at_home",
    }
    assert all(v.choices.inputs == (*CORE, v.measure) for v in put_in)


def test_counts_are_not_logged_all_together_and_one_by_one() -> None:
    """The five counts among our inputs; shares are never logged."""
    all_of_them, *alone = of(Change.NOT_LOGGED)
    assert all_of_them.measure is None
    assert not all_of_them.choices.logged
    assert [v.measure for v in alone] == [
        "family",
        "friends",
        "wider",
        "places",
        "activities",
    ]
    assert all(OURS.logged - v.choices.logged == {v.measure} for v in alone)


def test_clinics_and_home_are_left_out_by_reading_maps_otherwise() -> None:
    """Inputs stay as they are."""
    (variation,) = of(Change.CLINICS_AND_HOME_LEFT_OUT)
    assert variation.choices.reading.uncounted_places == CLINICS_AND_HOME
    assert variation.choices.inputs == CORE


def test_our_own_training_changes_nothing(found: tuple[Sensitivity, ...]) -> None:
    """It stands first; every map keeps its type."""
    ours = found[0]
    assert ours.change == Change.NONE
    assert (ours.kept.value, ours.rand_change.value) == (1, 0)


def test_changes_of_the_index_are_those_from_our_own(found: tuple[Sensitivity, ...]) -> None:
    """The index of each variation less that of the first."""
    for other in found:
        assert other.rand_change.value == pytest.approx(other.rand.value - found[0].rand.value)


def test_an_order_that_breaks_is_named_and_stops_nothing(small: Small) -> None:
    """With the order of places turned round it holds under no variation."""
    turned = tuple(
        replace(o, more=o.fewer, fewer=o.more) if o.measure == "places" else o
        for o in small.assumptions.orders
    )
    found = look(small, replace(small.assumptions, orders=turned))
    assert all(any(name.startswith("places: ") for name in s.broken) for s in found)


def test_the_same_seed_finds_the_same_changes(small: Small, found: tuple[Sensitivity, ...]) -> None:
    """To every decimal that is told."""
    assert told(look(small, small.assumptions)) == told(found)
