"""Calibration on real rows: each part of them is judged by a model of all the others.

Real rows come without a generating type. What a map is held to instead is the type that its row
gets when all rows are grouped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from itertools import permutations
from typing import Any, TypeVar

import numpy as np

from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model, NetworkType
from model.assumptions import Assumptions
from model.building import rounded
from model.calibration import HeldOut, cut_points, fit_temperatures, fit_unlike
from model.cohort import Rows, measure_rows
from model.judging import TYPES, Numbers, distances, judge
from model.real.resampling import train_all, train_resamples
from model.skipping import draw_chance, skip
from model.training import Training

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fold:
    """Maps left out of training, the number of each one's type, and a model of all the others."""

    model: Model
    maps: Sequence[PersonalMap]
    truth: Numbers


def leave_out(
    maps: Sequence[PersonalMap],
    rows: Rows,
    training: Training,
    seeds: np.random.SeedSequence,
    assumptions: Assumptions,
    processes: int,
) -> list[Fold]:
    """Leave out each part of the rows in turn; `training` is that of all of them.

    A model without a part has an ensemble of its own, so that nothing it judges was seen by it.
    """
    count = assumptions.whole("cohort.folds")
    drawing, *each = seeds.spawn(count + 1)
    part = np.random.default_rng(drawing).permutation(np.arange(len(maps)) % count)
    truth = np.array([TYPES.index(t) for t in training.types])
    folds = []
    for number, seed in enumerate(each):
        others, own = part != number, np.flatnonzero(part == number).tolist()
        named = train_like(truth[others], rows[others], assumptions)
        ensemble = train_resamples(seed, rows[others], assumptions, processes)
        left_out = [maps[i] for i in own]
        folds.append(Fold(rounded(named, ensemble, assumptions), left_out, truth[own]))
    return folds


def train_like(truth: Numbers, rows: Rows, assumptions: Assumptions) -> Training:
    """A training of some rows, named so that most of them keep the type they have among all.

    It need not keep the published orders: what the parts would then show is left out.
    """
    training = train_all(np.nan_to_num(rows), replace(assumptions, orders=()))
    labels = training.pipeline.named_steps["types"].labels_
    numbers = max(
        permutations(range(len(TYPES))),
        key=lambda numbers: int((np.array(numbers)[labels] == truth).sum()),
    )
    names: tuple[NetworkType, ...] = tuple(TYPES[n] for n in numbers)
    by_old = dict(zip(training.names, names, strict=True))
    profiles = {by_old[t]: profile for t, profile in training.profiles.items()}
    return replace(training, names=names, profiles=profiles)


def with_skipping(
    rng: np.random.Generator, folds: Sequence[Fold], assumptions: Assumptions
) -> list[Fold]:
    """The same maps with answers skipped."""
    return [
        replace(f, maps=[skip(rng, m, draw_chance(rng, assumptions)) for m in f.maps])
        for f in folds
    ]


def calibrate_across(
    model: Model, cohorts: Sequence[Sequence[Fold]], assumptions: Assumptions
) -> tuple[Model, list[HeldOut]]:
    """The model with temperatures and cut-points from all folds, and each cohort as judged.

    What is clear has to be right often enough in all cohorts, of the same rows, together.
    """
    folds = [fold for cohort in cohorts for fold in cohort]
    answered, squares = zip(*(distances(f.model, measure_rows(f.maps)) for f in folds), strict=True)
    truth = np.concatenate([f.truth for f in folds])
    fewest = assumptions.whole("cohort.fewest_maps")
    at = np.concatenate(answered), np.concatenate(squares)
    model = fit_unlike(model, *at, fewest, assumptions)
    model = fit_temperatures(model, *at, truth, fewest, assumptions)
    judged = [_judge(model, cohort) for cohort in cohorts]
    # Together, since few rows say little by themselves; a row is right or wrong in both alike.
    rows = np.tile(np.arange(len(judged[0].truth)), len(judged))
    together = replace(_joined(judged), draws=rows)
    agree_at_least = assumptions.number("cohort.agree_at_least")
    clear_at, agree_at = cut_points([together], assumptions, agree_at_least)
    return replace(model, clear_at=clear_at, agree_at=agree_at), judged


def _judge(model: Model, folds: Sequence[Fold]) -> HeldOut:
    """Every map judged by the model of its fold, with the temperatures that all folds share."""
    found = []
    for fold in folds:
        own = replace(
            fold.model, temperatures=model.temperatures, unlike_beyond=model.unlike_beyond
        )
        found.append(HeldOut(judge(own, fold.maps), fold.truth))
    return _joined(found)


def _joined(parts: Sequence[T]) -> T:
    """One table, of arrays or of further tables, with the rows of all."""
    first: Any = parts[0]
    if first is None:
        return parts[0]
    if isinstance(first, np.ndarray):
        whole: Any = np.concatenate(parts)  # type: ignore[arg-type]
    else:
        columns = {f.name: _joined([getattr(p, f.name) for p in parts]) for f in fields(first)}
        whole = replace(first, **columns)
    joined: T = whole
    return joined
