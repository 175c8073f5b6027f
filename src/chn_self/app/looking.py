"""Looking at the map: its views, its type, prompts, and what is chosen to be handed on."""

from dataclasses import replace

from chn_self.app import messages as m
from chn_self.app.choices import choose
from chn_self.app.effects import Effect, Focus
from chn_self.app.state import Reflecting, State

Updated = tuple[State, tuple[Effect, ...]]


def update(state: State, message: m.Looking) -> Updated:
    """What is looked at now; none of it changes the map."""
    match message:
        case m.ShowType():
            return replace(state, type_shown=True), (Focus("title", top=True),)
        case m.AnotherPrompt() | m.NotForMe():
            return replace(state, reflecting=_prompted(state.reflecting, message)), ()
        case m.Choose(choice, value):
            return _chosen(state, choice, value)
        case m.View(emphasis):
            shown = None if state.emphasis == emphasis else emphasis
            return replace(state, emphasis=shown), ()
        case m.Unfold(fold):
            return replace(state, unfolded=state.unfolded | {fold}), ()


def _chosen(state: State, choice: str, value: str) -> Updated:
    """What is kept off anything shared goes in only by a second press, after a second look."""
    looked_at, choices = state.second_look, state.choices
    match choice:
        case "put_in" if value not in choices.put_in and value != looked_at:
            return replace(state, second_look=value), (Focus(f"second/{value}"),)
        case "put_in" | "keep_off":
            chosen = choices if choice == "keep_off" else choose(choices, choice, value)
            return replace(state, choices=chosen, second_look=None), (Focus(f"kept-off/{value}"),)
        case _:
            return replace(state, choices=choose(choices, choice, value)), ()


def _prompted(reflecting: Reflecting, message: m.AnotherPrompt | m.NotForMe) -> Reflecting:
    match message:
        case m.AnotherPrompt():
            return replace(reflecting, at=reflecting.at + 1)
        case m.NotForMe(prompt):
            return replace(reflecting, put_away=reflecting.put_away | {prompt})
