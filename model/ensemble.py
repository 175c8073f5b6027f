"""The ensemble: many trainings, each from other plausible numbers and other open choices."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from chn_self.domain.measures import MEASURES, Reading
from chn_self.domain.trained_types import NetworkType, Rebuilding
from model.assumptions import Assumptions, Order
from model.choices import draw_choices
from model.cohort import measure_rows
from model.draws import draw
from model.parallel import for_each
from model.training import OrderBrokenError, Training, holds, train


@dataclass(frozen=True, slots=True)
class Trained:
    """One way of rebuilding the types, and what it took to find it.

    `broken` trainings before it gave types against a published order; `held` are the orders,
    whatever their mark, that hold among its types.
    """

    rebuilding: Rebuilding
    inputs: tuple[str, ...]
    held: frozenset[Order]
    beyond_bounds: int
    against_orders: int
    broken: int


def train_ensemble(
    seeds: np.random.SeedSequence, assumptions: Assumptions, processes: int
) -> list[Trained]:
    """Train every member from a seed of its own, so that it is the same wherever it is trained."""
    each = seeds.spawn(assumptions.whole("ensemble.size"))
    return for_each(each, partial(train_one, assumptions=assumptions), processes)


def train_one(seed: np.random.SeedSequence, assumptions: Assumptions) -> Trained:
    """Draw numbers and choices until they train to types in the published orders."""
    rng = np.random.default_rng(seed)
    beyond_bounds = against_orders = broken = 0
    while True:
        drawn = draw(rng, assumptions, assumptions.whole("ensemble.maps"), as_published=True)
        choices = draw_choices(rng, assumptions)
        beyond_bounds += drawn.beyond_bounds
        against_orders += drawn.against_orders
        rows = measure_rows((m.map for m in drawn.cohort), reading=choices.reading)
        try:
            training = train(rows, drawn.assumptions, choices)
        except OrderBrokenError:
            broken += 1
            continue
        held = frozenset(o for o in assumptions.orders if holds(o, training.profiles))
        made = rebuilding(training, assumptions.whole("ensemble.decimals"))
        return Trained(made, choices.inputs, held, beyond_bounds, against_orders, broken)


def rebuilding(training: Training, decimals: int) -> Rebuilding:
    """A training in the domain's form: where the types lie, in units of each input, rounded."""
    choices = training.choices
    scaling = training.pipeline.named_steps["scaling"]
    centres = scaling.inverse_transform(training.pipeline.named_steps["types"].cluster_centers_)
    return Rebuilding(
        reading=choices.reading,
        measures=choices.inputs,
        logged=choices.logged & {*choices.inputs},
        scales=_rounded(scaling.scale_, decimals),
        centres={t: _rounded(centres[training.names.index(t)], decimals) for t in NetworkType},
    )


def as_data(ensemble: Iterable[Rebuilding]) -> Mapping[str, object]:
    """The ensemble as the model file holds it: measures and readings once, then by number."""
    members = [*ensemble]
    names = sorted({name for m in members for name in m.measures}, key=MEASURES.index)
    readings = sorted({m.reading for m in members}, key=_key)
    return {
        "measures": names,
        "logged": sorted({name for m in members for name in m.logged}, key=MEASURES.index),
        "readings": [
            {
                "family": sorted(r.family),
                "friends": sorted(r.friends),
                "wider": sorted(r.wider),
                "uncounted_places": sorted(r.uncounted_places),
            }
            for r in readings
        ],
        "rebuildings": [
            {
                "reading": readings.index(m.reading),
                "measures": [names.index(name) for name in m.measures],
                "logged": bool(m.logged),
                "scales": [*m.scales],
                "centres": {t: [*centre] for t, centre in m.centres.items()},
            }
            for m in members
        ],
    }


def _key(reading: Reading) -> tuple[list[str], ...]:
    return sorted(reading.family), sorted(reading.friends), sorted(reading.uncounted_places)


def _rounded(numbers: Sequence[float], decimals: int) -> tuple[float, ...]:
    return tuple(round(float(x), decimals) for x in numbers)
