"""What there is to say of an earlier map: only of those that go in on both sides."""

from dataclasses import replace

import pytest

from chn_self.domain.comparison import Comparison, compare
from chn_self.domain.connection import Closeness, Connection, Effect, Relation
from chn_self.domain.personal_map import Missing, NextStep, PersonalMap
from chn_self.domain.share import Choices, Detail, Part, Reader, Shown, since
from tests.maps import map_of, person, place

ALL = Choices(frozenset(Part))
SAM = replace(person("sam", "Sam"), closeness=Closeness.OUTER, effect=Effect.MIXED, note="Then")
ANN, PARK = person("ann", "Ann"), place("park", "Park")


def told(before: PersonalMap, now: PersonalMap, choices: Choices = ALL) -> Comparison:
    """What there is to say of the map before."""
    return since(compare(before, now), choices)


def test_those_on_both_are_there_with_what_was_said_then_and_now() -> None:
    """By the ids of what is handed on, with the notes of neither."""
    nearer = replace(SAM, closeness=Closeness.INNER)
    [pair] = told(map_of(PARK, SAM), map_of(ANN, nearer)).matched
    assert (pair.before.id, pair.now.id) == ("c2", "c2")
    assert (pair.before.closeness, pair.now.closeness) == (Closeness.OUTER, Closeness.INNER)
    assert (pair.before.note, pair.now.note) == (None, None)


def test_nothing_is_said_of_one_that_is_not_on_the_map_now() -> None:
    """Nobody can put in or leave out what is not there."""
    found = told(map_of(SAM, ANN), map_of(ANN))
    assert (len(found.matched), found.not_here) == (1, ())
    assert "Sam" not in repr(found)


@pytest.mark.parametrize(
    "choices",
    [
        replace(ALL, left_out=frozenset({"sam"})),
        replace(ALL, reader=Reader("sam", Shown.LEFT_OUT)),
    ],
)
def test_one_left_out_is_on_neither_side(choices: Choices) -> None:
    """Whatever it was called before."""
    found = told(map_of(replace(SAM, name="Sammy")), map_of(SAM), choices)
    assert "Sam" not in repr(found)


@pytest.mark.parametrize(
    ("before", "now"),
    [
        (replace(SAM, private=True), SAM),
        (SAM, replace(SAM, private=True)),
        (replace(SAM, relation=Relation.PRESENCE), SAM),
    ],
)
def test_one_kept_off_on_either_side_is_on_neither(before: Connection, now: Connection) -> None:
    """Nor is it told as new: it was there before."""
    found = told(map_of(before), map_of(now))
    assert (found.matched, found.new_here) == ((), ())


def test_one_put_in_is_in_on_both_sides() -> None:
    """It was looked at twice."""
    hidden = replace(SAM, private=True)
    put_in = replace(ALL, put_in=frozenset({"sam"}))
    assert len(told(map_of(hidden), map_of(hidden), put_in).matched) == 1


def test_one_that_may_be_somebody_from_before_is_not_new() -> None:
    """Only the person can tell, so nothing is said."""
    found = told(map_of(person("a", "Sara")), map_of(person("b", "Sarah")))
    assert (found.matched, found.new_here, found.perhaps_same) == ((), (), ())


def test_what_starts_off_is_off_on_both_sides() -> None:
    """Mixed and harder marks, and how close workers are."""
    then = replace(SAM, relation=Relation.PRACTITIONER)
    now = replace(then, closeness=Closeness.INNER, effect=Effect.DRAINS)
    [pair] = told(map_of(then), map_of(now), Choices(ALL.parts - {Part.HARDER})).matched
    assert {pair.before.effect, pair.now.effect} == {None}
    assert {pair.before.closeness, pair.now.closeness} == {None}
    asked_for = replace(ALL, details=frozenset({Detail.WORKERS_CLOSENESS}))
    [pair] = told(map_of(then), map_of(now), asked_for).matched
    assert (pair.before.closeness, pair.now.closeness) == (Closeness.OUTER, Closeness.INNER)


def test_a_reader_shown_without_marks_had_none_before() -> None:
    """Neither their ring nor what they were to the person, then or now."""
    now = replace(SAM, closeness=Closeness.INNER, matters=True)
    unmarked = replace(ALL, reader=Reader("sam", Shown.UNMARKED))
    [pair] = told(map_of(replace(SAM, matters=True)), map_of(now), unmarked).matched
    assert {c.closeness for c in (pair.before, pair.now)} == {None}
    assert {c.effect for c in (pair.before, pair.now)} == {None}
    assert {c.matters for c in (pair.before, pair.now)} == {None}


def test_own_words_of_before_go_in_with_their_part() -> None:
    """What was hoped for and what was missing then, and the step, each with its own."""
    before = replace(
        map_of(), hope="More", missing=(Missing("A garden"),), next_step=NextStep("Ring")
    )
    found = told(before, map_of()).before
    assert (found.hope, len(found.missing), found.next_step) == ("More", 1, NextStep("Ring"))
    assert told(before, map_of(), Choices(frozenset({Part.CHANGE}))).before == PersonalMap("")


def test_the_day_is_the_one_it_was_kept_on() -> None:
    """A map may be worked on long after it was begun."""
    before = replace(map_of(), as_of="2026-01-02", saved_at="2026-05-03T10:00:00Z")
    assert told(before, map_of()).before.as_of == "2026-05-03"
    assert told(replace(before, saved_at=None), map_of()).before.as_of == "2026-01-02"
