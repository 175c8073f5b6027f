"""What was said of a connection, in words."""

from dataclasses import replace

import pytest
from hypothesis import given

from chn_self.domain.connection import (
    ActivityType,
    Closeness,
    Connection,
    Effect,
    Often,
    PlaceType,
    Relation,
)
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.facts import closeness, facts, role, ties
from tests.maps import activity, connections, map_of, maps, person, place
from tests.summaries import WORDS

ALL = replace(
    person("a", "Sam", Relation.FAMILY),
    closeness=Closeness.INNER,
    effect=Effect.DRAINS,
    often=Often.WEEKLY,
    new=True,
    matters=True,
    private=True,
)


def test_facts_stand_in_one_order() -> None:
    """What someone is, how close, what they do for one, how often, and the marks."""
    assert facts(ALL, WORDS) == (
        WORDS("relation.short.family"),
        WORDS("closeness.person.1"),
        WORDS("effect.drains"),
        WORDS("often.weekly"),
        WORDS("map.new"),
        WORDS("list.star"),
        WORDS("list.just_me"),
    )


def test_what_was_not_answered_is_not_told() -> None:
    """But for the ring, since the picture draws those without one apart."""
    assert facts(person("a", relation=None), WORDS) == (WORDS("map.not_said"),)
    no = replace(person("a", relation=None), new=False, matters=False, private=False)
    assert facts(no, WORDS) == (WORDS("map.not_said"),)


def test_harder_is_never_called_a_drain() -> None:
    """The word of the map file is not a word of the page."""
    assert not any("drain" in fact for fact in facts(ALL, WORDS))


@given(connections())
def test_anything_can_be_told(c: Connection) -> None:
    """Each fact once, none of them empty, whatever was answered."""
    told = facts(c, WORDS)
    assert all(told)
    assert len({*told}) == len(told)


@given(connections())
def test_notes_are_never_among_the_facts(c: Connection) -> None:
    """Facts go to the list and to whoever looks on; a note is for oneself."""
    noted = replace(c, note="qwx", me_there="qwx")
    assert facts(noted, WORDS) == facts(c, WORDS)


@pytest.mark.parametrize("relation", Relation)
def test_every_relation_has_a_short_word(relation: Relation) -> None:
    """And every type, below."""
    assert role(person("a", relation=relation), WORDS)


@pytest.mark.parametrize("type_", PlaceType)
def test_every_type_of_place_has_a_short_word(type_: PlaceType) -> None:
    """For a row of a list."""
    assert role(place("a", type_=type_), WORDS)


@pytest.mark.parametrize("type_", ActivityType)
def test_every_type_of_activity_has_a_short_word(type_: ActivityType) -> None:
    """For a row of a list."""
    assert role(activity("a", type_=type_), WORDS)


def test_no_answer_has_no_word() -> None:
    """Nothing is guessed from a name."""
    assert role(person("a", "Mum", None), WORDS) is None
    assert closeness(person("a"), WORDS) is None


@pytest.mark.parametrize("ring", Closeness)
def test_closeness_of_people_and_of_things_is_told_differently(ring: Closeness) -> None:
    """One feels close to people; places and activities are a part of life."""
    people = closeness(replace(person("a"), closeness=ring), WORDS)
    things = closeness(replace(place("a"), closeness=ring), WORDS)
    assert people
    assert things
    assert people != things


class TestTies:
    """What goes with what."""

    def test_are_told_from_both_ends(self) -> None:
        """In the order of the map, whichever way round they were said."""
        map_ = map_of(person("a"), person("b"), place("c"), links=(("c", "b"), ("a", "c")))
        told = {id_: [c.id for c in with_] for id_, with_ in ties(map_).items()}
        assert told == {"a": ["c"], "b": ["c"], "c": ["a", "b"]}

    @given(maps())
    def test_agree_with_the_map(self, map_: PersonalMap) -> None:
        """Each connection has those it is linked to, and nothing where there are none."""
        found = ties(map_)
        for c in map_.connections:
            assert found.get(c.id, ()) == tuple(map_.linked(c.id))
        assert all(found.values())
