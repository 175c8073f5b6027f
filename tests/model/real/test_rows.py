import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Connection
from chn_self.domain.measures import measure
from chn_self.domain.personal_map import PersonalMap
from model.real.rows import Row, disagreements, in_fixed_order, map_of

counts = st.integers(0, 30)


@st.composite
def rows(draw: st.DrawFn) -> Row:
    """Any row that can be true of one person."""
    family, friends, wider, practitioners, places, activities = (draw(counts) for _ in range(6))
    informal = family + friends + wider
    everyone = informal + practitioners + places + activities
    return Row(
        family=family,
        friends=friends,
        wider=wider,
        practitioners=practitioners,
        places=places,
        activities=activities,
        new=draw(st.integers(0, everyone)),
        week_at_home=draw(st.none() | st.integers(1, 5)),
        satisfaction=draw(st.none() | st.integers(1, 5)),
        resources=draw(st.none() | st.integers(0, 4 if informal else 0)),
        health_resources=draw(st.none() | st.integers(0, informal)),
    )


def among(map_: PersonalMap, first: int, last: int) -> list[Connection]:
    """The connections from one place to another."""
    return [*map_.connections[first:last]]


@given(rows())
def test_a_row_is_measured_as_it_says(row: Row) -> None:
    """The map of a row has its counts, its shares and its answers, blank where it is."""
    found = measure(map_of(row, "row-0"))
    for name in (
        "family",
        "friends",
        "wider",
        "practitioners",
        "places",
        "activities",
        "week_at_home",
        "satisfaction",
        "resources",
        "health_resources",
    ):
        assert getattr(found, name) == getattr(row, name), name
    assert found.people == row.people
    assert found.new_share == (row.new / row.connections if row.connections else None)
    assert found.practitioner_share == (row.practitioners / row.people if row.people else None)


@given(rows())
def test_every_list_of_a_row_is_complete(row: Row) -> None:
    """A count of none is none, not a question that was skipped."""
    assert len(map_of(row, "row-0").complete) == 3


@given(rows(), st.integers(0, 200), st.integers(0, 200))
def test_new_connections_are_spread_evenly(row: Row, one: int, other: int) -> None:
    """Any stretch of the list has as many as its share of the whole, to within one."""
    first, last = sorted((min(one, row.connections), min(other, row.connections)))
    found = sum(c.new is True for c in among(map_of(row, "row-0"), first, last))
    due = row.new * (last - first) / max(row.connections, 1)
    assert abs(found - due) < 1


def test_each_kind_of_support_comes_from_someone_else_while_there_are_others() -> None:
    """Four kinds from three people: one of them gives two."""
    row = Row(1, 1, 1, 2, 0, 0, 0, resources=4)
    assert [len(c.receives) for c in map_of(row, "row-0").connections] == [2, 1, 1, 0, 0]


def test_a_row_that_can_be_true_has_no_disagreement() -> None:
    """The largest answers that two people, one of them a worker, allow."""
    row = Row(1, 0, 0, 1, 0, 0, 2, resources=4, health_resources=1)
    assert not [*disagreements(row)]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (Row(499, 0, 0, 1, 1, 0, 0), None),
        (Row(1, 1, 1, 1, 1, 1, 7), "new"),
        (Row(0, 0, 0, 3, 0, 0, 0, resources=1), "resources"),
        (Row(1, 1, 0, 3, 0, 0, 0, health_resources=3), "health_resources"),
    ],
    ids=["connections", "new", "resources", "health_resources"],
)
def test_what_cannot_be_true_at_once_is_told_by_column(row: Row, column: str | None) -> None:
    """More than a map holds, more new than there are, support with nobody to give it."""
    assert [name for name, _ in disagreements(row)] == [column]


@given(
    st.lists(rows(), max_size=6).flatmap(
        lambda found: st.tuples(st.just(found), st.permutations(found))
    )
)
def test_the_order_of_rows_says_nothing(both: tuple[list[Row], list[Row]]) -> None:
    """However they come they end up in one order, with blank answers among them."""
    found, shuffled = both
    assert in_fixed_order(shuffled) == in_fixed_order(found)
