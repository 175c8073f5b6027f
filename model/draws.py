"""Draws from the plausible ranges: other numbers that agree with all that is published."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from chn_self.domain.measures import MEASURES
from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumption, Assumptions, Order
from model.cohort import Member, generate, measure_rows
from model.mixture import expected
from model.parallel import for_each


@dataclass(frozen=True, slots=True)
class Draw:
    """Assumptions drawn from their ranges, and a cohort of maps generated from them.

    `beyond_bounds` draws before it led to a mixture that other studies rule out, and
    `against_orders` to types that the study rules out.
    """

    assumptions: Assumptions
    cohort: list[Member]
    beyond_bounds: int
    against_orders: int


def draw(
    rng: np.random.Generator, assumptions: Assumptions, size: int, *, as_published: bool
) -> Draw:
    """The first draw whose mixture meets every bound and, if asked, whose types stand as published.

    Only the generator's numbers are drawn; each lies anywhere in its range, whatever the others.
    """
    beyond_bounds = against_orders = 0
    for drawn in _endless(rng, assumptions):
        if not all(bound.holds for bound in expected(drawn)):
            beyond_bounds += 1
            continue
        if as_published:
            checked = generate(rng, drawn, assumptions.whole("ensemble.checked_on"))
            if not stands_as_published(checked, drawn):
                against_orders += 1
                continue
        return Draw(drawn, generate(rng, drawn, size), beyond_bounds, against_orders)
    raise AssertionError("draws never end")


def draw_varied(
    seeds: np.random.SeedSequence, assumptions: Assumptions, processes: int
) -> list[list[Member]]:
    """Maps from many draws, a few from each: what people may be like if our numbers are off.

    These draws meet the borrowed bounds and need not stand as published.
    """
    each = seeds.spawn(assumptions.whole("ensemble.varied_draws"))
    return for_each(each, partial(_draw_part, assumptions=assumptions), processes)


def _draw_part(seed: np.random.SeedSequence, assumptions: Assumptions) -> list[Member]:
    size = assumptions.whole("ensemble.varied_maps")
    return draw(np.random.default_rng(seed), assumptions, size, as_published=False).cohort


def _endless(rng: np.random.Generator, assumptions: Assumptions) -> Iterator[Assumptions]:
    while True:
        entries = {
            key: _drawn(rng, entry) if key.startswith("generator.") else entry
            for key, entry in assumptions.entries.items()
        }
        yield replace(assumptions, entries=entries)


def _drawn(rng: np.random.Generator, entry: Assumption) -> Assumption:
    values = {name: float(rng.uniform(*entry.ranges[name])) for name in entry.values}
    return replace(entry, values=values)


def stands_as_published(cohort: Sequence[Member], assumptions: Assumptions) -> bool:
    """Whether every published order is plain enough for the study to have seen it.

    Each difference between the means of two types has to be so many of its standard errors, for
    as many people as the study had; at 1.96 half of such studies would find it significant.
    """
    rows = measure_rows(member.map for member in cohort)
    types = np.array([member.type for member in cohort])
    part = assumptions.number("ensemble.people_in_study") / len(cohort)
    means, errors = {}, {}
    for t in NetworkType:
        of_type = rows[types == t]
        answered = (~np.isnan(of_type)).sum(axis=0)
        means[t] = np.nanmean(of_type, axis=0)
        errors[t] = np.nanvar(of_type, axis=0) / (answered * part)
    at_least = assumptions.number("ensemble.order_at_least")

    def shows(order: Order) -> bool:
        i = MEASURES.index(order.measure)
        error = np.sqrt(errors[order.more][i] + errors[order.fewer][i])
        return bool(means[order.more][i] - means[order.fewer][i] > at_least * error)

    return all(shows(order) for order in assumptions.published())
