"""Two maps held against each other: what is on both, new, not here, nearer, further, changed."""

from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.comparison import Comparison, Pair, compare
from chn_self.domain.connection import Closeness, Connection, Effect, Kind, Often, Relation
from chn_self.domain.matching import Ends
from chn_self.domain.personal_map import COPY, HowItWent, Missing, NextStep, PersonalMap
from tests.maps import activity, map_of, names, person, place


def ends(pairs: Iterable[Pair]) -> set[Ends]:
    """The ids of pairs, on the map before and on the map now."""
    return {(p.before.id, p.now.id) for p in pairs}


def swapped(pairs: Iterable[Pair]) -> set[Ends]:
    """The same the other way round."""
    return {(is_, was) for was, is_ in ends(pairs)}


def ids(connections: Iterable[Connection]) -> list[str]:
    """The ids of connections."""
    return [c.id for c in connections]


# Few names and ids, so that some are the same, nearly the same, or on one map alone.
NAMES = st.sampled_from(["Sam", "sam ", "Sara", "Sarah", "Maryam", "Maryam Okafor"]) | names()
ONES = st.builds(
    Connection,
    id=st.sampled_from([f"c{i}" for i in range(8)]),
    kind=st.sampled_from(Kind),
    name=NAMES,
    closeness=st.none() | st.sampled_from(Closeness),
    effect=st.none() | st.sampled_from(Effect),
    matters=st.sampled_from([None, False, True]),
)
MAPS = st.lists(ONES, max_size=6, unique_by=lambda c: c.id).map(lambda found: map_of(*found))
TWO = st.tuples(MAPS, MAPS)


def answers(draw: st.DrawFn, found: Comparison) -> list[Ends]:
    """Some of the pairs that are asked about."""
    return [pair for pair in sorted(ends(found.perhaps_same)) if draw(st.booleans())]


class TestAnyTwoMaps:
    """What holds of any two maps."""

    @given(MAPS)
    def test_a_map_and_itself_are_alike(self, map_: PersonalMap) -> None:
        """Everything is on both, and nothing is new, not here, moved or changed."""
        found = compare(map_, map_)
        assert found.alike
        assert ends(found.matched) == {(c.id, c.id) for c in map_.connections}
        assert not [*found.new_here, *found.not_here, *found.perhaps_same]
        assert not [*found.nearer, *found.further, *found.changed]

    @given(TWO)
    def test_the_other_way_round_it_is_the_other_way_round(
        self, both: tuple[PersonalMap, PersonalMap]
    ) -> None:
        """What was new is not here, what was nearer is further, and as much is asked."""
        there, back = compare(*both), compare(*reversed(both))
        assert (there.new_here, there.not_here) == (back.not_here, back.new_here)
        assert ends(there.nearer) == swapped(back.further)
        assert ends(there.further) == swapped(back.nearer)
        assert ends(there.matched) == swapped(back.matched)
        assert ends(there.perhaps_same) == swapped(back.perhaps_same)
        assert there.alike == back.alike

    @given(TWO, st.data())
    def test_every_connection_is_told_once(
        self, both: tuple[PersonalMap, PersonalMap], data: st.DataObject
    ) -> None:
        """On both, on one alone, or asked about, with one of its kind; also after some answers."""
        first = compare(*both)
        same, apart = (data.draw(st.composite(answers)(first)) for _ in range(2))
        found = compare(*both, same=same, apart=apart)
        pairs = (*found.matched, *found.perhaps_same)
        before = [*ids(p.before for p in pairs), *ids(found.not_here)]
        now = [*ids(p.now for p in pairs), *ids(found.new_here)]
        assert sorted(before) == sorted(ids(both[0].connections))
        assert sorted(now) == sorted(ids(both[1].connections))
        assert all(p.before.kind == p.now.kind for p in pairs)

    @given(TWO)
    def test_answers_come_to_an_end(self, both: tuple[PersonalMap, PersonalMap]) -> None:
        """Each "no" asks of no pair that was asked about before, so that all can be answered."""
        apart: set[Ends] = set()
        while asked := ends(compare(*both, apart=apart).perhaps_same):
            assert not asked & apart
            apart |= asked


class TestChange:
    """What is said otherwise of one that is on both."""

    SAM = replace(person("s"), closeness=Closeness.OUTER, effect=Effect.MIXED, matters=True)

    def found(self, now: Connection) -> Comparison:
        """Sam before, and Sam now."""
        return compare(map_of(self.SAM), map_of(now))

    def test_nearer_and_further_go_by_the_ring(self) -> None:
        """1 is the innermost."""
        near = self.found(replace(self.SAM, closeness=Closeness.INNER))
        assert [p.nearer for p in near.nearer] == [2]
        assert not near.further
        back = compare(near.now, near.before)
        assert [p.nearer for p in back.further] == [-2]

    @pytest.mark.parametrize("now", [None, Closeness.OUTER])
    def test_a_ring_that_was_not_said_is_neither(self, now: Closeness | None) -> None:
        """Nobody knows how close someone was of whom it was not said."""
        found = self.found(replace(self.SAM, closeness=now))
        assert not [*found.nearer, *found.further]
        assert bool(found.changed) == (now is None)

    def test_what_matters_and_effect_lead(self) -> None:
        """Whatever else is said otherwise comes after them."""
        other = replace(
            self.SAM,
            name="Samira",
            relation=Relation.FAMILY,
            often=Often.DAILY,
            effect=Effect.HELPS,
            matters=False,
            new=True,
        )
        [pair] = self.found(other).changed
        assert pair.changed == ("matters", "effect", "relation", "often", "new", "name")

    def test_a_no_is_the_same_as_no_answer_to_what_is_only_marked(self) -> None:
        """The map shows a star, and "new"; it shows no other answer."""
        plain = replace(self.SAM, matters=None, new=None)
        refused = replace(self.SAM, matters=False, new=False)
        assert not compare(map_of(plain), map_of(refused)).changed

    def test_a_name_in_capitals_or_with_more_space_is_the_same(self) -> None:
        """It is no news."""
        assert not self.found(replace(self.SAM, name="  SAM ")).changed

    def test_a_note_is_nobody_s_business(self) -> None:
        """Notes are for oneself, and are not compared."""
        assert self.found(replace(self.SAM, note="a note")).alike


class TestWholeMap:
    """What is said of the map as a whole."""

    def test_another_hope_or_wish_is_a_difference(self) -> None:
        """They lead, so two maps that differ in them are not alike."""
        plain = map_of(place("p"), activity("a"))
        assert not compare(plain, replace(plain, hope="More singing")).alike
        assert not compare(plain, replace(plain, missing=(Missing("A dog"),))).alike

    def test_an_empty_text_is_none(self) -> None:
        """A field that was emptied says nothing."""
        plain = map_of(place("p"))
        assert compare(plain, replace(plain, hope="", missing=(Missing(""),))).alike

    @pytest.mark.parametrize(
        ("before", "now", "same"),
        [
            (NextStep("Ring Sam"), NextStep("ring  sam", how_it_went=HowItWent.DID), True),
            (NextStep("Ring Sam"), NextStep("Ring Kim"), False),
            (NextStep("Ring Sam"), None, False),
            (NextStep(who="Sam"), NextStep(who="Sam"), False),
            (None, None, False),
        ],
    )
    def test_the_same_step_is_one_with_the_same_words(
        self, before: NextStep | None, now: NextStep | None, same: bool
    ) -> None:
        """Only then can it be said on the map now how it went."""
        plain = map_of()
        found = compare(replace(plain, next_step=before), replace(plain, next_step=now))
        assert found.same_step == same


class TestCopies:
    """Copies made to share, each of which gives its connections ids of its own."""

    NOW = replace(map_of(person("c1", "Ali"), person("c2", "Sam")), id="n", extra={COPY: True})
    THEN = replace(map_of(person("c1", "Sam"), person("c2", "Jo")), id="t", extra={COPY: True})

    def test_an_id_says_nothing_between_two_files(self) -> None:
        """Else one who is the first on a copy would be whoever is the first on another."""
        found = compare(self.THEN, self.NOW)
        assert ends(found.matched) == {("c1", "c2")}
        assert ids(found.new_here) == ["c1"]
        assert ids(found.not_here) == ["c2"]

    def test_a_copy_that_was_gone_on_with_keeps_its_ids(self) -> None:
        """It is one file, at two times."""
        later = replace(self.THEN, connections=(person("c1", "Samuel"), person("c2", "Jo")))
        assert ends(compare(self.THEN, later).matched) == {("c1", "c1"), ("c2", "c2")}
