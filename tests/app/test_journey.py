"""Going on, going back, and opening a connection for change."""

from dataclasses import replace

import pytest

from chn_self.app import messages as m
from chn_self.app.effects import Focus, Visit
from chn_self.app.state import State
from chn_self.app.steps import LISTS, Place, Step
from chn_self.domain.connection import Kind
from tests.app.visits import EMPTY, after, at, effects
from tests.maps import activity, map_of, person

MAP = map_of(activity("walk"), person("sam"))
TITLE = Focus("title", top=True)


class TestWays:
    """Next, Back and the browser's own history."""

    @pytest.mark.parametrize("step", [step for step in Step if step != Step.KEEP])
    def test_every_question_can_be_skipped(self, step: Step) -> None:
        """Next leads on, and puts nothing on the map."""
        skipped = after(at(step, MAP), m.Next())
        assert skipped.place != Place(step)
        assert skipped.map == MAP
        assert skipped.notice is None

    def test_a_new_screen_is_in_the_history_and_has_the_focus(self) -> None:
        """So that Back and a screen reader work as people expect."""
        state = at(Step.DETAILS, MAP)
        assert effects(state, m.Next()) == (Visit(Place(Step.DETAILS, 1)), TITLE)

    @pytest.mark.parametrize("step", LISTS)
    def test_a_person_starts_with_the_list_they_choose(self, step: Step) -> None:
        """From the welcome; the other two come after it, and none is asked for twice."""
        start = after(EMPTY, m.Went(Place(step)))
        passed = [start.place.step]
        for _ in range(3):
            said = m.ListDone(LISTS[passed[-1]], m.Said.ENOUGH)
            start = after(start, said)
            passed.append(start.place.step)
        assert (passed[0], {*passed[:3]}, passed[3]) == (step, {*LISTS}, Step.DETAILS)

    def test_a_list_opened_later_changes_no_order(self) -> None:
        """Adding one more person from the map is no new start."""
        assert after(at(Step.MAP, MAP), m.Went(Place(Step.PEOPLE))).first == Step.ACTIVITIES

    def test_the_end_leads_nowhere(self) -> None:
        """No history is made of staying."""
        assert effects(at(Step.KEEP), m.Next()) == ()
        assert effects(at(Step.WELCOME), m.Back()) == ()

    def test_the_history_leads_anywhere_without_being_written(self) -> None:
        """The browser has moved already."""
        to = Place(Step.REFLECT)
        assert after(EMPTY, m.Went(to)).place == to
        assert effects(EMPTY, m.Went(to)) == (TITLE,)

    def test_back_returns_to_the_screen_before(self) -> None:
        """Within a step and between steps."""
        there = after(at(Step.PLACES, MAP), m.Next(), m.Next())
        assert after(there, m.Back(), m.Back()).place == Place(Step.PLACES)

    def test_going_takes_the_last_notice_along(self) -> None:
        """A notice is about the screen it came up on."""
        added = after(at(Step.PEOPLE), m.Add(Kind.PERSON, "Sam", "s"))
        gone = after(added, m.Next())
        assert (gone.notice, gone.fresh) == (None, ())

    def test_what_is_unfinished_survives_any_way(self) -> None:
        """A half-typed name, and a note too long for the map."""
        typed = after(
            at(Step.PEOPLE, MAP),
            m.Typed("add/person", "Al"),
            m.Typed("note/sam", "n" * 501),
            m.Typed("hope", "Music"),
        )
        gone = after(
            typed, m.Next(), m.Back(), m.Edit("sam"), m.EditDone(), m.Went(Place(Step.KEEP))
        )
        assert {field: draft.text for field, draft in gone.drafts.items()} == {
            "add/person": "Al",
            "note/sam": "n" * 501,
        }


class TestListDone:
    """The two equal ways on from a list."""

    @pytest.mark.parametrize(("step", "kind"), LISTS.items())
    def test_all_that_is_wanted_is_said_of_that_kind_alone(self, step: Step, kind: Kind) -> None:
        """With "That's everyone I want on it" the list is marked complete."""
        assert after(at(step, MAP), m.ListDone(kind, m.Said.ALL)).map.complete == (kind,)

    @pytest.mark.parametrize(("step", "kind"), LISTS.items())
    def test_enough_for_now_says_nothing(self, step: Step, kind: Kind) -> None:
        """Nor does Next on an empty list, which is the same message."""
        for map_ in (MAP, EMPTY.map):
            assert after(at(step, map_), m.ListDone(kind, m.Said.ENOUGH)).map == map_

    def test_enough_for_now_takes_back_that_it_was_all(self) -> None:
        """A list that was called complete may be looked at again."""
        complete = replace(MAP, complete=(Kind.PERSON, Kind.PLACE))
        again = after(at(Step.PEOPLE, complete), m.ListDone(Kind.PERSON, m.Said.ENOUGH))
        assert again.map.complete == (Kind.PLACE,)

    def test_both_ways_lead_to_the_same_screen(self) -> None:
        """Neither is the better one."""
        for said in m.Said:
            gone = after(at(Step.ACTIVITIES, MAP), m.ListDone(Kind.ACTIVITY, said))
            assert gone.place == Place(Step.PEOPLE)

    def test_pressing_it_twice_does_not_pass_over_a_screen(self) -> None:
        """The queue of early presses may hold it twice."""
        done = m.ListDone(Kind.ACTIVITY, m.Said.ALL)
        assert after(at(Step.ACTIVITIES, MAP), done, done).place == Place(Step.PEOPLE)


class TestEdit:
    """A connection that is opened for change."""

    def test_it_opens_where_the_person_is(self) -> None:
        """The step stays; the browser's Back closes it."""
        opened = Place(Step.PEOPLE, 0, "sam")
        assert after(at(Step.PEOPLE, MAP), m.Edit("sam")).place == opened
        assert effects(at(Step.PEOPLE, MAP), m.Edit("sam")) == (Visit(opened), TITLE)

    @pytest.mark.parametrize("message", [m.EditDone(), m.Back()])
    def test_closing_leads_back_to_the_button_that_opened_it(self, message: m.Message) -> None:
        """So that a person who works down a list loses no place."""
        opened = after(at(Step.PEOPLE, MAP), m.Edit("sam"))
        assert after(opened, message).place == Place(Step.PEOPLE)
        assert effects(opened, message) == (Visit(Place(Step.PEOPLE)), Focus("edit/sam"))

    def test_what_was_opened_from_the_picture_leads_back_to_it(self) -> None:
        """To what can be done with it there; of another one, to the list."""
        looked = after(at(Step.MAP, MAP), m.Look("sam"))
        assert Focus("chosen") in effects(after(looked, m.Edit("sam")), m.EditDone())
        assert Focus("edit/walk") in effects(after(looked, m.Edit("walk")), m.EditDone())

    def test_an_id_that_is_not_there_opens_nothing(self) -> None:
        """There would be nothing to change."""
        state = at(Step.PEOPLE, MAP)
        assert after(state, m.Edit("nobody")) == state
        assert effects(state, m.Edit("nobody")) == ()

    def test_back_leads_on_where_what_was_open_is_gone(self) -> None:
        """Undo may take away what is open; then Back is the way back and no press is lost."""
        added = after(at(Step.PEOPLE), m.Add(Kind.PERSON, "Sam", "s"), m.Edit("s-0"))
        undone = after(added, m.Undo())
        assert after(undone, m.Back()).place == Place(Step.ACTIVITIES)

    def test_removing_it_closes_it(self) -> None:
        """With Undo in focus."""
        opened = after(at(Step.PEOPLE, MAP), m.Edit("sam"))
        assert after(opened, m.Remove("sam")).place == Place(Step.PEOPLE)
        assert effects(opened, m.Remove("sam")) == (Focus("undo"),)


def test_the_history_may_lead_to_a_connection_that_is_gone() -> None:
    """The step is shown then, and Back leads from it as ever."""
    gone: State = after(at(Step.PEOPLE, MAP), m.Went(Place(Step.PEOPLE, 0, "nobody")))
    assert after(gone, m.Back()).place == Place(Step.ACTIVITIES)
