"""Files in and out, and the ready-made map to look at."""

from dataclasses import replace

from chn_self.app import messages as m
from chn_self.app.effects import (
    Download,
    DownloadSealed,
    Effect,
    Focus,
    HandOn,
    Paper,
    ReadExample,
    SaveWhere,
    Unseal,
    Visit,
)
from chn_self.app.kept import Asking, Kept, Source, Waiting
from chn_self.app.opening import let_go, open_bytes, show
from chn_self.app.passphrase import problem_with
from chn_self.app.state import Notice, Own, State, unfinished
from chn_self.app.steps import Place, Step

Updated = tuple[State, tuple[Effect, ...]]


def update(state: State, message: m.Files) -> Updated:
    """What becomes of the map in memory: never replaced without a word while it is not kept."""
    match message:
        case m.Take(paper):
            # What draws one may have to be fetched first.
            told = replace(state, notice=Notice("making_pdf")) if paper == Paper.PDF else state
            return told, (Download(paper),)
        case m.TakeSealed(passphrase, again, paper):
            problem = problem_with(passphrase, again, "copy" if paper == Paper.COPY else "file")
            making = replace(state, notice=Notice("making"))
            return problem(state) if problem else (making, (DownloadSealed(passphrase, paper),))
        case m.SaveAs():
            return state, (SaveWhere(),)
        case m.Share(paper):
            return state, (HandOn(paper),)
        case m.Taken():
            return _taken(state, message), ()
        case m.NotSaved():
            return replace(state, notice=Notice("not_saved")), ()
        case m.HandedOn():
            return replace(state, notice=Notice("handed_on")), ()
        case m.CheckFile(digest):
            return _checked(state, digest), ()
        case m.LookAtExample():
            return state, (ReadExample(),)
        case m.ExampleRead(map_):
            return show(replace(state, own=_own(state)), Waiting(map_), example=True)
        case m.LeaveExample():
            return _leave_example(state)
        case _:
            return _opening(state, message)


def _opening(state: State, message: m.Files) -> Updated:
    match message:
        case m.Opened(data, pasted):
            to_compare = state.place.step == Step.COMPARE
            return open_bytes(state, data, Source(pasted=pasted, to_compare=to_compare))
        case m.Unlock(passphrase) if state.asking:
            return _unlock(state, state.asking, passphrase)
        case m.WrongPassphrase(envelope) | m.Unsealed(envelope):
            # About another one, or one that the person let be meanwhile, it says nothing any more.
            if state.asking is None or state.asking.envelope != envelope:
                return state, ()
            return _answered(state, state.asking, message)
        case m.StopUnlocking():
            return replace(state, asking=None), (Focus("title"),)
        case m.OpenAnyway() if state.waiting:
            return show(state, state.waiting)
        case m.KeepMine():
            return replace(state, waiting=None), (Focus("title"),)
        case _:
            return state, ()


def _unlock(state: State, asking: Asking, passphrase: str) -> Updated:
    if asking.trying:
        return replace(state, notice=Notice("opening")), ()
    problem = problem_with(passphrase, passphrase, "asked")
    if problem:
        return problem(state)
    trying = replace(state, asking=replace(asking, trying=True), notice=Notice("opening"))
    # A map that is only looked at is not kept again, so nobody needs to hold its key.
    key = None if asking.source.to_compare else asking.source.key
    return trying, (Unseal(asking.envelope, passphrase, key),)


def _answered(state: State, asking: Asking, message: m.Files) -> Updated:
    if isinstance(message, m.Unsealed):
        source = replace(asking.source, sealed=True)
        return open_bytes(replace(state, asking=None, notice=None), message.data, source)
    failed = replace(asking, failed=True, trying=False)
    return replace(state, asking=failed, notice=None), (Focus("passphrase/asked"),)


def _taken(state: State, taken: m.Taken) -> State:
    if taken.paper != Paper.MAP:
        return replace(state, notice=Notice("taken"))
    kept = Kept(taken.map, taken.at, taken.digest, taken.checked)
    return replace(state, kept=kept, notice=Notice("saved" if taken.checked else "map_taken"))


def _checked(state: State, digest: str) -> State:
    """The file was read back: only now is it said to be saved."""
    if state.kept is None or state.kept.digest != digest:
        return replace(state, notice=Notice("file_differs"))
    if state.kept.map != state.mine:
        return replace(state, notice=Notice("other_file_saved"))
    return replace(state, kept=replace(state.kept, checked=True), notice=Notice("saved"))


def _own(state: State) -> Own:
    return state.own or Own(
        map=state.map,
        past=state.past,
        drafts=unfinished(state.drafts),
        type_shown=state.type_shown,
        reflecting=state.reflecting,
        choices=state.choices,
    )


def _leave_example(state: State) -> Updated:
    if state.own is None:
        return state, ()
    place = Place(Step.ACTIVITIES)
    after = replace(
        let_go(state),
        map=state.own.map,
        past=state.own.past,
        own=None,
        place=place,
        drafts=state.own.drafts,
        type_shown=state.own.type_shown,
        reflecting=state.own.reflecting,
        choices=state.own.choices,
    )
    return after, (Visit(place), Focus("title", top=True))
