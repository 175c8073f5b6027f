from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Connection, Kind, Relation, Support
from chn_self.domain.measures import MEASURES, measure
from chn_self.domain.personal_map import PersonalMap
from model.assumptions import load_assumptions
from model.cohort import generate
from model.skipping import draw_chance, skip, stop_early

seeds = st.integers(0, 2**32 - 1)
chances = st.floats(0, 1)


Removal = Callable[[np.random.Generator, PersonalMap, float], PersonalMap]
either = pytest.mark.parametrize("remove", [skip, stop_early])


def drawn(seed: int) -> tuple[np.random.Generator, PersonalMap]:
    """A generated map with some answers blank, and the random numbers that go on from it.

    As on real rows, kinds of support and the week may not have been answered; and as on the page,
    somebody may be put down as giving a kind of support while it counts as unanswered.
    """
    rng = np.random.default_rng(seed)
    map_ = generate(rng, load_assumptions(), 1)[0].map
    return rng, replace(
        map_,
        support_answered=tuple(s for s in map_.support_answered if rng.random() < 0.5),
        week_at_home=map_.week_at_home if rng.random() < 0.5 else None,
        satisfaction=map_.satisfaction if rng.random() < 0.5 else None,
    )


@either
@given(seeds, chances)
def test_removing_only_takes_away(remove: Removal, seed: int, chance: float) -> None:
    """Whatever is left was there before, and no measure gets a value it did not have."""
    rng, map_ = drawn(seed)
    left = remove(rng, map_, chance)
    was = {c.id: c for c in map_.connections}
    for c in left.connections:
        assert c.relation in {None, was[c.id].relation}
        assert c.new in {None, was[c.id].new}
        assert {*c.gives} <= {*was[c.id].gives}
        assert {*c.receives} <= {*was[c.id].receives}
    assert {*left.complete} <= {*map_.complete}
    assert {*left.support_answered} <= {*map_.support_answered}
    assert left.week_at_home in {None, map_.week_at_home}
    assert left.satisfaction in {None, map_.satisfaction}
    before, after = measure(map_), measure(left)
    for name in MEASURES:
        assert getattr(after, name) is None or getattr(before, name) is not None, name


@either
@given(seeds, chances)
def test_nobody_who_gave_is_made_nobody(remove: Removal, seed: int, chance: float) -> None:
    """A kind of support that somebody gave never comes out as answered with "no one"."""
    rng, map_ = drawn(seed)
    left = remove(rng, map_, chance)
    had, have = ({s for c in m.connections for s in c.receives} for m in (map_, left))
    assert had.isdisjoint({*left.support_answered} - have)


def friend(name: str, *supports: Support) -> Connection:
    """Somebody who gives and gets these kinds of support."""
    return Connection(
        name, Kind.PERSON, name, Relation.FRIEND, new=False, gives=supports, receives=supports
    )


def test_a_kind_of_support_is_lost_with_everyone_who_gives_it() -> None:
    """Over many tries each kind is lost at times, with the people there, and always altogether."""
    whole = PersonalMap(
        id="map",
        connections=(friend("a", *Support), friend("b", *Support)),
        complete=tuple(Kind),
        support_answered=tuple(Support),
    )
    rng = np.random.default_rng(1)
    tries = (skip(rng, whole, 0.5) for _ in range(200))
    lost = set()
    for left in (m for m in tries if m.connections):
        for support in {*Support} - {*left.support_answered}:
            assert not any(support in (*c.gives, *c.receives) for c in left.connections)
            lost.add(support)
    assert lost == {*Support}


def test_support_that_nobody_was_asked_of_stays_unanswered() -> None:
    """A row of real people may have no column of it; skipping does not fill it in."""
    map_ = PersonalMap(id="map", connections=(friend("a"),), complete=tuple(Kind))
    rng = np.random.default_rng(1)
    for _ in range(50):
        assert measure(skip(rng, map_, 0.3)).resources is None


@given(seeds, chances)
def test_a_skipped_step_is_not_complete(seed: int, chance: float) -> None:
    """Nobody says that all is there of what they never came to."""
    rng, map_ = drawn(seed)
    left = skip(rng, map_, chance)
    for kind in left.complete:
        assert len(left.of_kind(kind)) == len(map_.of_kind(kind))


@given(seeds)
def test_with_no_chance_nothing_is_skipped_and_with_certainty_all(seed: int) -> None:
    """The two ends of the range."""
    rng, map_ = drawn(seed)
    assert skip(rng, map_, 0.0) == map_
    gone = skip(rng, map_, 1.0)
    assert (gone.connections, gone.complete, gone.support_answered) == ((), (), ())
    assert (gone.week_at_home, gone.satisfaction) == (None, None)


@given(seeds, chances)
def test_whoever_stops_early_has_no_complete_list(seed: int, chance: float) -> None:
    """Every kind may go on, and what was put down is as it was."""
    rng, map_ = drawn(seed)
    left = stop_early(rng, map_, chance)
    assert left.complete == ()
    assert all(c in map_.connections for c in left.connections)
    assert left.week_at_home == map_.week_at_home


@given(seeds)
def test_the_chance_to_skip_lies_in_its_assumed_range(seed: int) -> None:
    """Between those who skip least and those who skip most."""
    assumptions = load_assumptions()
    chance = draw_chance(np.random.default_rng(seed), assumptions)
    low, high = assumptions.number("skipping.least"), assumptions.number("skipping.most")
    assert low <= chance <= high
