import numpy as np
import pytest

from chn_self.domain.connection import PlaceType, Relation
from chn_self.domain.measures import AS_DESIGNED, INFORMAL, MEASURES
from model.assumptions import Assumptions
from model.choices import CLINICS_AND_HOME, CORE, OURS, Choices, draw_choices


@pytest.fixture(scope="module")
def drawn(assumptions: Assumptions) -> list[Choices]:
    """Many ways to choose."""
    rng = np.random.default_rng(1)
    return [draw_choices(rng, assumptions) for _ in range(400)]


def test_ours_are_the_core_inputs_read_as_designed() -> None:
    """People by kind, places, activities, practitioner share and newness; counts logged."""
    assert OURS.inputs == CORE
    assert OURS.reading == AS_DESIGNED
    assert OURS.logged & {"practitioner_share", "new_share", "week_at_home"} == set()


def test_satisfaction_and_what_describes_people_never_enter(drawn: list[Choices]) -> None:
    """A bad day must not move the type; living alone, housing and diagnosis are no measures."""
    entered = {name for choices in drawn for name in choices.inputs}
    assert entered <= {*MEASURES} - {"satisfaction", "people"}
    assert entered == {*CORE, "practitioners", "week_at_home", "resources", "health_resources"}


def test_the_core_always_enters(drawn: list[Choices]) -> None:
    """What the study says its types incorporate; of practitioners it names the dominance."""
    assert all(choices.inputs[: len(CORE)] == CORE for choices in drawn)
    assert "practitioner_share" in CORE


@pytest.mark.parametrize("name", ["practitioners", "week_at_home", "resources"])
def test_open_measures_enter_as_often_as_assumed(
    drawn: list[Choices], assumptions: Assumptions, name: str
) -> None:
    """Within four standard errors of 400 draws."""
    chance = assumptions.table("ensemble.entered")[name]
    share = sum(name in choices.inputs for choices in drawn) / len(drawn)
    assert share == pytest.approx(chance, abs=4 * (chance * (1 - chance) / len(drawn)) ** 0.5)


def test_every_relation_is_in_one_group(drawn: list[Choices]) -> None:
    """However they are grouped, nobody is lost and nobody counts twice."""
    for choices in drawn:
        groups = (choices.reading.family, choices.reading.friends, choices.reading.wider)
        assert frozenset().union(*groups) == INFORMAL
        assert sum(len(group) for group in groups) == len(INFORMAL)


def test_only_neighbours_and_others_change_groups(drawn: list[Choices]) -> None:
    """Housemates may be family; ex-partners may be family or friends."""
    moved = {
        (relation, name)
        for choices in drawn
        for name in ("family", "friends", "wider")
        for relation in getattr(choices.reading, name) - getattr(AS_DESIGNED, name)
    }
    assert moved == {
        (Relation.NEIGHBOUR, "family"),
        (Relation.OTHER, "family"),
        (Relation.OTHER, "friends"),
    }


def test_clinics_and_home_are_left_out_together_or_not_at_all(drawn: list[Choices]) -> None:
    """Either every place counts, or all but those two kinds."""
    assert {choices.reading.uncounted_places for choices in drawn} == {
        frozenset(),
        CLINICS_AND_HOME,
    }
    assert {PlaceType.HOME, PlaceType.HEALTH_SERVICE} == CLINICS_AND_HOME
