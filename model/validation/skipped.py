"""What becomes of answers as more and more of a map is left out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions
from model.calibration import HeldOut, hold_out
from model.cohort import Member
from model.evaluation import Outcome, outcome
from model.intervals import resampling
from model.parallel import for_each
from model.skipping import skip, stop_early

LeaveOut = Callable[[np.random.Generator, PersonalMap, float], PersonalMap]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Held-out maps of which this share was left out.

    `skipped` have each step and question skipped with this chance, `stopped` lack so much of
    every list, none of which is then complete.
    """

    share: float
    skipped: Outcome
    stopped: Outcome


@dataclass(frozen=True, slots=True)
class Case:
    """One cohort to judge: how much is left out, and from which seed."""

    share: float
    seed: np.random.SeedSequence


def leave_out_more(
    model: Model,
    members: Sequence[Member],
    seeds: np.random.SeedSequence,
    assumptions: Assumptions,
    processes: int,
) -> tuple[LeftOut, ...]:
    """Judge the same held-out maps with ever more left out, each time drawn anew."""
    asked = assumptions.table("validation.left_out")
    shares = np.linspace(asked["least"], asked["most"], int(asked["steps"])).tolist()
    cases = [Case(s, seed) for s, seed in zip(shares, seeds.spawn(len(shares)), strict=True)]
    work = partial(
        left_out,
        model=model,
        members=members,
        whole=hold_out(model, members),
        assumptions=assumptions,
    )
    return tuple(for_each(cases, work, processes))


def left_out(
    case: Case, model: Model, members: Sequence[Member], whole: HeldOut, assumptions: Assumptions
) -> LeftOut:
    """What comes of one share left out, beside the `whole` maps."""
    rng = np.random.default_rng(case.seed)
    sure = resampling(rng, assumptions)

    def came(leave: LeaveOut) -> Outcome:
        parts = [Member(m.type, leave(rng, m.map, case.share)) for m in members]
        return outcome(hold_out(model, parts), model, sure, whole)

    return LeftOut(case.share, came(skip), came(stop_early))
