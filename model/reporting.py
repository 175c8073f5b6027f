"""Every figure that the card, the plots and the site show of a model, as plain data."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from chn_self.domain.trained_types import Model
from model.assumptions import Assumptions
from model.building import seeds, stream
from model.draws import draw_varied
from model.evaluation import evaluate

# Of the seeds that validation grows from, the one of the held-out maps from other draws.
VARIED = 0


def figures(model: Model, assumptions: Assumptions, processes: int) -> dict[str, object]:
    """Evaluate and validate a model on maps that training and calibration have not seen."""
    varied_seeds = seeds(assumptions, "validation").spawn(1)[VARIED]
    varied = draw_varied(varied_seeds, assumptions, processes)
    evaluation = evaluate(model, stream(assumptions, "evaluation"), varied, assumptions)
    decimals = assumptions.whole("report.decimals")
    return {"evaluation": plain(evaluation, decimals)}


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
