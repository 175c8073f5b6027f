"""What goes into a copy that is handed on, and that what is left out leaves no trace."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Closeness, Effect, Kind, Relation, Support
from chn_self.domain.personal_map import Missing, NextStep, PersonalMap, Reflection
from chn_self.domain.share import (
    DEFAULT_PARTS,
    Choices,
    Names,
    Part,
    hidden_but_named,
    reduced,
    without_type,
)
from tests.maps import activity, map_of, maps, person, place

ALL = Choices(frozenset(Part))
ANY_CHOICES = st.builds(
    Choices, parts=st.frozensets(st.sampled_from(Part)), names=st.sampled_from(Names)
)


def never_had(map_: PersonalMap, ids: Iterable[str]) -> PersonalMap:
    """The map as it were if these had never been put on it, and nothing said of them."""
    gone = {*ids}
    return replace(
        map_,
        connections=tuple(c for c in map_.connections if c.id not in gone),
        links=tuple(link for link in map_.links if not link.ends & gone),
        reflections=tuple(r for r in map_.reflections if not {*r.about} & gone),
    )


@given(maps(), ANY_CHOICES, st.data())
def test_left_out_is_never_had(map_: PersonalMap, choices: Choices, data: st.DataObject) -> None:
    """A map with connections left out is reduced to the same as a map that never had them."""
    ids = [c.id for c in map_.connections]
    left_out = data.draw(st.frozensets(st.sampled_from(ids))) if ids else frozenset()
    less = never_had(map_, left_out)
    assert reduced(map_, replace(choices, left_out=left_out)) == reduced(less, choices)


@given(maps(), ANY_CHOICES)
def test_private_is_never_had(map_: PersonalMap, choices: Choices) -> None:
    """Private connections and presences are left out whatever is chosen."""
    ids = {c.id for c in map_.connections if c.private or c.relation == Relation.PRESENCE}
    assert reduced(map_, choices) == reduced(never_had(map_, ids), choices)


@given(maps(), ANY_CHOICES)
def test_reducing_again_changes_nothing(map_: PersonalMap, choices: Choices) -> None:
    """What was taken away once is all that is taken away."""
    once = reduced(map_, choices)
    assert reduced(once, choices) == once


@given(maps(), ANY_CHOICES)
def test_never_goes_in(map_: PersonalMap, choices: Choices) -> None:
    """Notes, unknown keys, satisfaction, times of saving and the map's id are in no reduced map."""
    less = reduced(map_, choices)
    assert (less.id, less.saved_at, less.satisfaction, less.extra) == ("", None, None, {})
    assert not any(c.note or c.extra or c.private for c in less.connections)
    extras = [x.extra for x in less.links] + [x.extra for x in less.missing]
    extras += [x.extra for x in less.reflections] + [less.type_view.extra]
    assert not any(extras)


def test_ids_tell_nothing() -> None:
    """Ids are counted anew, so that a gap in them does not show that one is left out."""
    map_ = map_of(person("c1"), person("c2"), place("c3"), links=(("c1", "c3"),))
    less = reduced(map_, replace(ALL, left_out=frozenset({"c2"})))
    assert [c.id for c in less.connections] == ["c1", "c2"]
    assert [link.ends for link in less.links] == [{"c1", "c2"}]


def test_no_part_leaves_the_bare_connections() -> None:
    """Without any part there are only what connections are, which nothing then shows."""
    sam = replace(
        person("a"),
        closeness=Closeness.INNER,
        effect=Effect.HELPS,
        new=True,
        matters=True,
        me_there="Myself",
        gives=(Support.ADVICE,),
        receives=(Support.ADVICE,),
    )
    map_ = replace(map_of(sam), hope="Calm", missing=(Missing("A choir"),), week_at_home=3)
    assert reduced(map_, Choices(frozenset())) == PersonalMap("", connections=(person("c1"),))


def test_without_the_harder_marks_only_helps_is_left() -> None:
    """With "neither" shown, an unmarked connection among marked ones would be read as harder."""
    effects = (*Effect, None)
    map_ = map_of(*(replace(place(str(i)), effect=e) for i, e in enumerate(effects)))
    marks = [c.effect for c in reduced(map_, Choices()).connections]
    assert marks == [Effect.HELPS, None, None, None, None]
    harder = Choices(DEFAULT_PARTS | {Part.HARDER})
    assert tuple(c.effect for c in reduced(map_, harder).connections) == effects


def test_closeness_of_workers_stays_out() -> None:
    """A worker who reads the page does not find how close the person feels to workers."""
    map_ = map_of(
        replace(person("a", relation=Relation.PRACTITIONER), closeness=Closeness.OUTER),
        replace(person("b"), closeness=Closeness.OUTER),
    )
    rings = [c.closeness for c in reduced(map_, ALL).connections]
    assert rings == [None, Closeness.OUTER]


@pytest.mark.parametrize("parts", [DEFAULT_PARTS, frozenset(Part) - {Part.TYPE}])
def test_whole_kinds_are_for_the_type_alone(parts: frozenset[Part]) -> None:
    """Where all friends are left out, "these are all" must not come to say "no friends"."""
    map_ = replace(map_of(), complete=(*Kind,), support_answered=(*Support,))
    less = reduced(map_, Choices(parts))
    assert (less.complete, less.support_answered) == ((), ())


def test_what_was_written_about_one_left_out_goes_too() -> None:
    """A reflection about two connections stays out when either is."""
    about_both = Reflection("prompt", ("a", "b"), "We three")
    map_ = replace(
        map_of(person("a"), person("b")), reflections=(about_both, Reflection("prompt", (), "Me"))
    )
    less = reduced(map_, replace(ALL, left_out=frozenset({"b"})))
    assert [r.text for r in less.reflections] == ["Me"]


def test_type_goes_when_it_does_not_feel_right() -> None:
    """Nothing but the type is taken away."""
    assert without_type(ALL) == Choices(frozenset(Part) - {Part.TYPE})


def named(map_: PersonalMap, choices: Choices) -> list[str]:
    """The names that are hidden and yet in the own words that go in."""
    return [c.name for c in hidden_but_named(map_, choices)]


def test_own_words_that_name_one_left_out_are_told() -> None:
    """The person sees it before they hand it on, whatever the case it is written in."""
    map_ = replace(
        map_of(person("a", "Sam"), person("b", "Ann"), activity("c", "Choir")),
        next_step=NextStep(who="ann and Sam"),
    )
    full = Choices(names=Names.FULL, left_out=frozenset({"b", "c"}), words="Choir helps.")
    assert named(map_, full) == ["Ann", "Choir"]


def test_by_role_every_name_is_hidden() -> None:
    """A name in the person's own words tells who "Friend" is."""
    map_ = replace(map_of(person("a", "Sam")), hope="To sing with Sam.")
    assert named(map_, Choices()) == ["Sam"]
    assert named(map_, Choices(names=Names.FULL)) == []


def test_a_name_inside_a_word_is_no_name() -> None:
    """Ann is not named by "anniversary", nor by words that do not go in."""
    map_ = replace(map_of(person("a", "Ann")), hope="The anniversary", missing=(Missing("Ann"),))
    assert named(map_, Choices()) == ["Ann"]
    assert named(replace(map_, missing=()), Choices()) == []
    assert named(map_, Choices(frozenset({Part.LIST}))) == []
