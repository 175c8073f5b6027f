import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.measures import MEASURES, measure
from chn_self.domain.personal_map import PersonalMap
from model.assumptions import load_assumptions
from model.cohort import generate
from model.skipping import draw_chance, skip, stop_early

seeds = st.integers(0, 2**32 - 1)
chances = st.floats(0, 1)


def drawn(seed: int) -> tuple[np.random.Generator, PersonalMap]:
    """A generated map and the random numbers that go on from it."""
    rng = np.random.default_rng(seed)
    return rng, generate(rng, load_assumptions(), 1)[0].map


@given(seeds, chances)
def test_skipping_only_takes_away(seed: int, chance: float) -> None:
    """Whatever is left was there before, and no measure gets a value it did not have."""
    rng, map_ = drawn(seed)
    left = skip(rng, map_, chance)
    assert {c.id for c in left.connections} <= {c.id for c in map_.connections}
    assert {*left.complete} <= {*map_.complete}
    before, after = measure(map_), measure(left)
    for name in MEASURES:
        assert getattr(after, name) is None or getattr(before, name) is not None


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


@given(seeds, chances)
def test_whoever_stops_early_has_no_complete_list(seed: int, chance: float) -> None:
    """Every kind may go on, and what was put down is as it was."""
    rng, map_ = drawn(seed)
    left = stop_early(rng, map_, chance)
    assert left.complete == ()
    assert all(c in map_.connections for c in left.connections)


@given(seeds)
def test_the_chance_to_skip_lies_in_its_assumed_range(seed: int) -> None:
    """Between those who skip least and those who skip most."""
    assumptions = load_assumptions()
    chance = draw_chance(np.random.default_rng(seed), assumptions)
    low, high = assumptions.number("skipping.least"), assumptions.number("skipping.most")
    assert low <= chance <= high
