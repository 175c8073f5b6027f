"""What stands against a clear answer, each rule by itself."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from chn_self.domain.clarity import (
    is_clear,
    open_ended,
    stands,
    too_little,
    true_by_name,
    turns_on_one_person,
)
from chn_self.domain.connection import Connection, Kind, Relation
from chn_self.domain.distance import compare, positions
from chn_self.domain.measures import measure
from chn_self.domain.model_file import read_model
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import NetworkType
from tests.maps import maps

ROOT = Path(__file__).parents[2]
MODEL = read_model(json.loads((ROOT / "model" / "network_types.json").read_text("utf-8")))
WIDE, FAMILY, SMALL = NetworkType


def with_people(*relations: Relation | None, complete: bool = True) -> PersonalMap:
    """A map of one person of each relation, said to be all or not."""
    people = tuple(
        Connection(f"p{i}", Kind.PERSON, f"Person {i}", relation)
        for i, relation in enumerate(relations)
    )
    return PersonalMap("map", connections=people, complete=tuple(Kind) if complete else ())


def true_of(map_: PersonalMap, type_: NetworkType) -> bool:
    """Whether the type's name is true of the map."""
    return true_by_name(type_, measure(map_), MODEL)


@pytest.mark.parametrize(
    ("resemblance", "agreed", "clear"),
    [
        (MODEL.clear_at, MODEL.agree_at, True),
        (MODEL.clear_at, None, True),
        (MODEL.clear_at - 0.01, 1.0, False),
        (1.0, MODEL.agree_at - 0.01, False),
    ],
)
def test_both_resemblance_and_agreement_have_to_be_high(
    resemblance: float, agreed: float | None, clear: bool
) -> None:
    """A model without an ensemble has the resemblance alone."""
    assert is_clear(resemblance, agreed, MODEL) == clear


def test_few_connections_or_few_answers_are_too_little() -> None:
    """Three connections and four answers; a map that is said to be all there needs neither."""
    three = with_people(*[Relation.FRIEND] * 3, complete=False)
    assert not too_little(three, 4)
    assert too_little(three, 3)
    assert too_little(with_people(*[Relation.FRIEND] * 2, complete=False), 4)
    assert not too_little(with_people(Relation.FRIEND), 1)
    assert too_little(with_people(), 0)


def test_mostly_family_needs_no_larger_group() -> None:
    """As many friends as family are still no more."""
    even = [Relation.FAMILY, Relation.FRIEND] * 2
    assert true_of(with_people(*even), FAMILY)
    assert not true_of(with_people(*even, Relation.FRIEND), FAMILY)
    assert not true_of(with_people(*even, *[Relation.GROUP] * 3), FAMILY)


def test_mostly_family_needs_family() -> None:
    """Nobody at all is not mostly family; where nobody was asked for, nothing is untrue."""
    assert not true_of(with_people(), FAMILY)
    assert true_of(with_people(complete=False), FAMILY)


def test_a_partner_is_family() -> None:
    """They count together."""
    assert true_of(with_people(Relation.PARTNER, Relation.FAMILY, Relation.FRIEND), FAMILY)


def test_a_small_circle_with_workers_needs_a_worker() -> None:
    """Someone with a sister and nobody else has a small circle, and no worker in it."""
    assert true_of(with_people(Relation.PRACTITIONER, Relation.FAMILY), SMALL)
    assert not true_of(with_people(Relation.FAMILY), SMALL)


def test_a_small_circle_stands_only_with_a_finished_list() -> None:
    """Who puts workers down first has not said that there is nobody else; the name may be true."""
    workers = [Relation.PRACTITIONER] * 3
    finished, unfinished = (with_people(*workers, complete=c) for c in (True, False))
    assert stands(finished, SMALL, measure(finished), MODEL)
    assert not stands(unfinished, SMALL, measure(unfinished), MODEL)
    assert true_of(unfinished, SMALL)


def test_a_small_circle_with_workers_has_few_friends() -> None:
    """Workers who come with the house do not take five friends away."""
    assert not true_of(with_people(*[Relation.PRACTITIONER] * 6, *[Relation.FRIEND] * 5), SMALL)


def test_a_wide_mix_is_what_it_is() -> None:
    """Nothing in its name could be untrue of a map that lies nearest to it."""
    assert true_of(with_people(), WIDE)


def test_what_turns_on_one_person_is_seen() -> None:
    """A brother, a GP and a life of their own: without the GP there would be no worker at all."""
    life = (
        *(Connection(f"place-{i}", Kind.PLACE, "Café") for i in range(2)),
        *(Connection(f"activity-{i}", Kind.ACTIVITY, "Chess") for i in range(3)),
    )
    two = with_people(Relation.FAMILY, Relation.PRACTITIONER)
    map_ = replace(two, connections=(*two.connections, *life))
    assert compare(positions(measure(map_), MODEL), MODEL)[0] == SMALL
    assert turns_on_one_person(map_, SMALL, MODEL)


def test_many_alike_do_not_turn_on_one() -> None:
    """One of four workers more or less is all the same."""
    map_ = with_people(*[Relation.PRACTITIONER] * 4, Relation.FAMILY)
    assert not turns_on_one_person(map_, SMALL, MODEL)


@given(maps())
def test_nobody_who_is_not_counted_can_turn_it(map_: PersonalMap) -> None:
    """Pets, the remembered and presences taken off, what stands is the same."""
    counted = replace(map_, connections=tuple(c for c in map_.connections if c.counts))
    for type_ in NetworkType:
        assert stands(map_, type_, measure(map_), MODEL) == stands(
            counted, type_, measure(counted), MODEL
        )


@given(maps())
def test_nothing_stands_that_was_made_away(map_: PersonalMap) -> None:
    """Whatever its type."""
    away = replace(map_, away=True)
    assert not any(stands(away, type_, measure(away), MODEL) for type_ in NetworkType)


@given(maps())
def test_nothing_is_open_on_a_finished_map(map_: PersonalMap) -> None:
    """Unless someone's relation was not given, so that a group may yet grow."""
    finished = replace(map_, complete=tuple(Kind))
    unrelated = any(c.counts and c.relation is None for c in map_.of_kind(Kind.PERSON))
    found = open_ended(finished, positions(measure(finished), MODEL), MODEL)
    assert bool(found) == unrelated


@given(maps())
def test_a_count_above_the_middle_stays_above_it(map_: PersonalMap) -> None:
    """Only small counts, and the share of workers, may yet change what an answer rests on."""
    point = positions(measure(map_), MODEL)
    found = open_ended(map_, point, MODEL)
    for name, x in zip(MODEL.measures, point, strict=True):
        if x is not None and x >= 0 and name != "practitioner_share":
            assert name not in found
