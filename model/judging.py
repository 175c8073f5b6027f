"""Many maps judged at once, by the same rules as the page judges one.

Calibration and validation look at tens of thousands of maps; with numpy that takes seconds. A
test holds every answer here to that of the page's own code.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from sklearn.metrics.pairwise import nan_euclidean_distances

from chn_self.domain.clarity import FEWEST_ANSWERED, Clarity, open_ended, stands, too_little
from chn_self.domain.distance import positions
from chn_self.domain.measures import AS_DESIGNED, MEASURES, Reading, measure
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model, NetworkType, Rebuilding, Transform
from model.cohort import Rows, measure_rows
from model.training import columns

TYPES = tuple(NetworkType)

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Compared:
    """Maps beside the types, a row each.

    `squares` are squared distances, `answered` counts measures, `closest` is the number of a
    type, `resemblance` that to it, `agreement` the share of the ensemble that names it (1 for a
    model without one). Where no measure is answered all but `answered` are without meaning.
    """

    squares: Rows
    answered: Numbers
    closest: Numbers
    resemblance: Rows
    agreement: Rows


@dataclass(frozen=True, slots=True)
class Judged:
    """Maps as they are, and once more without what may change as their lists go on.

    `comparable` maps are not too little. Those `perhaps` clear are not unlike either, and keep
    enough answers and their closest type without what may change; of these some `stand`, since
    nothing about the map itself is against it.
    """

    whole: Compared
    firm: Compared
    comparable: Flags
    unlike: Flags
    perhaps: Flags
    stand: Flags

    def clear(self, clear_at: float, agree_at: float) -> Flags:
        """Which maps are clear with these cut-points."""
        return self.stand & self._plain(clear_at, agree_at)

    def held_back(self, clear_at: float, agree_at: float) -> Flags:
        """Which maps would be clear but for something about the map itself."""
        return ~self.stand & self._plain(clear_at, agree_at)

    def _plain(self, clear_at: float, agree_at: float) -> Flags:
        found = self.perhaps
        for compared in (self.whole, self.firm):
            found = found & (compared.resemblance >= clear_at) & (compared.agreement >= agree_at)
        return found

    def clarity(self, model: Model) -> list[Clarity]:
        """The clarity of each map."""
        clear = self.clear(model.clear_at, model.agree_at)
        found = np.select(
            [~self.comparable, self.unlike, clear],
            [Clarity.TOO_LITTLE, Clarity.UNLIKE, Clarity.CLEAR],
            Clarity.BETWEEN,
        )
        return [Clarity(x) for x in found]


def judge(model: Model, maps: Sequence[PersonalMap]) -> Judged:
    """Judge maps; the cut-points of clear play no part yet."""
    measured = [measure(m) for m in maps]
    points = [positions(m, model) for m in measured]
    unfirm = [open_ended(m, p, model) for m, p in zip(maps, points, strict=True)]
    left_out = np.array([[name in names for name in MEASURES] for names in unfirm])
    readings = {AS_DESIGNED} | {m.reading for m in model.ensemble}
    rows = {reading: measure_rows(maps, reading=reading) for reading in readings}
    whole = compare_all(model, rows)
    firm = compare_all(model, {r: np.where(left_out, np.nan, x) for r, x in rows.items()})
    few = [too_little(m, int(n)) for m, n in zip(maps, whole.answered, strict=True)]
    unlike = far_from_all(model, whole.answered, whole.squares)
    stays = (firm.answered >= FEWEST_ANSWERED) & (firm.closest == whole.closest)
    perhaps = ~np.array(few) & ~unlike & (stays | ~left_out.any(axis=1))
    stand = [
        bool(p) and stands(map_, TYPES[t], found, model)
        for p, map_, t, found in zip(perhaps, maps, whole.closest, measured, strict=True)
    ]
    return Judged(whole, firm, ~np.array(few), unlike, perhaps, np.array(stand))


def far_from_all(model: Model, answered: Numbers, squares: Rows) -> Flags:
    """Which maps lie further from their closest type than nineteen in twenty typical ones."""
    beyond = np.array([model.unlike_beyond[t] for t in TYPES])
    found: Flags = (
        np.sqrt(squares.min(axis=1)) > beyond[squares.argmin(axis=1), np.maximum(answered, 1) - 1]
    )
    return found


def compare_all(model: Model, rows: Mapping[Reading, Rows]) -> Compared:
    """Compare maps with the types, given all their measures under each reading."""
    answered, squares = distances(model, rows[AS_DESIGNED])
    temperatures = np.array(model.temperatures)[np.maximum(answered, 1) - 1, None]
    weights = np.exp((squares.min(axis=1, keepdims=True) - squares) / (2 * temperatures))
    closest = squares.argmin(axis=1)
    votes = [_votes(m, rows[m.reading]) for m in model.ensemble]
    return Compared(
        squares=squares,
        answered=answered,
        closest=closest,
        resemblance=1 / weights.sum(axis=1),
        agreement=_agreement(votes, closest),
    )


def distances(model: Model, rows: Rows) -> tuple[Numbers, Rows]:
    """How many of the model's measures rows answer, and their squared distances to the types."""
    inputs = columns(rows, model.measures)
    logged = np.array([s.transform == Transform.LOG1P for s in model.scalings])
    values = np.where(logged, np.log1p(inputs), inputs)
    points = (values - [s.mean for s in model.scalings]) / [s.scale for s in model.scalings]
    return (~np.isnan(inputs)).sum(axis=1), _squares(points, model.centres)


def _squares(points: Rows, centres: Mapping[NetworkType, Sequence[float]]) -> Rows:
    found: Rows = nan_euclidean_distances(points, [centres[t] for t in TYPES], squared=True)
    return found


def _votes(rebuilding: Rebuilding, rows: Rows) -> Numbers:
    """The number of the type that one way of rebuilding finds closest, -1 where it has no say."""
    inputs = columns(rows, rebuilding.measures)
    logged = np.array([name in rebuilding.logged for name in rebuilding.measures])
    scales = np.array(rebuilding.scales)
    centres = {t: np.array(c) / scales for t, c in rebuilding.centres.items()}
    squares = _squares(np.where(logged, np.log1p(inputs), inputs) / scales, centres)
    found: Numbers = np.where(np.isnan(inputs).all(axis=1), -1, squares.argmin(axis=1))
    return found


def _agreement(votes: Sequence[Numbers], closest: Numbers) -> Rows:
    if not votes:
        return np.ones(len(closest))
    cast = np.array(votes)
    found: Rows = (cast == closest).sum(axis=0) / np.maximum((cast >= 0).sum(axis=0), 1)
    return found
