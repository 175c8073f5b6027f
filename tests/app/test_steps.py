"""The steps, the screens within them, and the way on and back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.app.steps import (
    BY_CHOICE,
    LISTS,
    MOST_LINK_QUESTIONS,
    Place,
    Screen,
    Step,
    after_step,
    backward,
    flow,
    onward,
    screen,
    screens,
)
from chn_self.domain.connection import Closeness, Kind, Support
from chn_self.domain.edit import link
from chn_self.domain.personal_map import PersonalMap
from tests.maps import activity, map_of, maps, person, place

EMPTY = PersonalMap("m")
STEPS = st.sampled_from(Step)


def names(step: Step, map_: PersonalMap) -> list[str]:
    """The screens of a step by name."""
    return [shown.name for shown in screens(step, map_)]


def on_from(where: Place, map_: PersonalMap) -> list[Place]:
    """Every place from one on, until the way on leads nowhere further."""
    found = [where]
    while (after := onward(found[-1], map_)) != found[-1]:
        found.append(after)
    return found


class TestScreens:
    """The screens of a step."""

    @given(STEPS, maps())
    def test_there_is_always_one(self, step: Step, map_: PersonalMap) -> None:
        """Whatever is on the map, every address shows something."""
        assert screens(step, map_)

    @given(STEPS, maps(), st.integers(-1, 10**6))
    def test_any_number_shows_one_of_them(self, step: Step, map_: PersonalMap, at: int) -> None:
        """A place that is no longer there, after a removal, shows the last one."""
        assert screen(Place(step, at), map_) in screens(step, map_)

    def test_details_walk_through_the_lists_in_their_order(self) -> None:
        """Activities first, as they were asked for first; then people, then places."""
        map_ = map_of(place("p"), person("s"), activity("w"))
        asked = [s.about for s in screens(Step.DETAILS, map_) if s.name == "about"]
        assert asked == ["w", "s", "p"]

    def test_what_a_star_asks_comes_only_with_a_star(self) -> None:
        """Who someone is with them is asked of what was marked as mattering alone."""
        map_ = map_of(person("a"), replace(person("b"), matters=True))
        asked = [s.about for s in screens(Step.DETAILS, map_) if s.name == "starred"]
        assert asked == ["b"]

    def test_after_the_lists_comes_the_choice_of_the_short_way(self) -> None:
        """Before the first question about any of them, and only where there are some."""
        assert names(Step.DETAILS, map_of(person("s")))[:2] == ["so_far", "about"]

    def test_details_of_an_empty_map_ask_about_now_alone(self) -> None:
        """With nothing on the map there is nothing to say more about."""
        assert names(Step.DETAILS, EMPTY) == ["usual", "week", "content"]

    def test_support_is_asked_by_kind_then_what_is_given(self) -> None:
        """One screen a kind of support, never one a person."""
        map_ = map_of(*(person(f"p{i}") for i in range(9)))
        assert screens(Step.SUPPORT, map_) == (
            *(Screen("receives", support) for support in Support),
            Screen("gives"),
        )

    def test_support_is_not_asked_where_nobody_is_on_the_map(self) -> None:
        """A question with no names to tick would only say that there is nobody."""
        assert names(Step.SUPPORT, map_of(place("p"))) == ["nobody"]

    def test_what_goes_together_is_never_many_questions(self) -> None:
        """The rest of a large map is one screen where any two can be chosen."""
        map_ = map_of(person("s"), *(activity(f"a{i}") for i in range(40)))
        assert names(Step.LINKS, map_) == ["together"] * MOST_LINK_QUESTIONS + ["links"]

    @given(maps(most=20))
    def test_what_goes_together_is_one_question_a_screen(self, map_: PersonalMap) -> None:
        """Never more than twelve, and none of whether two people know each other."""
        *questions, last = screens(Step.LINKS, map_)
        assert len(questions) <= MOST_LINK_QUESTIONS
        assert last == Screen("links")
        kinds = {c.id: c.kind for c in map_.connections}
        assert {kinds[q.about or ""] for q in questions} <= {Kind.PLACE, Kind.ACTIVITY}

    def test_who_and_where_are_asked_of_what_is_done(self) -> None:
        """A place is asked who is there; nowhere is asked where it is."""
        map_ = map_of(person("s"), activity("w"), place("p"))
        assert screens(Step.LINKS, map_) == (
            Screen("together", "w"),
            Screen("where", "w"),
            Screen("together", "p"),
            Screen("links"),
        )

    def test_the_largest_parts_of_a_life_are_asked_about_first(self) -> None:
        """By their ring; one with none comes last."""
        near, far = (replace(place(c), closeness=Closeness(n)) for c, n in (("n", 1), ("f", 3)))
        asked = [s.about for s in screens(Step.LINKS, map_of(place("o"), far, person("s"), near))]
        assert asked == ["n", "f", "o", None]

    def test_no_question_moves_while_they_are_answered(self) -> None:
        """What was ticked on one screen changes no other."""
        map_ = map_of(person("s"), activity("w"), place("p"))
        assert screens(Step.LINKS, link(map_, "s", "p")) == screens(Step.LINKS, map_)

    def test_what_goes_together_needs_somebody_or_somewhere(self) -> None:
        """Without people nothing is asked who is there; without places nothing where it is."""
        assert names(Step.LINKS, map_of(activity("w"), place("p"))) == ["where", "links"]
        assert names(Step.LINKS, map_of(activity("w"))) == ["links"]
        assert names(Step.LINKS, map_of(person("s"))) == ["links"]


class TestWays:
    """On and back."""

    @pytest.mark.parametrize("step", sorted(BY_CHOICE))
    def test_what_is_by_choice_is_never_on_the_way(self, step: Step) -> None:
        """It is asked for from the map: for some, the question feeds the fear of being watched."""
        map_ = map_of(person("s"), activity("w"))
        assert step not in [p.step for p in on_from(Place(Step.WELCOME), map_)]

    def test_every_other_step_is_on_the_way(self) -> None:
        """From the welcome to keeping the map."""
        passed = dict.fromkeys(p.step for p in on_from(Place(Step.WELCOME), EMPTY))
        assert tuple(passed) == flow()
        assert {*flow()} == {*Step} - BY_CHOICE.keys()

    @given(maps())
    def test_the_way_back_is_the_way_there(self, map_: PersonalMap) -> None:
        """Back leads to the very screen that was left with Next."""
        way = on_from(Place(Step.WELCOME), map_)
        assert [backward(p, map_) for p in way[1:]] == way[:-1]

    @given(st.sampled_from([*LISTS]), maps())
    def test_whichever_list_comes_first_the_others_follow(
        self, first: Step, map_: PersonalMap
    ) -> None:
        """None is left out, the rest is the same, and the way back is the way there."""
        way = [Place(Step.WELCOME)]
        while (after := onward(way[-1], map_, first)) != way[-1]:
            way.append(after)
        passed = tuple(dict.fromkeys(p.step for p in way))
        assert passed == flow(first)
        assert (passed[1], {*passed}) == (first, {*flow()})
        assert [backward(p, map_, first) for p in way[1:]] == way[:-1]

    def test_back_at_the_start_stays_there(self) -> None:
        """There is nothing before the welcome."""
        assert backward(Place(Step.WELCOME), EMPTY) == Place(Step.WELCOME)

    def test_on_from_the_last_step_stays_there(self) -> None:
        """There is nothing after keeping."""
        assert onward(Place(Step.KEEP), EMPTY) == Place(Step.KEEP)

    @given(STEPS, maps(), st.integers(0, 50))
    def test_back_always_shows_another_screen(self, step: Step, map_: PersonalMap, at: int) -> None:
        """Also from a place past the end, which a removal leaves behind."""
        if step != Step.WELCOME:
            before = backward(Place(step, at), map_)
            assert (before.step, screen(before, map_)) != (step, screen(Place(step, at), map_))

    @pytest.mark.parametrize("step", [Step.LINKS, Step.COMPARE, Step.ENDING])
    def test_both_ways_lead_from_what_was_asked_for_on_the_map_to_the_map(self, step: Step) -> None:
        """It was asked for there; and whoever ends may change their mind."""
        last = Place(step, len(screens(step, EMPTY)) - 1)
        assert onward(last, EMPTY) == backward(Place(step), EMPTY) == Place(Step.MAP)

    def test_what_both_read_lies_between_the_welcome_and_the_first_list(self) -> None:
        """For those who asked for it there."""
        last = Place(Step.GUIDED, len(screens(Step.GUIDED, EMPTY)) - 1)
        assert backward(Place(Step.GUIDED), EMPTY) == Place(Step.WELCOME)
        assert onward(last, EMPTY) == Place(Step.ACTIVITIES)

    def test_a_session_closes_after_the_ending(self) -> None:
        """Which asks how the person is."""
        assert backward(Place(Step.CLOSING), EMPTY) == Place(Step.ENDING)
        assert onward(Place(Step.CLOSING, 2), EMPTY) == Place(Step.MAP)

    def test_a_step_can_be_left_from_any_of_its_screens(self) -> None:
        """After a list comes the next list, whatever is left to ask."""
        assert after_step(Place(Step.DETAILS, 3)) == Place(Step.SUPPORT)
