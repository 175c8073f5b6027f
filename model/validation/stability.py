"""Whether each type is found again when other people are asked (Hennig 2007).

Source: doi 10.1016/j.csda.2006.11.025, clusterwise stability by bootstrap and by subsetting.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

import numpy as np

from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions
from model.choices import Choices
from model.cohort import Rows
from model.intervals import Estimate, resampling
from model.judging import Numbers
from model.parallel import for_each
from model.training import Training, cluster, columns, preparation
from model.validation.ties import untied


class Verdict(StrEnum):
    """How far a type may be trusted to be there, by Hennig's guide values."""

    HIGHLY_STABLE = "highly_stable"
    VALID = "valid"
    DOUBTFUL = "doubtful"
    NOT_TO_BE_TRUSTED = "not_to_be_trusted"


@dataclass(frozen=True, slots=True)
class Found:
    """How alike a type and the most similar cluster of each refit are.

    `jaccard` is the mean over refits and the span that most of them lie in; `dissolved` is the
    share of refits in which no cluster is alike enough to be the type at all.
    """

    jaccard: Estimate
    dissolved: float
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Stability:
    """Each type over bootstraps of all `people`, and over samples as small as the study's.

    A sample of the study's size is drawn without anyone twice and clustered by itself; its
    clusters are compared with those of all people.
    """

    people: int
    people_in_study: int
    everyone: Mapping[NetworkType, Found]
    as_many_as_the_study: Mapping[NetworkType, Found]


def find_again(
    training: Training,
    rows: Rows,
    seeds: np.random.SeedSequence,
    assumptions: Assumptions,
    processes: int,
) -> Stability:
    """Fit logs, scaling and clusters again to samples of the rows that a training was made of."""
    ties, bootstrap, subset = seeds.spawn(3)
    inputs = columns(rows[training.used], training.choices.inputs)
    inputs = untied(inputs, np.random.default_rng(ties), assumptions)
    labels = training.pipeline.named_steps["types"].labels_
    few = min(assumptions.whole("ensemble.people_in_study"), len(inputs))

    def each(samples: np.random.SeedSequence, size: int | None) -> Mapping[NetworkType, Found]:
        refit = partial(
            _refit,
            inputs=inputs,
            labels=labels,
            choices=training.choices,
            size=size,
            assumptions=assumptions,
        )
        seeds, ends = samples.spawn(assumptions.whole("validation.refits")), samples.spawn(1)[0]
        jaccards = np.array(for_each(seeds, refit, processes))
        return {
            t: _found(jaccards[:, training.names.index(t)], ends, assumptions) for t in NetworkType
        }

    return Stability(len(inputs), few, each(bootstrap, None), each(subset, few))


def jaccards(labels: Numbers, drawn: Numbers, found: Numbers) -> Rows:
    """The Jaccard similarity of each original cluster and the most similar new one.

    `labels` are the original clusters of all rows, `drawn` the rows of a sample by number, some
    perhaps more than once, and `found` their new clusters. Each drawn row counts once.
    """
    rows, first = np.unique(drawn, return_index=True)
    old = labels[rows, None] == np.arange(labels.max() + 1)
    new = found[first, None] == np.arange(found.max() + 1)
    both = old.T.astype(np.int64) @ new.astype(np.int64)
    either = old.sum(axis=0)[:, None] + new.sum(axis=0) - both
    best: Rows = (both / np.maximum(either, 1)).max(axis=1)
    return best


def verdict(jaccard: float, assumptions: Assumptions) -> Verdict:
    """What Hennig's guide values say of a mean Jaccard similarity."""
    guide = assumptions.table("validation.stable")
    reached: Sequence[Verdict] = [v for v in Verdict if v in guide and jaccard >= guide[v]]
    return reached[0] if reached else Verdict.NOT_TO_BE_TRUSTED


def _refit(
    seed: np.random.SeedSequence,
    inputs: Rows,
    labels: Numbers,
    choices: Choices,
    size: int | None,
    assumptions: Assumptions,
) -> Rows:
    """The similarities of one refit, to a bootstrap or to a sample of that size."""
    rng = np.random.default_rng(seed)
    people = len(inputs)
    drawn = (
        rng.integers(people, size=people)
        if size is None
        else rng.choice(people, size, replace=False)
    )
    scaled = preparation(choices).fit_transform(inputs[drawn])
    return jaccards(labels, drawn, cluster(scaled, int(labels.max()) + 1, assumptions).labels_)


def _found(similar: Rows, seed: np.random.SeedSequence, assumptions: Assumptions) -> Found:
    mean = float(similar.mean())
    return Found(
        jaccard=resampling(np.random.default_rng(seed), assumptions).span(mean, similar.tolist()),
        dissolved=float((similar <= assumptions.number("validation.dissolved")).mean()),
        verdict=verdict(mean, assumptions),
    )
