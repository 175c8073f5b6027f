import numpy as np
import pytest

from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions
from model.cohort import Member, measure_rows
from model.mixture import counted, expected

Cohort = tuple[list[Member], list[Member]]

BOUNDS = ("people_mean", "people_sd", "kin", "friends", "professionals")


@pytest.mark.parametrize("name", BOUNDS)
def test_the_mixture_meets_its_bound(held_out: Cohort, assumptions: Assumptions, name: str) -> None:
    """Size, spread and shares of people are those of other studies, within the tolerance."""
    found = counted(measure_rows(m.map for m in held_out[0]), assumptions)
    bound = next(b for b in found if b.name == name)
    assert bound.holds, f"{bound} against {assumptions.entries[f'bounds.{name}'].source}"


def test_what_is_expected_is_what_is_drawn(held_out: Cohort, assumptions: Assumptions) -> None:
    """The figures worked out from the numbers alone are those of 10,000 maps, within 3%."""
    drawn = counted(measure_rows(m.map for m in held_out[0]), assumptions)
    for bound, known in zip(drawn, expected(assumptions), strict=True):
        assert bound.name == known.name
        assert bound.found == pytest.approx(known.found, rel=0.03)


def test_a_mixture_outside_its_bounds_is_seen(assumptions: Assumptions, held_out: Cohort) -> None:
    """Maps of formal and sparse alone are too small, and have too many practitioners."""
    formal = [m for m in held_out[0] if m.type == NetworkType.FORMAL_AND_SPARSE]
    found = counted(measure_rows(m.map for m in formal), assumptions)
    assert {"people_mean", "professionals"} <= {b.name for b in found if not b.holds}


def test_numbers_that_lead_outside_the_bounds_are_seen(assumptions: Assumptions) -> None:
    """With three times the friends, networks are too large and friends too large a part."""
    friends = assumptions.table("generator.friends")
    tripled = {name: 3 * value for name, value in friends.items()}
    more = assumptions.having("generator.friends", tripled)
    assert {"people_mean", "friends"} <= {b.name for b in expected(more) if not b.holds}


def test_the_spread_is_that_of_a_mixture_of_negative_binomials(assumptions: Assumptions) -> None:
    """Drawn by numpy, a type at a time: the standard deviation of the size to 2%."""
    rng = np.random.default_rng(4)
    weights = np.array([*assumptions.by_type("generator.share_of_type").values()])
    dispersion = assumptions.table("generator.dispersion")
    sizes = []
    for t, weight in zip(NetworkType, weights, strict=True):
        size = int(100_000 * weight)
        total = np.zeros(size)
        for name in ("family", "friends", "wider", "practitioners"):
            m, r = assumptions.by_type(f"generator.{name}")[t], dispersion[name]
            total += rng.negative_binomial(r, r / (r + m), size)
        sizes.append(total)
    spread = next(b.found for b in expected(assumptions) if b.name == "people_sd")
    assert spread == pytest.approx(np.concatenate(sizes).std(), rel=0.02)
