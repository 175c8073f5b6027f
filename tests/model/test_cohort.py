import numpy as np
import pytest

from chn_self.domain.connection import UNCOUNTED, Kind, PlaceType, Relation, Support
from chn_self.domain.measures import MEASURES
from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions, Order, load_assumptions
from model.cohort import COUNTED, Member, Rows, generate, measure_rows

Cohort = tuple[list[Member], list[Member]]


def name_of(order: Order) -> str:
    """What a test of this order is called."""
    return f"{order.measure}: {order.more} above {order.fewer}"


def rows_of(members: list[Member], type_: NetworkType) -> Rows:
    """The measures of the maps that were drawn from one type."""
    return measure_rows(m.map for m in members if m.type == type_)


def test_the_same_seed_draws_the_same_maps(assumptions: Assumptions) -> None:
    """A cohort follows from its seed and the assumptions alone."""
    first, again, other = (
        generate(np.random.default_rng(seed), assumptions, 20) for seed in (1, 1, 2)
    )
    assert first == again
    assert first != other


def test_generated_maps_are_whole(assumptions: Assumptions) -> None:
    """Every question is answered: relations, rings, how often, effect, newness, support."""
    for member in generate(np.random.default_rng(3), assumptions, 200):
        map_ = member.map
        assert set(map_.complete) == set(Kind)
        assert set(map_.support_answered) == set(Support)
        assert (map_.week_at_home is None) == map_.away
        assert map_.satisfaction in range(1, 6)
        for c in map_.connections:
            assert None not in (c.closeness, c.often, c.effect, c.new)
            assert (c.relation is None) == (c.kind != Kind.PERSON)
            assert (c.type is None) == (c.kind == Kind.PERSON)
        assert len({c.id for c in map_.connections}) == len(map_.connections)


def test_every_relation_and_kind_of_support_is_drawn(assumptions: Assumptions) -> None:
    """Nothing that a map can hold is missing from the cohort, the uncounted among it."""
    connections = [
        c for m in generate(np.random.default_rng(4), assumptions, 500) for c in m.map.connections
    ]
    assert {c.relation for c in connections if c.relation} == set(Relation)
    assert {c.relation for c in connections} >= UNCOUNTED
    assert {s for c in connections for s in c.receives} == set(Support)
    assert {s for c in connections for s in c.gives} == set(Support)


@pytest.mark.parametrize("type_", NetworkType)
def test_counts_are_overdispersed(held_out: Cohort, type_: NetworkType) -> None:
    """Within a type every count varies more than a Poisson count of the same mean."""
    rows = rows_of(held_out[0], type_)
    for name in COUNTED:
        counts = rows[:, MEASURES.index(name)]
        assert counts.var() > 1.02 * counts.mean(), name


@pytest.mark.parametrize("order", load_assumptions().published(), ids=name_of)
def test_a_published_order_holds_among_generated_types(held_out: Cohort, order: Order) -> None:
    """The means of the maps drawn from each type stand in the order the study gives them."""
    at = MEASURES.index(order.measure)
    more, fewer = (np.nanmean(rows_of(held_out[0], t)[:, at]) for t in (order.more, order.fewer))
    assert more > fewer, order.source


def test_home_is_there_once_or_not_at_all(held_out: Cohort, assumptions: Assumptions) -> None:
    """As often as assumed among maps with a place on them, and never twice."""
    homes = [
        sum(c.type == PlaceType.HOME for c in m.map.connections)
        for m in held_out[0]
        if m.map.of_kind(Kind.PLACE)
    ]
    assert {*homes} == {0, 1}
    assert np.mean(homes) == pytest.approx(assumptions.number("generator.home"), abs=0.02)


def test_peer_workers_may_be_people_from_a_group(assumptions: Assumptions) -> None:
    """Where the study is assumed to have put them there, practitioners are that much fewer."""
    elsewhere = assumptions.having("generator.peer_workers", {"": 0.2})
    at = MEASURES.index("practitioners")
    before, after = (
        measure_rows(m.map for m in generate(np.random.default_rng(5), a, 4_000))[:, at].mean()
        for a in (assumptions, elsewhere)
    )
    assert after == pytest.approx(0.8 * before, rel=0.05)


def test_practitioners_are_not_more_in_number_where_they_dominate(assumptions: Assumptions) -> None:
    """Read as a larger share and never as a larger count, as study and assumptions say."""
    means = assumptions.by_type("generator.practitioners")
    assert means[NetworkType.FORMAL_AND_SPARSE] <= means[NetworkType.DIVERSE_AND_ACTIVE]
