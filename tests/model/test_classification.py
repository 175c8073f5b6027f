"""The plain Python of the page against scikit-learn carrying the same rounded numbers."""

from collections.abc import Sequence

import numpy as np
import pytest
from sklearn.cluster import KMeans
from sklearn.metrics.pairwise import nan_euclidean_distances
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler

from chn_self.domain.clarity import Clarity
from chn_self.domain.distance import compare, positions, squared_distance
from chn_self.domain.measures import measure
from chn_self.domain.network_type import classify
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model, NetworkType
from model.choices import OURS
from model.cohort import Member, Rows, measure_rows
from model.training import logs

Cohort = tuple[list[Member], list[Member]]

MAPS = 10_000
CLOSE = 1e-9


@pytest.fixture(scope="module")
def estimator(model: Model) -> Pipeline:
    """The pipeline that was trained, with the numbers of the model file put in."""
    centres = np.array([model.centres[t] for t in NetworkType])
    scaling = StandardScaler().fit(centres)
    scaling.mean_ = np.array([s.mean for s in model.scalings])
    scaling.scale_ = np.array([s.scale for s in model.scalings])
    types = KMeans(n_clusters=len(centres), init=centres, n_init=1).fit(centres)
    types.cluster_centers_ = centres
    return Pipeline([("logs", logs(OURS)), ("scaling", scaling), ("types", types)])


def distances(model: Model, maps: Sequence[PersonalMap]) -> Rows:
    """Distances from each map to each type, by the code of the page."""
    points = [positions(measure(map_), model) for map_ in maps]
    squares = [[squared_distance(p, model.centres[t]) for t in NetworkType] for p in points]
    found: Rows = np.sqrt(np.array(squares))
    return found


def complete(model: Model, members: Sequence[Member]) -> list[PersonalMap]:
    """The maps on which every measure of the model has a value."""
    maps = [m.map for m in members]
    return [map_ for map_ in maps if measure(map_).answered(model.measures) == len(model.measures)]


def test_complete_maps_come_out_as_from_the_estimator(
    model: Model, estimator: Pipeline, held_out: Cohort
) -> None:
    """Distances to 1e-9, and the same type, on ten thousand generated maps.

    The few with nobody on them have no share of practitioners and no place in the estimator;
    the first of the skipped maps that are whole stand in for them.
    """
    maps = complete(model, [*held_out[0], *held_out[1]])[:MAPS]
    assert len(maps) == MAPS
    rows = measure_rows(maps, model.measures)
    np.testing.assert_allclose(distances(model, maps), estimator.transform(rows), atol=CLOSE)
    points = [positions(measure(map_), model) for map_ in maps]
    closest = [compare(point, model)[0] for point in points]
    assert closest == [list(NetworkType)[k] for k in estimator.predict(rows)]


def test_resemblance_is_the_softmax_of_the_distances_of_the_estimator(
    model: Model, estimator: Pipeline, held_out: Cohort
) -> None:
    """The shares of complete maps to 1e-9, worked out once more with numpy."""
    maps = complete(model, held_out[0])[:1_000]
    logits = -(estimator.transform(measure_rows(maps, model.measures)) ** 2)
    weights = np.exp(logits / (2 * model.temperatures[-1]))
    expected = weights / weights.sum(axis=1, keepdims=True)
    found = [list((classify(map_, model).resemblance or {}).values()) for map_ in maps]
    np.testing.assert_allclose(found, expected, atol=CLOSE)


def test_partly_answered_maps_come_out_as_from_nan_euclidean_distances(
    model: Model, estimator: Pipeline, held_out: Cohort
) -> None:
    """Distances to 1e-9 on maps with questions and steps skipped."""
    maps = [m.map for m in held_out[1] if measure(m.map).answered(model.measures)]
    assert len(maps) > MAPS / 2
    rows = measure_rows(maps, model.measures)
    points = estimator.named_steps["scaling"].transform(logs(OURS).transform(rows))
    centres = estimator.named_steps["types"].cluster_centers_
    expected = nan_euclidean_distances(points, centres)
    np.testing.assert_allclose(distances(model, maps), expected, atol=CLOSE)


def test_skipping_is_never_an_error(model: Model, held_out: Cohort) -> None:
    """Every map with answers skipped gets an answer, and too little only by its own rule."""
    for member in held_out[1][:2_000]:
        found = classify(member.map, model)
        connections = sum(c.counts for c in member.map.connections)
        few = connections < 3 or found.measures.answered(model.measures) < 4
        whole = len(member.map.complete) == 3
        assert (found.clarity == Clarity.TOO_LITTLE) == (few and not whole)
