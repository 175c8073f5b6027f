"""How the model does on maps that neither training nor calibration has seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from sklearn.metrics import adjusted_rand_score

from chn_self.domain.measures import MEASURES
from chn_self.domain.network_type import Clarity, Classification, Model, NetworkType, classify
from model.assumptions import Assumptions
from model.cohort import Member, generate, measure_rows
from model.skipping import draw_chance, skip, stop_early

Confusion = Mapping[NetworkType, Mapping[NetworkType, float]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one set of maps; every figure but the adjusted Rand indices is a share.

    `changed` is the share of all maps that were called clear, and another type than the same
    map with every answer there.
    """

    clarity: Mapping[Clarity, float]
    closest_right: float
    clear_wrong: float
    rand: float
    clear_rand: float
    changed: float


@dataclass(frozen=True, slots=True)
class Band:
    """Maps whose top resemblance lies between two bounds, and how often it named their type."""

    lowest: float
    highest: float
    maps: int
    said: float
    right: float


@dataclass(frozen=True, slots=True)
class Bound:
    """A figure of the generated mixture beside the published span that it is held to."""

    name: str
    found: float
    lowest: float
    highest: float
    tolerance: float

    @property
    def holds(self) -> bool:
        """Whether the figure is within the span, give or take the tolerance."""
        return self.lowest - self.tolerance <= self.found <= self.highest + self.tolerance


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Held-out figures of a model."""

    maps: int
    complete: Outcome
    skipped: Outcome
    stopped: Outcome
    bands: tuple[Band, ...]
    bounds: tuple[Bound, ...]
    confusion: Confusion


def evaluate(model: Model, rng: np.random.Generator, assumptions: Assumptions) -> Evaluation:
    """Classify fresh maps as they are, with answers skipped, and with lists stopped early."""
    members = generate(rng, assumptions, assumptions.whole("training.held_out"))
    complete = _classify(model, members)
    skipped = [Member(m.type, skip(rng, m.map, draw_chance(rng, assumptions))) for m in members]
    stopped = [
        Member(m.type, stop_early(rng, m.map, draw_chance(rng, assumptions))) for m in members
    ]
    return Evaluation(
        maps=len(members),
        complete=_outcome(members, complete, complete),
        skipped=_outcome(skipped, _classify(model, skipped), complete),
        stopped=_outcome(stopped, _classify(model, stopped), complete),
        bands=_bands(members, complete, assumptions),
        bounds=bounds(members, assumptions),
        confusion=_confusion(members, complete),
    )


def bounds(members: Sequence[Member], assumptions: Assumptions) -> tuple[Bound, ...]:
    """The mixture of generated maps beside the borrowed bounds; shares are of all people."""
    sums = dict(zip(MEASURES, measure_rows([m.map for m in members]).T, strict=True))
    people = sums["people"]
    found = {
        "people_mean": people.mean(),
        "people_sd": people.std(ddof=1),
        "kin": sums["family"].sum() / people.sum(),
        "friends": sums["friends"].sum() / people.sum(),
        "professionals": sums["practitioners"].sum() / people.sum(),
    }
    tolerance = assumptions.table("bounds.tolerance")
    spans = {name: assumptions.table(f"bounds.{name}") for name in found}
    return tuple(
        Bound(name, float(value), spans[name]["lowest"], spans[name]["highest"], tolerance[name])
        for name, value in found.items()
    )


def _classify(model: Model, members: Sequence[Member]) -> list[Classification]:
    return [classify(m.map, model) for m in members]


def _outcome(
    members: Sequence[Member], found: Sequence[Classification], whole: Sequence[Classification]
) -> Outcome:
    compared = [(m.type, c) for m, c in zip(members, found, strict=True) if c.closest]
    clear = [(t, c) for t, c in compared if c.clarity == Clarity.CLEAR]
    changed = [
        c.clarity == Clarity.CLEAR and c.closest != w.closest
        for c, w in zip(found, whole, strict=True)
    ]
    return Outcome(
        clarity={k: sum(c.clarity == k for c in found) / len(found) for k in Clarity},
        closest_right=float(np.mean([t == c.closest for t, c in compared])),
        clear_wrong=float(np.mean([t != c.closest for t, c in clear])),
        rand=_rand(compared),
        clear_rand=_rand(clear),
        changed=float(np.mean(changed)),
    )


def _rand(pairs: Sequence[tuple[NetworkType, Classification]]) -> float:
    return float(adjusted_rand_score([t for t, _ in pairs], [c.closest for _, c in pairs]))


def _bands(
    members: Sequence[Member], found: Sequence[Classification], assumptions: Assumptions
) -> tuple[Band, ...]:
    edges = tuple(assumptions.table("report.resemblance_bands").values())
    top = np.array([max((c.resemblance or {}).values(), default=0.0) for c in found])
    right = np.array([c.closest == m.type for c, m in zip(found, members, strict=True)])
    bands = []
    for lowest, highest in pairwise(edges):
        inside = (top > lowest) & (top <= highest)
        if inside.any():
            said, so = float(top[inside].mean()), float(right[inside].mean())
            bands.append(Band(lowest, highest, int(inside.sum()), said, so))
    return tuple(bands)


def _confusion(members: Sequence[Member], found: Sequence[Classification]) -> Confusion:
    return {
        t: {other: sum(c.closest == other for c in of_type) / len(of_type) for other in NetworkType}
        for t in NetworkType
        if (of_type := [c for m, c in zip(members, found, strict=True) if m.type == t])
    }
