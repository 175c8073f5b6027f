"""What a middle map of each type holds."""

from dataclasses import replace
from math import expm1

import pytest

from chn_self.domain.trained_types import Model, NetworkType
from model.profiles import profiles

FAMILY_AND_STABLE = NetworkType.FAMILY_AND_STABLE


def test_there_is_one_for_each_measure_in_the_order_of_the_model(model: Model) -> None:
    """The measures that the types are told apart by."""
    assert tuple(p.measure for p in profiles(model, 0.05)) == model.measures


def test_a_middle_is_a_count_again(model: Model) -> None:
    """The log and the standardising are undone."""
    (found,) = (p for p in profiles(model, 0.05) if p.measure == "family")
    (at,) = (i for i, name in enumerate(model.measures) if name == "family")
    scaling = model.scalings[at]
    logged = scaling.mean + scaling.scale * model.centres[FAMILY_AND_STABLE][at]
    assert found.middles[FAMILY_AND_STABLE] == pytest.approx(expm1(logged))


def test_shares_and_counts_are_what_they_may_be(model: Model) -> None:
    """None below nothing, no share above all."""
    for profile in profiles(model, 0.05):
        found = [*profile.middles.values(), *(x for r in profile.ranges.values() for x in r)]
        assert min(found) >= 0
        assert max(found) <= (1 if profile.measure.endswith("_share") else 20)


def test_a_range_lies_between_all_members_and_holds_most(model: Model) -> None:
    """With nothing left out it reaches from the least to the most."""
    whole, most = profiles(model, 0.0), profiles(model, 0.05)
    for a, b in zip(whole, most, strict=True):
        for t in NetworkType:
            assert a.ranges[t][0] <= b.ranges[t][0] <= b.ranges[t][1] <= a.ranges[t][1]


def test_members_on_another_scale_are_left_out(model: Model) -> None:
    """The middle of logged counts lies lower than that of counts, for no other reason."""
    plain = tuple(m for m in model.ensemble if not m.logged)
    for profile in profiles(replace(model, ensemble=plain), 0.05):
        logged = next(s.transform for s in model.scalings if s.measure == profile.measure)
        assert bool(profile.ranges) == (logged == "none")


def test_there_are_no_ranges_without_an_ensemble(model: Model) -> None:
    """Only the middles."""
    for profile in profiles(replace(model, ensemble=()), 0.05):
        assert not profile.ranges
        assert {*profile.middles} == {*NetworkType}
