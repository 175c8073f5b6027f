"""Keeping the map on the device's shelf, opening one from there, and locking it."""

from dataclasses import replace

from chn_self.app import messages as m
from chn_self.app.effects import (
    Effect,
    Focus,
    Lock,
    ReadKept,
    ReadShelf,
    Shelve,
    ShelveAgain,
    TakeOffShelf,
    Visit,
)
from chn_self.app.kept import OnDevice, Source, Trouble
from chn_self.app.opening import open_bytes
from chn_self.app.passphrase import problem_with
from chn_self.app.session import for_another_map
from chn_self.app.state import Notice, State
from chn_self.app.steps import Place, Step

Updated = tuple[State, tuple[Effect, ...]]


def update(state: State, message: m.Shelf) -> Updated:
    """What becomes of the map's place on the device."""
    match message:
        case m.KeepHere() | m.KeepPlain() | m.KeepAnother():
            return _keep(state, message)
        case m.KeptHere() | m.Saved() | m.NotKept() | m.Lasting():
            return _told(state, message)
        case m.ShelfRead(shelf):
            return replace(state, shelf=shelf), ()
        case m.OpenKept(key):
            return state, (ReadKept(key, to_compare=state.place.step == Step.COMPARE),)
        case m.KeptRead():
            return _read(state, message)
        case m.NotNow(notice):
            return replace(state, notice=Notice(notice)), ()
        case m.TakeOff() | m.TakeOffNow() | m.TakenOff():
            return _take_off(state, message)
        case _:
            return _lock(state, message)


def _read(state: State, read: m.KeptRead) -> Updated:
    if read.data is None:
        return replace(state, notice=Notice("not_there")), (ReadShelf(),)
    source = Source(read.key, read.revision, read.lock_after, to_compare=read.to_compare)
    return open_bytes(state, read.data, source)


def _keep(state: State, message: m.KeepHere | m.KeepPlain | m.KeepAnother) -> Updated:
    """Keep the map in its place on the shelf; in a new one if that is another tab's now."""
    device = state.device
    lost = device is not None and device.trouble in (Trouble.CHANGED, Trouble.GONE)
    key = device.key if device and not lost else None
    if state.keeping or state.is_example:
        return state, ()
    keeping = replace(state, keeping=True, notice=Notice("keeping"))
    match message:
        case m.KeepHere(passphrase, again):
            problem = problem_with(passphrase, again, "here")
            return problem(state) if problem else (keeping, (Shelve(passphrase, key),))
        case m.KeepPlain() if key is None:
            return keeping, (Shelve(None, None),)
        case m.KeepAnother() if device:
            return keeping, (ShelveAgain(),)
        case _:
            return state, ()


def _told(state: State, message: m.KeptHere | m.Saved | m.NotKept | m.Lasting) -> Updated:
    """What the device said; about a map that is not in the tab any more, it changes nothing."""
    device = state.device
    match message:
        case m.KeptHere():
            return _kept_here(replace(state, keeping=False, notice=None), message)
        case m.Saved(key, map_, revision, lock_after) if device and device.key == key:
            # Another quiet time that was chosen meanwhile is still to be kept.
            there = map_ if device.lock_after == lock_after else None
            now = replace(device, map=there, revision=revision, trouble=None)
            return replace(state, device=now), ()
        case m.NotKept(key, trouble) if device and device.key == key:
            troubled = replace(device, map=None, trouble=trouble)
            notice = Notice("trouble") if device.trouble is None else state.notice
            return replace(state, device=troubled, notice=notice), ()
        case m.NotKept("", trouble):
            return _not_kept(replace(state, keeping=False), trouble)
        case m.Lasting(promised) if device:
            return replace(state, device=replace(device, lasting=promised)), ()
        case _:
            return state, ()


def _kept_here(state: State, kept: m.KeptHere) -> Updated:
    if state.mine.id != kept.map.id:
        return state, (ReadShelf(),)
    lasting = state.device.lasting if state.device else None
    device = OnDevice(kept.key, kept.sealed, kept.map, kept.revision, lasting=lasting)
    now = replace(device, lock_after=kept.lock_after)
    after = replace(state, device=now, offer=False, notice=Notice("kept_here"))
    return after, (ReadShelf(), Focus("title", top=True))


def _not_kept(state: State, trouble: Trouble) -> Updated:
    if state.device and trouble in (Trouble.CHANGED, Trouble.GONE):
        device = replace(state.device, map=None, trouble=trouble)
        return replace(state, device=device, notice=Notice("trouble")), ()
    full = trouble == Trouble.FULL
    return replace(state, notice=Notice("not_kept_full" if full else "not_kept_failed")), ()


def _take_off(state: State, message: m.TakeOff | m.TakeOffNow | m.TakenOff) -> Updated:
    match message:
        case m.TakeOff(key):
            asked = Focus("taking-off" if key else "title")
            return replace(state, taking_off=key or None), (asked,)
        case m.TakeOffNow():
            off = state.taking_off
            return replace(state, taking_off=None), (TakeOffShelf(off),) if off else ()
        case m.TakenOff(key):
            here = state.device is not None and state.device.key == key
            device = None if here else state.device
            taken = replace(state, device=device, notice=Notice("taken_off"))
            return taken, (ReadShelf(), Focus("title", top=True))


def _lock(state: State, message: m.Shelf) -> Updated:
    device = state.device
    if device is None or not device.sealed:
        return state, ()
    match message:
        case m.LockAfter(minutes):
            # It is kept along with the map, so the map is to be kept again.
            return replace(state, device=replace(device, lock_after=minutes, map=None)), ()
        case m.LockNow():
            return state, (Lock(),)
        case m.Locked() if state.due is not None or device.trouble:
            return replace(state, notice=Notice("not_locked")), ()
        case m.Locked(empty):
            place = Place(Step.KEEP)
            fresh = State(
                map=empty,
                place=place,
                session=for_another_map(state.session),
                ways=state.ways,
                newer=state.newer,
                installable=state.installable,
                offered=True,
                notice=Notice("locked"),
            )
            return fresh, (Visit(place), ReadShelf(), ReadKept(device.key))
        case _:
            return state, ()
