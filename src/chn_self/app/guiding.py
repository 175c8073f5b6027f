"""A guided session from its beginning to its end: nothing is cleared that somebody wants."""

from dataclasses import replace
from enum import StrEnum

from chn_self.app import messages as m
from chn_self.app.effects import Effect, Focus, Visit
from chn_self.app.session import Act, Session, Wish, toggled
from chn_self.app.state import Notice, State, has_content
from chn_self.app.steps import Place, Step, onward

Updated = tuple[State, tuple[Effect, ...]]


class Stage(StrEnum):
    """How far the end of a session has come."""

    ASK = "ask"  # what to keep was not said
    PAPER = "paper"  # to be put on paper
    FILE = "file"  # to be handed over as a file
    CHECK = "check"  # handed over, to be opened again and compared
    OVER = "over"  # whatever was wanted is safe


def stage(state: State) -> Stage:
    """What is next at the end of a session; a change to the map asks for its paper or file anew."""
    session = state.session
    mine, kept = state.mine, state.kept
    if not has_content(mine):
        return Stage.OVER
    if Wish.PAPER in session.wishes and session.on_paper != mine:
        return Stage.PAPER
    if Wish.FILE in session.wishes:
        if kept is None or kept.map != mine:
            return Stage.FILE
        if not kept.checked:
            return Stage.CHECK
    return Stage.OVER if session.wishes else Stage.ASK


def update(state: State, message: m.Guiding) -> Updated:
    """What becomes of the session; none of it changes the map."""
    session = state.session
    match message:
        case m.Guide(act):
            return _act(state, session, act)
        case m.Whose(device):
            whose = None if session.device == device else device
            return replace(state, session=replace(session, device=whose)), ()
        case m.Want(wish):
            wishes = toggled(session.wishes, wish)
            return replace(state, session=replace(session, wishes=wishes)), ()


def _act(state: State, session: Session, act: Act) -> Updated:
    match act:
        case Act.BEGIN:
            # How a map that was there already was made, nobody has said.
            made = state.with_helper if has_content(state.mine) else True
            begun = replace(state, session=replace(session, helped=True), with_helper=made)
            return _go(begun, onward(Place(Step.GUIDED), state.map))
        case Act.ALONE:
            return _alone(state)
        case Act.TURN | Act.SHOW:
            session = replace(session, covered=act == Act.TURN)
        case Act.ON_PAPER:
            session = replace(session, on_paper=state.mine)
    return replace(state, session=session), (_TITLE,)


def _alone(state: State) -> Updated:
    """Go on alone. A helper who was there while there was a map stays part of how it was made."""
    made_so_far = state.with_helper if has_content(state.mine) else False
    session = replace(state.session, helped=False, covered=False)
    alone = replace(state, session=session, with_helper=made_so_far)
    if state.place.step == Step.GUIDED:
        return _go(alone, Place(Step.ACTIVITIES))
    return replace(alone, notice=Notice("alone")), (_TITLE,)


def _go(state: State, place: Place) -> Updated:
    return replace(state, place=place), (Visit(place), _TITLE)


_TITLE = Focus("title", top=True)
