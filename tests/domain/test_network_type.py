import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.clarity import Clarity
from chn_self.domain.connection import UNCOUNTED, Connection, Kind, Relation
from chn_self.domain.distance import (
    compare,
    positions,
)
from chn_self.domain.model_file import read_model
from chn_self.domain.network_type import Classification, classify
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.reasons import MOST_REASONS
from chn_self.domain.trained_types import Model, NetworkType
from chn_self.files.codec import decode

ROOT = Path(__file__).parents[2]
MODEL = read_model(json.loads((ROOT / "model" / "network_types.json").read_text("utf-8")))

maybe_new = st.sampled_from((True, False, None))
relations = st.sampled_from((*Relation, None))


@st.composite
def maps(draw: st.DrawFn) -> PersonalMap:
    """Maps of any size with any answers left out."""
    kinds = draw(st.lists(st.sampled_from(Kind), max_size=40))
    connections = tuple(
        Connection(
            f"c{i}",
            kind,
            f"Connection {i}",
            relation=draw(relations) if kind == Kind.PERSON else None,
            new=draw(maybe_new),
        )
        for i, kind in enumerate(kinds)
    )
    complete = tuple(k for k in Kind if draw(st.booleans()))
    satisfaction = draw(st.one_of(st.none(), st.integers(1, 5)))
    return PersonalMap("map", connections=connections, complete=complete, satisfaction=satisfaction)


def example(name: str) -> PersonalMap:
    """One of the example maps."""
    found = decode((ROOT / "tests" / "examples" / f"{name}.chn.json").read_bytes())
    assert isinstance(found, PersonalMap)
    return found


def people(*relations: Relation | None, new: bool | None = None) -> tuple[Connection, ...]:
    """One person of each relation."""
    return tuple(
        Connection(f"p{i}", Kind.PERSON, f"Person {i}", relation, new=new)
        for i, relation in enumerate(relations)
    )


@pytest.mark.parametrize(
    ("name", "closest"),
    [
        ("diverse-and-active", NetworkType.DIVERSE_AND_ACTIVE),
        ("family-and-stable", NetworkType.FAMILY_AND_STABLE),
        ("formal-and-sparse", NetworkType.FORMAL_AND_SPARSE),
    ],
)
def test_the_example_of_a_type_is_clearly_most_like_it(name: str, closest: NetworkType) -> None:
    """Each map drawn up after the study's description of a type comes out as that type."""
    found = classify(example(name), MODEL)
    assert (found.closest, found.clarity) == (closest, Clarity.CLEAR)


def test_a_map_of_one_person_is_too_little() -> None:
    """One connection and nothing said to be complete is not compared at all."""
    found = classify(example("too-little"), MODEL)
    assert found.clarity == Clarity.TOO_LITTLE
    assert (found.closest, found.resemblance, found.agreement, found.reasons) == (
        (None, None, None, ())
    )
    assert (found.named, found.told, found.comparable) == (False, Clarity.TOO_LITTLE, False)


def test_a_map_far_from_all_types_is_unlike_and_still_names_the_closest() -> None:
    """Thirty places, thirty activities, everything new and one pet is like nothing published."""
    found = classify(example("unlike-any"), MODEL)
    assert found.clarity == Clarity.UNLIKE
    assert found.closest in [*NetworkType]


def test_hostile_text_is_compared_like_any_other() -> None:
    """What names and notes say plays no part."""
    map_ = example("hostile-text")
    renamed = replace(
        map_, connections=tuple(replace(c, name="A", note=None) for c in map_.connections)
    )
    assert classify(map_, MODEL) == classify(renamed, MODEL)


def test_the_types_are_named_as_in_the_map_file() -> None:
    """The three values, in the order of the study's own summary."""
    assert [*NetworkType] == ["diverse_and_active", "family_and_stable", "formal_and_sparse"]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_small_complete_map_is_never_too_little(count: int) -> None:
    """When the person says that all they want is there, even nobody is enough to compare."""
    map_ = PersonalMap("map", connections=people(*[Relation.FRIEND] * count), complete=tuple(Kind))
    found = classify(map_, MODEL)
    assert found.clarity != Clarity.TOO_LITTLE
    assert found.closest is not None


def test_three_connections_with_three_measures_answered_are_too_little() -> None:
    """Places, activities and new are three measures, one short of four."""
    connections = (
        Connection("a", Kind.PLACE, "Park", new=False),
        Connection("b", Kind.PLACE, "Café", new=False),
        Connection("c", Kind.ACTIVITY, "Walking", new=True),
    )
    assert classify(PersonalMap("map", connections=connections), MODEL).clarity == "too_little"


def test_a_pet_is_not_one_of_the_three_connections() -> None:
    """Two people and a pet are two connections that count, though four measures are answered."""
    connections = (
        *people(Relation.FAMILY, Relation.FRIEND, Relation.PET, new=False),
        Connection("place", Kind.PLACE, "Park", new=False),
    )
    four = PersonalMap("map", connections=connections)
    assert classify(four, MODEL).clarity != "too_little"
    assert classify(replace(four, connections=connections[:3]), MODEL).clarity == "too_little"


NOBODY = PersonalMap("map", complete=tuple(Kind))
FRIENDS_AND_WORKERS = PersonalMap(
    "map",
    connections=people(*[Relation.PRACTITIONER] * 6, *[Relation.FRIEND] * 5),
    complete=tuple(Kind),
)


@pytest.mark.parametrize("map_", [NOBODY, FRIENDS_AND_WORKERS], ids=["nobody", "five friends"])
def test_a_map_that_no_name_is_true_of_is_not_told_as_a_type(map_: PersonalMap) -> None:
    """No workers, or five friends: nearest to a small circle with workers in it, and not one."""
    found = classify(map_, MODEL)
    assert found.closest == NetworkType.FORMAL_AND_SPARSE
    assert (found.named, found.told, found.comparable) == (False, Clarity.UNLIKE, False)


@pytest.mark.parametrize(
    ("clarity", "named", "told"),
    [
        (Clarity.CLEAR, True, Clarity.CLEAR),
        (Clarity.BETWEEN, True, Clarity.BETWEEN),
        (Clarity.BETWEEN, False, Clarity.UNLIKE),
        (Clarity.UNLIKE, True, Clarity.UNLIKE),
        (Clarity.UNLIKE, False, Clarity.UNLIKE),
        (Clarity.TOO_LITTLE, False, Clarity.TOO_LITTLE),
    ],
)
def test_an_untrue_name_is_told_as_a_shape_of_its_own(
    clarity: Clarity, named: bool, told: Clarity
) -> None:
    """Though what the map was found to be stays as it is."""
    found = replace(classify(NOBODY, MODEL), clarity=clarity, named=named)
    assert (found.told, found.clarity) == (told, clarity)


@given(maps())
def test_a_type_is_told_only_where_it_is_near_enough_and_named_truly(map_: PersonalMap) -> None:
    """What is told is what was found, or that the map has its own shape."""
    found = classify(map_, MODEL)
    near = found.clarity in {Clarity.CLEAR, Clarity.BETWEEN}
    assert found.comparable == (near and found.named)
    assert found.told == (Clarity.UNLIKE if near and not found.named else found.clarity)
    assert found.named or found.clarity != Clarity.CLEAR


@given(maps())
def test_every_map_gets_a_whole_answer(map_: PersonalMap) -> None:
    """Whatever is left out, the answer is complete and its parts agree with each other."""
    found = classify(map_, MODEL)
    connections = sum(c.counts for c in map_.connections)
    few = connections < 3 or found.measures.answered(MODEL.measures) < 4
    assert (found.clarity == Clarity.TOO_LITTLE) == (few and set(map_.complete) != set(Kind))
    if found.clarity == Clarity.TOO_LITTLE:
        assert (found.closest, found.resemblance, found.reasons) == (None, None, ())
    else:
        _assert_whole(found)


def _assert_whole(found: Classification) -> None:
    assert found.resemblance is not None
    assert found.closest is not None
    assert [*found.resemblance] == [*NetworkType]
    assert sum(found.resemblance.values()) == pytest.approx(1, abs=1e-12)
    assert found.resemblance[found.closest] == max(found.resemblance.values())
    assert 1 <= len(found.reasons) <= MOST_REASONS
    assert found.agreement is not None
    assert 0 <= found.agreement <= 1
    if found.clarity == Clarity.CLEAR:
        assert found.resemblance[found.closest] >= MODEL.clear_at
        assert found.agreement >= MODEL.agree_at


@given(maps(), st.integers(1, 5))
def test_satisfaction_never_moves_the_type(map_: PersonalMap, satisfaction: int) -> None:
    """A bad day changes one measure and nothing of the answer."""
    there = classify(replace(map_, satisfaction=satisfaction), MODEL)
    without = classify(replace(map_, satisfaction=None), MODEL)
    assert replace(there, measures=without.measures) == without


@given(maps(), st.lists(st.sampled_from(sorted(UNCOUNTED)), min_size=1))
def test_pets_the_remembered_and_presences_never_move_the_type(
    map_: PersonalMap, relations: list[Relation]
) -> None:
    """They are drawn like anyone and change nothing of the answer, but for the total of people."""
    extra = tuple(
        Connection(f"x{i}", Kind.PERSON, "Rex", relation, new=True)
        for i, relation in enumerate(relations)
    )
    more = replace(map_, connections=(*map_.connections, *extra))
    found, before = classify(more, MODEL), classify(map_, MODEL)
    assert replace(found, reasons=()) == replace(before, reasons=())
    assert [replace(r, values={}) for r in found.reasons] == [
        replace(r, values={}) for r in before.reasons
    ]


@given(maps())
def test_a_list_that_may_go_on_makes_nothing_clear_by_being_short(map_: PersonalMap) -> None:
    """What is clear of an unfinished map stays so when its small counts are left out."""
    unfinished = replace(map_, complete=())
    found = classify(unfinished, MODEL)
    if found.clarity == Clarity.CLEAR:
        point = positions(found.measures, MODEL)
        shares = ("practitioner_share", "new_share")
        firm = [
            x if x is not None and (x >= 0 or name in shares) else None
            for name, x in zip(MODEL.measures, point, strict=True)
        ]
        closest, _, resemblance = compare(firm, MODEL)
        assert closest == found.closest
        assert resemblance[closest] >= MODEL.clear_at


def test_an_answer_that_few_ways_of_rebuilding_give_is_not_clear() -> None:
    """However high the resemblance: here no share of the ensemble would be enough."""
    map_ = example("diverse-and-active")
    found = classify(map_, replace(MODEL, agree_at=1.01))
    assert (found.clarity, found.closest) == (Clarity.BETWEEN, classify(map_, MODEL).closest)


def test_without_an_ensemble_nothing_is_said_of_agreement() -> None:
    """Then the resemblance alone makes an answer clear."""
    found = classify(example("diverse-and-active"), replace(MODEL, ensemble=()))
    assert (found.clarity, found.agreement) == (Clarity.CLEAR, None)


@pytest.mark.parametrize("name", ["diverse-and-active", "family-and-stable", "formal-and-sparse"])
def test_a_map_made_away_from_home_is_never_clear(name: str) -> None:
    """It shows a ward, a hostel or a prison as much as it shows who the person knows."""
    map_ = replace(example(name), away=True, week_at_home=None)
    found = classify(map_, MODEL)
    assert found.clarity == Clarity.BETWEEN
    assert found.closest == classify(example(name), MODEL).closest


def test_a_finished_map_is_clear_where_the_same_unfinished_one_is_not() -> None:
    """Three workers and a sister: everyone there is, or the first four of many."""
    finished = example("formal-and-sparse")
    unfinished = replace(finished, complete=())
    assert classify(finished, MODEL).clarity == Clarity.CLEAR
    assert classify(unfinished, MODEL).clarity == Clarity.BETWEEN


def test_a_far_closest_type_makes_unlike_whatever_the_resemblance() -> None:
    """The cut-point for unlike comes before that for clear."""
    map_ = example("diverse-and-active")
    nowhere = dict.fromkeys(NetworkType, (0.0,) * len(MODEL.measures))
    near: Model = replace(MODEL, unlike_beyond=nowhere)
    assert classify(map_, near).clarity == Clarity.UNLIKE
    assert classify(map_, near).closest == NetworkType.DIVERSE_AND_ACTIVE
