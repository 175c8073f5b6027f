"""Validation that could fail: five looks at the types and at what the shipped model makes of maps.

Nothing here is held to a threshold; the tests and the card say what was reached.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions
from model.cohort import Member, measure_rows
from model.training import Training
from model.validation.choice_of_k import ChoiceOfK, try_each_k
from model.validation.rivals import Rival, compare
from model.validation.sensitivity import Sensitivity, vary
from model.validation.skipped import LeftOut, leave_out_more
from model.validation.stability import Stability, find_again


@dataclass(frozen=True, slots=True)
class Validation:
    """What each look found."""

    choice_of_k: ChoiceOfK
    stability: Stability
    rivals: tuple[Rival, ...]
    sensitivity: tuple[Sensitivity, ...]
    skipped: tuple[LeftOut, ...]


def validate(
    training: Training,
    members: Sequence[Member],
    model: Model,
    held_out: Sequence[Member],
    seeds: np.random.SeedSequence,
    assumptions: Assumptions,
    processes: int,
) -> Validation:
    """Look at a training on `members`, and at the shipped model on complete `held_out` maps.

    The training has to be on all the members, read as designed. The seeds must not have spawned
    others before, or what is found differs.
    """
    for_k, for_stability, for_rivals, for_sensitivity, for_skipped = seeds.spawn(5)
    rows = measure_rows(m.map for m in members)
    rng = np.random.default_rng(for_rivals)
    return Validation(
        choice_of_k=try_each_k(training, rows, for_k, assumptions, processes),
        stability=find_again(training, rows, for_stability, assumptions, processes),
        rivals=compare(training, rows, [m.type for m in members], rng, assumptions),
        sensitivity=vary(members, held_out, for_sensitivity, assumptions, processes),
        skipped=leave_out_more(model, held_out, for_skipped, assumptions, processes),
    )
