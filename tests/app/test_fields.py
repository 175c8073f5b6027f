"""What is typed: on the map while it fits, in its field while it does not."""

import pytest

from chn_self.app import messages as m
from chn_self.app.effects import Focus
from chn_self.app.state import Notice, State
from chn_self.app.steps import Place, Step
from chn_self.app.update import update
from chn_self.domain.connection import Kind
from chn_self.domain.personal_map import MOST_CONNECTIONS, PersonalMap
from chn_self.domain.text import TextRule
from tests.maps import map_of, person

EMPTY = State(map=PersonalMap(id="m"), place=Place(Step.PEOPLE))
SAM = State(map=map_of(person("sam")), place=Place(Step.PEOPLE))


def after(state: State, *messages: m.Message) -> State:
    """The state after some messages."""
    for message in messages:
        state, _ = update(state, message)
    return state


def names(state: State) -> list[str]:
    """The names on the map, in order."""
    return [c.name for c in state.map.connections]


def add(text: str, stamp: str = "s") -> m.Add:
    """The message of a name that was entered on the list of people."""
    return m.Add(Kind.PERSON, text, stamp)


class TestAdd:
    """Adding from the box of a list."""

    def test_puts_the_name_on_the_list_and_empties_the_box(self) -> None:
        """The box is ready for the next name, and the focus is in it."""
        typed = after(EMPTY, m.Typed("add/person", " Sam "))
        added, effects = update(typed, add(" Sam "))
        assert names(added) == ["Sam"]
        assert added.drafts == {}
        assert effects == (Focus("add/person"),)

    def test_adds_once_for_a_double_press(self) -> None:
        """The second press finds the box empty, adds nothing and says nothing new."""
        once = after(EMPTY, add("Sam", "s1"))
        assert after(once, add("", "s2")) == once

    def test_says_a_word_for_an_empty_box_at_first(self) -> None:
        """Pressing Add with nothing typed is answered, not scolded."""
        assert after(EMPTY, add("  ")).notice == Notice("nothing_typed")

    def test_allows_the_same_name_with_a_quiet_note(self) -> None:
        """Two people may have one name, whatever its capitals."""
        twice = after(EMPTY, add("Sam", "s1"), add("sam", "s2"))
        assert names(twice) == ["Sam", "sam"]
        assert twice.notice == Notice("added_twin", {"name": "sam"})

    def test_adds_a_name_for_each_pasted_line(self) -> None:
        """Empty lines are no names."""
        pasted = after(EMPTY, add("Sam\r\n\n Ali\nMum\n"))
        assert names(pasted) == ["Sam", "Ali", "Mum"]
        assert len({c.id for c in pasted.map.connections}) == 3
        assert pasted.notice == Notice("added_many", {"count": 3})

    def test_keeps_a_name_that_is_too_long_in_the_box_and_says_so(self) -> None:
        """10,000 letters are 9,920 more than a name may have."""
        long = "x" * 10_000
        kept = after(EMPTY, add(long))
        assert names(kept) == []
        assert kept.drafts["add/person"].text == long
        assert kept.notice == Notice("too_long", {"count": 9_920})

    def test_adds_the_lines_that_fit_beside_one_that_does_not(self) -> None:
        """One line too long keeps none of the others out."""
        kept = after(EMPTY, add("Sam\n" + "x" * 81))
        assert names(kept) == ["Sam"]
        assert kept.drafts["add/person"].text == "x" * 81

    def test_says_when_a_map_is_full(self) -> None:
        """A map holds 500; the rest is not added and that is told."""
        full = after(EMPTY, add("\n".join(f"n{i}" for i in range(MOST_CONNECTIONS + 1))))
        assert len(full.map.connections) == MOST_CONNECTIONS
        assert full.notice == Notice("full")

    def test_offers_a_relation_for_what_was_just_added(self) -> None:
        """The new ones are known, so that their relation is one press away."""
        assert after(EMPTY, add("Sam\nAli", "s")).fresh == ("s-0", "s-1")


class TestTyped:
    """Typing into a field."""

    def test_writes_on_the_map_while_it_fits(self) -> None:
        """What is on the map is tidied; what is in the field is as typed."""
        typed = after(SAM, m.Typed("note/sam", " kind "))
        assert typed.map.connections[0].note == "kind"
        assert typed.drafts["note/sam"].text == " kind "

    def test_keeps_a_note_that_is_too_long_in_the_field(self) -> None:
        """A note holds 500; the map keeps the last text that fitted."""
        typed = after(SAM, m.Typed("note/sam", "kind"), m.Typed("note/sam", "y" * 501))
        assert typed.map.connections[0].note == "kind"
        problem = typed.drafts["note/sam"].problem
        assert problem is not None
        assert (problem.rule, problem.over) == (TextRule.TOO_LONG, 1)

    def test_keeps_the_name_before_while_a_name_is_empty(self) -> None:
        """Clearing a name to type another never leaves a connection without one."""
        typed = after(SAM, m.Typed("name/sam", ""))
        assert names(typed) == ["Sam"]
        assert typed.drafts["name/sam"].problem is not None

    def test_drops_what_a_file_could_not_hold(self) -> None:
        """A control character pasted into a name is not on the map."""
        assert names(after(SAM, m.Typed("name/sam", "Sa\x00m"))) == ["Sam"]

    def test_is_one_undo_for_one_text(self) -> None:
        """Letter after letter in one field comes off at once."""
        typed = after(SAM, *(m.Typed("hope", "More music"[:i]) for i in range(1, 11)))
        assert typed.map.hope == "More music"
        assert after(typed, m.Undo()).map == SAM.map

    def test_is_another_undo_after_anything_else(self) -> None:
        """A press in between makes two changes of it."""
        typed = after(
            SAM, m.Typed("hope", "a"), m.Answer("sam", "matters", "yes"), m.Typed("hope", "ab")
        )
        assert after(typed, m.Undo()).map.hope == "a"

    @pytest.mark.parametrize("field", ["note/nobody", "missing/7", "nonsense", "reflection/[1]"])
    def test_changes_nothing_for_a_field_that_is_not_there(self, field: str) -> None:
        """Records come from the page, so a field may name anything."""
        assert after(SAM, m.Typed(field, "x")).map == SAM.map

    def test_keeps_what_was_written_to_a_prompt(self) -> None:
        """With the prompt's key and whom it speaks of."""
        typed = after(SAM, m.Typed('reflection/["map.new.1", ["sam"]]', "Good so far"))
        (kept,) = typed.map.reflections
        assert (kept.prompt, kept.about, kept.text) == ("map.new.1", ("sam",), "Good so far")

    def test_leaves_no_next_step_when_its_last_text_goes(self) -> None:
        """A next step of nothing is no next step."""
        typed = after(SAM, m.Typed("step/what", "Call"), m.Typed("step/what", ""))
        assert typed.map.next_step is None


class TestAddMissing:
    """Adding to what is missing."""

    def test_adds_one_and_empties_the_box(self) -> None:
        """In the order they were said."""
        added = after(EMPTY, m.AddMissing("Music"), m.AddMissing(" A dog "))
        assert [one.text for one in added.map.missing] == ["Music", "A dog"]
        assert added.drafts == {}

    def test_keeps_a_text_that_is_too_long(self) -> None:
        """It stays in the box, and the map is as it was."""
        kept = after(EMPTY, m.AddMissing("z" * 2_001))
        assert kept.map == EMPTY.map
        assert kept.drafts["missing/new"].problem is not None


def test_what_is_half_typed_stays_while_looking_around() -> None:
    """A name in the box is there on the way back; a text on the map needs no draft."""
    typed = after(EMPTY, m.Typed("add/person", "Half"), m.Typed("hope", "Music"))
    gone = after(typed, m.Went(Place(Step.MAP)), m.Went(Place(Step.PEOPLE)))
    assert gone.drafts.keys() == {"add/person"}
