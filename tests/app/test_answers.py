"""Answers by button."""

from dataclasses import replace

import pytest

from chn_self.app import answers
from chn_self.domain.connection import (
    Closeness,
    Effect,
    Kind,
    Often,
    Relation,
    Support,
    WhoseChoice,
)
from chn_self.domain.personal_map import Fits, HowItWent
from tests.maps import activity, map_of, person, place

SAM, HOME, CHOIR = person("sam", relation=None), place("home"), activity("choir")
MAP = map_of(SAM, HOME, CHOIR)

ANSWERS = (
    ("sam", "relation", "friend", "relation", Relation.FRIEND),
    ("home", "type", "home", "type", "home"),
    ("choir", "type", "creative", "type", "creative"),
    ("sam", "closeness", "1", "closeness", Closeness.INNER),
    ("home", "often", "daily", "often", Often.DAILY),
    ("choir", "effect", "helps", "effect", Effect.HELPS),
    ("choir", "whose_choice", "mine", "whose_choice", WhoseChoice.MINE),
    ("sam", "new", "no", "new", False),
    ("sam", "matters", "yes", "matters", True),
    ("sam", "private", "yes", "private", True),
)


@pytest.mark.parametrize(("id_", "question", "value", "field", "expected"), ANSWERS)
def test_an_answer_is_put_on_the_connection_and_a_second_press_takes_it_back(
    id_: str, question: str, value: str, field: str, expected: object
) -> None:
    """Every question can be left, and every answer unsaid."""
    once = answers.answer(MAP, id_, question, value)
    answered = once.connection(id_)
    assert answered is not None
    assert getattr(answered, field) == expected
    assert answers.answer(once, id_, question, value) == MAP


@pytest.mark.parametrize(
    ("id_", "question", "value"),
    [
        ("sam", "relation", "boss"),
        ("sam", "type", "home"),
        ("home", "relation", "friend"),
        ("home", "type", "creative"),
        ("sam", "closeness", "4"),
        ("sam", "closeness", "near"),
        ("sam", "new", "maybe"),
        ("sam", "nonsense", "yes"),
        ("nobody", "matters", "yes"),
    ],
)
def test_an_answer_that_is_none_changes_nothing(id_: str, question: str, value: str) -> None:
    """People have relations, places and activities types, and nothing else is taken."""
    assert answers.answer(MAP, id_, question, value) == MAP


@pytest.mark.parametrize(
    ("question", "value", "field", "expected"),
    [
        ("usual", "no", "usual", False),
        ("week_at_home", "5", "week_at_home", 5),
        ("away", "yes", "away", True),
        ("satisfaction", "1", "satisfaction", 1),
    ],
)
def test_an_answer_about_the_map_can_be_taken_back(
    question: str, value: str, field: str, expected: object
) -> None:
    """The same press again leaves it unanswered."""
    once = answers.answer_map(MAP, question, value)
    assert getattr(once, field) == expected
    assert getattr(answers.answer_map(once, question, value), field) is None


def test_time_at_home_has_no_answer_while_away() -> None:
    """Each of the two answers takes the other one back."""
    home = answers.answer_map(MAP, "week_at_home", "3")
    away = answers.answer_map(home, "away", "yes")
    assert (away.week_at_home, away.away) == (None, True)
    again = answers.answer_map(away, "week_at_home", "3")
    assert (again.week_at_home, again.away) == (3, None)


def test_the_person_says_whether_a_type_fits() -> None:
    """And may unsay it."""
    said = answers.answer_map(MAP, "fits", "no")
    assert said.type_view.fits == Fits.NO
    assert answers.answer_map(said, "fits", "no") == MAP


def test_how_a_step_went_can_be_unsaid_without_a_trace() -> None:
    """A next step that holds nothing is no next step."""
    said = answers.answer_map(MAP, "how_it_went", "did")
    assert said.next_step is not None
    assert said.next_step.how_it_went == HowItWent.DID
    assert answers.answer_map(said, "how_it_went", "did") == MAP


@pytest.mark.parametrize(
    ("question", "value"),
    [("week_at_home", "0"), ("week_at_home", "6"), ("satisfaction", "x"), ("nonsense", "1")],
)
def test_an_answer_about_the_map_that_is_none_changes_nothing(question: str, value: str) -> None:
    """Scales run from 1 to 5."""
    assert answers.answer_map(MAP, question, value) == MAP


class TestSupport:
    """Support is asked by kind."""

    def test_ticking_someone_answers_the_question(self) -> None:
        """That kind of support is answered from then on."""
        ticked = answers.receives(MAP, "sam", Support.LISTENING)
        sam = ticked.connection("sam")
        assert sam is not None
        assert sam.receives == (Support.LISTENING,)
        assert ticked.support_answered == (Support.LISTENING,)

    def test_unticking_the_last_one_takes_the_answer_back(self) -> None:
        """Only "no one just now" says that there is nobody."""
        back = answers.receives(answers.receives(MAP, "sam", Support.ADVICE), "sam", Support.ADVICE)
        assert back == MAP

    def test_no_one_unticks_everyone(self) -> None:
        """For that kind of support alone."""
        both = answers.receives(
            answers.receives(MAP, "sam", Support.ADVICE), "sam", Support.COMPANY
        )
        none = answers.no_one(both, Support.ADVICE)
        sam = none.connection("sam")
        assert sam is not None
        assert sam.receives == (Support.COMPANY,)
        assert {*none.support_answered} == {Support.ADVICE, Support.COMPANY}

    def test_only_people_give_support(self) -> None:
        """A tick for a place answers nothing about the place."""
        ticked = answers.receives(MAP, "home", Support.ADVICE)
        assert all(c.receives == () for c in ticked.of_kind(Kind.PLACE))


def test_answers_leave_everything_else_alone() -> None:
    """One field of one connection differs, and no more."""
    answered = answers.answer(MAP, "sam", "effect", "mixed")
    expected = (replace(SAM, effect=Effect.MIXED), HOME, CHOIR)
    assert answered == replace(MAP, connections=expected)
