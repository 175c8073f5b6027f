"""Positions that keep their order and their distance, as near as can be to what was wanted."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.spread import spread


@given(st.lists(st.floats(0, 10), max_size=12).map(sorted), st.floats(0, 3))
def test_keeps_order_and_distance(wanted: list[float], gap: float) -> None:
    """Each is at least the gap after the one before, or all gaps shrink alike to fit."""
    found = spread(wanted, [gap] * (len(wanted) - 1), 0, 10)
    apart = min(gap, 10 / max(len(wanted) - 1, 1))
    assert all(0 - 1e-9 <= x <= 10 + 1e-9 for x in found)
    assert all(b - a >= apart - 1e-9 for a, b in pairwise(found))


def test_leaves_alone_what_has_room() -> None:
    """What is far enough apart stands where it wants to."""
    assert spread([1, 4, 8], [2, 2], 0, 10) == pytest.approx([1, 4, 8])


def test_shares_the_push() -> None:
    """Two that want the same place stand on either side of it."""
    assert spread([5, 5], [2], 0, 10) == pytest.approx([4, 6])


def test_keeps_to_the_ends() -> None:
    """A crowd at an end is pushed back from it."""
    assert spread([10, 10, 10], [1, 1], 0, 10) == pytest.approx([8, 9, 10])


def test_spreads_nothing() -> None:
    """Nothing needs no place."""
    assert spread([], [], 0, 1) == []
