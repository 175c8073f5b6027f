"""The inside of the page's `main`, for any state."""

from jinja2 import Environment

from chn_self.app.state import State
from chn_self.app.steps import LISTS, Screen, Step, lists_from, screen, screens
from chn_self.domain.text import TextProblem
from chn_self.domain.trained_types import Model
from chn_self.views.again import Again, afresh
from chn_self.views.faults import fault_text
from chn_self.views.keeping import DOWNLOADS_ONLY, Can, where_kept
from chn_self.views.screens import context
from chn_self.views.words import Words

# After the lists a little more about each, then the map: what comes after is by choice.
AFTER_LISTS = ((Step.DETAILS, Step.SUPPORT, Step.MISSING), (Step.MAP,))


def main_html(
    state: State,
    env: Environment,
    words: Words,
    model: Model,
    *,
    wide: bool,
    today: str,
    again: Again | None = None,
    can: Can = DOWNLOADS_ONLY,
) -> str:
    """The HTML of the screen a person is on; `wide` picks the picture's size.

    `today` is the ISO 8601 date that a summary made now bears; `again` may remember what was
    worked out before; `can` is what the device can do with files.
    """
    if state.session.covered:
        return env.get_template("screens/cover.jinja").render()
    shown = _shown(state)
    known = again or afresh(env, words)
    template = env.get_template(f"screens/{_template(shown)}.jinja")
    return template.render(
        state=state,
        map=state.map,
        screen=shown,
        part=_part(state),
        part_names=_part_names(state, words),
        within=_within(state),
        fault_text=fault_text,
        problem_of=_problem,
        can=can,
        where=where_kept(state, words, today),
        **context(state, shown, words, model, wide=wide, today=today, again=known),
    )


def _problem(state: State, field: str) -> TextProblem | None:
    draft = state.drafts.get(field)
    return draft.problem if draft else None


def _shown(state: State) -> Screen:
    edited = state.place.editing
    if edited is not None and state.map.connection(edited) is not None:
        return Screen("edit", edited)
    return screen(state.place, state.map)


def _template(shown: Screen) -> str:
    shared = {**dict.fromkeys((step.value for step in LISTS), "list"), "where": "together"}
    return shared.get(shown.name, shown.name.replace("-", "_"))


def _part(state: State) -> int | None:
    """Which of the five parts this is, from 0; none before them and after them."""
    parts = (*((step,) for step in lists_from(state.first)), *AFTER_LISTS)
    return next((i for i, steps in enumerate(parts) if state.place.step in steps), None)


def _part_names(state: State, words: Words) -> tuple[str, ...]:
    """The names of the five parts, in the order in which this person meets them."""
    lists = (words(f"progress.{step}") for step in lists_from(state.first))
    return (*lists, words("progress.more"), words("progress.map"))


def _within(state: State) -> tuple[int, int] | None:
    """Which screen of a step of several this is, from 1, and of how many."""
    there = screens(state.place.step, state.map)
    if len(there) == 1 or state.place.editing:
        return None
    return min(state.place.at, len(there) - 1) + 1, len(there)
