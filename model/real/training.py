"""From a file of real rows to the content of the model file, by the same steps as ours."""

from dataclasses import dataclass

from model.assumptions import Assumptions
from model.building import as_content, rounded, seeds, stream
from model.cohort import Rows, measure_rows
from model.evaluation import Outcome, outcome
from model.intervals import resampling
from model.real.file import Cohort
from model.real.folds import calibrate_across, leave_out, with_skipping
from model.real.resampling import answered_enough, train_all, train_resamples
from model.real.rows import map_of
from model.training import Training


@dataclass(frozen=True, slots=True)
class CohortTraining:
    """The content of a model file, and what came of the rows while they were left out of training.

    `training` is that on `rows` of all measures. `complete` and `skipped` compare with the type
    that each row has among all of them. Cut-points were chosen on these very maps, so that clear
    answers do a little worse on others.
    """

    content: dict[str, object]
    training: Training
    rows: Rows
    complete: Outcome
    skipped: Outcome


def train_cohort(cohort: Cohort, assumptions: Assumptions, processes: int) -> CohortTraining:
    """Train on all rows, vary by resampling them, calibrate on each part left out in turn.

    Raises CohortError where the rows do not carry the types as published.
    """
    maps = [map_of(row, f"row-{i}") for i, row in enumerate(cohort.rows) if row.people]
    rows, held_to = answered_enough(measure_rows(maps), assumptions)
    training = train_all(rows, held_to)
    ensemble = train_resamples(seeds(assumptions, "ensemble"), rows, held_to, processes)
    folds = leave_out(maps, rows, training, seeds(assumptions, "calibration"), held_to, processes)
    skipped = with_skipping(stream(assumptions, "varied"), folds, assumptions)
    uncalibrated = rounded(training, ensemble, assumptions)
    model, judged = calibrate_across(uncalibrated, (folds, skipped), assumptions)
    sure = resampling(stream(assumptions, "evaluation"), assumptions)
    provenance = {
        "assumptions_sha256": assumptions.sha256,
        "seed": assumptions.whole("training.seed"),
        "cohort": {"file": cohort.file, "rows": len(cohort.rows), "sha256": cohort.sha256},
        "rows_trained_on": len(maps),
        "folds": len(folds),
        "trainings_against_orders": sum(t.broken for t in ensemble),
    }
    return CohortTraining(
        content=as_content(model) | {"provenance": provenance},
        training=training,
        rows=rows,
        complete=outcome(judged[0], model, sure),
        skipped=outcome(judged[1], model, sure, judged[0]),
    )
