from dataclasses import replace
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.cluster import KMeans

from chn_self.domain.measures import MEASURES
from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions, Order, load_assumptions
from model.building import rounded, stream
from model.choices import CORE, OURS
from model.cohort import generate, measure_rows
from model.training import (
    OrderBrokenError,
    Profile,
    Training,
    columns,
    fit,
    logs,
    name_clusters,
    train,
)


def name_of(order: Order) -> str:
    """What a test of this order is called."""
    return f"{order.measure}: {order.more} above {order.fewer}"


@pytest.fixture(scope="module")
def training(assumptions: Assumptions) -> Training:
    """Trained on the cohort that the committed model was trained on."""
    size = assumptions.whole("training.maps")
    cohort = generate(stream(assumptions, "training"), assumptions, size)
    return train(measure_rows(m.map for m in cohort), assumptions)


@pytest.mark.parametrize("order", load_assumptions().published(), ids=name_of)
def test_a_published_order_holds_among_trained_types(training: Training, order: Order) -> None:
    """Among the centres for the inputs, among the means of the clusters for the rest."""
    more, fewer = (training.profiles[t][order.measure] for t in (order.more, order.fewer))
    assert more > fewer, order.source


def test_training_fails_when_a_published_order_does_not_hold(assumptions: Assumptions) -> None:
    """With an order turned round no naming fits, and the fault says which order it is."""
    turned = tuple(
        replace(o, more=o.fewer, fewer=o.more) if o.measure == "places" else o
        for o in assumptions.orders
    )
    rows = measure_rows(m.map for m in generate(np.random.default_rng(5), assumptions, 400))
    with pytest.raises(OrderBrokenError, match="places"):
        train(rows, replace(assumptions, orders=turned))


def test_training_passes_over_an_order_that_is_not_published(assumptions: Assumptions) -> None:
    """What is implied may turn out otherwise."""
    turned = tuple(
        o if o in assumptions.published() else replace(o, more=o.fewer, fewer=o.more)
        for o in assumptions.orders
    )
    rows = measure_rows(m.map for m in generate(np.random.default_rng(5), assumptions, 400))
    assert set(train(rows, replace(assumptions, orders=turned)).names) == set(NetworkType)


@given(st.sampled_from(list(permutations(range(3)))))
def test_clusters_get_their_names_whatever_order_they_come_in(order: tuple[int, ...]) -> None:
    """Names follow from the published orders, not from the number of a cluster."""
    assumptions = load_assumptions()
    ranks = {"diverse_and_active": 3.0, "family_and_stable": 2.0, "formal_and_sparse": 1.0}
    upward = {o.measure for o in assumptions.published()} - {
        "practitioner_share",
        "resources",
        "health_resources",
    }
    profiles: dict[NetworkType, Profile] = {
        t: dict.fromkeys(upward, ranks[t])
        | {"practitioner_share": -ranks[t]}
        | dict.fromkeys(("resources", "health_resources"), -abs(ranks[t] - 2))
        for t in NetworkType
    }
    named = [list(NetworkType)[i] for i in order]
    found = name_clusters([profiles[t] for t in named], assumptions.published())
    assert list(found) == named


def test_counts_are_logged_and_shares_are_not() -> None:
    """By hand: log(1 + 0) = 0 for a count, 0.5 stays 0.5 for a share."""
    row = np.array([[0.0, 0, 0, 0.5, np.e - 1, 0, 0.25]])
    assert logs(OURS).transform(row)[0].tolist() == pytest.approx([0, 0, 0, 0.5, 1, 0, 0.25])


def test_what_another_machine_would_round_away_changes_nothing(
    assumptions: Assumptions, training: Training
) -> None:
    """Inputs moved by a billionth, far more than arithmetic differs, give the same file."""
    maps = [
        m.map
        for m in generate(
            stream(assumptions, "training"), assumptions, assumptions.whole("training.maps")
        )
    ]
    rows = measure_rows(maps, CORE)
    rows = rows[~np.isnan(rows).any(axis=1)]
    noise = np.random.default_rng(6).uniform(-1e-9, 1e-9, rows.shape)
    moved = replace(training, pipeline=fit(rows * (1 + noise), OURS, assumptions))
    found, expected = rounded(moved, (), assumptions), rounded(training, (), assumptions)
    assert found.scalings == expected.scalings
    assert sorted(found.centres.values()) == sorted(expected.centres.values())


def test_k_means_starts_from_the_clusters_of_ward(training: Training) -> None:
    """One start, not many random ones, so that the seed of scikit-learn plays no part."""
    types = training.pipeline.named_steps["types"]
    assert isinstance(types, KMeans)
    assert types.n_init == 1
    assert np.shape(types.init) == (3, len(CORE))


def test_maps_without_a_value_are_set_aside(training: Training, assumptions: Assumptions) -> None:
    """A map with nobody on it has no share of practitioners; such maps are few."""
    assert len(training.used) == assumptions.whole("training.maps")
    assert (~training.used).mean() < 0.01


def test_the_types_of_the_rows_are_those_it_predicts(assumptions: Assumptions) -> None:
    """Trained to the end, no row is nearer to another type than to its own."""
    rows = measure_rows(m.map for m in generate(np.random.default_rng(7), assumptions, 400))
    training = train(rows, assumptions)
    assert training.predict(rows[training.used]) == training.types


def test_columns_come_in_the_order_asked_for() -> None:
    """Out of rows of all measures."""
    row = np.arange(len(MEASURES), dtype=np.float64)[None]
    names = ("places", "family")
    assert columns(row, names)[0].tolist() == [MEASURES.index(name) for name in names]
