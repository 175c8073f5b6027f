from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Connection, Kind, Relation, Support
from chn_self.domain.measures import MEASURES, measure
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.reasons import (
    MOST_REASONS,
    NEVER_A_REASON,
    OF_PEOPLE,
    Direction,
    Reason,
    choose_reasons,
)
from chn_self.views.reasons import reason_text
from chn_self.views.words import load_words

# Four people, one with no relation; two places; everything answered for new but one.
PEOPLE = (Relation.FAMILY, Relation.PRACTITIONER, Relation.PRACTITIONER, None, Relation.PET)
MAP = PersonalMap(
    "map",
    connections=(
        *(
            Connection(f"p{i}", Kind.PERSON, f"Person {i}", r, new=i == 1)
            for i, r in enumerate(PEOPLE)
        ),
        Connection("park", Kind.PLACE, "Park", new=True),
        Connection("home", Kind.PLACE, "Home"),
    ),
    complete=tuple(Kind),
    support_answered=tuple(Support),
    week_at_home=4,
    satisfaction=2,
)
MEASURED = measure(MAP)
MODEL_MEASURES = (
    "family",
    "friends",
    "wider",
    "practitioners",
    "practitioner_share",
    "places",
    "activities",
    "new_share",
)


def reasons_for(
    contributions: dict[str, float], at_least: float = 0.05, position: float = 1.0
) -> tuple[Reason, ...]:
    """Reasons from these contributions, every measure on one side of the middle."""
    positions = dict.fromkeys(contributions, position)
    return choose_reasons(MAP, MEASURED, positions, contributions, at_least)


def test_the_weightiest_come_first_and_no_more_than_four() -> None:
    """Six measures moved the map; the four that moved it most are told, in that order."""
    moved = {"places": 1.0, "family": 5.0, "wider": 2.0, "friends": 4.0, "activities": 3.0}
    found = reasons_for(moved | {"new_share": 1.5})
    assert [r.measure for r in found] == ["family", "friends", "activities", "wider"]


def test_shares_are_of_the_whole_difference() -> None:
    """By hand: 3 and 2 of a difference of 4, since one measure moved the map the other way."""
    found = reasons_for({"family": 3.0, "places": 2.0, "friends": -1.0})
    assert [r.share for r in found] == [0.75, 0.5]


def test_what_moved_the_map_away_is_no_reason() -> None:
    """A measure that spoke for another type does not explain this one."""
    assert [r.measure for r in reasons_for({"family": 3.0, "friends": -1.0})] == ["family"]


def test_satisfaction_is_never_a_reason() -> None:
    """Not even in a model that has it as an input."""
    assert reasons_for({"satisfaction": 9.0, "family": 1.0})[0].measure == "family"


def test_workers_are_told_once() -> None:
    """Their number and their share say one thing; the weightier of the two is told."""
    found = reasons_for({"practitioners": 1.0, "practitioner_share": 2.0, "family": 0.5})
    assert [r.measure for r in found] == ["practitioner_share", "family"]


def test_too_small_a_share_is_not_worth_telling() -> None:
    """Below the model's smallest share there is no reason."""
    assert [r.measure for r in reasons_for({"family": 9.0, "places": 0.1})] == ["family"]


def test_without_a_difference_there_is_nothing_to_explain() -> None:
    """A map as close to one type as to the others has no reasons."""
    assert reasons_for({"family": 0.0, "places": 0.0}) == ()


@pytest.mark.parametrize(
    ("position", "direction"), [(1.2, Direction.MORE), (-0.3, Direction.FEWER)]
)
def test_the_direction_is_the_side_of_the_middle_of_all_maps(
    position: float, direction: Direction
) -> None:
    """More above the middle, fewer below it, whichever way the other types lie."""
    assert reasons_for({"family": 1.0}, position=position)[0].direction == direction


@pytest.mark.parametrize(
    ("name", "values"),
    [
        # One of four people is family; the pet is not among them.
        ("family", {"count": 1, "total": 4}),
        # Two of the three people with a relation are workers.
        ("practitioner_share", {"count": 2, "total": 3}),
        # Four people and one place were answered for new; two of them are.
        ("new_share", {"count": 2, "total": 6}),
        ("places", {"count": 2}),
        ("activities", {"count": 0}),
        # No kind of everyday support of four reaches the person.
        ("resources", {"count": 0, "total": 4}),
        ("week_at_home", {"count": 4}),
    ],
)
def test_a_reason_carries_the_plain_counts(name: str, values: dict[str, int]) -> None:
    """What the words need is counted on the map itself."""
    assert reasons_for({name: 1.0})[0].values == values


@pytest.mark.parametrize(
    ("values", "wording"),
    [
        ({"count": 0, "total": 4}, "family.more.none"),
        ({"count": 0, "total": 0}, "family.more.none"),
        ({"count": 4, "total": 4}, "family.more.all"),
        ({"count": 3, "total": 4}, "family.more"),
        ({"count": 3}, "family.more.some"),
        ({"count": 0}, "family.more.none"),
    ],
)
def test_none_all_and_some_have_words_of_their_own(values: dict[str, int], wording: str) -> None:
    """Since "0 of 4" and "4 of 4" would read coldly, and a total may have to be left out."""
    assert Reason("family", Direction.MORE, 0.5, values).wording == wording


@pytest.mark.parametrize("name", MODEL_MEASURES)
@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize(("count", "total"), [(0, 0), (0, 3), (1, 1), (3, 3), (1, 3), (2, 3)])
def test_every_reason_has_words(name: str, direction: Direction, count: int, total: int) -> None:
    """A short sentence with the count of this map in it and no gap left to fill."""
    values = {"count": count}
    if name not in ("places", "activities"):
        values["total"] = total
    text = reason_text(Reason(name, direction, 0.5, values), load_words("en"))
    assert len(text.split()) <= 20
    assert "{" not in text
    assert str(count) in text or count == 0


@pytest.mark.parametrize("name", sorted(OF_PEOPLE))
@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("count", [0, 1, 3])
def test_a_count_without_a_total_has_words(name: str, direction: Direction, count: int) -> None:
    """They tell the count and no other number."""
    text = reason_text(Reason(name, direction, 0.5, {"count": count}), load_words("en"))
    assert "{" not in text
    assert [int(word) for word in text.split() if word.isdigit()] == [count] * bool(count)


@pytest.mark.parametrize("name", sorted(OF_PEOPLE))
@pytest.mark.parametrize("relation", [Relation.REMEMBERED, Relation.PRESENCE])
def test_beside_someone_no_measure_counts_no_total_is_told(name: str, relation: Relation) -> None:
    """With them it is not what the measure rests on; without them it says that they are no one."""
    gran = Connection("gran", Kind.PERSON, "Gran", relation)
    map_ = replace(MAP, connections=(*MAP.connections, gran))
    (found,) = choose_reasons(map_, measure(map_), {name: 1.0}, {name: 1.0}, 0.05)
    (before,) = reasons_for({name: 1.0})
    assert found.values == {"count": before.values["count"]}


@given(
    st.dictionaries(
        st.sampled_from(sorted({*MEASURES} - NEVER_A_REASON)), st.floats(-100, 100), min_size=1
    )
)
def test_shares_told_never_pass_what_is_there_to_share(contributions: dict[str, float]) -> None:
    """Each share is its contribution over the sum of all, and the order is theirs."""
    answered = {n: x for n, x in contributions.items() if getattr(MEASURED, n) is not None}
    difference = sum(answered.values())
    found = reasons_for(answered)
    assert len(found) <= MOST_REASONS
    assert [r.share for r in found] == sorted((r.share for r in found), reverse=True)
    for reason in found:
        assert reason.share * difference == pytest.approx(answered[reason.measure])
