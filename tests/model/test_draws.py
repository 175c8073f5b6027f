import numpy as np
import pytest

from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions
from model.cohort import generate
from model.draws import Draw, draw, draw_varied, stands_as_published
from model.mixture import expected
from tests.model.conftest import few


@pytest.fixture(scope="module")
def drawn(assumptions: Assumptions) -> list[Draw]:
    """A few draws with small cohorts."""
    return [draw(np.random.default_rng(seed), assumptions, 20) for seed in range(6)]


def test_a_draw_lies_in_the_plausible_ranges(drawn: list[Draw], assumptions: Assumptions) -> None:
    """Every number of the generator, and it is not our number again."""
    for found in drawn:
        for key, entry in assumptions.entries.items():
            values = found.assumptions.entries[key].values
            if not key.startswith("generator."):
                assert values == entry.values, key
                continue
            for name, (low, high) in entry.ranges.items():
                assert low <= values[name] <= high, f"{key} {name}"
    assert len({tuple(d.assumptions.table("generator.family").values()) for d in drawn}) == 6


def test_a_draw_meets_every_borrowed_bound(drawn: list[Draw]) -> None:
    """The mixture it leads to is not one that other studies rule out."""
    for found in drawn:
        assert all(bound.holds for bound in expected(found.assumptions))


def test_our_own_numbers_stand_as_published(assumptions: Assumptions) -> None:
    """The study's 150 people would have shown every published order with them."""
    assert stands_as_published(generate(np.random.default_rng(1), assumptions, 4_000), assumptions)


def test_numbers_against_an_order_are_seen(assumptions: Assumptions) -> None:
    """With as many activities in each type, nobody would have published an order of them."""
    flat = assumptions.having("generator.activities", dict.fromkeys(NetworkType, 4.0))
    assert not stands_as_published(generate(np.random.default_rng(1), flat, 4_000), flat)


def test_a_draw_says_how_many_it_passed_over(drawn: list[Draw]) -> None:
    """Ranges are wide and bounds are narrow, so most draws end before a cohort is drawn."""
    assert all(found.beyond_bounds >= 0 and found.against_orders >= 0 for found in drawn)
    assert sum(found.beyond_bounds for found in drawn) > 0


def test_varied_maps_are_the_same_on_any_number_of_processes(assumptions: Assumptions) -> None:
    """A few from each of many draws, in the order of their seeds."""
    fewer = few(assumptions)
    found = [draw_varied(np.random.SeedSequence(5), fewer, n) for n in (1, 2)]
    assert found[0] == found[1]
    each = fewer.whole("ensemble.varied_draws"), fewer.whole("ensemble.varied_maps")
    assert len(found[0]) == each[0] * each[1]
