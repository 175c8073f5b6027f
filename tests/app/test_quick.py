"""Quick entry: each row of boxes is one connection, by the same rules as everywhere."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.app import messages as m
from chn_self.app.effects import Focus
from chn_self.app.quick import QUESTIONS, kind_of
from chn_self.app.state import Notice, State
from chn_self.app.steps import Place, Step
from chn_self.domain.connection import (
    ActivityType,
    Closeness,
    Connection,
    Effect,
    Kind,
    Often,
    Relation,
)
from chn_self.domain.personal_map import MOST_CONNECTIONS, NAME_LENGTH
from chn_self.domain.text import TextRule
from tests.app.visits import EMPTY, after, at, effects
from tests.maps import map_of, person, place

HERE = at(Step.QUICK)
SAM = {
    "kind": "person", "name": " Sam ", "relation": "friend", "closeness": "1", "effect": "helps",
    "often": "weekly", "new": "no", "matters": "yes", "private": "yes",
}  # fmt: skip


def filled(state: State, /, **boxes: str) -> State:
    """The state after something was typed or chosen in these boxes."""
    return after(state, *(m.Typed(f"quick/{box}", text) for box, text in boxes.items()))


def added(state: State = HERE, /, **boxes: str) -> State:
    """The same with the row added."""
    return after(filled(state, **boxes), m.AddRow("r"))


class TestRow:
    """What becomes of a row."""

    def test_all_of_it_is_on_the_map(self) -> None:
        """As if each answer had been pressed; the name is tidied."""
        assert added(**SAM).map.connections == (
            Connection(
                "r-0", Kind.PERSON, "Sam", relation=Relation.FRIEND, closeness=Closeness.INNER,
                effect=Effect.HELPS, often=Often.WEEKLY, new=False, matters=True, private=True,
            ),
        )  # fmt: skip

    def test_a_name_is_enough(self) -> None:
        """All else was skipped, and is not answered."""
        assert added(name="Tea").map.connections == (Connection("r-0", Kind.ACTIVITY, "Tea"),)

    def test_an_empty_one_of_the_same_kind_follows(self) -> None:
        """The paper has them kind by kind; the focus is ready for the next name."""
        state = added(**SAM)
        assert state.drafts == {}
        assert kind_of(state) == Kind.PERSON
        assert effects(filled(HERE, **SAM), m.AddRow("r")) == (Focus("quick/name"),)

    def test_it_says_what_was_added(self) -> None:
        """And that a name is there twice now, as the lists do."""
        once = added(name="Tea")
        assert once.notice == Notice("added", {"name": "Tea"})
        twice = after(filled(once, name="tea"), m.AddRow("s"))
        assert twice.notice == Notice("added_twin", {"name": "tea"})

    def test_undo_takes_all_of_it_off_at_once(self) -> None:
        """A row is one change."""
        undone = after(added(**SAM), m.Undo())
        assert (undone.map, undone.past) == (HERE.map, ())

    def test_an_answer_that_its_kind_does_not_have_is_left_out(self) -> None:
        """It was chosen before the kind was changed."""
        (walk,) = added(
            kind="activity", name="Walk", relation="friend", type="exercise"
        ).map.connections
        assert (walk.relation, walk.type) == (None, ActivityType.EXERCISE)

    @given(st.dictionaries(st.sampled_from(["kind", *QUESTIONS]), st.text(max_size=9)))
    def test_anything_at_all_in_a_box_costs_no_name(self, boxes: dict[str, str]) -> None:
        """What makes no sense is not answered."""
        assert [c.name for c in added(**boxes, name="Sam").map.connections] == ["Sam"]


class TestKind:
    """The kind of the next row."""

    def test_it_begins_with_activities(self) -> None:
        """As the paper does."""
        assert kind_of(EMPTY) == Kind.ACTIVITY

    def test_it_is_that_of_the_last_one(self) -> None:
        """Until another is chosen."""
        state = at(Step.QUICK, map_of(person("s"), place("p")))
        assert kind_of(state) == Kind.PLACE
        assert kind_of(filled(state, kind="person")) == Kind.PERSON


class TestWhatDoesNotFit:
    """Nothing that was typed or chosen is lost."""

    def test_with_no_name_all_stays(self) -> None:
        """And the page says what is missing, calmly."""
        state = added(**{**SAM, "name": " "})
        assert state.map == HERE.map
        assert state.drafts.keys() == {f"quick/{box}" for box in SAM}
        assert state.notice == Notice("nothing_typed")

    def test_a_name_too_long_says_so_in_the_row_and_stays(self) -> None:
        """While it is typed already; shortened, it goes on the map with all that was chosen."""
        long = "x" * (NAME_LENGTH + 1)
        state = added(**{**SAM, "name": long})
        draft = state.drafts["quick/name"]
        assert draft.text == long
        assert draft.problem is not None
        assert (draft.problem.rule, draft.problem.over) == (TextRule.TOO_LONG, 1)
        shorter = added(state, name="Sam")
        assert shorter.map.connections == added(**SAM).map.connections

    def test_a_full_map_says_so_and_the_row_stays(self) -> None:
        """A map holds 500."""
        full = at(Step.QUICK, map_of(*(place(f"p{i}") for i in range(MOST_CONNECTIONS))))
        state = added(full, name="One more")
        assert state.map == full.map
        assert state.drafts["quick/name"].text == "One more"
        assert state.notice == Notice("full")

    @pytest.mark.parametrize("step", [Step.MAP, Step.KEEP])
    def test_a_row_that_is_not_added_yet_waits(self, step: Step) -> None:
        """Until the person comes back to it; closing the tab would lose it, and is asked about."""
        state = after(filled(HERE, **SAM), m.Went(Place(step)), m.Went(Place(Step.QUICK)))
        assert {field: draft.text for field, draft in state.drafts.items()} == {
            f"quick/{box}": text for box, text in SAM.items()
        }
        assert state.unkept

    def test_choices_with_no_name_wait_too_but_are_nothing_to_lose(self) -> None:
        """Whoever picked what comes next and then ends is not told that something is not kept."""
        state = after(filled(HERE, kind="place", effect="helps"), m.Went(Place(Step.QUICK)))
        assert {field: draft.text for field, draft in state.drafts.items()} == {
            "quick/kind": "place", "quick/effect": "helps",
        }  # fmt: skip
        assert not state.unkept

    def test_keeping_is_offered_once_there_is_something_to_lose(self) -> None:
        """With the third row, as with the third name on a list."""
        two = replace(HERE, map=map_of(person("a"), place("b")))
        assert not two.offer
        assert added(two, name="Tea").offer
