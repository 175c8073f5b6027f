"""What a middle map of each type holds, and what other ways of rebuilding put in its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import expm1

import numpy as np

from chn_self.domain.trained_types import Model, NetworkType, Scaling, Transform


@dataclass(frozen=True, slots=True)
class Profile:
    """One measure in its own unit: the middle of each type, and the range over the ensemble.

    `ranges` leave out the same share at either end. They are empty where no member of the
    ensemble knows the measure on the model's own scale.
    """

    measure: str
    middles: Mapping[NetworkType, float]
    ranges: Mapping[NetworkType, tuple[float, float]]


def profiles(model: Model, tail: float) -> tuple[Profile, ...]:
    """The profile of each of the model's measures; ranges leave out the share `tail` each end.

    Only members with the same transform are looked at: the middle of logged counts lies below
    that of the counts themselves, which would look like a difference between members.
    """
    return tuple(_profile(i, scaling, model, tail) for i, scaling in enumerate(model.scalings))


def _profile(i: int, scaling: Scaling, model: Model, tail: float) -> Profile:
    name, logged = scaling.measure, scaling.transform == Transform.LOG1P
    members = [m for m in model.ensemble if name in m.measures and (name in m.logged) == logged]
    found = {
        t: [_back(m.centres[t][m.measures.index(name)], logged) for m in members]
        for t in NetworkType
    }
    return Profile(
        measure=name,
        middles={
            t: _back(scaling.mean + scaling.scale * model.centres[t][i], logged)
            for t in NetworkType
        },
        ranges={t: _range(values, tail) for t, values in found.items() if values},
    )


def _back(value: float, logged: bool) -> float:
    """A count or share from its place on the scale; a middle below none is none."""
    return max(expm1(value) if logged else value, 0.0)


def _range(values: list[float], tail: float) -> tuple[float, float]:
    low, high = np.quantile(values, [tail, 1 - tail])
    return float(low), float(high)
