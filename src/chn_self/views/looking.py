"""What the map screen offers for looking at the map: its views, what it shows, its picture."""

from collections.abc import Mapping

from chn_self.app.state import State
from chn_self.app.steps import Fold
from chn_self.domain.emphasis import Emphasis, Standing, standing
from chn_self.domain.findings import closer_findings, findings
from chn_self.domain.ties import Ties, ties
from chn_self.views.again import Again
from chn_self.views.emphasis import sentence
from chn_self.views.few import few_first
from chn_self.views.findings import told
from chn_self.views.words import Words

# With two in the fold: a fold for one alone would save nobody a choice.
FEW_VIEWS = 4


def looking(state: State, words: Words, again: Again) -> Mapping[str, object]:
    """What the views say, and what is in the folds that were opened; None in one that was not."""
    shown = standing(state.map, state.emphasis) if state.emphasis else None
    shows, closer, save = (f in state.unfolded for f in (Fold.SHOWS, Fold.CLOSER, Fold.SAVE))
    known = ties(state.map) if shows else Ties()
    found = findings(state.map, known) if shows else None
    more = closer_findings(state.map, known) if closer else None
    return {
        "views": few_first(tuple(Emphasis), lambda view: view == state.emphasis, FEW_VIEWS),
        "view_said": _said(shown, words) if shown else "",
        "found": None if found is None else [told(f, words) for f in found],
        "found_closer": None if more is None else [told(f, words) for f in more],
        "saved": again.save(state.map, state.choices) if save else None,
    }


def _said(shown: Standing, words: Words) -> str:
    """What a view shows, and how it is seen in the picture if anything stands out there."""
    said = sentence(shown, words)
    if not shown.lit:
        return said
    ring = "help" if shown.emphasis == Emphasis.EFFECT else "any"
    return f"{said} {words(f'views.ring.{ring}')}"
