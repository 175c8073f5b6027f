"""Answers by button: which question, which values, and that a second press takes it back."""

from dataclasses import replace
from typing import TypeVar

from chn_self.domain import edit
from chn_self.domain.connection import (
    ActivityType,
    Closeness,
    Connection,
    Effect,
    Kind,
    Often,
    PlaceType,
    Relation,
    Support,
    WhoseChoice,
)
from chn_self.domain.personal_map import Fits, HowItWent, NextStep, PersonalMap

T = TypeVar("T")


def answer(map_: PersonalMap, id: str, question: str, value: str) -> PersonalMap:
    """Answer a question about a connection; a value the question does not have changes nothing."""
    connection = map_.connection(id)
    if connection is None:
        return map_
    try:
        answered = _answer(connection, question, value)
    except ValueError:
        return map_
    return map_ if answered is connection else edit.change(map_, answered)


def answer_map(map_: PersonalMap, question: str, value: str) -> PersonalMap:
    """Answer a question about the whole map; a value it does not have changes nothing."""
    try:
        return _answer_map(map_, question, value)
    except ValueError:
        return map_


def receives(map_: PersonalMap, id: str, support: Support) -> PersonalMap:
    """Tick or untick someone who gives a support; with nobody ticked it is not answered again."""
    if id not in {c.id for c in map_.of_kind(Kind.PERSON)}:
        return map_
    givers = {c.id for c in map_.connections if support in c.receives} ^ {id}
    answered = edit.answer_support(map_, support, givers)
    return answered if givers else _unanswered(answered, support)


def no_one(map_: PersonalMap, support: Support) -> PersonalMap:
    """Answer that no one gives a support just now; once more takes the answer back."""
    nobody = not any(support in c.receives for c in map_.connections)
    if nobody and support in map_.support_answered:
        return _unanswered(map_, support)
    return edit.answer_support(map_, support, ())


def _unanswered(map_: PersonalMap, support: Support) -> PersonalMap:
    answered = tuple(s for s in map_.support_answered if s != support)
    return replace(map_, support_answered=answered)


def _answer(c: Connection, question: str, value: str) -> Connection:
    person = c.kind == Kind.PERSON
    match question:
        case "relation" if person:
            return replace(c, relation=_toggle(c.relation, Relation(value)))
        case "type" if c.kind == Kind.PLACE:
            return replace(c, type=None if c.type == value else PlaceType(value))
        case "type" if c.kind == Kind.ACTIVITY:
            return replace(c, type=None if c.type == value else ActivityType(value))
        case "closeness":
            return replace(c, closeness=_toggle(c.closeness, Closeness(int(value))))
        case "often":
            return replace(c, often=_toggle(c.often, Often(value)))
        case "effect":
            return replace(c, effect=_toggle(c.effect, Effect(value)))
        case "whose_choice":
            return replace(c, whose_choice=_toggle(c.whose_choice, WhoseChoice(value)))
        case "new":
            return replace(c, new=_toggle(c.new, _yes_or_no(value)))
        case "matters" if value == "yes":
            return replace(c, matters=None if c.matters else True)
        case "private" if value == "yes":
            return replace(c, private=None if c.private else True)
        case _:
            return c


def _answer_map(map_: PersonalMap, question: str, value: str) -> PersonalMap:
    match question:
        case "usual":
            return replace(map_, usual=_toggle(map_.usual, _yes_or_no(value)))
        case "away" if value == "yes":
            # Not living at home just now leaves the time at home without a meaning.
            return replace(map_, away=None if map_.away else True, week_at_home=None)
        case "week_at_home":
            week = _toggle(map_.week_at_home, _one_to_five(value))
            return replace(map_, week_at_home=week, away=None)
        case "satisfaction":
            return replace(map_, satisfaction=_toggle(map_.satisfaction, _one_to_five(value)))
        case "fits":
            fits = _toggle(map_.type_view.fits, Fits(value))
            return replace(map_, type_view=replace(map_.type_view, fits=fits))
        case "how_it_went":
            step = map_.next_step or NextStep()
            went = _toggle(step.how_it_went, HowItWent(value))
            return replace(map_, next_step=_or_none(replace(step, how_it_went=went)))
        case _:
            return map_


def _toggle(now: T | None, chosen: T) -> T | None:
    return None if now == chosen else chosen


def _yes_or_no(value: str) -> bool:
    return ("no", "yes").index(value) == 1


def _one_to_five(value: str) -> int:
    return ("1", "2", "3", "4", "5").index(value) + 1


def _or_none(step: NextStep) -> NextStep | None:
    return None if step == NextStep() else step
