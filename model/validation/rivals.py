"""Our types beside those that other ways of clustering find in the same maps."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.cluster import AgglomerativeClustering
from sklearn.metrics import pairwise_distances

from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions
from model.cohort import Rows
from model.intervals import Estimate, resampling
from model.judging import TYPES
from model.training import Training, columns
from model.validation.gaussian import gaussian_mixture
from model.validation.medoids import k_medoids
from model.validation.rand import rand
from model.validation.ties import untied


@dataclass(frozen=True, slots=True)
class Rival:
    """A way of clustering: adjusted Rand indices with our types and with the generating ones."""

    method: str
    with_ours: Estimate
    with_generating: Estimate


def compare(
    training: Training,
    rows: Rows,
    types: Sequence[NetworkType],
    rng: np.random.Generator,
    assumptions: Assumptions,
) -> tuple[Rival, ...]:
    """Cluster the rows that a training was made of, whose generating types are given, anew.

    k-means is ours, Ward's clusters are where it started and so where k-medoids start; the
    mixture starts from ours. Each finds as many clusters as there are types.
    """
    inputs = untied(columns(rows[training.used], training.choices.inputs), rng, assumptions)
    scaled = training.pipeline[:-1].transform(inputs)
    ours = training.pipeline.named_steps["types"].labels_
    truth = np.array([TYPES.index(t) for t in types])[training.used]
    ward = AgglomerativeClustering(n_clusters=len(TYPES), linkage="ward").fit_predict(scaled)
    found = {
        "k_means": ours,
        "ward": ward,
        "gaussian_mixture": gaussian_mixture(scaled, ours, assumptions).predict(scaled),
        "k_medoids": k_medoids(pairwise_distances(scaled), ward),
    }
    sure = resampling(rng, assumptions)
    return tuple(
        Rival(method, rand(ours, labels, sure), rand(truth, labels, sure))
        for method, labels in found.items()
    )
