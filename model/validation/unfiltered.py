"""How often the published orders hold among trained types when no draw was passed over for them."""

from dataclasses import dataclass
from functools import partial

import numpy as np

from model.assumptions import Assumptions
from model.choices import draw_choices
from model.cohort import measure_rows
from model.draws import draw
from model.intervals import Estimate, resampling
from model.parallel import for_each
from model.training import OrderBrokenError, train


@dataclass(frozen=True, slots=True)
class Unfiltered:
    """The share of trainings in which every published order holds, among so many draws.

    The draws meet the borrowed bounds and nothing else; the open choices vary as in the ensemble.
    """

    draws: int
    held: Estimate


def train_unfiltered(
    seeds: np.random.SeedSequence, assumptions: Assumptions, processes: int
) -> Unfiltered:
    """Train on cohorts of draws that need not stand as published."""
    draws = assumptions.whole("validation.unfiltered")
    work = partial(_keeps_orders, assumptions=assumptions)
    held = np.array(for_each(seeds.spawn(draws), work, processes))
    return Unfiltered(draws, resampling(np.random.default_rng(seeds), assumptions).share(held))


def _keeps_orders(seed: np.random.SeedSequence, assumptions: Assumptions) -> bool:
    rng = np.random.default_rng(seed)
    size = assumptions.whole("ensemble.maps")
    drawn = draw(rng, assumptions, size, as_published=False)
    choices = draw_choices(rng, assumptions)
    rows = measure_rows((m.map for m in drawn.cohort), reading=choices.reading)
    try:
        train(rows, drawn.assumptions, choices)
    except OrderBrokenError:
        return False
    return True
