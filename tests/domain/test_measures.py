from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import UNCOUNTED, Connection, Kind, Relation, Support
from chn_self.domain.measures import INFORMAL, MEASURES, PRACTITIONERS, Measures, measure
from chn_self.domain.personal_map import PersonalMap

COUNTED = sorted({*Relation} - UNCOUNTED)


def person(key: object, relation: Relation | None, **given: object) -> Connection:
    """A person with this relation and these answers."""
    made = Connection(f"p{key}", Kind.PERSON, f"Person {key}", relation)
    return replace(made, **given)  # type: ignore[arg-type]


def people(*relations: Relation | None) -> tuple[Connection, ...]:
    """One person of each relation."""
    return tuple(person(i, relation) for i, relation in enumerate(relations))


def map_of(
    connections: Iterable[Connection] = (), complete: tuple[Kind, ...] = (), **given: object
) -> PersonalMap:
    """A map of these connections, with these kinds complete."""
    made = PersonalMap("map", connections=tuple(connections), complete=complete)
    return replace(made, **given)  # type: ignore[arg-type]


def test_an_empty_map_answers_nothing() -> None:
    """With nothing on the map and nothing said to be complete, no measure has a value."""
    assert measure(map_of()) == Measures(*[None for _ in MEASURES])


def test_an_empty_complete_map_counts_none() -> None:
    """A person who says that all is there has none of everything, and no shares."""
    found = measure(map_of(complete=tuple(Kind)))
    counts = ("people", "family", "friends", "wider", "practitioners", "places", "activities")
    assert [getattr(found, name) for name in counts] == [0] * len(counts)
    assert (found.practitioner_share, found.new_share) == (None, None)


@pytest.mark.parametrize(
    ("measured", "relations"),
    [
        ("family", {Relation.PARTNER, Relation.FAMILY}),
        ("friends", {Relation.FRIEND}),
        (
            "wider",
            {
                Relation.NEIGHBOUR,
                Relation.COLLEAGUE,
                Relation.GROUP,
                Relation.ONLINE,
                Relation.OTHER,
            },
        ),
        ("practitioners", {Relation.PRACTITIONER}),
    ],
)
def test_people_are_counted_by_relation(measured: str, relations: set[Relation]) -> None:
    """Each relation goes into one count, as the design groups them."""
    every = map_of(people(*Relation))
    assert getattr(measure(every), measured) == len(relations)
    for relation in relations:
        assert getattr(measure(map_of(people(relation))), measured) == 1


def test_someone_without_a_relation_is_one_of_the_people_only() -> None:
    """A skipped relation leaves the count by relation unanswered, not at none."""
    found = measure(map_of(people(None, None), complete=tuple(Kind)))
    assert found.people == 2
    assert (found.family, found.friends, found.wider, found.practitioners) == (None,) * 4
    assert found.practitioner_share is None


def test_a_zero_of_an_unfinished_kind_is_not_answered() -> None:
    """Nobody put as a friend is no answer until the person says everyone is there."""
    family_only = people(Relation.FAMILY)
    assert measure(map_of(family_only)).friends is None
    assert measure(map_of(family_only, (Kind.PERSON,))).friends == 0


def test_the_share_of_practitioners_is_of_people_with_a_relation() -> None:
    """Two workers of three people with a relation, a fourth without: two thirds."""
    relations = (Relation.PRACTITIONER, Relation.PRACTITIONER, Relation.FRIEND, None)
    assert measure(map_of(people(*relations))).practitioner_share == pytest.approx(2 / 3)


def test_the_share_of_new_is_of_what_was_answered() -> None:
    """One new of two answered, whatever the kind; who was not asked about does not count."""
    connections = (
        person(1, Relation.FRIEND, new=True),
        person(2, Relation.FRIEND),
        Connection("place", Kind.PLACE, "Park", new=False),
    )
    assert measure(map_of(connections)).new_share == 0.5


def test_time_at_home_is_not_answered_by_someone_away() -> None:
    """Whoever is not living at home just now has no answer, even if one is in the file."""
    assert measure(map_of(week_at_home=4, away=True)).week_at_home is None
    assert measure(map_of(week_at_home=4, away=False)).week_at_home == 4


def test_resources_are_kinds_of_everyday_support_from_informal_ties() -> None:
    """A worker's support, and help with health, are not among the four kinds."""
    connections = (
        person(1, Relation.FRIEND, receives=(Support.LISTENING, Support.HEALTH)),
        person(2, Relation.FAMILY, receives=(Support.LISTENING, Support.COMPANY)),
        person(3, Relation.PRACTITIONER, receives=(Support.PRACTICAL, Support.HEALTH)),
    )
    found = measure(map_of(connections))
    assert (found.resources, found.health_resources) == (2, 1)


def test_no_one_just_now_is_an_answer_to_support() -> None:
    """Asked and answered with nobody is none; not asked is not answered."""
    asked = map_of(support_answered=(Support.LISTENING, Support.HEALTH))
    assert (measure(asked).resources, measure(asked).health_resources) == (0, 0)
    assert (measure(map_of()).resources, measure(map_of()).health_resources) == (None, None)


@given(st.lists(st.sampled_from(COUNTED)), st.lists(st.sampled_from(sorted(UNCOUNTED)), min_size=1))
def test_pets_the_remembered_and_presences_move_no_measure(
    counted: list[Relation], uncounted: list[Relation]
) -> None:
    """A map measures the same with and without them, whatever is said of them."""
    kept = people(*counted)
    extra = tuple(
        person(f"x{i}", relation, new=True, receives=tuple(Support))
        for i, relation in enumerate(uncounted)
    )
    complete = tuple(Kind)
    assert measure(map_of((*kept, *extra), complete)) == measure(map_of(kept, complete))


@given(st.lists(st.sampled_from(COUNTED)))
def test_the_counts_by_relation_add_up_to_the_people(relations: list[Relation]) -> None:
    """Everyone with a relation is in exactly one count."""
    found = measure(map_of(people(*relations), tuple(Kind)))
    counts = (found.family, found.friends, found.wider, found.practitioners)
    assert sum(count or 0 for count in counts) == found.people
    assert INFORMAL.isdisjoint(PRACTITIONERS)
