"""Edits of a map: each does what it says, and none loses or breaks anything else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain import edit
from chn_self.domain.connection import Closeness, Connection, Kind, Support
from chn_self.domain.personal_map import (
    MOST_CONNECTIONS,
    MOST_LINKS,
    Link,
    Missing,
    PersonalMap,
    Reflection,
)
from chn_self.files.codec import decode, encode
from tests.maps import connections, ids, map_of, maps, person, place, texts

SUPPORTS = st.sampled_from([*Support])


@st.composite
def maps_with_an_id(draw: st.DrawFn) -> tuple[PersonalMap, str]:
    """A map, and an id that is mostly on it."""
    map_ = draw(maps())
    return map_, draw(st.sampled_from([*(c.id for c in map_.connections), "not on the map"]))


@st.composite
def maps_with_two_ids(draw: st.DrawFn) -> tuple[PersonalMap, str, str]:
    """A map, and two ids that are mostly on it, at times the same."""
    map_, a = draw(maps_with_an_id())
    return map_, a, draw(st.sampled_from([*(c.id for c in map_.connections), "nor this"]))


def people(map_: PersonalMap) -> list[Connection]:
    """The people on a map."""
    return [*map_.of_kind(Kind.PERSON)]


class TestAdd:
    """Putting connections on the map."""

    @given(maps(), st.lists(connections(), max_size=3))
    def test_nothing_before_is_changed(self, map_: PersonalMap, more: list[Connection]) -> None:
        """What was there stays in its place; what is new stands at the end, each id once."""
        after = edit.add(map_, more)
        here = len(map_.connections)
        assert after.connections[:here] == map_.connections
        assert replace(after, connections=map_.connections) == map_
        found = [c.id for c in after.connections]
        assert len({*found}) == len(found)
        assert {*found} == {c.id for c in (*map_.connections, *more)}

    def test_a_known_id_is_not_added_again(self) -> None:
        """A second press adds nothing."""
        map_ = map_of(person("a", "Sam"))
        assert edit.add(map_, [person("a", "Jo"), person("b"), person("b", "Al")]) == map_of(
            person("a", "Sam"), person("b")
        )

    def test_the_same_name_may_be_added(self) -> None:
        """Two people may have one name."""
        map_ = edit.add(map_of(person("a", "Sam")), [person("b", "Sam")])
        assert [c.name for c in map_.connections] == ["Sam", "Sam"]

    def test_a_map_never_grows_past_what_a_file_holds(self) -> None:
        """The first that fit are added."""
        map_ = edit.add(map_of(person("first")), [person(f"c{i}") for i in range(600)])
        assert len(map_.connections) == MOST_CONNECTIONS
        assert map_.connections[-1].id == "c498"


class TestChange:
    """Putting another account of a connection in its place."""

    @given(maps_with_an_id(), texts())
    def test_only_that_one_changes(self, found: tuple[PersonalMap, str], text: str) -> None:
        """All others, and the order, stay."""
        map_, id_ = found
        before = map_.connection(id_) or person(id_)
        after = edit.change(map_, replace(before, me_there=text))
        assert [c.id for c in after.connections] == [c.id for c in map_.connections]
        assert all(
            new == (replace(old, me_there=text) if old.id == id_ else old)
            for old, new in zip(map_.connections, after.connections, strict=True)
        )
        assert replace(after, connections=map_.connections) == map_


class TestRemove:
    """Taking a connection off."""

    @given(maps_with_an_id())
    def test_it_goes_with_its_links_and_nothing_else(self, found: tuple[PersonalMap, str]) -> None:
        """Others stay, their links too, and no link is left with one end."""
        map_, id_ = found
        after = edit.remove(map_, id_)
        assert after.connections == tuple(c for c in map_.connections if c.id != id_)
        assert after.links == tuple(link for link in map_.links if id_ not in (link.a, link.b))
        assert replace(
            after,
            connections=map_.connections,
            links=map_.links,
            reflections=map_.reflections,
            support_answered=map_.support_answered,
        ) == (map_)

    @given(maps_with_an_id())
    def test_support_that_only_it_gave_is_not_answered_again(
        self, found: tuple[PersonalMap, str]
    ) -> None:
        """Taking the only giver off says nothing of there being no one; other answers stay."""
        map_, id_ = found
        after = edit.remove(map_, id_)
        gone = {s for c in map_.connections if c.id == id_ for s in c.receives}
        given_still = {s for c in after.connections for s in c.receives}
        assert after.support_answered == tuple(
            s for s in map_.support_answered if s not in gone or s in given_still
        )

    @given(maps_with_an_id())
    def test_what_was_written_stays(self, found: tuple[PersonalMap, str]) -> None:
        """Every reflection keeps its text and prompt; it only no longer speaks of what is gone."""
        map_, id_ = found
        after = edit.remove(map_, id_)
        for old, new in zip(map_.reflections, after.reflections, strict=True):
            gone = id_ if map_.connection(id_) else None
            assert new == replace(old, about=tuple(a for a in old.about if a != gone))

    def test_something_that_is_not_there_changes_nothing(self) -> None:
        """A second press removes nothing more."""
        map_ = map_of(person("a"))
        assert edit.remove(map_, "b") == map_


class TestMove:
    """Moving a connection round its ring."""

    @given(maps_with_an_id(), st.integers(-20, 20))
    def test_only_those_on_its_ring_are_passed(
        self, found: tuple[PersonalMap, str], by: int
    ) -> None:
        """Nothing is lost or changed, and all others keep their places."""
        map_, id_ = found
        after = edit.move(map_, id_, by)
        moved = map_.connection(id_)

        def ring(at: PersonalMap) -> list[Connection]:
            return [
                c
                for c in at.connections
                if moved and (c.kind, c.closeness) == (moved.kind, moved.closeness)
            ]

        for before, now in zip(map_.connections, after.connections, strict=True):
            assert now == before or (before in ring(map_) and now in ring(map_))
        assert [c for c in ring(after) if c != moved] == [c for c in ring(map_) if c != moved]
        assert replace(after, connections=map_.connections) == map_

    @given(maps_with_an_id())
    def test_one_on_and_one_back_is_where_it_was(self, found: tuple[PersonalMap, str]) -> None:
        """A step that is not past the end can be taken back."""
        map_, id_ = found
        after = edit.move(map_, id_, 1)
        assert after == map_ or edit.move(after, id_, -1) == map_

    @pytest.mark.parametrize(
        ("by", "order"),
        [(-1, "bacd"), (1, "acbd"), (2, "acdb"), (9, "acdb"), (-9, "bacd"), (0, "abcd")],
    )
    def test_how_far(self, by: int, order: str) -> None:
        """By as many places as asked, no further than the ends."""
        after = edit.move(map_of(*map(person, "abcd")), "b", by)
        assert "".join(c.id for c in after.connections) == order

    def test_kinds_and_rings_between_are_passed_over(self) -> None:
        """A place between two people is no step, nor is a person on another ring."""
        near = replace(person("n"), closeness=Closeness.INNER)
        after = edit.move(map_of(person("a"), place("p"), near, person("b")), "b", -1)
        assert [c.id for c in after.connections] == ["b", "p", "n", "a"]


class TestPlace:
    """Putting a connection on a ring, at a place on it."""

    @given(maps_with_two_ids(), st.sampled_from(Closeness))
    def test_it_is_on_the_ring_and_all_else_is_as_it_was(
        self, found: tuple[PersonalMap, str, str], ring: Closeness
    ) -> None:
        """The others of its kind keep their order, and other kinds their places."""
        map_, id_, before = found
        after = edit.place(map_, id_, ring, before)
        placed = map_.connection(id_)
        if placed is None or id_ == before:
            assert after == map_
            return
        assert after.connection(id_) == replace(placed, closeness=ring)
        for kind in Kind:
            others = [c for c in map_.of_kind(kind) if c.id != id_]
            assert [c for c in after.of_kind(kind) if c.id != id_] == others
        assert [c.kind for c in after.connections] == [c.kind for c in map_.connections]
        assert replace(after, connections=map_.connections) == map_

    @pytest.mark.parametrize(
        ("before", "order"), [("a", "cab"), ("b", "acb"), (None, "abc"), ("p", "abc")]
    )
    def test_where_on_the_ring(self, before: str | None, order: str) -> None:
        """Just before another of its kind; after all of them if that is none of them."""
        map_ = map_of(*map(person, "abc"), place("p"))
        after = edit.place(map_, "c", Closeness.OUTER, before)
        assert "".join(c.id for c in after.of_kind(Kind.PERSON)) == order


class TestLinks:
    """Saying that two connections go together, or not after all."""

    @given(maps_with_two_ids())
    def test_a_link_joins_two_that_are_there_once(
        self, found: tuple[PersonalMap, str, str]
    ) -> None:
        """Whatever is asked, no link is repeated, joins one to itself, or hangs loose."""
        map_, a, b = found
        after = edit.link(map_, a, b)
        here = {c.id for c in map_.connections}
        together = a != b and {a, b} <= here
        assert any(link.ends == {a, b} for link in after.links) == together
        assert after.links[: len(map_.links)] == map_.links
        assert len({link.ends for link in after.links}) == len(after.links)
        assert replace(after, links=map_.links) == map_

    @given(maps_with_two_ids())
    def test_either_way_round_is_the_same(self, found: tuple[PersonalMap, str, str]) -> None:
        """Once is enough."""
        map_, a, b = found
        after = edit.link(map_, a, b)
        assert edit.link(after, b, a) == after

    @given(maps_with_two_ids())
    def test_unlinking_undoes_a_new_link(self, found: tuple[PersonalMap, str, str]) -> None:
        """Others stay as they were."""
        map_, a, b = found
        before = edit.unlink(map_, a, b)
        assert not any(link.ends == {a, b} for link in before.links)
        assert edit.unlink(edit.link(before, a, b), b, a) == before

    def test_a_map_never_holds_more_links_than_a_file(self) -> None:
        """The one that does not fit is not added."""
        everyone = [person(f"c{i}") for i in range(102)]  # 102 * 101 / 2 = 5,151 pairs
        pairs = [Link(a.id, b.id) for i, a in enumerate(everyone) for b in everyone[:i]]
        full = replace(map_of(*everyone), links=tuple(pairs[:MOST_LINKS]))
        last = pairs[MOST_LINKS]
        assert edit.link(full, last.a, last.b) == full


class TestComplete:
    """Saying that all of a kind are there."""

    @given(maps(), st.sampled_from([*Kind]), st.booleans())
    def test_only_that_kind_is_said(self, map_: PersonalMap, kind: Kind, said: bool) -> None:
        """Other kinds stay as they were answered."""
        after = edit.mark_complete(map_, kind, said)
        assert (kind in after.complete) == said
        assert {*after.complete} - {kind} == {*map_.complete} - {kind}
        assert replace(after, complete=map_.complete) == map_


class TestSupport:
    """Saying who gives and who gets what."""

    @given(maps(), SUPPORTS, st.lists(ids(), max_size=4))
    def test_the_ticked_give_it_and_nobody_else(
        self, map_: PersonalMap, support: Support, ticked: list[str]
    ) -> None:
        """A place or activity gives no support, whatever is ticked; other kinds of it stay."""
        ticked += [c.id for c in map_.connections[::2]]
        after = edit.answer_support(map_, support, ticked)
        assert support in after.support_answered
        assert {*map_.support_answered} <= {*after.support_answered}
        for old, new in zip(map_.connections, after.connections, strict=True):
            if old.kind != Kind.PERSON:
                assert new == old
                continue
            assert (support in new.receives) == (old.id in ticked)
            assert {*new.receives} - {support} == {*old.receives} - {support}
            assert replace(new, receives=old.receives) == old
        assert replace(
            after, connections=map_.connections, support_answered=map_.support_answered
        ) == (map_)

    def test_no_one_just_now_is_an_answer(self) -> None:
        """It is kept that the question was asked and answered."""
        after = edit.answer_support(map_of(person("a")), Support.ADVICE, [])
        assert after.support_answered == (Support.ADVICE,)
        assert after.connections == (person("a"),)

    @given(maps_with_an_id(), SUPPORTS, st.booleans())
    def test_what_the_ego_gives_is_said_of_one_person(
        self, found: tuple[PersonalMap, str], support: Support, gives: bool
    ) -> None:
        """Only that person's `gives` changes, and only by this kind."""
        map_, id_ = found
        after = edit.give_support(map_, id_, support, gives)
        for old, new in zip(map_.connections, after.connections, strict=True):
            if old.id != id_ or old.kind != Kind.PERSON:
                assert new == old
                continue
            assert (support in new.gives) == gives
            assert {*new.gives} - {support} == {*old.gives} - {support}
            assert replace(new, gives=old.gives) == old


class TestWriting:
    """What is missing, and what was thought."""

    @given(maps(), st.integers(0, 4), texts().filter(bool))
    def test_a_missing_thing_is_written_or_added(
        self, map_: PersonalMap, at: int, text: str
    ) -> None:
        """Within the list it is reworded with all else it holds; past the end it is one more."""
        after = edit.write_missing(map_, at, text)
        if at < len(map_.missing):
            expected = [*map_.missing]
            expected[at] = replace(expected[at], text=text)
            assert after.missing == (*expected,)
        else:
            assert after.missing == (*map_.missing, Missing(text))
        assert replace(after, missing=map_.missing) == map_

    @given(maps(), st.integers(0, 4))
    def test_an_emptied_missing_thing_goes(self, map_: PersonalMap, at: int) -> None:
        """The rest stays in order; past the end there is nothing to take away."""
        after = edit.write_missing(map_, at, "")
        assert after.missing == map_.missing[:at] + map_.missing[at + 1 :]

    def test_a_reflection_is_reworded_in_its_place(self) -> None:
        """The same prompt about the same connections is one reflection, with what else it holds."""
        written = (
            Reflection("one", ("a",), "first", {"later": 1}),
            Reflection("one", ("b",), "second"),
            Reflection("two", (), "third"),
        )
        map_ = PersonalMap("m", reflections=written)
        after = edit.write_reflection(map_, "one", ("a",), "new")
        assert after.reflections == (replace(written[0], text="new"), *written[1:])

    @given(maps(), ids(), texts().filter(bool))
    def test_a_new_reflection_stands_last(self, map_: PersonalMap, prompt: str, text: str) -> None:
        """Nothing that was written before is touched."""
        about = ("nobody else wrote of this",)
        after = edit.write_reflection(map_, prompt, about, text)
        assert after.reflections == (*map_.reflections, Reflection(prompt, about, text))
        assert edit.write_reflection(after, prompt, about, "") == map_


@given(maps(), st.lists(st.tuples(st.integers(0, 6), ids(), ids(), SUPPORTS), max_size=12))
def test_after_any_edits_the_map_can_be_saved_and_opened(
    map_: PersonalMap, steps: list[tuple[int, str, str, Support]]
) -> None:
    """No order of edits makes a map that a file refuses: no link is orphaned, no id repeated."""
    for which, a, b, support in steps:
        match which:
            case 0:
                map_ = edit.add(map_, [person(a), place(b)])
            case 1:
                map_ = edit.remove(map_, a)
            case 2:
                map_ = edit.move(map_, a, len(b) - 3)
            case 3:
                map_ = edit.link(map_, a, b)
            case 4:
                map_ = edit.unlink(map_, a, b)
            case 5:
                map_ = edit.answer_support(map_, support, [a, b])
            case _:
                map_ = edit.write_reflection(map_, a, (b,), "text")
    assert decode(encode(map_)) == map_
