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
from chn_self.app.kept import OnDevice, Trouble
from chn_self.app.opening import open_file
from chn_self.app.passphrase import problem_with
from chn_self.app.state import Notice, State
from chn_self.app.steps import Place, Step

Updated = tuple[State, tuple[Effect, ...]]


def update(state: State, message: m.Shelf) -> Updated:
    """What becomes of the map's place on the device."""
    match message:
        case m.KeepHere(passphrase, again):
            problem = problem_with(passphrase, again, "here")
            return problem(state) if problem else _keep(state, passphrase)
        case m.KeepPlain():
            return _keep(state, None)
        case m.KeepAnother():
            return replace(state, notice=Notice("keeping")), (ShelveAgain(),)
        case m.KeptHere() | m.Saved() | m.NotKept() | m.Lasting():
            return _told(state, message)
        case m.ShelfRead(shelf):
            return replace(state, shelf=shelf), ()
        case m.OpenKept(key):
            return state, (ReadKept(key),)
        case m.KeptRead(_, None):
            return replace(state, notice=Notice("not_there")), (ReadShelf(),)
        case m.KeptRead(key, data, lock_after) if data is not None:
            return open_file(state, data, key, lock_after)
        case m.TakeOff() | m.TakeOffNow() | m.TakenOff():
            return _take_off(state, message)
        case m.LockAfter() | m.LockNow() | m.Locked():
            return _lock(state, message)
        case _:
            return state, ()


def _keep(state: State, passphrase: str | None) -> Updated:
    if state.is_example:
        return state, ()
    gone = state.device is None or state.device.trouble == Trouble.GONE
    key = None if gone or state.device is None else state.device.key
    return replace(state, notice=Notice("keeping")), (Shelve(passphrase, key),)


def _told(state: State, message: m.KeptHere | m.Saved | m.NotKept | m.Lasting) -> Updated:
    """What the device said; about a map that is not in the tab any more, it changes nothing."""
    device = state.device
    match message:
        case m.KeptHere(key, sealed, map_) if state.mine.id == map_.id:
            before = device if device and device.key == key else OnDevice(key, sealed, map_)
            lock_after = before.lock_after if sealed else None
            now = replace(before, sealed=sealed, map=map_, trouble=None, lock_after=lock_after)
            kept = replace(state, device=now, offer=False, notice=Notice("kept_here"))
            return kept, (ReadShelf(), Focus("title"))
        case m.Saved(key, map_) if device and device.key == key:
            return replace(state, device=replace(device, map=map_, trouble=None)), ()
        case m.NotKept(key, trouble) if device and device.key == key:
            return replace(state, device=replace(device, map=None, trouble=trouble)), ()
        case m.NotKept("", trouble):
            return replace(state, notice=Notice(f"not_kept_{trouble}")), ()
        case m.Lasting(promised) if device:
            return replace(state, device=replace(device, lasting=promised)), ()
        case _:
            return state, ()


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
            return taken, (ReadShelf(), Focus("title"))


def _lock(state: State, message: m.LockAfter | m.LockNow | m.Locked) -> Updated:
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
                ways=state.ways,
                newer=state.newer,
                installable=state.installable,
                offered=True,
                notice=Notice("locked"),
            )
            return fresh, (Visit(place), ReadShelf(), ReadKept(device.key))
