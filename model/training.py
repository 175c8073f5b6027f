"""Training: standardised measures, Ward seeds, k-means, and clusters named by published orders."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
import numpy.typing as npt
from sklearn.cluster import AgglomerativeClustering, KMeans
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import FunctionTransformer, StandardScaler

from chn_self.domain.measures import MEASURES
from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions, Order
from model.choices import OURS, Choices
from model.cohort import Rows

Flags = npt.NDArray[np.bool_]
Profile = Mapping[str, float]


class OrderBrokenError(Exception):
    """Training gave types of which a published order does not hold."""


@dataclass(frozen=True, slots=True)
class Training:
    """A trained pipeline and the type that each of its clusters was named.

    `profiles` are the types as the orders see them: standardised centres for the inputs, means
    for the other measures. `used` rows were trained on, in their order; the others had an input
    unanswered.
    """

    choices: Choices
    pipeline: Pipeline
    names: tuple[NetworkType, ...]
    profiles: Mapping[NetworkType, Profile]
    used: Flags

    @property
    def types(self) -> list[NetworkType]:
        """The type of each row that was used."""
        return [self.names[label] for label in self.pipeline.named_steps["types"].labels_]

    def broken(self, orders: Sequence[Order]) -> list[Order]:
        """The orders that do not hold among the types."""
        return [order for order in orders if not holds(order, self.profiles)]

    def predict(self, rows: Rows) -> list[NetworkType]:
        """The closest type of rows of all measures; every input has to be answered."""
        return [self.names[k] for k in self.pipeline.predict(columns(rows, self.choices.inputs))]


def train(rows: Rows, assumptions: Assumptions, choices: Choices = OURS) -> Training:
    """Train on rows of all measures, nan where not answered.

    Raises OrderBrokenError if a published order does not hold among the types.
    """
    training = attempt(rows, assumptions, choices)
    if broken := training.broken(assumptions.published()):
        raise OrderBrokenError(
            "; ".join(f"{o.measure}: {o.more} is not above {o.fewer}" for o in broken)
        )
    return training


def attempt(rows: Rows, assumptions: Assumptions, choices: Choices = OURS) -> Training:
    """Train as `train` does, whatever becomes of the published orders."""
    inputs = columns(rows, choices.inputs)
    used: Flags = np.logical_not(np.isnan(inputs).any(axis=1))
    pipeline = fit(inputs[used], choices, assumptions)
    profiles = _profiles(pipeline, rows[used], choices.inputs)
    names = name_clusters(profiles, assumptions.published())
    return Training(choices, pipeline, names, dict(zip(names, profiles, strict=True)), used)


def fit(inputs: Rows, choices: Choices, assumptions: Assumptions) -> Pipeline:
    """Fit logs, scaling and the clusters of the published types to complete rows."""
    before = preparation(choices)
    scaled = before.fit_transform(inputs)
    types = cluster(scaled, assumptions.whole("training.types"), assumptions)
    return Pipeline([*before.steps, ("types", types)])


def preparation(choices: Choices) -> Pipeline:
    """What is done to complete rows before they are clustered: logs and scaling."""
    return Pipeline([("logs", logs(choices)), ("scaling", StandardScaler())])


def cluster(scaled: Rows, clusters: int, assumptions: Assumptions) -> KMeans:
    """Fit k-means to scaled rows, starting from the means of Ward's clusters.

    k-means goes on until no map changes cluster, so that machines cannot stop at different steps.
    """
    labels = AgglomerativeClustering(n_clusters=clusters, linkage="ward").fit_predict(scaled)
    seeds = np.array([scaled[labels == k].mean(axis=0) for k in range(clusters)])
    return KMeans(
        n_clusters=clusters, init=seeds, n_init=1, tol=assumptions.number("training.tolerance")
    ).fit(scaled)


def logs(choices: Choices) -> FunctionTransformer:
    """The log of 1 more than each count that is logged; shares stay as they are."""
    logged = np.array([name in choices.logged for name in choices.inputs])
    return FunctionTransformer(
        _log_some, kw_args={"logged": logged}, feature_names_out="one-to-one"
    )


def columns(rows: Rows, names: Sequence[str]) -> Rows:
    """The named measures out of rows of all measures."""
    return rows[:, [MEASURES.index(name) for name in names]]


def name_clusters(profiles: Sequence[Profile], orders: Sequence[Order]) -> tuple[NetworkType, ...]:
    """The type of each cluster: the naming under which the most orders hold."""
    return max(
        permutations(NetworkType, len(profiles)),
        key=lambda names: sum(holds(o, dict(zip(names, profiles, strict=True))) for o in orders),
    )


def holds(order: Order, profiles: Mapping[NetworkType, Profile]) -> bool:
    """Whether an order holds among named types."""
    return profiles[order.more][order.measure] > profiles[order.fewer][order.measure]


def _log_some(inputs: Rows, logged: npt.NDArray[np.bool_]) -> Rows:
    made: Rows = np.where(logged, np.log1p(inputs), inputs)
    return made


def _profiles(pipeline: Pipeline, rows: Rows, inputs: Sequence[str]) -> list[Profile]:
    types = pipeline.named_steps["types"]
    profiles: list[Profile] = []
    for cluster, centre in enumerate(types.cluster_centers_):
        means = np.nanmean(rows[types.labels_ == cluster], axis=0)
        profile = dict(zip(MEASURES, means.tolist(), strict=True))
        profiles.append(profile | dict(zip(inputs, centre.tolist(), strict=True)))
    return profiles
