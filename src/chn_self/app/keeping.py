"""Files in and out, and the ready-made map to look at."""

from dataclasses import replace

from chn_self.app import messages as m
from chn_self.app.effects import Download, Effect, Focus, Paper, ReadExample, Visit
from chn_self.app.state import Kept, Notice, Own, Reflecting, State, unfinished
from chn_self.app.steps import Place, Step
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices
from chn_self.files.codec import decode
from chn_self.files.faults import Refusal

Keeping = (
    m.Take
    | m.Taken
    | m.Opened
    | m.OpenAnyway
    | m.KeepMine
    | m.LookAtExample
    | m.ExampleRead
    | m.LeaveExample
)
Updated = tuple[State, tuple[Effect, ...]]


def update(state: State, message: Keeping) -> Updated:
    """What becomes of the map in memory: never replaced without a word while it is not kept."""
    match message:
        case m.Take(paper):
            return state, (Download(paper),)
        case m.Taken(paper, map_, at):
            return _taken(state, paper, map_, at), ()
        case m.Opened(data):
            return _opened(state, data)
        case m.OpenAnyway():
            waiting = state.waiting
            return _show(state, waiting, Notice("opened")) if waiting else (state, ())
        case m.KeepMine():
            return replace(state, waiting=None), (Focus("title"),)
        case m.LookAtExample():
            return state, (ReadExample(),)
        case m.ExampleRead(map_):
            return _show(replace(state, own=_own(state), past=()), map_, None, kept=False)
        case m.LeaveExample():
            return _leave_example(state)


def _taken(state: State, paper: Paper, map_: PersonalMap, at: str) -> State:
    if paper != Paper.MAP:
        return replace(state, notice=Notice("taken"))
    return replace(state, kept=Kept(map_, at), notice=Notice("map_taken"))


def _opened(state: State, data: bytes) -> Updated:
    match decode(data):
        case Refusal(faults):
            return replace(state, faults=faults), (Focus("faults"),)
        case map_ if state.unkept:
            return replace(state, waiting=map_), (Focus("waiting"),)
        case map_:
            return _show(state, map_, Notice("opened"))


def _own(state: State) -> Own:
    return state.own or Own(
        map=state.map,
        past=state.past,
        drafts=unfinished(state.drafts),
        type_shown=state.type_shown,
        reflecting=state.reflecting,
        choices=state.choices,
    )


def _show(state: State, map_: PersonalMap, notice: Notice | None, *, kept: bool = True) -> Updated:
    place = Place(Step.MAP)
    # From an example, Undo goes back to the person's own map.
    past = (*state.own.past, state.own.map) if kept and state.own else state.past
    after = replace(
        state,
        map=map_,
        past=past,
        place=place,
        notice=notice,
        waiting=None,
        # Of the map before: words to a reader of it, say, are nobody's business in this one.
        drafts={},
        selected=None,
        type_shown=False,
        reflecting=Reflecting(),
        choices=Choices(),
        # A map that came out of a file is in that file; the clock time of that is not known.
        kept=Kept(map_, "") if kept else state.kept,
        own=None if kept else state.own,
    )
    return after, (Visit(place), Focus("title", top=True))


def _leave_example(state: State) -> Updated:
    if state.own is None:
        return state, ()
    place = Place(Step.ACTIVITIES)
    after = replace(
        state,
        map=state.own.map,
        past=state.own.past,
        own=None,
        place=place,
        drafts=state.own.drafts,
        selected=None,
        type_shown=state.own.type_shown,
        reflecting=state.own.reflecting,
        choices=state.own.choices,
    )
    return after, (Visit(place), Focus("title", top=True))
