"""The types, held-out maps and the ensemble in the one plane that the three centres lie in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from chn_self.domain.distance import positions
from chn_self.domain.measures import measure
from chn_self.domain.trained_types import Model, NetworkType, Rebuilding, Transform
from model.assumptions import Assumptions
from model.cohort import Member, Rows

Dot = tuple[float, float]

# Two dots have no ellipse and one through three says nothing of a fourth.
FEWEST = 4


@dataclass(frozen=True, slots=True)
class Cloud:
    """An ellipse around where an ensemble puts one type.

    `middle`, and half the length `along` its longer axis and `across` it; the longer axis is
    turned by `angle` degrees from the first axis of the plane towards the second.
    """

    middle: Dot
    along: float
    across: float
    angle: float


@dataclass(frozen=True, slots=True)
class Scatter:
    """What lies where in the plane, in standard deviations from the middle of the centres.

    `maps` are held-out maps by the type they were drawn from. A cloud would hold the share
    `certainty` of the centres of its type if they were normal; it is drawn around those of
    `rebuildings`, the members of the ensemble that know all our measures on the same scale.
    """

    centres: Mapping[NetworkType, Dot]
    maps: Mapping[NetworkType, tuple[Dot, ...]]
    clouds: Mapping[NetworkType, Cloud]
    rebuildings: int
    certainty: float


def scatter(model: Model, members: Sequence[Member], assumptions: Assumptions) -> Scatter:
    """Lay the first maps that answer every measure beside the centres, which lie exactly.

    The plane loses nothing of the distances between the centres, and of those between maps what
    is at right angles to it. There are no clouds where too few members can be compared.
    """
    decimals = assumptions.whole("plots.decimals")
    certainty = assumptions.number("report.certainty")
    plane = Plane.through(model)
    points = [(m.type, positions(measure(m.map), model)) for m in members]
    whole = [(t, np.array(p)) for t, p in points if None not in p]
    shown = whole[: assumptions.whole("plots.maps")]
    alike = [r for r in model.ensemble if _is_alike(r, model)]
    return Scatter(
        centres={t: _dot(plane.project(np.array(model.centres[t])), decimals) for t in NetworkType},
        maps={
            t: tuple(_dot(plane.project(p), decimals) for o, p in shown if o == t)
            for t in NetworkType
        },
        clouds={
            t: _cloud(
                plane.project(np.array([_centre(r, t, model) for r in alike])), certainty, decimals
            )
            for t in NetworkType
            if len(alike) >= FEWEST
        },
        rebuildings=len(alike),
        certainty=certainty,
    )


@dataclass(frozen=True, slots=True)
class Plane:
    """A plane in the space of standardised measures: a point in it and two axes at right angles."""

    origin: Rows
    axes: Rows

    @classmethod
    def through(cls, model: Model) -> "Plane":
        """The plane of the three centres; its first axis is the one they differ most along.

        An axis points to the side of the first type, so that it is the same on every machine.
        """
        centres = np.array([model.centres[t] for t in NetworkType])
        origin = centres.mean(axis=0)
        _, _, axes = np.linalg.svd(centres - origin, full_matrices=False)
        towards = axes[:2] @ (centres[0] - origin)
        return cls(origin, np.where(towards < 0, -1.0, 1.0)[:, None] * axes[:2])

    def project(self, points: Rows) -> Rows:
        """Where one point, or each row of points, lies along the two axes."""
        found: Rows = (points - self.origin) @ self.axes.T
        return found


def _is_alike(rebuilding: Rebuilding, model: Model) -> bool:
    """Whether a member knows each of the model's measures, in the model's units."""
    ours = {s.measure for s in model.scalings if s.transform == Transform.LOG1P}
    theirs = rebuilding.logged & {*model.measures}
    return {*model.measures} <= {*rebuilding.measures} and theirs == ours


def _centre(rebuilding: Rebuilding, type_: NetworkType, model: Model) -> Rows:
    """Where a member puts a type, in the model's standard deviations."""
    centre = dict(zip(rebuilding.measures, rebuilding.centres[type_], strict=True))
    return np.array([(centre[s.measure] - s.mean) / s.scale for s in model.scalings])


def _cloud(dots: Rows, certainty: float, decimals: int) -> Cloud:
    """The ellipse that holds a share of a normal distribution in two dimensions.

    It ends where the squared distance is −2 ln(1 − share), the quantile of χ² with two degrees.
    """
    squares, axes = np.linalg.eigh(np.cov(dots.T))
    across, along = np.sqrt(np.maximum(squares, 0) * -2 * np.log(1 - certainty))
    x, y = axes[:, 1]
    return Cloud(
        middle=_dot(dots.mean(axis=0), decimals),
        along=round(float(along), decimals),
        across=round(float(across), decimals),
        angle=round(float(np.degrees(np.arctan2(y, x)) % 180), decimals),
    )


def _dot(found: Rows, decimals: int) -> Dot:
    return round(float(found[0]), decimals), round(float(found[1]), decimals)
