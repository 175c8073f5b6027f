"""How the model does on maps that neither training nor calibration has seen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from sklearn.metrics import adjusted_rand_score

from chn_self.domain.clarity import Clarity
from chn_self.domain.trained_types import Model, NetworkType
from model.assumptions import Assumptions
from model.building import draw_held_out, stop_all
from model.calibration import HeldOut, hold_out, hold_out_draws
from model.cohort import Member, Rows, measure_rows
from model.intervals import Estimate, Resampling, resampling
from model.judging import TYPES, Flags, Numbers, distances, far_from_all
from model.mixture import Bound, counted

Confusion = Mapping[NetworkType, Mapping[NetworkType, float]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one cohort.

    `clarity` is of all maps, and so is `held_back`: the share that is between for something about
    the map itself, not because its numbers are. `right`, `clear_wrong` and the adjusted Rand
    indices compare the closest type with the generating one. `changed` is the share of all maps
    that were called clear, and another type than the same map with every answer there;
    `changed_of_clear` that of those called clear; `to_formal` the share of all that so became
    formal and sparse. These are None where the maps are the whole ones themselves.
    """

    maps: int
    clear: int
    clarity: Mapping[Clarity, Estimate]
    held_back: Estimate
    unlike: Estimate
    right: Estimate
    clear_wrong: Estimate
    rand: Estimate
    clear_rand: Estimate
    changed: Estimate | None
    changed_of_clear: Estimate | None
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
    ones from many other draws of the assumptions; of all but the skipped ones what `resemblance`
    says, band by band. `unlike_of_shuffled` is the share called unlike of maps whose measures were
    shuffled among them, so that no type is left.
    """

    complete: Outcome
    skipped: Outcome
    stopped: Outcome
    varied: Outcome
    resemblance: Mapping[str, tuple[Band, ...]]
    agreement: tuple[Band, ...]
    agreements: tuple[int, ...]
    unlike_by_type: Mapping[NetworkType, Estimate]
    unlike_of_shuffled: Estimate
    confusion: Confusion
    bounds: tuple[Bound, ...]


def evaluate(
    model: Model,
    rng: np.random.Generator,
    varied: Sequence[Sequence[Member]],
    assumptions: Assumptions,
) -> Evaluation:
    """Judge fresh maps as they are, with answers skipped, and with lists stopped early."""
    members, skipped = draw_held_out(rng, assumptions)
    rows = measure_rows(m.map for m in members)
    sure = resampling(rng, assumptions)
    whole = hold_out(model, members)
    stopped = hold_out(model, stop_all(rng, members, assumptions))
    other = hold_out_draws(model, varied)
    answered, squares = distances(model, rng.permuted(rows, axis=0))
    return Evaluation(
        complete=outcome(whole, model, sure),
        skipped=outcome(hold_out(model, skipped), model, sure, whole),
        stopped=outcome(stopped, model, sure, whole),
        varied=outcome(other, model, sure),
        resemblance={
            name: _bands(found, found.judged.whole.resemblance, "resemblance", assumptions)
            for name, found in {"complete": whole, "stopped": stopped, "varied": other}.items()
        },
        agreement=_bands(whole, whole.judged.whole.agreement, "agreement", assumptions),
        agreements=_histogram(whole.judged.whole.agreement, assumptions),
        unlike_by_type={
            t: sure.share(whole.judged.unlike[whole.truth == i]) for i, t in enumerate(TYPES)
        },
        unlike_of_shuffled=sure.share(far_from_all(model, answered, squares)),
        confusion=_confusion(whole),
        bounds=counted(rows, assumptions),
    )


def outcome(
    found: HeldOut, model: Model, sure: Resampling, whole: HeldOut | None = None
) -> Outcome:
    """What came of a cohort, beside the `whole` maps that its own were made from."""
    judged = found.judged
    cuts = (model.clear_at, model.agree_at)
    clear, clarity = judged.clear(*cuts), np.array(judged.clarity(model))
    closest = judged.whole.closest
    formal = closest == TYPES.index(NetworkType.FORMAL_AND_SPARSE)
    changed = None if whole is None else clear & (closest != whole.judged.whole.closest)

    def share(flags: Flags, among: Flags | None = None) -> Estimate:
        some = np.ones_like(flags) if among is None else among
        return sure.share(flags[some], None if found.draws is None else found.draws[some])

    return Outcome(
        maps=len(found.truth),
        clear=int(clear.sum()),
        clarity={k: share(clarity == k) for k in Clarity},
        held_back=share(judged.held_back(*cuts)),
        unlike=share(judged.unlike, judged.comparable),
        right=share(~found.wrong(), judged.comparable),
        clear_wrong=share(found.wrong(), clear),
        rand=_rand(found, judged.comparable, sure),
        clear_rand=_rand(found, clear, sure),
        changed=None if changed is None else share(changed),
        changed_of_clear=None if changed is None else share(changed, clear),
        to_formal=None if changed is None else share(changed & formal),
    )


def _rand(found: HeldOut, among: Flags, sure: Resampling) -> Estimate:
    truth, closest = found.truth[among], found.judged.whole.closest[among]

    def index(rows: Numbers) -> float:
        return float(adjusted_rand_score(truth[rows], closest[rows]))

    return sure.estimate(len(truth), index, None if found.draws is None else found.draws[among])


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
