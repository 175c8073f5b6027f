"""Every figure that the card, the plots and the site show of a model, as plain data."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

import numpy as np

from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions
from model.building import seeds, stream, train_on_ours
from model.cohort import generate
from model.draws import draw_varied
from model.evaluation import evaluate
from model.real.training import CohortTraining
from model.scatter import scatter
from model.validation import validate
from model.validation.choice_of_k import try_each_k
from model.validation.stability import find_again
from model.validation.unfiltered import train_unfiltered


def figures(model: Model, assumptions: Assumptions, processes: int) -> dict[str, object]:
    """Evaluate and validate a model on maps that training and calibration have not seen."""
    for_varied, for_cohort, for_looks, for_orders = seeds(assumptions, "validation").spawn(4)
    varied = draw_varied(for_varied, assumptions, processes)
    cohort, training = train_on_ours(assumptions)
    held_out = generate(
        np.random.default_rng(for_cohort), assumptions, assumptions.whole("validation.held_out")
    )
    found = {
        "evaluation": evaluate(model, stream(assumptions, "evaluation"), varied, assumptions),
        "validation": validate(
            training, cohort, model, held_out, for_looks, assumptions, processes
        ),
        "unfiltered": train_unfiltered(for_orders, assumptions, processes),
        "scatter": scatter(model, held_out, assumptions),
    }
    decimals = assumptions.whole("report.decimals")
    return {name: plain(value, decimals) for name, value in found.items()}


def figures_of_cohort(
    trained: CohortTraining, assumptions: Assumptions, processes: int
) -> dict[str, object]:
    """What can be shown of types that were trained on real rows."""
    for_k, for_stability = seeds(assumptions, "validation").spawn(2)
    of_all = (assumptions, processes)
    found = {
        "left_out": {"complete": trained.complete, "skipped": trained.skipped},
        "validation": {
            "choice_of_k": try_each_k(trained.training, trained.rows, for_k, *of_all),
            "stability": find_again(trained.training, trained.rows, for_stability, *of_all),
        },
    }
    decimals = assumptions.whole("report.decimals")
    return {name: plain(value, decimals) for name, value in found.items()}


def plain(found: object, decimals: int) -> object:
    """Dataclasses and what they hold as tables, lists and rounded numbers."""
    match found:
        case float():
            return round(found, decimals)
        case Mapping():
            return {str(key): plain(value, decimals) for key, value in found.items()}
        case list() | tuple():
            return [plain(value, decimals) for value in found]
        case _ if is_dataclass(found):
            return {f.name: plain(getattr(found, f.name), decimals) for f in fields(found)}
        case _:
            return found
