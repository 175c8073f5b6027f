"""How the model does on maps that neither training nor calibration has seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from sklearn.metrics import adjusted_rand_score

from chn_self.domain.clarity import Clarity
from chn_self.domain.trained_types import Model, NetworkType
from model.assumptions import Assumptions
from model.calibration import HeldOut, hold_out
from model.cohort import Member, Rows, generate, measure_rows
from model.intervals import Estimate, Resampling, resampling
from model.judging import TYPES, Flags, Numbers
from model.mixture import Bound, counted
from model.skipping import draw_chance, skip, stop_early

Confusion = Mapping[NetworkType, Mapping[NetworkType, float]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one cohort.

    `clarity` is of all maps; `right`, `clear_wrong` and the adjusted Rand indices compare the
    closest type with the generating one. `changed` is the share of all maps that were called
    clear, and another type than the same map with every answer there; `to_formal` those of them
    that became formal and sparse. Both are None where the maps are the whole ones themselves.
    """

    maps: int
    clarity: Mapping[Clarity, Estimate]
    unlike: Estimate
    right: Estimate
    clear_wrong: Estimate
    rand: Estimate
    clear_rand: Estimate
    changed: Estimate | None
    to_formal: Estimate | None


@dataclass(frozen=True, slots=True)
class Band:
    """Maps of which a share lies between two bounds, and how often their type was named."""

    lowest: float
    highest: float
    maps: int
    said: float
    right: float


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Held-out figures of a model.

    `complete` maps, the same ones `skipped` in part, the same ones `stopped` early, and `varied`
    ones from many other draws of the assumptions.
    """

    complete: Outcome
    skipped: Outcome
    stopped: Outcome
    varied: Outcome
    resemblance: tuple[Band, ...]
    agreement: tuple[Band, ...]
    agreements: tuple[int, ...]
    unlike_by_type: Mapping[NetworkType, Estimate]
    confusion: Confusion
    bounds: tuple[Bound, ...]


def evaluate(
    model: Model, rng: np.random.Generator, varied: Sequence[Member], assumptions: Assumptions
) -> Evaluation:
    """Judge fresh maps as they are, with answers skipped, and with lists stopped early."""
    members = generate(rng, assumptions, assumptions.whole("training.held_out"))
    skipped = [Member(m.type, skip(rng, m.map, draw_chance(rng, assumptions))) for m in members]
    stopped = [
        Member(m.type, stop_early(rng, m.map, draw_chance(rng, assumptions))) for m in members
    ]
    sure = resampling(rng, assumptions)
    whole = hold_out(model, members)
    return Evaluation(
        complete=outcome(whole, model, sure),
        skipped=outcome(hold_out(model, skipped), model, sure, whole),
        stopped=outcome(hold_out(model, stopped), model, sure, whole),
        varied=outcome(hold_out(model, varied), model, sure),
        resemblance=_bands(whole, whole.judged.whole.resemblance, "resemblance", assumptions),
        agreement=_bands(whole, whole.judged.whole.agreement, "agreement", assumptions),
        agreements=_histogram(whole.judged.whole.agreement, assumptions),
        unlike_by_type={
            t: sure.share(whole.judged.unlike[whole.truth == i]) for i, t in enumerate(TYPES)
        },
        confusion=_confusion(whole),
        bounds=counted(measure_rows(m.map for m in members), assumptions),
    )


def outcome(
    found: HeldOut, model: Model, sure: Resampling, whole: HeldOut | None = None
) -> Outcome:
    """What came of a cohort, beside the `whole` maps that its own were made from."""
    judged = found.judged
    clear = judged.clear(model.clear_at, model.agree_at)
    clarity = np.array(judged.clarity(model))
    closest = judged.whole.closest
    formal = closest == TYPES.index(NetworkType.FORMAL_AND_SPARSE)
    changed = None if whole is None else clear & (closest != whole.judged.whole.closest)
    return Outcome(
        maps=len(found.truth),
        clarity={k: sure.share(clarity == k) for k in Clarity},
        unlike=sure.share(judged.unlike[judged.comparable]),
        right=sure.share(~found.wrong()[judged.comparable]),
        clear_wrong=sure.share(found.wrong()[clear]),
        rand=_rand(found, judged.comparable, sure),
        clear_rand=_rand(found, clear, sure),
        changed=None if changed is None else sure.share(changed),
        to_formal=None if changed is None else sure.share(changed & formal),
    )


def _rand(found: HeldOut, among: Flags, sure: Resampling) -> Estimate:
    truth, closest = found.truth[among], found.judged.whole.closest[among]

    def index(rows: Numbers) -> float:
        return float(adjusted_rand_score(truth[rows], closest[rows]))

    return sure.estimate(len(truth), index)


def _bands(found: HeldOut, shares: Rows, name: str, assumptions: Assumptions) -> tuple[Band, ...]:
    edges = tuple(assumptions.table(f"report.{name}_bands").values())
    right = ~found.wrong()
    bands = []
    for lowest, highest in pairwise(edges):
        inside = found.judged.comparable & (shares > lowest) & (shares <= highest)
        if inside.any():
            said, so = float(shares[inside].mean()), float(right[inside].mean())
            bands.append(Band(lowest, highest, int(inside.sum()), said, so))
    return tuple(bands)


def _histogram(agreement: Rows, assumptions: Assumptions) -> tuple[int, ...]:
    """How many maps lie in each of equal parts of the range of agreement."""
    counts, _ = np.histogram(agreement, assumptions.whole("report.agreement_bins"), (0.0, 1.0))
    return tuple(int(count) for count in counts)


def _confusion(found: HeldOut) -> Confusion:
    closest = found.judged.whole.closest
    return {
        t: {o: float((closest[found.truth == i] == j).mean()) for j, o in enumerate(TYPES)}
        for i, t in enumerate(TYPES)
    }
