"""What becomes of the types when one choice is made otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial

import numpy as np

from chn_self.domain.measures import Reading
from model.assumptions import Assumptions
from model.building import rounded
from model.choices import CLINICS_AND_HOME, COUNTS, OURS, Choices
from model.cohort import Member, measure_rows
from model.intervals import Estimate, resampling
from model.judging import TYPES, Numbers, distances
from model.parallel import for_each
from model.training import Training, attempt
from model.validation.rand import rand, rand_change
from model.validation.ties import untied

# What the study may have clustered by besides our inputs, and satisfaction, which we keep out.
MAY_BE_PUT_IN = (
    "practitioners",
    "satisfaction",
    "resources",
    "health_resources",
    "week_at_home",
)


class Change(StrEnum):
    """How a training differs from ours."""

    NONE = "none"
    LEFT_OUT = "left_out"
    PUT_IN = "put_in"
    CLINICS_AND_HOME_LEFT_OUT = "clinics_and_home_left_out"
    NOT_LOGGED = "not_logged"


@dataclass(frozen=True, slots=True)
class Variation:
    """One choice made otherwise: what is changed, and of which measure if it is of one alone."""

    change: Change
    measure: str | None
    choices: Choices


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """What came of one variation on held-out maps.

    `rand` is the adjusted Rand index with the generating types, `rand_change` how much higher it
    is than with our own training, on the same maps. `kept` is the share of maps with the same
    type as from our own training, and `broken` the published orders that do not hold.
    """

    change: Change
    measure: str | None
    rand: Estimate
    rand_change: Estimate
    kept: Estimate
    broken: tuple[str, ...]


def vary(
    members: Sequence[Member],
    held_out: Sequence[Member],
    seeds: np.random.SeedSequence,
    assumptions: Assumptions,
    processes: int,
) -> tuple[Sensitivity, ...]:
    """Train on the same members with each choice made otherwise, our own training first.

    Whether published orders then hold is reported; it stops nothing.
    """
    varied = variations()
    ties, ends = seeds.spawn(2)
    train = partial(_train, members=members, held_out=held_out, ties=ties, assumptions=assumptions)
    trained = for_each(varied, train, processes)
    truth = np.array([TYPES.index(m.type) for m in held_out])
    sure = resampling(np.random.default_rng(ends), assumptions)
    (ours, _), *_ = trained
    return tuple(
        Sensitivity(
            change=variation.change,
            measure=variation.measure,
            rand=rand(truth, closest, sure),
            rand_change=rand_change(truth, closest, ours, sure),
            kept=sure.share(closest == ours),
            broken=broken,
        )
        for variation, (closest, broken) in zip(varied, trained, strict=True)
    )


def variations() -> tuple[Variation, ...]:
    """Every choice that is tried otherwise, beside our own."""
    counts = [name for name in OURS.inputs if name in COUNTS]
    elsewhere = replace(OURS, reading=Reading(uncounted_places=CLINICS_AND_HOME))
    return (
        Variation(Change.NONE, None, OURS),
        *(Variation(Change.LEFT_OUT, name, _without(name)) for name in OURS.inputs),
        *(
            Variation(Change.PUT_IN, name, replace(OURS, inputs=(*OURS.inputs, name)))
            for name in MAY_BE_PUT_IN
        ),
        Variation(Change.CLINICS_AND_HOME_LEFT_OUT, None, elsewhere),
        Variation(Change.NOT_LOGGED, None, replace(OURS, logged=frozenset())),
        *(
            Variation(Change.NOT_LOGGED, name, replace(OURS, logged=OURS.logged - {name}))
            for name in counts
        ),
    )


def _without(name: str) -> Choices:
    return replace(OURS, inputs=tuple(other for other in OURS.inputs if other != name))


def _train(
    variation: Variation,
    members: Sequence[Member],
    held_out: Sequence[Member],
    ties: np.random.SeedSequence,
    assumptions: Assumptions,
) -> tuple[Numbers, tuple[str, ...]]:
    """The number of the closest type of each held-out map, and the orders that do not hold."""
    reading = variation.choices.reading
    rows = measure_rows((m.map for m in members), reading=reading)
    rows = untied(rows, np.random.default_rng(ties), assumptions)
    training = attempt(rows, assumptions, variation.choices)
    broken = training.broken(assumptions.published())
    return (
        _closest(training, held_out, assumptions),
        tuple(f"{o.measure}: {o.more} above {o.fewer}" for o in broken),
    )


def _closest(training: Training, members: Sequence[Member], assumptions: Assumptions) -> Numbers:
    """As the page finds it, so that a measure without an answer is left out of the distance."""
    model = rounded(training, (), assumptions)
    rows = measure_rows((m.map for m in members), reading=training.choices.reading)
    found: Numbers = distances(model, rows)[1].argmin(axis=1)
    return found
