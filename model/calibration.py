"""Calibration on maps that training has not seen: how flat, how clear, how unlike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from sklearn.metrics.pairwise import nan_euclidean_distances

from chn_self.domain.network_type import Clarity, Model, NetworkType, classify
from model.assumptions import Assumptions
from model.cohort import Member, Rows, measure_rows

TYPES = tuple(NetworkType)

Labels = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Compared:
    """Maps beside the types: squared distance to each, number of answers, generating type."""

    squares: Rows
    answered: Labels
    truth: Labels


def calibrate(model: Model, cohorts: Sequence[Sequence[Member]], assumptions: Assumptions) -> Model:
    """The model with temperatures and cut-points fitted to held-out maps, rounded.

    Temperatures and distances are fitted to all cohorts together; what is clear has to be right
    often enough in each of them by itself.
    """
    compared = compare(model, [member for cohort in cohorts for member in cohort])
    decimals = assumptions.whole("training.decimals")
    fewest = assumptions.whole("calibration.fewest_maps")
    pools = [_pool(compared, n, fewest) for n in range(1, len(model.scalings) + 1)]
    temperatures = tuple(round(_temperature(pool, assumptions), decimals) for pool in pools)
    alarm = assumptions.number("calibration.unlike_alarm")
    beyond = tuple(round(_unlike_beyond(pool, alarm), decimals) for pool in pools)
    model = replace(model, temperatures=temperatures, unlike_beyond=beyond)
    clear_at = max(_clear_at(model, cohort, assumptions) for cohort in cohorts)
    return replace(model, clear_at=round(clear_at, decimals))


def compare(model: Model, members: Sequence[Member]) -> Compared:
    """Compare maps with the types, leaving out those with no answer at all."""
    rows = measure_rows([m.map for m in members], model.measures)
    answered = (~np.isnan(rows)).sum(axis=1)
    truth = np.array([TYPES.index(m.type) for m in members])
    some = answered > 0
    centres = np.array([model.centres[t] for t in TYPES])
    squares = nan_euclidean_distances(_positions(model, rows[some]), centres, squared=True)
    return Compared(squares, answered[some], truth[some])


def _positions(model: Model, rows: Rows) -> Rows:
    columns = [
        [np.nan if np.isnan(x) else scaling.position(x) for x in column]
        for scaling, column in zip(model.scalings, rows.T.tolist(), strict=True)
    ]
    return np.array(columns, dtype=np.float64).T


def _pool(compared: Compared, answered: int, fewest: int) -> Compared:
    """Maps with so many answers, and with ever more or fewer until there are enough."""
    away = np.abs(compared.answered - answered)
    width = next(w for w in range(int(away.max()) + 1) if (away <= w).sum() >= fewest)
    near = away <= width
    return Compared(compared.squares[near], compared.answered[near], compared.truth[near])


def _temperature(pool: Compared, assumptions: Assumptions) -> float:
    """The temperature under which the generating types are the least surprising."""
    grid = assumptions.table("calibration.temperature")
    tried = np.geomspace(grid["lowest"], grid["highest"], int(grid["steps"]))
    return float(min(tried, key=lambda t: _surprise(pool, float(t))))


def _surprise(pool: Compared, temperature: float) -> float:
    logits = -pool.squares / (2 * temperature)
    logits -= logits.max(axis=1, keepdims=True)
    own = logits[np.arange(len(logits)), pool.truth]
    return float((np.log(np.exp(logits).sum(axis=1)) - own).mean())


def _unlike_beyond(pool: Compared, alarm: float) -> float:
    nearest = np.sqrt(pool.squares.min(axis=1))
    return float(np.quantile(nearest, 1 - alarm, method="higher"))


def _clear_at(model: Model, members: Sequence[Member], assumptions: Assumptions) -> float:
    """The lowest cut-point whose clear answers are, with some certainty, seldom enough wrong."""
    found = [(classify(m.map, replace(model, clear_at=0.0)), m.type) for m in members]
    clear = [(c, t) for c, t in found if c.clarity == Clarity.CLEAR]
    top = np.array([max((c.resemblance or {}).values()) for c, _ in clear])
    wrong = np.array([c.closest != t for c, t in clear])
    step = assumptions.number("calibration.clear_step")
    allowed = assumptions.number("calibration.clear_error")
    spread = assumptions.number("calibration.clear_certainty")

    def rate(cut: float) -> float:
        these = wrong[top >= cut]
        share = these.mean() if these.size else 1.0
        return float(share + spread * np.sqrt(share * (1 - share) / max(these.size, 1)))

    return float(next((cut for cut in np.arange(step, 1, step) if rate(cut) <= allowed), 1.0))
