import json
from collections.abc import Mapping
from itertools import pairwise
from math import exp
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.distance import (
    answered,
    compare,
    contributions,
    positions,
    resemblances,
    squared_distance,
)
from chn_self.domain.measures import measure
from chn_self.domain.model_file import read_model
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import NetworkType
from tests.maps import maps

ROOT = Path(__file__).parents[2]
MODEL = read_model(json.loads((ROOT / "model" / "network_types.json").read_text("utf-8")))


@given(maps())
def test_contributions_add_up_to_the_difference_they_explain(map_: PersonalMap) -> None:
    """Over all answered measures: mean squared distance to the others less that to the closest."""
    point = positions(measure(map_), MODEL)
    if answered(point):
        closest, _, _ = compare(point, MODEL)
        squares = {t: squared_distance(point, MODEL.centres[t]) for t in NetworkType}
        others = [square for t, square in squares.items() if t != closest]
        difference = sum(others) / len(others) - squares[closest]
        parts = contributions(point, closest, MODEL)
        assert sum(parts.values()) == pytest.approx(difference, rel=1e-9, abs=1e-9)


def test_a_missing_answer_is_left_out_and_the_rest_is_scaled_up() -> None:
    """By hand, as nan_euclidean_distances does it: 2 of 3 answered, (1 + 4) * 3 / 2."""
    assert squared_distance((1.0, None, 2.0), (0.0, 9.0, 0.0)) == pytest.approx(7.5)


def test_resemblance_falls_with_the_squared_distance() -> None:
    """By hand: distances² 0, 2 and 4 at temperature 1 weigh 1, 1/e and 1/e²."""
    squares = dict(zip(NetworkType, (0.0, 2.0, 4.0), strict=True))
    weights = [1, exp(-1), exp(-2)]
    found = resemblances(squares, 1.0)
    assert [*found.values()] == pytest.approx([w / sum(weights) for w in weights])


def test_resemblance_stands_very_large_distances() -> None:
    """However far a map lies, the shares still add up to 1."""
    squares = dict(zip(NetworkType, (1e6, 2e6, 3e6), strict=True))
    assert [*resemblances(squares, 1.0).values()] == [1, 0, 0]


@given(st.floats(0.1, 100), st.lists(st.floats(0, 500), min_size=3, max_size=3))
def test_a_higher_temperature_flattens_the_shares(temperature: float, squares: list[float]) -> None:
    """The largest share never grows as the temperature rises."""
    named: Mapping[NetworkType, float] = dict(zip(NetworkType, squares, strict=True))
    tops = [max(resemblances(named, temperature * f).values()) for f in (1, 2, 4)]
    assert all(a >= b - 1e-12 for a, b in pairwise(tops))


def test_fewer_answers_make_flatter_shares() -> None:
    """The fewer measures a map answers, the higher the fitted temperature, up to sampling noise.

    Between neighbours the order is not exact; from all answers to two it is plain.
    """
    assert MODEL.temperatures[1] > 2 * MODEL.temperatures[-1]
