"""Training: standardised measures, Ward seeds, k-means, and clusters named by published orders."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from chn_self.domain.measures import MEASURES
from chn_self.domain.network_type import NetworkType
from chn_self.domain.personal_map import PersonalMap
from model.assumptions import Assumptions, Order
from model.cohort import Rows, measure_rows

# People by kind, places, activities, practitioner share and newness are what the study says its
# types incorporate. Satisfaction never enters: a bad day must not move the type.
INPUTS = (
    "family",
    "friends",
    "wider",
    "practitioners",
    "practitioner_share",
    "places",
    "activities",
    "new_share",
)
COUNTS = frozenset({"family", "friends", "wider", "practitioners", "places", "activities"})

Profile = Mapping[str, float]


class OrderBrokenError(Exception):
    """Training gave types of which a published order does not hold."""


@dataclass(frozen=True, slots=True)
class Training:
    """A trained pipeline and the type that each of its clusters was named.

    `profiles` are the types as the orders see them: standardised centres for the inputs, means
    for the other measures. `used` maps were trained on; `set_aside` had an input unanswered.
    """

    pipeline: Pipeline
    names: tuple[NetworkType, ...]
    profiles: Mapping[NetworkType, Profile]
    used: int
    set_aside: int


def train(maps: Iterable[PersonalMap], assumptions: Assumptions) -> Training:
    """Train on maps; OrderBrokenError if a published order does not hold among the types."""
    rows = measure_rows(maps)
    inputs = rows[:, [MEASURES.index(name) for name in INPUTS]]
    whole = ~np.isnan(inputs).any(axis=1)
    pipeline = fit(inputs[whole], assumptions)
    profiles = _profiles(pipeline, rows[whole])
    names = name_clusters(profiles, assumptions.published())
    return Training(
        pipeline=pipeline,
        names=names,
        profiles=dict(zip(names, profiles, strict=True)),
        used=int(whole.sum()),
        set_aside=int((~whole).sum()),
    )


def fit(inputs: Rows, assumptions: Assumptions) -> Pipeline:
    """Fit logs, scaling and k-means to complete rows, starting from the means of Ward's clusters.

    k-means goes on until no map changes cluster, so that machines cannot stop at different steps.
    """
    clusters = assumptions.whole("training.types")
    logs = FunctionTransformer(log_counts, feature_names_out="one-to-one")
    scaling = StandardScaler()
    scaled = scaling.fit_transform(logs.fit_transform(inputs))
    labels = AgglomerativeClustering(n_clusters=clusters, linkage="ward").fit_predict(scaled)
    seeds = np.array([scaled[labels == k].mean(axis=0) for k in range(clusters)])
    types = KMeans(
        n_clusters=clusters, init=seeds, n_init=1, tol=assumptions.number("training.tolerance")
    ).fit(scaled)
    return Pipeline([("logs", logs), ("scaling", scaling), ("types", types)])


def log_counts(inputs: Rows) -> Rows:
    """The log of 1 more than each count; shares stay as they are."""
    counts = np.array([name in COUNTS for name in INPUTS])
    logged: Rows = np.where(counts, np.log1p(inputs), inputs)
    return logged


def name_clusters(profiles: Sequence[Profile], orders: Sequence[Order]) -> tuple[NetworkType, ...]:
    """The type of each cluster: the naming under which the most orders hold.

    Raises OrderBrokenError, naming the orders, unless all of them do.
    """
    namings = permutations(NetworkType, len(profiles))
    best = min(namings, key=lambda names: len(_broken(names, profiles, orders)))
    broken = _broken(best, profiles, orders)
    if broken:
        raise OrderBrokenError(
            "; ".join(f"{o.measure}: {o.more} is not above {o.fewer}" for o in broken)
        )
    return best


def _broken(
    names: tuple[NetworkType, ...], profiles: Sequence[Profile], orders: Sequence[Order]
) -> list[Order]:
    named = dict(zip(names, profiles, strict=True))
    return [o for o in orders if not named[o.more][o.measure] > named[o.fewer][o.measure]]


def _profiles(pipeline: Pipeline, rows: Rows) -> list[Profile]:
    types = pipeline.named_steps["types"]
    profiles: list[Profile] = []
    for cluster, centre in enumerate(types.cluster_centers_):
        means = np.nanmean(rows[types.labels_ == cluster], axis=0)
        profile = dict(zip(MEASURES, means.tolist(), strict=True))
        profiles.append(profile | dict(zip(INPUTS, centre.tolist(), strict=True)))
    return profiles
