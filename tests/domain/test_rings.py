"""The ground: rings that give room to what they hold, sectors that keep their corners."""

from itertools import pairwise
from math import pi

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Closeness, Connection, Kind
from chn_self.domain.rings import rings, sectors


def some(kinds: list[Kind], closeness: Closeness | None = None) -> list[Connection]:
    """A connection of each kind, all as close."""
    return [Connection(f"c{i}", kind, "Sam", closeness=closeness) for i, kind in enumerate(kinds)]


def closenesses(count: dict[Closeness | None, int]) -> list[Connection]:
    """So many people of each closeness."""
    return [c for near, n in count.items() for c in some([Kind.PERSON] * n, near)]


def test_shows_three_rings_on_an_empty_map() -> None:
    """With nothing on the map there is something to look at: a ring for each closeness."""
    found = rings([], sectors([]), 0.1, 0.1)
    assert [r.closeness for r in found] == [*Closeness]


def test_makes_one_ring_where_no_closeness_was_said() -> None:
    """Where nothing was said of closeness nobody is drawn as nearer or further."""
    people = closenesses({None: 5})
    [ring] = rings(people, sectors(people), 0.1, 0.1)
    assert ring.closeness is None


def test_keeps_what_was_not_said_outside_the_rings() -> None:
    """Where it was said of some only, the others wait outside, as on no ring."""
    people = closenesses({Closeness.INNER: 1, None: 1})
    found = rings(people, sectors(people), 0.1, 0.1)
    assert [r.closeness for r in found] == [*Closeness, None]


@given(
    st.dictionaries(st.sampled_from([*Closeness, None]), st.integers(0, 60)),
    st.floats(0.05, 0.25),
    st.floats(0.05, 0.3),
)
def test_rings_lie_on_one_another(
    count: dict[Closeness | None, int], inner: float, least: float
) -> None:
    """From the inside to the rim there is no gap, and every ring has a thickness."""
    people = closenesses(count)
    found = rings(people, sectors(people), inner, least)
    assert found[0].inner == inner
    assert found[-1].outer == pytest.approx(1)
    assert all(a.outer == b.inner for a, b in pairwise(found))
    assert all(r.thickness > 0.04 for r in found)


@given(st.lists(st.sampled_from(Kind), max_size=200))
def test_sectors_go_once_round(kinds: list[Kind]) -> None:
    """People, places and activities follow each other clockwise and fill the circle."""
    found = sectors(some(kinds))
    assert [s.kind for s in found] == [*Kind]
    assert sum(s.span for s in found) == pytest.approx(2 * pi)
    assert all(a.end == pytest.approx(b.start) for a, b in pairwise(found))
    assert all(s.span >= pi / 3 - 1e-9 for s in found)


@given(st.lists(st.sampled_from(Kind), max_size=200))
def test_each_sector_has_a_corner_of_its_own(kinds: list[Kind]) -> None:
    """The corner with a sector's name is beside that sector, whatever its width."""
    at = {"bottom right": 45, "bottom left": 135, "top left": 225, "top right": 315}
    found = sectors(some(kinds))
    assert len({s.corner for s in found}) == 3
    for sector in found:
        corner = at[sector.corner.value] * pi / 180
        assert any(sector.start <= corner + turn <= sector.end for turn in (-2 * pi, 0, 2 * pi))


def test_people_are_at_the_top() -> None:
    """On an ordinary map the people's sector is about the top, twelve o'clock."""
    people = sectors(some([Kind.PERSON] * 6 + [Kind.PLACE] * 4 + [Kind.ACTIVITY] * 3))[0]
    assert (people.start + people.end) / 2 == pytest.approx(3 * pi / 2)
