import numpy as np

from chn_self.domain.trained_types import Model
from model.cohort import generate
from model.validation import Validation, validate
from tests.model.validation.conftest import Small, told


def look(small: Small, model: Model, processes: int) -> Validation:
    """All five looks at the small cohort and sixty other maps."""
    held_out = generate(np.random.default_rng(15), small.assumptions, 60)
    seeds = np.random.SeedSequence(16)
    return validate(
        small.training, small.members, model, held_out, seeds, small.assumptions, processes
    )


def test_one_process_and_two_find_the_same(small: Small, model: Model) -> None:
    """Every look gives each piece of work a seed of its own, whoever does it."""
    assert told(look(small, model, processes=1)) == told(look(small, model, processes=2))
