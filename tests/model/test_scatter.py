"""The types, maps and the ensemble in the plane of the three centres."""

from dataclasses import replace
from itertools import combinations
from math import dist

import numpy as np
import pytest

from chn_self.domain.trained_types import Model, NetworkType, Rebuilding
from model.assumptions import Assumptions
from model.cohort import Member, generate
from model.scatter import FEWEST, Plane, Scatter, scatter


@pytest.fixture(scope="module")
def members(assumptions: Assumptions) -> list[Member]:
    """More maps than are drawn."""
    return generate(np.random.default_rng(1), assumptions, 400)


@pytest.fixture(scope="module")
def found(model: Model, members: list[Member], assumptions: Assumptions) -> Scatter:
    """What is drawn of the committed model."""
    return scatter(model, members, assumptions)


def alike(model: Model) -> Rebuilding:
    """A way of rebuilding that puts the types where the model does, on the same scale."""
    return Rebuilding(
        reading=model.ensemble[0].reading,
        measures=model.measures,
        logged=frozenset(s.measure for s in model.scalings if s.transform == "log1p"),
        scales=tuple(s.scale for s in model.scalings),
        centres={
            t: tuple(s.mean + s.scale * x for s, x in zip(model.scalings, centre, strict=True))
            for t, centre in model.centres.items()
        },
    )


def test_the_plane_keeps_the_distances_between_the_centres(model: Model) -> None:
    """Three points span a plane, so nothing of them is lost."""
    plane = Plane.through(model)
    dots = {t: tuple(plane.project(np.array(model.centres[t]))) for t in NetworkType}
    for a, b in combinations(NetworkType, 2):
        assert dist(dots[a], dots[b]) == pytest.approx(dist(model.centres[a], model.centres[b]))


def test_the_axes_stand_at_right_angles(model: Model) -> None:
    """And have the length of one standard deviation."""
    axes = Plane.through(model).axes
    assert axes @ axes.T == pytest.approx(np.eye(2))


def test_the_centres_differ_most_along_the_first_axis(found: Scatter) -> None:
    """As a picture that is wider than high needs it."""
    across, up = zip(*found.centres.values(), strict=True)
    assert np.var(across) > np.var(up)


def test_the_first_type_lies_on_the_same_side_on_every_machine(found: Scatter) -> None:
    """The sign of an axis that an algorithm finds is arbitrary."""
    assert min(found.centres[NetworkType.DIVERSE_AND_ACTIVE]) > 0


def test_draws_as_many_maps_as_the_assumptions_say(
    found: Scatter, assumptions: Assumptions
) -> None:
    """Each under the type it was drawn from, however many there are to draw from."""
    assert sum(map(len, found.maps.values())) == assumptions.whole("plots.maps")
    assert min(map(len, found.maps.values())) > 0


def test_draws_no_map_with_a_measure_unanswered(
    model: Model, members: list[Member], assumptions: Assumptions
) -> None:
    """It has no place in the plane."""
    empty = Member(members[0].type, replace(members[0].map, connections=()))
    assert sum(map(len, scatter(model, [empty], assumptions).maps.values())) == 0


def test_a_cloud_lies_around_where_the_ensemble_puts_a_type(
    model: Model, assumptions: Assumptions
) -> None:
    """Members that agree with the model altogether make a cloud of no size at its centre."""
    same = scatter(replace(model, ensemble=(alike(model),) * FEWEST), [], assumptions)
    for t in NetworkType:
        assert same.clouds[t].middle == pytest.approx(same.centres[t])
        assert (same.clouds[t].along, same.clouds[t].across) == (0, 0)


def test_a_cloud_holds_the_share_that_it_says(found: Scatter, model: Model) -> None:
    """Nearly: the centres are not quite normal. Measured by the ellipse's own equation."""
    plane = Plane.through(model)
    compared = [m for m in model.ensemble if {*model.measures} <= {*m.measures} and m.logged]
    assert len(compared) == found.rebuildings
    for t, cloud in found.clouds.items():
        centres = [dict(zip(m.measures, m.centres[t], strict=True)) for m in compared]
        points = [[(c[s.measure] - s.mean) / s.scale for s in model.scalings] for c in centres]
        x, y = (plane.project(np.array(points)) - cloud.middle).T
        turned = np.radians(cloud.angle)
        along = (x * np.cos(turned) + y * np.sin(turned)) / cloud.along
        across = (y * np.cos(turned) - x * np.sin(turned)) / cloud.across
        assert (along**2 + across**2 <= 1).mean() == pytest.approx(found.certainty, abs=0.05)


def test_members_on_another_scale_are_not_compared(model: Model, assumptions: Assumptions) -> None:
    """Nor those that do not know every measure of ours."""
    ours = alike(model)
    others = (
        replace(ours, logged=frozenset()),
        replace(
            ours,
            measures=ours.measures[1:],
            scales=ours.scales[1:],
            centres={t: c[1:] for t, c in ours.centres.items()},
        ),
    )
    found = scatter(replace(model, ensemble=(ours, *others)), [], assumptions)
    assert found.rebuildings == 1


def test_there_are_no_clouds_around_too_few(model: Model, assumptions: Assumptions) -> None:
    """Nor without an ensemble at all."""
    for size in (0, FEWEST - 1):
        few = replace(model, ensemble=(alike(model),) * size)
        assert not scatter(few, [], assumptions).clouds
