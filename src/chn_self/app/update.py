"""The one place where a message changes the state."""

from dataclasses import replace

from chn_self.app import (
    answers,
    comparing,
    fields,
    guiding,
    journey,
    keeping,
    leaving,
    looking,
    placing,
    shelf,
)
from chn_self.app import messages as m
from chn_self.app.effects import AskInstall, Effect, Focus, Print, ReadShelf, SwitchVersion
from chn_self.app.opening import let_go
from chn_self.app.state import Notice, State, unfinished
from chn_self.app.steps import SHELVES
from chn_self.domain import edit
from chn_self.domain.choices import without_type
from chn_self.domain.personal_map import Fits

# Undo goes back at most this far; maps share what they have in common, so a step costs little.
LONGEST_PAST = 500

# Connections from which on there is something to lose: keeping is offered, once.
WORTH_KEEPING = 3

Updated = tuple[State, tuple[Effect, ...]]


def update(state: State, message: m.Message) -> Updated:
    """The state after a message, and what the shell is to do; total over every message.

    A message that changes the map puts the map before it on `past`, so that Undo restores it
    exactly; typing on in one field is one change.
    """
    if isinstance(message, m.Background):
        return _update(state, message)
    if isinstance(message, m.Undo):
        return _undo(state)
    cleared = state if isinstance(message, m.Typed | m.Add) else _quiet(state)
    if isinstance(message, m.Answer):
        # Those that were added along with this one are still asked about.
        cleared = replace(cleared, fresh=state.fresh)
    after, effects = _update(cleared, message)
    typed = message.field if isinstance(message, m.Typed) else None
    typing_on = typed is not None and typed == state.typing
    changed = after.map != state.map
    if changed and after.origin is state.origin and not _looked(state, after):
        after = _dated(_heeded(state, after))
        if not typing_on:
            after = replace(after, past=(*state.past, state.map)[-LONGEST_PAST:])
    if isinstance(message, m.Add | m.AddRow):
        after = _offering(state, after)
    if after.place.step in SHELVES and after.place.step != state.place.step:
        effects = (*effects, ReadShelf())
    # A text that changed nothing so far, such as one too long, has no undo to go on with.
    return replace(after, typing=typed if changed or typing_on else None), effects


def _dated(state: State) -> State:
    """With a map that tells of today: an older one that is gone on with tells of now."""
    if state.today is None or state.map.as_of == state.today:
        return state
    return replace(state, map=replace(state.map, as_of=state.today))


def _looked(before: State, after: State) -> bool:
    """Whether the example was opened or left: what is on the screen changed, and no map did."""
    return before.is_example != after.is_example


def _offering(before: State, after: State) -> State:
    """With an offer to keep the map once it is worth keeping: a phone may drop the tab."""
    worth = len(before.map.connections) < WORTH_KEEPING <= len(after.map.connections)
    if not worth or after.offered or after.is_example or after.device:
        return after
    return replace(after, offer=True, offered=True)


def _update(state: State, message: m.Message) -> Updated:
    match message:
        case m.Remove(id):
            return _remove(state, id)
        case m.Answer(id) if id in state.fresh:
            # The buttons go once one was pressed; the focus stays with what they asked about.
            return _pressed(state, message), (Focus(f"edit/{id}"),)
        case m.Add() | m.AddRow() | m.Typed() | m.AddMissing():
            return fields.update(state, message)
    if isinstance(message, m.Moving):
        return journey.update(state, message)
    if isinstance(message, m.Looking):
        return looking.update(state, message)
    if isinstance(message, m.Comparing):
        return comparing.update(state, message)
    if isinstance(message, m.Guiding):
        return guiding.update(state, message)
    if isinstance(message, m.Files):
        return keeping.update(state, message)
    if isinstance(message, m.Shelf):
        return shelf.update(state, message)
    if isinstance(message, m.Placing):
        return placing.update(state, message)
    if isinstance(message, m.Page):
        return _of_the_page(state, message)
    return _pressed(state, message), ()


def _of_the_page(state: State, message: m.Page) -> Updated:
    match message:
        case m.Lost():
            return replace(state, notice=Notice("lost")), ()
        case m.KeepLater():
            return replace(state, offer=False), (Focus("title"),)
        case m.AnotherStarter():
            # The first of them again, once they were turned off.
            at = 0 if state.starter is None else state.starter + 1
            return replace(state, starter=at), ()
        case m.NoStarters():
            return replace(state, starter=None), (Focus("starter"),)
        case m.Prefer(way):
            return replace(state, ways=leaving.toggled(state.ways, way)), ()
        case m.Print():
            return state, (Print(),)
        case m.Newer():
            return replace(state, newer=True), ()
        case m.UseNewer():
            return state, (SwitchVersion(),)
        case m.Installable():
            return replace(state, installable=True), ()
        case m.Install():
            return replace(state, installable=False), (AskInstall(),)


def _pressed(state: State, message: m.Message) -> State:
    map_ = state.map
    match message:
        case m.Answer(id, question, value):
            return replace(state, map=answers.answer(map_, id, question, value))
        case m.AnswerMap(question, value):
            return replace(state, map=answers.answer_map(map_, question, value))
        case m.Receives(id, support):
            return replace(state, map=answers.receives(map_, id, support))
        case m.NoOne(support):
            return replace(state, map=answers.no_one(map_, support))
        case m.Gives(id, support):
            person = map_.connection(id)
            gives = person is not None and support not in person.gives
            return replace(state, map=edit.give_support(map_, id, support, gives))
        case m.Pair(a, b):
            return replace(state, map=edit.link(map_, a, b))
        case m.ToggleLink(a, b):
            together = any(link.ends == {a, b} for link in map_.links)
            toggled = edit.unlink(map_, a, b) if together else edit.link(map_, a, b)
            return replace(state, map=toggled)
        case _:
            return state


def _remove(state: State, id: str) -> Updated:
    removed = state.map.connection(id)
    if removed is None:
        return state, ()
    place = replace(state.place, editing=None)
    notice = Notice("removed", {"name": removed.name})
    after = replace(state, map=edit.remove(state.map, id), place=place, notice=notice)
    return after, (Focus("undo"),)


def _undo(state: State) -> Updated:
    if not state.past:
        return state, ()
    back = state.past[-1]
    opened = state.map is state.origin and not state.is_example
    before = replace(let_go(state), device=None, kept=None, origin=None) if opened else state
    put_back = replace(
        _quiet(before),
        map=back,
        past=state.past[:-1],
        drafts=unfinished(state.drafts),
        typing=None,
        notice=Notice("undone"),
    )
    # The button is still there while there is more to undo; then the focus stays on it.
    return _heeded(state, put_back), () if put_back.past else (Focus("title"),)


def _heeded(before: State, after: State) -> State:
    """With the type out of the summary, once the person says that it does not feel right."""
    if after.map.type_view.fits == Fits.NO != before.map.type_view.fits:
        return replace(after, choices=without_type(after.choices))
    return after


def _quiet(state: State) -> State:
    return replace(state, notice=None, faults=(), fresh=())
