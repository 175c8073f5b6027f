"""The model card, rendered from the model file, the assumptions and a held-out evaluation."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from chn_self.domain.network_type import Clarity
from chn_self.domain.trained_types import NetworkType
from model.assumptions import Assumptions, Mark
from model.evaluation import Evaluation

HERE = Path(__file__).parent
CARD_FILE = HERE / "CARD.md"

# What the study calls its types, for readers who know it.
TYPE_NAMES = {
    NetworkType.DIVERSE_AND_ACTIVE: "diverse and active",
    NetworkType.FAMILY_AND_STABLE: "family and stable",
    NetworkType.FORMAL_AND_SPARSE: "formal and sparse",
}


def card(content: Mapping[str, object], evaluation: Evaluation, assumptions: Assumptions) -> str:
    """The card as Markdown."""
    # Markdown for people who read the source: nothing here is a web page to be escaped.
    environment = Environment(  # noqa: S701
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["percent"] = lambda share: f"{100 * share:.1f}%"
    marks = Counter(entry.mark for entry in assumptions.entries.values())
    return environment.get_template("card.md.jinja").render(
        model=content,
        figures=evaluation,
        assumptions=assumptions,
        clarities=tuple(Clarity),
        marks={mark: marks[mark] for mark in Mark},
        orders=assumptions.orders,
        types=TYPE_NAMES,
    )
