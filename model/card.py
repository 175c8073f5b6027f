"""The model card, rendered from the model file and the assumptions."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chn_self.domain.clarity import Clarity
from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumption, Assumptions, Mark
from model.plots import NAMES

HERE = Path(__file__).parent
CARD_FILE = HERE / "CARD.md"

# What the study calls its types, for readers who know it.
TYPE_NAMES = {
    NetworkType.DIVERSE_AND_ACTIVE: "diverse and active",
    NetworkType.FAMILY_AND_STABLE: "family and stable",
    NetworkType.FORMAL_AND_SPARSE: "formal and sparse",
}

# What a model may have figures for: real rows have no generating types, generated maps no folds.
LOOKS = ("evaluation", "left_out", "validation", "unfiltered", "scatter")
VALIDATIONS = ("choice_of_k", "stability", "rivals", "sensitivity", "skipped")

COHORTS = {"complete": "complete", "stopped": "stopped early", "varied": "other draws"}

CRITERIA = {
    "silhouette": "silhouette",
    "gap": "gap",
    "jaccard": "mean Jaccard",
    "worst_jaccard": "the worst cluster",
}

CHANGES = {
    "none": "ours",
    "left_out": "without {}",
    "put_in": "with {}",
    "clinics_and_home_left_out": "without clinics and home among places",
    "not_logged": "not logged: {}",
}


def card(content: Mapping[str, Any], assumptions: Assumptions) -> str:
    """The card as Markdown; what a model trained on real rows has no figures for is left out."""
    # Markdown for people who read the source: nothing here is a web page to be escaped.
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["percent"] = lambda share: f"{100 * share:.1f}%"
    environment.filters["words"] = lambda name: str(name).replace("_", " ")
    marks = Counter(entry.mark for entry in assumptions.entries.values())
    figures = dict.fromkeys(LOOKS) | content["figures"]
    figures["validation"] = dict.fromkeys(VALIDATIONS) | figures["validation"]
    provenance = {"cohort": None, "orders_held": None} | content["provenance"]
    rebuilt = len(content["ensemble"]["rebuildings"])
    return environment.get_template("card.md.jinja").render(
        model={**content, "figures": figures, "provenance": provenance},
        tried=rebuilt + provenance["trainings_against_orders"],
        variations=_variations(figures),
        assumptions=assumptions,
        by_type=_by_type(assumptions),
        clarities=tuple(Clarity),
        marks={mark: marks[mark] for mark in Mark},
        orders=assumptions.orders,
        types=TYPE_NAMES,
        plain_names=NAMES,
        criteria=CRITERIA,
        cohorts=COHORTS,
    )


def _by_type(assumptions: Assumptions) -> list[tuple[str, Assumption]]:
    """The numbers of the generator that each type has of its own."""
    return [
        (key.removeprefix("generator."), entry)
        for key, entry in assumptions.entries.items()
        if key.startswith("generator.") and {*entry.values} == {*NetworkType}
    ]


def _variations(figures: Mapping[str, Any]) -> dict[str, Any]:
    """What came of each choice made otherwise, by its name in words."""
    rows = figures["validation"]["sensitivity"] or []
    return {
        CHANGES[row["change"]].format((row["measure"] or "any count").replace("_", " ")): row
        for row in rows
    }
