import numpy as np

from model.validation.rivals import Rival, compare
from tests.model.validation.conftest import Small, told


def look(small: Small) -> tuple[Rival, ...]:
    """The rivals on the small cohort, always from the same seed."""
    types = [m.type for m in small.members]
    rng = np.random.default_rng(6)
    return compare(small.training, small.rows, types, rng, small.assumptions)


def test_ours_is_wholly_like_ours(small: Small) -> None:
    """k-means stands first, as the others are compared with it."""
    ours, *_ = look(small)
    assert ours.method == "k_means"
    assert (ours.with_ours.low, ours.with_ours.high) == (1, 1)


def test_every_rival_is_more_like_ours_than_chance_makes_it(small: Small) -> None:
    """An index of 0 is what chance makes; on so few maps nothing finer can be asked."""
    assert [r.method for r in look(small)] == ["k_means", "ward", "gaussian_mixture", "k_medoids"]
    assert all(r.with_ours.low > 0 and r.with_generating.low > 0 for r in look(small))


def test_the_same_seed_finds_the_same_rivals(small: Small) -> None:
    """To every decimal that is told."""
    assert told(look(small)) == told(look(small))
