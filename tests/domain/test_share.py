"""What goes into a copy that is handed on, and that what is left out leaves no trace."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Closeness, Effect, Kind, Relation, Support
from chn_self.domain.personal_map import Missing, PersonalMap, Reflection
from chn_self.domain.share import (
    DEFAULT_PARTS,
    Choices,
    Detail,
    Names,
    Part,
    Reader,
    Shown,
    hidden,
    naming,
    reduced,
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


@given(maps(), ANY_CHOICES, st.data())
def test_one_kept_off_goes_in_by_itself(
    map_: PersonalMap, choices: Choices, data: st.DataObject
) -> None:
    """Once it was put in, it is in like one that was never kept off; the others stay out."""
    kept_off = [c for c in map_.connections if c.private and c.relation != Relation.PRESENCE]
    if not kept_off:
        return
    one = data.draw(st.sampled_from(kept_off)).id
    opened = (replace(c, private=None) if c.id == one else c for c in map_.connections)
    never_private = replace(map_, connections=tuple(opened))
    put_in = replace(choices, put_in=frozenset({one}))
    assert reduced(map_, put_in) == reduced(never_private, choices)


def test_a_presence_goes_in_by_itself() -> None:
    """What somebody feels is with them is theirs to tell of."""
    map_ = map_of(person("a", relation=Relation.PRESENCE), person("b", relation=Relation.PRESENCE))
    less = reduced(map_, Choices(put_in=frozenset({"b"})))
    assert [c.relation for c in less.connections] == [Relation.PRESENCE]


@given(maps(), ANY_CHOICES, st.data())
def test_a_reader_left_out_is_never_had(
    map_: PersonalMap, choices: Choices, data: st.DataObject
) -> None:
    """Whoever reads it and is on the map can be left out like any other."""
    if not map_.connections:
        return
    one = data.draw(st.sampled_from([c.id for c in map_.connections]))
    read_by = replace(choices, reader=Reader(one, Shown.LEFT_OUT))
    assert reduced(map_, read_by) == reduced(never_had(map_, {one}), choices)


@given(maps(), ANY_CHOICES, st.data())
def test_a_reader_can_be_in_it_with_nothing_said_of_closeness_and_marks(
    map_: PersonalMap, choices: Choices, data: st.DataObject
) -> None:
    """It is as if their ring, what they are to the person and the star had not been answered."""
    if not map_.connections:
        return
    one = data.draw(st.sampled_from([c.id for c in map_.connections]))
    bare = (
        replace(c, closeness=None, effect=None, matters=None) if c.id == one else c
        for c in map_.connections
    )
    unmarked = replace(choices, reader=Reader(one, Shown.UNMARKED))
    unanswered = replace(map_, connections=tuple(bare))
    assert reduced(map_, unmarked) == reduced(unanswered, choices)


@given(maps(), ANY_CHOICES, st.sampled_from([None, Shown.LIKE_OTHERS]))
def test_for_whom_it_is_changes_nothing_else(
    map_: PersonalMap, choices: Choices, shown: Shown | None
) -> None:
    """Nothing tells who it was made for."""
    ids = [None, *(c.id for c in map_.connections)]
    for id_ in ids:
        reader = Reader(id_, shown) if shown else Reader(id_)
        assert reduced(map_, replace(choices, reader=reader)) == reduced(map_, choices)


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


def test_closeness_of_workers_stays_out_until_asked_for() -> None:
    """A worker who reads the page does not find how close the person feels to workers."""
    map_ = map_of(
        replace(person("a", relation=Relation.PRACTITIONER), closeness=Closeness.OUTER),
        replace(person("b"), closeness=Closeness.OUTER),
    )
    rings = [c.closeness for c in reduced(map_, ALL).connections]
    assert rings == [None, Closeness.OUTER]
    asked_for = replace(ALL, details=frozenset({Detail.WORKERS_CLOSENESS}))
    rings = [c.closeness for c in reduced(map_, asked_for).connections]
    assert rings == [Closeness.OUTER, Closeness.OUTER]


def test_notes_go_in_with_the_list_where_they_were_asked_for() -> None:
    """They were written for oneself."""
    map_ = map_of(replace(person("a"), note="Ten pounds"))
    asked_for = replace(ALL, details=frozenset({Detail.NOTES}))
    assert [c.note for c in reduced(map_, asked_for).connections] == ["Ten pounds"]
    drawn = replace(asked_for, parts=frozenset({Part.PICTURE}))
    assert [c.note for c in reduced(map_, drawn).connections] == [None]


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


def named(map_: PersonalMap, choices: Choices, *texts: str) -> list[str]:
    """The names that are hidden and yet in these own words."""
    return [c.name for c, _ in naming(texts, hidden(map_, choices))]


def test_own_words_that_name_one_left_out_are_told() -> None:
    """The person sees it before they hand it on, whatever the case it is written in."""
    map_ = map_of(person("a", "Sam"), person("b", "Ann"), activity("c", "Choir"))
    full = Choices(names=Names.FULL, left_out=frozenset({"b", "c"}))
    assert named(map_, full, "ann and Sam", "Choir helps.") == ["Ann", "Choir"]


def test_the_line_that_names_somebody_is_told() -> None:
    """So that it is found in a long text."""
    map_ = map_of(person("a", "Sam"))
    told = naming(["One.\nTo sing with Sam.", "Sam"], hidden(map_, Choices()))
    assert told == ((map_.connections[0], "To sing with Sam."),)


def test_by_role_every_name_is_hidden() -> None:
    """A name in the person's own words tells who "Friend" is."""
    map_ = map_of(person("a", "Sam"))
    assert named(map_, Choices(), "To sing with Sam.") == ["Sam"]
    assert named(map_, Choices(names=Names.FULL), "To sing with Sam.") == []


def test_a_private_name_is_hidden_until_it_is_put_in() -> None:
    """In full it is in the summary only then, and so in own words."""
    map_ = map_of(replace(person("a", "Sam"), private=True))
    full = Choices(names=Names.FULL)
    assert named(map_, full, "Sam") == ["Sam"]
    assert named(map_, replace(full, put_in=frozenset({"a"})), "Sam") == []


def test_a_name_inside_a_word_is_no_name() -> None:
    """Ann is not named by "anniversary"."""
    assert named(map_of(person("a", "Ann")), Choices(), "The anniversary") == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ask Maryam", ["Maryam Okafor"]),
        ("Mr Okafor's", ["Maryam Okafor"]),
        ("maryam", []),
        ("of", []),
    ],
)
def test_part_of_a_person_s_name_names_them(text: str, told: list[str]) -> None:
    """A first name does; a short or small word may be any word."""
    assert named(map_of(person("a", "Maryam Okafor")), Choices(), text) == told


def test_part_of_a_place_s_name_names_nothing() -> None:
    """Many places are a park."""
    assert named(map_of(place("a", "Green Park")), Choices(), "Some Park") == []
