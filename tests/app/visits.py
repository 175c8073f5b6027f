"""A visit for tests: a state, and what becomes of it message by message."""

from chn_self.app import messages as m
from chn_self.app.effects import Effect
from chn_self.app.state import State
from chn_self.app.steps import Place, Step
from chn_self.app.update import update
from chn_self.domain.personal_map import PersonalMap

EMPTY = State(map=PersonalMap(id="m", as_of="2026-11-24"))


def at(step: Step, map_: PersonalMap = EMPTY.map, screen: int = 0) -> State:
    """A visit that has come to a screen of a step."""
    return State(map=map_, place=Place(step, screen))


def after(state: State, *messages: m.Message) -> State:
    """The state after some messages."""
    for message in messages:
        state, _ = update(state, message)
    return state


def effects(state: State, message: m.Message) -> tuple[Effect, ...]:
    """What the shell is asked to do after a message."""
    return update(state, message)[1]
