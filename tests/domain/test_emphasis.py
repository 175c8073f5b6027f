"""Views of a map: what stands out in each, and what is counted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Connection, Effect, Kind, Often, Support
from chn_self.domain.emphasis import Emphasis, standing
from chn_self.domain.personal_map import PersonalMap
from tests.maps import activity, map_of, maps, person, place

LISTENING = (Support.LISTENING,)
SAM, ALI, KIM = person("sam"), person("ali"), person("kim")


@given(maps(), st.sampled_from(Emphasis))
def test_what_stands_out_is_on_the_map(map_: PersonalMap, emphasis: Emphasis) -> None:
    """In map order, each with an answer, and never more than there are."""
    found = standing(map_, emphasis)
    assert [*found.answers] == [c.id for c in map_.connections if c.id in found.answers]
    assert all(found.answers.values())
    assert len(found.answers) <= found.total <= len(map_.connections)


@given(maps(), st.sampled_from(Emphasis))
def test_counts_add_up(map_: PersonalMap, emphasis: Emphasis) -> None:
    """Each that stands out is counted once."""
    found = standing(map_, emphasis)
    assert sum(found.counts.values()) == len(found.answers)


@pytest.mark.parametrize(
    ("emphasis", "answered", "answer"),
    [
        (Emphasis.MATTERS, replace(SAM, matters=True), "yes"),
        (Emphasis.EFFECT, replace(SAM, effect=Effect.MIXED), "mixed"),
        (Emphasis.NEW, replace(SAM, new=True), "yes"),
        (Emphasis.OFTEN, replace(SAM, often=Often.WEEKLY), "weekly"),
        (Emphasis.SUPPORT, replace(SAM, gives=LISTENING, receives=LISTENING), "both"),
        (Emphasis.SUPPORT, replace(SAM, gives=LISTENING), "gives"),
        (Emphasis.SUPPORT, replace(SAM, receives=LISTENING), "receives"),
    ],
)
def test_an_answer_makes_one_stand_out(
    emphasis: Emphasis, answered: Connection, answer: str
) -> None:
    """One that was answered so stands out beside one that was not."""
    found = standing(map_of(answered, ALI), emphasis)
    assert found.answers == {"sam": answer}
    assert found.total == 2


@pytest.mark.parametrize(
    ("emphasis", "answered"),
    [
        (Emphasis.NEW, replace(SAM, new=False)),
        (Emphasis.OFTEN, replace(SAM, often=Often.MONTHLY)),
        (Emphasis.OFTEN, replace(SAM, often=Often.RARELY)),
    ],
)
def test_other_answers_do_not(emphasis: Emphasis, answered: Connection) -> None:
    """What is not new, and what is seldom, is answered and does not stand out."""
    assert standing(map_of(answered), emphasis).answers == {}


def test_links_count_what_each_goes_with() -> None:
    """From the links alone, of whatever kind."""
    map_ = map_of(
        SAM, ALI, KIM, activity("choir"), links=(("sam", "choir"), ("choir", "ali"), ("sam", "ali"))
    )
    assert standing(map_, Emphasis.LINKS).answers == {"sam": "2", "ali": "2", "choir": "2"}


def test_support_is_told_out_of_people() -> None:
    """No place could give any."""
    assert standing(map_of(SAM, place("park")), Emphasis.SUPPORT).total == 1
    assert standing(map_of(SAM, place("park")), Emphasis.LINKS).total == 2


def test_private_ones_stand_out_too() -> None:
    """It is the person's own screen."""
    private = replace(SAM, private=True, matters=True)
    assert standing(map_of(private), Emphasis.MATTERS).answers == {"sam": "yes"}


@given(maps())
def test_of_the_effects_only_a_help_stands_out(map_: PersonalMap) -> None:
    """The others are counted, and nobody who looks on is shown them first."""
    found = standing(map_, Emphasis.EFFECT)
    assert [*found.lit] == [c.id for c in map_.connections if c.effect == Effect.HELPS]
    assert [*found.answers] == [c.id for c in map_.connections if c.effect is not None]


@given(maps())
def test_support_goes_by_people_alone(map_: PersonalMap) -> None:
    """As many as the picture counts."""
    assert standing(map_, Emphasis.SUPPORT).total == len(map_.of_kind(Kind.PERSON))
