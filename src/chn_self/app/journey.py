"""Going on, going back, and opening a connection for change."""

from dataclasses import replace

from chn_self.app import messages as m
from chn_self.app.effects import Effect, Focus, Visit
from chn_self.app.state import State, unfinished
from chn_self.app.steps import LISTS, Place, Step, after_step, backward, onward
from chn_self.domain import edit

Updated = tuple[State, tuple[Effect, ...]]


def update(
    state: State, message: m.Went | m.Next | m.Back | m.ListDone | m.Edit | m.EditDone
) -> Updated:
    """Where a message leads, with the focus on the title of what is new."""
    match message:
        case m.Went(place):
            return _arrive(_starting(state, place), place), (_TITLE,)
        case m.Next():
            return _go(state, onward(state.place, state.map, state.first))
        case m.Back():
            if state.map.connection(state.place.editing or ""):
                return _close(state)
            return _go(state, backward(state.place, state.map, state.first))
        case m.ListDone(kind, said):
            map_ = edit.mark_complete(state.map, kind, said == m.Said.ALL)
            listed = next(step for step, of in LISTS.items() if of == kind)
            return _go(replace(state, map=map_), after_step(Place(listed), state.first))
        case m.Edit(id):
            known = state.map.connection(id)
            return _go(state, replace(state.place, editing=id)) if known else (state, ())
        case m.EditDone():
            return _close(state)


def _go(state: State, place: Place) -> Updated:
    if place == state.place:
        return state, ()
    return _arrive(state, place), (Visit(place), _TITLE)


def _starting(state: State, place: Place) -> State:
    """Whoever goes from the welcome to a list starts there; the other lists come after it."""
    starts = state.place.step == Step.WELCOME and place.step in LISTS
    return replace(state, first=place.step) if starts else state


def _arrive(state: State, place: Place) -> State:
    """Be at a place; what fits is on the map already, so only the other drafts stay."""
    return replace(
        state,
        place=place,
        drafts=unfinished(state.drafts),
        offer=False,
        taking_off=None,
        second_look=None,
        unfolded=frozenset(),
    )


def _close(state: State) -> Updated:
    edited = state.place.editing
    place = replace(state.place, editing=None)
    # To what it was opened from, so that a person who works down a list, or on the picture, loses
    # no place.
    chosen = place.step == Step.MAP and state.selected == edited
    to = (Focus("chosen" if chosen else f"edit/{edited}"),) if edited else ()
    return _arrive(state, place), (Visit(place), *to)


_TITLE = Focus("title", top=True)
