import json
from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.agreement import agreement, closest, read_all_ways
from chn_self.domain.connection import Connection, Kind, PlaceType, Relation
from chn_self.domain.measures import AS_DESIGNED, MEASURES, Reading, measure
from chn_self.domain.model_file import read_model
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import NetworkType, Rebuilding
from tests.maps import maps

ROOT = Path(__file__).parents[2]
MODEL = read_model(json.loads((ROOT / "model" / "network_types.json").read_text("utf-8")))
WIDE, FAMILY, SMALL = NetworkType

# Two friends, a neighbour and a clinic, and all of it said to be there.
MAP = PersonalMap(
    "map",
    connections=(
        Connection("a", Kind.PERSON, "Ann", Relation.FRIEND),
        Connection("b", Kind.PERSON, "Bo", Relation.FRIEND),
        Connection("n", Kind.PERSON, "Nell", Relation.NEIGHBOUR),
        Connection("c", Kind.PLACE, "The clinic", type=PlaceType.HEALTH_SERVICE),
    ),
    complete=tuple(Kind),
)
HOUSEMATES_AS_FAMILY = Reading(
    family=AS_DESIGNED.family | {Relation.NEIGHBOUR},
    wider=AS_DESIGNED.wider - {Relation.NEIGHBOUR},
)


def rebuilding(
    centres: tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]],
    measures: tuple[str, ...] = ("friends",),
    reading: Reading = AS_DESIGNED,
    logged: frozenset[str] = frozenset(),
) -> Rebuilding:
    """Types at these places, every measure with a scale of 1."""
    return Rebuilding(
        reading,
        measures,
        logged,
        (1.0,) * len(measures),
        dict(zip(NetworkType, centres, strict=True)),
    )


NEAR_WIDE = rebuilding(((2,), (5,), (9,)))
NEAR_FAMILY = rebuilding(((9,), (2,), (5,)))
NEAR_SMALL = rebuilding(((9,), (5,), (2,)))


def test_agreement_is_the_share_that_names_the_same_type() -> None:
    """By hand: three of four ways put two friends nearest to the second type."""
    ensemble = (NEAR_FAMILY, NEAR_WIDE, NEAR_FAMILY, NEAR_FAMILY)
    readings = read_all_ways(MAP, ensemble)
    assert agreement(FAMILY, readings, ensemble) == 0.75
    assert agreement(WIDE, readings, ensemble) == 0.25
    assert agreement(SMALL, readings, ensemble) == 0


def test_each_way_reads_the_map_in_its_own_way() -> None:
    """The neighbour is family to one of them and a wider contact to the other."""
    centres = ((9.0,), (1.0,), (0.0,))
    ours = rebuilding(centres, ("family",))
    theirs = replace(ours, reading=HOUSEMATES_AS_FAMILY)
    readings = read_all_ways(MAP, (ours, theirs))
    assert closest(ours, readings[ours.reading]) == SMALL
    assert closest(theirs, readings[theirs.reading]) == FAMILY


def test_a_reading_may_leave_places_out() -> None:
    """The clinic is a place as designed, and none where clinics are not counted."""
    without = Reading(uncounted_places=frozenset({PlaceType.HEALTH_SERVICE}))
    assert measure(MAP).places == 1
    assert measure(MAP, without).places == 0
    assert measure(replace(MAP, complete=()), without).places is None


def test_counts_are_logged_where_a_way_logs_them() -> None:
    """By hand: log(1 + 2) = 1.0986 lies at the first type, 2 itself nearest to the second."""
    centres = ((1.0986,), (2.0,), (9.0,))
    logged = rebuilding(centres, logged=frozenset({"friends"}))
    assert closest(logged, measure(MAP)) == WIDE
    assert closest(rebuilding(centres), measure(MAP)) == FAMILY


def test_what_is_not_answered_is_left_out() -> None:
    """Satisfaction would speak for the first type; it was not asked."""
    both = rebuilding(((2, 3), (2.5, 99), (9, 99)), ("friends", "satisfaction"))
    alone = rebuilding(((9, 3), (2.5, 99), (2, 99)), ("friends", "satisfaction"))
    assert closest(both, measure(MAP)) == WIDE
    assert closest(alone, measure(MAP)) == SMALL


def test_who_has_nothing_to_compare_has_no_say() -> None:
    """One way looks at satisfaction alone, which was not answered."""
    mute = rebuilding(((1,), (2,), (3,)), ("satisfaction",))
    ensemble = (NEAR_WIDE, mute)
    readings = read_all_ways(MAP, ensemble)
    assert agreement(WIDE, readings, ensemble) == 1
    assert agreement(WIDE, readings, (mute,)) is None
    assert agreement(WIDE, readings, ()) is None


def test_measures_can_be_left_out_of_it() -> None:
    """Without the friends nothing is left to compare; without family nothing changes."""
    readings = read_all_ways(MAP, (NEAR_WIDE,))
    assert agreement(WIDE, readings, (NEAR_WIDE,), without={"friends"}) is None
    assert agreement(WIDE, readings, (NEAR_WIDE,), without={"family"}) == 1


def test_of_equals_the_first_is_named() -> None:
    """As with the type itself."""
    assert closest(rebuilding(((4,), (0,), (4,))), measure(MAP)) == WIDE


@given(maps())
def test_the_shares_of_all_types_add_up(map_: PersonalMap) -> None:
    """Every way that has a say names one type."""
    readings = read_all_ways(map_, MODEL.ensemble)
    shares = [agreement(t, readings, MODEL.ensemble) for t in NetworkType]
    assert shares == [None] * 3 or abs(sum(s or 0 for s in shares) - 1) < 1e-12


@given(maps(), st.sampled_from(MEASURES))
def test_leaving_out_what_was_not_answered_changes_nothing(map_: PersonalMap, name: str) -> None:
    """A measure without a value has no say in any way."""
    readings = read_all_ways(map_, MODEL.ensemble)
    if all(getattr(found, name) is None for found in readings.values()):
        for type_ in NetworkType:
            before = agreement(type_, readings, MODEL.ensemble)
            assert agreement(type_, readings, MODEL.ensemble, without={name}) == before
