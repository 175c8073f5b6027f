"""Calibration on maps that training has not seen: how flat, how clear, how unlike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import ceil

import numpy as np

from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions
from model.cohort import Member, Rows, measure_rows
from model.intervals import wilson
from model.judging import TYPES, Flags, Judged, Numbers, distances, judge

# Cut-points that no map reaches: shares end at 1.
NEVER = (2.0, 2.0)


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Judged maps of one held-out cohort and the number of the type each was drawn from.

    `draws` names the draw of the assumptions that each map came from, where there are several:
    maps of one draw are right or wrong together.
    """

    judged: Judged
    truth: Numbers
    draws: Numbers | None = None

    def wrong(self) -> Flags:
        """Which maps are closest to another type than the one they were drawn from."""
        found: Flags = self.judged.whole.closest != self.truth
        return found


def hold_out(model: Model, members: Sequence[Member]) -> HeldOut:
    """Judge a held-out cohort."""
    return HeldOut(judge(model, [m.map for m in members]), _truth(members))


def hold_out_draws(model: Model, parts: Sequence[Sequence[Member]]) -> HeldOut:
    """Judge a held-out cohort that came from several draws, each a part of it."""
    found = hold_out(model, [member for part in parts for member in part])
    return replace(found, draws=np.repeat(np.arange(len(parts)), [len(part) for part in parts]))


def _truth(members: Sequence[Member]) -> Numbers:
    return np.array([TYPES.index(m.type) for m in members])


def calibrate(
    model: Model,
    typical: Sequence[Sequence[Member]],
    stopped: Sequence[Member],
    varied: Sequence[Sequence[Member]],
    assumptions: Assumptions,
) -> Model:
    """The model with distances of unlike, temperatures and cut-points, rounded.

    To `typical` cohorts, from our own numbers, the distances of unlike are fitted; temperatures to
    these together with maps whose lists `stopped` early and `varied` ones, of which our numbers
    are not the middle. What is clear has to be right often enough in each cohort by itself.
    """
    fewest = assumptions.whole("calibration.fewest_maps")
    members = [member for cohort in typical for member in cohort]
    model = fit_unlike(model, *distances(model, _rows(members)), fewest, assumptions)
    members += [*stopped, *(member for part in varied for member in part)]
    at = distances(model, _rows(members))
    model = fit_temperatures(model, *at, _truth(members), fewest, assumptions)
    cohorts = [hold_out(model, cohort) for cohort in (*typical, stopped)]
    cohorts.append(hold_out_draws(model, varied))
    agree_at_least = assumptions.number("calibration.agree_least")
    clear_at, agree_at = cut_points(cohorts, assumptions, agree_at_least)
    return replace(model, clear_at=clear_at, agree_at=agree_at)


def _rows(members: Sequence[Member]) -> Rows:
    return measure_rows(m.map for m in members)


def fit_unlike(
    model: Model, answered: Numbers, squares: Rows, fewest: int, assumptions: Assumptions
) -> Model:
    """The model with a distance of unlike for each closest type and count of answers.

    Held-out maps are given by how many measures each answers and its squared distances to the
    types. Each distance is fitted to at least the `fewest` maps, if there are so many, of those
    closest to one type: else the smallest circles would be told the most often that they are
    like none (Vovk 2012, conditional validity of inductive conformal predictors).
    """
    decimals = assumptions.whole("training.decimals")
    alarm = assumptions.number("calibration.unlike_alarm")
    closest = squares.argmin(axis=1)
    beyond = {}
    for i, type_ in enumerate(TYPES):
        own = closest == i
        among = (answered[own], squares[own]) if own.any() else (answered, squares)
        pools = _pools(among[0], len(model.scalings), fewest)
        beyond[type_] = tuple(round(unlike_beyond(among[1][p], alarm), decimals) for p in pools)
    return replace(model, unlike_beyond=beyond)


def fit_temperatures(
    model: Model,
    answered: Numbers,
    squares: Rows,
    truth: Numbers,
    fewest: int,
    assumptions: Assumptions,
) -> Model:
    """The model with a temperature for each count of answers.

    Held-out maps are given by how many measures each answers, its squared distances to the types,
    and the number of its own type.
    """
    decimals = assumptions.whole("training.decimals")
    pools = _pools(answered, len(model.scalings), fewest)
    warm = [fit_temperature(squares[pool], truth[pool], assumptions) for pool in pools]
    return replace(model, temperatures=tuple(round(t, decimals) for t in warm))


def _pools(answered: Numbers, most: int, fewest: int) -> list[Flags]:
    """For each count of answers the maps to fit to."""
    fewest = min(fewest, int((answered > 0).sum()))
    return [_near(answered, count, fewest) for count in range(1, most + 1)]


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

    Of all maps in all cohorts; where nothing is seldom enough wrong, nothing is ever clear.
    """
    allowed = assumptions.number("calibration.clear_error")
    decimals = assumptions.whole("training.decimals")
    least = assumptions.number("calibration.clear_least")
    # Rounded before maps are judged by them: 0.7 must not be a hair above 0.7.
    at_clear = _steps(least, assumptions.number("calibration.clear_step"), decimals)
    at_agree = _steps(agree_at_least, assumptions.number("calibration.agree_step"), decimals)
    most, best = 0, NEVER
    for clear_at, agree_at in product(at_clear, at_agree):
        found = [c.judged.clear(clear_at, agree_at) for c in cohorts]
        clear = sum(int(f.sum()) for f in found)
        if clear > most and all(
            _error(c, f, assumptions) <= allowed for c, f in zip(cohorts, found, strict=True)
        ):
            most, best = clear, (clear_at, agree_at)
    return best


def _steps(least: float, step: float, decimals: int) -> list[float]:
    return [round(x, decimals) for x in np.arange(least, 1, step).tolist()]


def _error(cohort: HeldOut, clear: Flags, assumptions: Assumptions) -> float:
    """The share of clear answers that is wrong, at the upper end of what it may be.

    Maps of one draw are wrong together: they count for as many as would vary like them if each
    came from its own (the design effect of Kish 1965, Survey Sampling). Where nothing is clear,
    nothing is known to be right.
    """
    wrong = cohort.wrong()[clear]
    size = len(wrong)
    if not size:
        return 1.0
    share, effect = float(wrong.mean()), 1.0
    if cohort.draws is not None and 0 < share < 1:
        _, draw = np.unique(cohort.draws[clear], return_inverse=True)
        apart = np.bincount(draw, wrong) - share * np.bincount(draw)
        effect = max(float((apart**2).sum()) / (size * share * (1 - share)), 1.0)
    return wilson(share, size / effect, assumptions.number("calibration.clear_certainty"))
