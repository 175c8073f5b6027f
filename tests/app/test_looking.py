"""Looking at the map: views, and what is folded away on its screen."""

import pytest

from chn_self.app import messages as m
from chn_self.app.effects import Focus
from chn_self.app.steps import Fold, Place, Step
from chn_self.domain.emphasis import Emphasis
from chn_self.files.codec import encode
from tests.app.visits import after, at, effects
from tests.maps import map_of, person

MAP = at(Step.MAP, map_of(person("sam")))


@pytest.mark.parametrize("emphasis", Emphasis)
def test_a_view_is_chosen_and_taken_back(emphasis: Emphasis) -> None:
    """By the same press, and the map stays as it is."""
    chosen = after(MAP, m.View(emphasis))
    assert chosen.emphasis == emphasis
    assert after(chosen, m.View(emphasis)) == MAP


def test_another_view_takes_its_place() -> None:
    """One thing stands out at a time."""
    chosen = after(MAP, m.View(Emphasis.NEW), m.View(Emphasis.LINKS))
    assert chosen.emphasis == Emphasis.LINKS


def test_a_view_stays_while_the_person_looks_elsewhere() -> None:
    """A connection opened for change is closed on the same view."""
    back = after(MAP, m.View(Emphasis.NEW), m.Edit("sam"), m.EditDone())
    assert back.emphasis == Emphasis.NEW


@pytest.mark.parametrize("fold", Fold)
def test_what_was_opened_is_worked_out_from_then_on(fold: Fold) -> None:
    """Also while it is closed again: the browser alone knows that."""
    opened = after(MAP, m.Unfold(fold))
    assert opened.unfolded == {fold}
    assert after(opened, m.Unfold(fold)) == opened


def test_a_fold_is_closed_when_the_person_comes_back() -> None:
    """What is worked out on request is asked for each time."""
    opened = after(MAP, m.Unfold(Fold.SHOWS), m.Unfold(Fold.CLOSER))
    back = after(opened, m.Went(Place(Step.PEOPLE)), m.Went(Place(Step.MAP)))
    assert back.unfolded == frozenset()


def test_another_map_is_shown_as_it_is() -> None:
    """Its views are its own."""
    looked = after(MAP, m.View(Emphasis.NEW), m.Unfold(Fold.SAVE))
    opened = after(looked, m.Opened(encode(map_of(person("ali")))), m.OpenAnyway())
    assert opened.map.connection("ali")
    assert (opened.emphasis, opened.unfolded) == (None, frozenset())


def test_the_own_map_comes_back_as_it_is() -> None:
    """What was looked at in the example was of the example."""
    example = after(MAP, m.ExampleRead(map_of(person("ali"))), m.View(Emphasis.NEW))
    assert after(example, m.LeaveExample()).emphasis is None


class TestSecondLook:
    """What is kept off anything shared goes in one by one, by a second press."""

    SUMMARY = at(Step.SUMMARY, map_of(person("sam"), person("ali")))

    def test_one_press_puts_nothing_in(self) -> None:
        """It is asked about, with the focus on the question."""
        asked = after(self.SUMMARY, m.Choose("put_in", "sam"))
        assert (asked.second_look, asked.choices) == ("sam", self.SUMMARY.choices)
        assert effects(self.SUMMARY, m.Choose("put_in", "sam")) == (Focus("second/sam"),)

    def test_a_second_one_does(self) -> None:
        """And the focus is back with the one that it was about."""
        asked = after(self.SUMMARY, m.Choose("put_in", "sam"))
        told = after(asked, m.Choose("put_in", "sam"))
        assert told.second_look is None
        assert told.choices.put_in == {"sam"}
        assert effects(asked, m.Choose("put_in", "sam")) == (Focus("kept-off/sam"),)

    def test_it_stays_out(self) -> None:
        """Where the person would rather not."""
        asked = after(self.SUMMARY, m.Choose("put_in", "sam"))
        assert after(asked, m.Choose("keep_off", "sam")) == self.SUMMARY

    def test_each_is_asked_about_by_itself(self) -> None:
        """A press on another one asks about that one."""
        asked = after(self.SUMMARY, m.Choose("put_in", "sam"), m.Choose("put_in", "ali"))
        assert (asked.second_look, asked.choices.put_in) == ("ali", frozenset())

    def test_taking_one_out_again_asks_nothing(self) -> None:
        """One press, at any time."""
        inside = after(self.SUMMARY, m.Choose("put_in", "sam"), m.Choose("put_in", "sam"))
        assert after(inside, m.Choose("put_in", "sam")) == self.SUMMARY

    def test_nobody_is_asked_about_any_more_after_leaving(self) -> None:
        """The question is not left standing for whoever looks next."""
        asked = after(self.SUMMARY, m.Choose("put_in", "sam"), m.Went(Place(Step.MAP)))
        assert asked.second_look is None
