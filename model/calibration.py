"""Calibration on maps that training has not seen: how flat, how clear, how unlike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil

import numpy as np

from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions
from model.cohort import Member, Rows, measure_rows
from model.judging import TYPES, Flags, Judged, Numbers, distances, judge


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Judged maps of one held-out cohort and the number of the type each was drawn from."""

    judged: Judged
    truth: Numbers

    def wrong(self) -> Flags:
        """Which maps are closest to another type than the one they were drawn from."""
        found: Flags = self.judged.whole.closest != self.truth
        return found


def hold_out(model: Model, members: Sequence[Member]) -> HeldOut:
    """Judge a held-out cohort."""
    return HeldOut(judge(model, [m.map for m in members]), _truth(members))


def _truth(members: Sequence[Member]) -> Numbers:
    return np.array([TYPES.index(m.type) for m in members])


def calibrate(
    model: Model,
    ours: Sequence[Sequence[Member]],
    varied: Sequence[Member],
    assumptions: Assumptions,
) -> Model:
    """The model with temperatures and cut-points fitted to held-out maps, rounded.

    `ours` are cohorts from our own numbers; to all of them together temperatures and the
    distances of unlike are fitted. What is clear has to be right often enough in each of them by
    itself, and among the `varied` maps, of which our numbers are not the middle.
    """
    members = [member for cohort in ours for member in cohort]
    answered, squares = distances(model, measure_rows(m.map for m in members))
    fewest = assumptions.whole("calibration.fewest_maps")
    model = spread(model, answered, squares, _truth(members), fewest, assumptions)
    cohorts = [hold_out(model, cohort) for cohort in (*ours, varied)]
    clear_at, agree_at = cut_points(cohorts, assumptions)
    return replace(model, clear_at=clear_at, agree_at=agree_at)


def spread(
    model: Model,
    answered: Numbers,
    squares: Rows,
    truth: Numbers,
    fewest: int,
    assumptions: Assumptions,
) -> Model:
    """The model with a temperature and a distance of unlike for each count of answers.

    They are fitted to held-out maps: how many measures each answers, its squared distances to the
    types, and the number of its own type; to at least the `fewest` of them, if there are so many.
    """
    decimals = assumptions.whole("training.decimals")
    fewest = min(fewest, int((answered > 0).sum()))
    pools = [_near(answered, n, fewest) for n in range(1, len(model.scalings) + 1)]
    alarm = assumptions.number("calibration.unlike_alarm")
    warm = [fit_temperature(squares[pool], truth[pool], assumptions) for pool in pools]
    far = [unlike_beyond(squares[pool], alarm) for pool in pools]
    return replace(
        model,
        temperatures=tuple(round(t, decimals) for t in warm),
        unlike_beyond=tuple(round(d, decimals) for d in far),
    )


def _near(answered: Numbers, count: int, fewest: int) -> Flags:
    """Maps with so many answers, and with ever more or fewer until there are enough.

    Those with no answer at all are nowhere.
    """
    away = np.where(answered > 0, np.abs(answered - count), answered.max() + 1)
    width = next(w for w in range(int(away.max()) + 1) if (away <= w).sum() >= fewest)
    found: Flags = away <= width
    return found


def fit_temperature(squares: Rows, truth: Numbers, assumptions: Assumptions) -> float:
    """The temperature under which the generating types are the least surprising."""
    grid = assumptions.table("calibration.temperature")
    tried = np.geomspace(grid["lowest"], grid["highest"], int(grid["steps"]))

    def surprise(temperature: float) -> float:
        logits = -squares / (2 * temperature)
        logits -= logits.max(axis=1, keepdims=True)
        own = logits[np.arange(len(logits)), truth]
        return float((np.log(np.exp(logits).sum(axis=1)) - own).mean())

    return float(min(tried, key=surprise))


def unlike_beyond(squares: Rows, alarm: float) -> float:
    """The distance to the closest type that a typical map exceeds with the chance of an alarm.

    The quantile of split conformal prediction: a map beyond it has a conformal p-value of at most
    `alarm` (Vovk, Gammerman and Shafer 2005, Algorithmic Learning in a Random World).
    """
    nearest = np.sort(np.sqrt(squares.min(axis=1)))
    rank = ceil((1 - alarm) * (len(nearest) + 1))
    return float(nearest[min(rank, len(nearest)) - 1])


def cut_points(
    cohorts: Sequence[HeldOut], assumptions: Assumptions, agree_at_least: float = 0.0
) -> tuple[float, float]:
    """The cut-points that call the most maps clear while clear is seldom enough wrong.

    Of all maps in all cohorts; the most certain resemblance and agreement where nothing is
    seldom enough wrong.
    """
    allowed = assumptions.number("calibration.clear_error")
    decimals = assumptions.whole("training.decimals")
    least = assumptions.number("calibration.clear_least")
    at_clear = np.arange(least, 1, assumptions.number("calibration.clear_step"))
    at_agree = np.arange(agree_at_least, 1, assumptions.number("calibration.agree_step"))
    most, best = 0, (1.0, 1.0)
    for clear_at, agree_at in product(at_clear, at_agree):
        found = [c.judged.clear(clear_at, agree_at) for c in cohorts]
        clear = sum(int(f.sum()) for f in found)
        if clear > most and all(
            _error(c.wrong()[f], assumptions) <= allowed
            for c, f in zip(cohorts, found, strict=True)
        ):
            most, best = clear, (round(float(clear_at), decimals), round(float(agree_at), decimals))
    return best


def _error(wrong: Flags, assumptions: Assumptions) -> float:
    """The share that is wrong, with some certainty."""
    if not wrong.size:
        return 0.0
    share = wrong.mean()
    spread = assumptions.number("calibration.clear_certainty")
    return float(share + spread * np.sqrt(share * (1 - share) / wrong.size))
