"""Many maps judged at once, held to the code that the page judges one map by."""

import numpy as np
import pytest

from chn_self.domain.clarity import Clarity
from chn_self.domain.network_type import Classification, classify
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model
from model.cohort import Member
from model.judging import TYPES, Judged, judge
from model.skipping import stop_early

Cohort = tuple[list[Member], list[Member]]

EACH = 400


@pytest.fixture(scope="module")
def maps(held_out: Cohort) -> list[PersonalMap]:
    """Complete maps, maps with answers skipped, lists stopped early, and one without anything."""
    rng = np.random.default_rng(11)
    whole = [m.map for m in held_out[0][: 2 * EACH]]
    stopped = [stop_early(rng, map_, 0.3) for map_ in whole[EACH:]]
    return [*whole[:EACH], *(m.map for m in held_out[1][:EACH]), *stopped, PersonalMap("empty")]


@pytest.fixture(scope="module")
def one_by_one(model: Model, maps: list[PersonalMap]) -> list[Classification]:
    """The answers of the page."""
    return [classify(map_, model) for map_ in maps]


@pytest.fixture(scope="module")
def judged(model: Model, maps: list[PersonalMap]) -> Judged:
    """The answers given all at once."""
    return judge(model, maps)


def test_clarity_is_the_same(
    model: Model, judged: Judged, one_by_one: list[Classification]
) -> None:
    """Every map, and each of the four clarities is among them."""
    assert judged.clarity(model) == [c.clarity for c in one_by_one]
    assert {c.clarity for c in one_by_one} == {*Clarity}


def test_closest_type_resemblance_and_agreement_are_the_same(
    judged: Judged, one_by_one: list[Classification]
) -> None:
    """To the type, and to 1e-9, wherever the page compares at all."""
    for i, found in enumerate(one_by_one):
        if found.closest is not None:
            assert found.resemblance is not None
            assert TYPES[judged.whole.closest[i]] == found.closest
            top = found.resemblance[found.closest]
            assert judged.whole.resemblance[i] == pytest.approx(top, abs=1e-9)
            assert judged.whole.agreement[i] == pytest.approx(found.agreement, abs=1e-9)


def test_without_an_ensemble_the_resemblance_decides_alone(
    model: Model, maps: list[PersonalMap]
) -> None:
    """As on the page."""
    alone = Model(**{name: getattr(model, name) for name in model.__slots__} | {"ensemble": ()})
    found = judge(alone, maps[:EACH]).clarity(alone)
    assert found == [classify(map_, alone).clarity for map_ in maps[:EACH]]
