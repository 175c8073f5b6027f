"""How many clusters the maps ask for by themselves, whatever the study found."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

import numpy as np
from sklearn.metrics import silhouette_samples

from model.assumptions import Assumptions
from model.choices import Choices
from model.cohort import Rows
from model.intervals import Estimate, Resampling, resampling
from model.judging import Numbers
from model.parallel import for_each
from model.training import Training, cluster, columns, preparation
from model.validation.gaussian import gaussian_mixture
from model.validation.stability import jaccards
from model.validation.ties import untied

FLOOR = "validation.covariance_floor"


@dataclass(frozen=True, slots=True)
class Tried:
    """One number of clusters by four criteria; what needs two clusters is None for one.

    `silhouette` is the mean over maps (Rousseeuw 1987, doi 10.1016/0377-0427(87)90125-7); `gap`
    is that of Tibshirani, Walther and Hastie 2001 (doi 10.1111/1467-9868.00293) with the
    standard error of its reference; `bic` that of a Gaussian mixture, the less the better
    (Schwarz 1978), to the nearest whole; `jaccard` is how alike clusters are found again on
    bootstraps (Hennig 2007), on average and for the worst of them.
    """

    clusters: int
    silhouette: Estimate | None
    gap: float
    gap_error: float
    bic: float
    jaccard: Estimate | None
    worst_jaccard: Estimate | None


@dataclass(frozen=True, slots=True)
class ChoiceOfK:
    """Each number of clusters, and the number that each criterion prefers.

    `bic_prefers` holds floors under a variance, lowest first, each with the number that BIC
    prefers above it: the floor that we took, and both ends and the middle of its range. What BIC
    prefers turns on the floor, which is assumed, so that it is told by itself and never as a
    preference.
    """

    tried: tuple[Tried, ...]
    preferred: Mapping[str, int]
    bic_prefers: tuple[tuple[float, int], ...]


def try_each_k(
    training: Training,
    rows: Rows,
    seeds: np.random.SeedSequence,
    assumptions: Assumptions,
    processes: int,
) -> ChoiceOfK:
    """Cluster the rows that a training was made of into one cluster, two, and so on."""
    ties, box, bootstrap, last = seeds.spawn(4)
    inputs = columns(rows[training.used], training.choices.inputs)
    inputs = untied(inputs, np.random.default_rng(ties), assumptions)
    scaled = preparation(training.choices).fit_transform(inputs)
    fits = [cluster(scaled, k, assumptions) for k in _range(assumptions)]
    labels = [fit.labels_ for fit in fits]
    reference = partial(_reference, scaled=scaled, assumptions=assumptions)
    spread = np.array(
        for_each(box.spawn(assumptions.whole("validation.references")), reference, processes)
    )
    refit = partial(
        _refit, inputs=inputs, labels=labels, choices=training.choices, assumptions=assumptions
    )
    again = for_each(bootstrap.spawn(assumptions.whole("validation.refits")), refit, processes)
    sure = resampling(np.random.default_rng(last), assumptions)
    gaps = spread.mean(axis=0) - [np.log(fit.inertia_) for fit in fits]
    # The factor allows for the error of a mean over so few references.
    errors = spread.std(axis=0) * np.sqrt(1 + 1 / len(spread))
    bics = {floor: _bics(floor, scaled, labels, assumptions) for floor in _floors(assumptions)}
    ours = bics[assumptions.number(FLOOR)]
    tried = tuple(
        Tried(
            clusters=k,
            silhouette=_silhouette(scaled, labels[i], sure) if k > 1 else None,
            gap=float(gaps[i]),
            gap_error=float(errors[i]),
            bic=ours[i],
            jaccard=_over([float(f[k].mean()) for f in again], sure) if k > 1 else None,
            worst_jaccard=_over([float(f[k].min()) for f in again], sure) if k > 1 else None,
        )
        for i, k in enumerate(_range(assumptions))
    )
    return ChoiceOfK(tried, preferred(tried), bic_prefers(bics))


def preferred(tried: Sequence[Tried]) -> Mapping[str, int]:
    """The number of clusters that each criterion prefers, the smallest of equals.

    By the gap it is the first one whose gap is within a standard error of the next one's or
    above it, as its authors choose; the last one tried if there is none.
    """
    by_gap = (one.clusters for one, more in pairwise(tried) if one.gap >= more.gap - more.gap_error)
    return {
        "silhouette": max(tried, key=lambda t: _value(t.silhouette)).clusters,
        "gap": next(by_gap, tried[-1].clusters),
        "jaccard": max(tried, key=lambda t: _value(t.jaccard)).clusters,
        "worst_jaccard": max(tried, key=lambda t: _value(t.worst_jaccard)).clusters,
    }


def bic_prefers(bics: Mapping[float, Sequence[float]]) -> tuple[tuple[float, int], ...]:
    """Each floor and the number of clusters, from one on, whose BIC is the least above it.

    Of equals it is the smallest; floors are in rising order.
    """
    return tuple((floor, int(np.argmin(found)) + 1) for floor, found in sorted(bics.items()))


def _bics(
    floor: float, scaled: Rows, labels: Sequence[Numbers], assumptions: Assumptions
) -> list[float]:
    """The BIC of a mixture that starts from each clustering, to the nearest whole."""
    having = assumptions.having(FLOOR, {"": floor})
    return [float(round(gaussian_mixture(scaled, x, having).bic(scaled))) for x in labels]


def _floors(assumptions: Assumptions) -> tuple[float, ...]:
    """Our own floor, both ends of its plausible range and its middle, which may differ from all."""
    low, high = assumptions.entries[FLOOR].ranges[""]
    return assumptions.number(FLOOR), low, (low + high) / 2, high


def _range(assumptions: Assumptions) -> range:
    return range(1, assumptions.whole("validation.most_clusters") + 1)


def _reference(seed: np.random.SeedSequence, scaled: Rows, assumptions: Assumptions) -> list[float]:
    """The log of the scatter within clusters of rows that have none.

    They are spread evenly over a box that lies along the principal axes of the rows.
    """
    middle = scaled.mean(axis=0)
    axes = np.linalg.svd(scaled - middle, full_matrices=False)[2]
    along = (scaled - middle) @ axes.T
    rng = np.random.default_rng(seed)
    even = rng.uniform(along.min(axis=0), along.max(axis=0), along.shape) @ axes + middle
    return [float(np.log(cluster(even, k, assumptions).inertia_)) for k in _range(assumptions)]


def _refit(
    seed: np.random.SeedSequence,
    inputs: Rows,
    labels: Sequence[Numbers],
    choices: Choices,
    assumptions: Assumptions,
) -> Mapping[int, Rows]:
    """How alike the clusters are on one bootstrap, for each number of them from two on."""
    drawn = np.random.default_rng(seed).integers(len(inputs), size=len(inputs))
    scaled = preparation(choices).fit_transform(inputs[drawn])
    return {
        k: jaccards(labels[i], drawn, cluster(scaled, k, assumptions).labels_)
        for i, k in enumerate(_range(assumptions))
        if k > 1
    }


def _silhouette(scaled: Rows, labels: Numbers, sure: Resampling) -> Estimate:
    each = silhouette_samples(scaled, labels)
    return sure.estimate(len(each), lambda rows: float(each[rows].mean()))


def _over(found: Sequence[float], sure: Resampling) -> Estimate:
    return sure.span(float(np.mean(found)), found)


def _value(estimate: Estimate | None) -> float:
    return -np.inf if estimate is None else estimate.value
