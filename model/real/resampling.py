"""Training on real rows: the types of all of them, and the ensemble from resamples of them."""

import warnings
from dataclasses import replace
from functools import partial

import numpy as np
from sklearn.exceptions import ConvergenceWarning

from chn_self.domain.measures import AS_DESIGNED, MEASURES
from model.assumptions import Assumptions
from model.choices import OURS, Choices, draw_choices
from model.cohort import Rows
from model.ensemble import Trained, rebuilding
from model.parallel import for_each
from model.real.file import CohortError, Fault
from model.training import OrderBrokenError, Training, holds, train

# Kinds of support and people who help are ours. The study measured social capital and health
# resources on other scales, so that its orders say nothing of what these count among real people.
OWN_SCALES = frozenset({"resources", "health_resources"})


def answered_enough(rows: Rows, assumptions: Assumptions) -> tuple[Rows, Assumptions]:
    """Rows without the measures that fewer people answered than a cohort needs, and the orders.

    What was not asked cannot break an order; neither can what was asked on another scale than
    the study's, however many answered it.
    """
    least = assumptions.whole("cohort.fewest_rows")
    enough = (~np.isnan(rows)).sum(axis=0) >= least
    names = {name for name, is_enough in zip(MEASURES, enough, strict=True) if is_enough}
    names -= OWN_SCALES
    orders = tuple(order for order in assumptions.orders if order.measure in names)
    return np.where(enough, rows, 0.0), replace(assumptions, orders=orders)


def train_rows(rows: Rows, assumptions: Assumptions, choices: Choices = OURS) -> Training:
    """The types of rows; OrderBrokenError also where one of them holds nobody, or nobody's answer.

    With generated maps that does not happen; with real rows many people may be alike.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", ConvergenceWarning)
        warnings.simplefilter("error", RuntimeWarning)
        try:
            return train(rows, assumptions, choices)
        except (ConvergenceWarning, RuntimeWarning) as warning:
            raise OrderBrokenError("too many rows are alike for three types") from warning


def train_all(rows: Rows, assumptions: Assumptions) -> Training:
    """The types of all rows; CohortError names the published orders that do not hold."""
    try:
        return train_rows(rows, assumptions)
    except OrderBrokenError as error:
        why = f"expected rows that give three types in the published orders, but {error}"
        raise CohortError([Fault(why)]) from error


def train_resamples(
    seeds: np.random.SeedSequence, rows: Rows, assumptions: Assumptions, processes: int
) -> list[Trained]:
    """An ensemble on bootstrap resamples of the rows (Efron 1979, doi 10.1214/aos/1176344552).

    Raises CohortError where hardly a resample gives types in the published orders.
    """
    each = seeds.spawn(assumptions.whole("ensemble.size"))
    found = for_each(each, partial(_train_one, rows=rows, assumptions=assumptions), processes)
    members = [member for member in found if member is not None]
    if len(members) < len(found):
        why = (
            "expected rows that carry the three types, but few resamples keep the published orders"
        )
        raise CohortError([Fault(why)])
    return members


def _train_one(
    seed: np.random.SeedSequence, rows: Rows, assumptions: Assumptions
) -> Trained | None:
    """Draw rows and choices until they train to types in the published orders, up to a bound."""
    rng = np.random.default_rng(seed)
    for broken in range(assumptions.whole("cohort.most_against_orders") + 1):
        choices = _draw_choices(rng, rows, assumptions)
        drawn = rows[rng.integers(len(rows), size=len(rows))]
        try:
            training = train_rows(drawn, assumptions, choices)
        except OrderBrokenError:
            continue
        held = frozenset(o for o in assumptions.orders if holds(o, training.profiles))
        made = rebuilding(training, assumptions.whole("ensemble.decimals"))
        return Trained(made, choices.inputs, held, 0, 0, broken)
    return None


def _draw_choices(rng: np.random.Generator, rows: Rows, assumptions: Assumptions) -> Choices:
    """Open choices as far as the rows leave them open.

    Who is family or a friend is grouped in the file already, and a measure enters only where
    everybody answered it and not all alike.
    """
    drawn = draw_choices(rng, assumptions)
    known = {
        name
        for name, column in zip(MEASURES, rows.T, strict=True)
        if not np.isnan(column).any() and column.min() < column.max()
    }
    inputs = tuple(name for name in drawn.inputs if name in known)
    return replace(drawn, inputs=inputs, reading=AS_DESIGNED)
