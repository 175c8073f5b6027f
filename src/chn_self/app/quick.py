"""Quick entry: one row of boxes, each a connection once it is added, for copying from paper.

A box is a field, `quick/` and what it holds: `quick/kind`, `quick/name`, and one for each question
that a row asks. A choice is kept in its box as the value that an answer by button would have.
"""

from dataclasses import replace

from chn_self.app.answers import answer
from chn_self.app.effects import Effect, Focus
from chn_self.app.state import Draft, Notice, State
from chn_self.domain import edit
from chn_self.domain.connection import Connection, Kind
from chn_self.domain.personal_map import MOST_CONNECTIONS, PersonalMap
from chn_self.domain.text import TextProblem, clean_name, name_problem, tidy

Updated = tuple[State, tuple[Effect, ...]]

BOX = "quick/"
NAME = f"{BOX}name"

# What a row asks, in the order of the paper; the first is of people, the second of the others.
QUESTIONS = ("relation", "type", "closeness", "effect", "often", "new", "matters", "private")


def kind_of(state: State) -> Kind:
    """The kind of the row: the one chosen, else that of the last connection, else an activity."""
    chosen = state.drafts.get(f"{BOX}kind")
    if chosen is not None and chosen.text in {*Kind}:
        return Kind(chosen.text)
    connections = state.map.connections
    return connections[-1].kind if connections else Kind.ACTIVITY


def box_problem(field: str, text: str) -> TextProblem | None:
    """What keeps the name in a row from the map; a name that is not there yet is no problem."""
    return name_problem(clean_name(text)) if field == NAME and text.strip() else None


def add_row(state: State, stamp: str) -> Updated:
    """The state with the row on the map and an empty one in its place, ready for a name.

    What does not fit stays in the row, and so does everything where no name was typed.
    """
    draft = state.drafts.get(NAME, Draft(""))
    name = tidy(clean_name(draft.text))
    focus = (Focus(NAME),)
    if not name:
        return replace(state, notice=Notice("nothing_typed")), focus
    if box_problem(NAME, name):
        return replace(state, notice=None), focus
    if len(state.map.connections) >= MOST_CONNECTIONS:
        return replace(state, notice=Notice("full")), focus
    twin = any(c.name.casefold() == name.casefold() for c in state.map.connections)
    drafts = {field: kept for field, kept in state.drafts.items() if not field.startswith(BOX)}
    return replace(
        state,
        map=_with_row(state, Connection(f"{stamp}-0", kind_of(state), name)),
        drafts=drafts,
        notice=Notice("added_twin" if twin else "added", {"name": name}),
    ), focus


def _with_row(state: State, added: Connection) -> PersonalMap:
    map_ = edit.add(state.map, (added,))
    for question in QUESTIONS:
        chosen = state.drafts.get(BOX + question)
        if chosen is not None:
            map_ = answer(map_, added.id, question, chosen.text)
    return map_
