"""A likely answer from a name."""

import pytest
from hypothesis import given

from chn_self.domain.connection import ActivityType, Connection, Kind, PlaceType, Relation
from chn_self.views.suggestions import SHOWN_FIRST, choices, question
from tests.maps import activity, connections, person, place
from tests.summaries import WORDS

EVERY = {Kind.PERSON: Relation, Kind.PLACE: PlaceType, Kind.ACTIVITY: ActivityType}


@pytest.mark.parametrize(
    ("connection", "likely"),
    [
        (person("a", "Mum"), "family"),
        (person("a", "my MUM and dad"), "family"),
        (person("a", "Dr Patel"), "practitioner"),
        (person("a", "Jo (support worker)"), "practitioner"),
        (person("a", "the dog"), "pet"),
        (person("a", "Ali, my boyfriend"), "partner"),
        (place("a", "Mum's"), "home_of_someone"),
        (place("a", "Mum’s"), "home_of_someone"),
        (place("a", "the library"), "community"),
        (place("a", "St Mary's church"), "faith"),
        (activity("a", "Walking"), "exercise"),
        (activity("a", "a peer group"), "peer_group"),
        (activity("a", "Listening to the radio"), "hobby"),
    ],
    ids=lambda value: value.name if isinstance(value, Connection) else "",
)
def test_the_likely_answer_stands_first(connection: Connection, likely: str) -> None:
    """Whatever its capitals, and whatever else is in the name."""
    first, _ = choices(connection, WORDS)
    assert first[0] == likely


@pytest.mark.parametrize("name", ["Sam", "Godfrey", "Catriona", "Mumtaz", "Drew", ""])
def test_a_name_that_says_nothing_gets_the_usual_answers(name: str) -> None:
    """A part of a name is no word: Catriona is not a cat."""
    assert choices(person("a", name), WORDS)[0] == ("family", "friend", "practitioner", "pet")


@given(connections())
def test_every_answer_can_be_given(connection: Connection) -> None:
    """A few at once, the rest behind "More", each once; nothing is chosen for anyone."""
    first, more = choices(connection, WORDS)
    assert len(first) == SHOWN_FIRST
    assert sorted(first + more) == sorted(EVERY[connection.kind])


@pytest.mark.parametrize(
    ("connection", "asked"),
    [(person("a"), "relation"), (place("a"), "type"), (activity("a"), "type")],
)
def test_people_have_relations_and_the_others_types(connection: Connection, asked: str) -> None:
    """The question that goes with the answers."""
    assert question(connection) == asked


@pytest.mark.parametrize("table", ["relation", "type_of_place", "type_of_activity"])
def test_hints_are_single_words_in_small_letters(table: str) -> None:
    """Any other would never be met, since names are compared word by word."""
    for answer in WORDS.under(f"suggest.{table}"):
        hints = WORDS.at(f"suggest.{table}.{answer}")
        assert isinstance(hints, list)
        assert all(hint == hint.casefold() and " " not in hint for hint in hints), answer


@pytest.mark.parametrize("table", ["relation", "type_of_place", "type_of_activity"])
def test_hints_are_for_answers_that_exist(table: str) -> None:
    """And so are the usual ones."""
    every = {
        "relation": Relation,
        "type_of_place": PlaceType,
        "type_of_activity": ActivityType,
    }[table]
    usual = WORDS.at(f"first.{table}")
    assert isinstance(usual, list)
    assert {*WORDS.under(f"suggest.{table}"), *usual} <= {str(answer) for answer in every}
    assert len(usual) == SHOWN_FIRST
