"""A map comes in, from a file or off the shelf: in place of the one in the tab, or beside it."""

from dataclasses import replace

from chn_self.app.effects import Effect, Focus, Visit
from chn_self.app.kept import Asking, Kept, OnDevice, Source, Waiting
from chn_self.app.session import for_another_map
from chn_self.app.state import Earlier, Notice, Reflecting, State
from chn_self.app.steps import Place, Step
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices
from chn_self.files.codec import decode
from chn_self.files.envelope import Envelope, read_envelope
from chn_self.files.faults import Refusal

Updated = tuple[State, tuple[Effect, ...]]


def open_bytes(state: State, data: bytes, source: Source) -> Updated:
    """Open the bytes of a map file, from wherever they came.

    A passphrase is asked for where there is one; a map waits while the one in the tab is not kept.
    """
    match None if source.sealed else read_envelope(data):
        case Refusal(faults):
            return replace(state, faults=faults, asking=None), (Focus("faults"),)
        case Envelope() as envelope:
            asking = Asking(envelope, source)
            return replace(state, asking=asking), (Focus("passphrase/asked"),)
    match decode(data):
        case Refusal(faults):
            return replace(state, faults=faults), (Focus("faults"),)
        case map_ if source.to_compare:
            return _beside(state, map_)
        case map_:
            came = _came(map_, source)
            if state.unkept:
                return replace(state, waiting=came), (Focus("waiting"),)
            return show(state, came)


def show(state: State, came: Waiting, *, example: bool = False) -> Updated:
    """Put a map in the place of the one in the tab."""
    place = Place(Step.MAP)
    after = replace(
        let_go(state),
        map=came.map,
        past=() if example else _past(state),
        place=place,
        notice=None if example else Notice("opened"),
        waiting=None,
        asking=None,
    )
    if not example:
        after = replace(after, own=None, origin=came.map, kept=came.kept, device=came.device)
        if came.map.id != state.mine.id:
            after = replace(after, session=for_another_map(state.session))
            # Nobody said how this one was made.
            after = replace(after, with_helper=None)
    return after, (Visit(place), Focus("title", top=True))


def let_go(state: State) -> State:
    """Without what was of the map before: words to a reader of it, say, are no other map's."""
    return replace(
        state,
        drafts={},
        faults=(),
        fresh=(),
        typing=None,
        selected=None,
        emphasis=None,
        unfolded=frozenset(),
        type_shown=False,
        reflecting=Reflecting(),
        choices=Choices(),
        second_look=None,
        earlier=None,
    )


def _beside(state: State, map_: PersonalMap) -> Updated:
    """Look at a map beside the one in the tab, which stays as it is."""
    place = Place(Step.COMPARE)
    visit = () if state.place == place else (Visit(place),)
    after = replace(state, earlier=Earlier(map_), place=place, faults=(), asking=None)
    return after, (*visit, Focus("title", top=True))


def _past(state: State) -> tuple[PersonalMap, ...]:
    """What Undo goes back to: the person's own map, unless it is safe on the shelf.

    From there it opens as it is, along with its place; Undo would bring it back without one.
    """
    if state.device and state.device.map == state.mine:
        return ()
    if state.own:
        return (*state.own.past, state.own.map)
    return (*state.past, state.map)


def _came(map_: PersonalMap, source: Source) -> Waiting:
    if source.key is not None:
        device = OnDevice(source.key, source.sealed, map_, source.revision)
        return Waiting(map_, device=replace(device, lock_after=source.lock_after))
    if source.pasted:
        return Waiting(map_)
    # A map that came out of a file is in that file, and says itself of which day.
    return Waiting(map_, kept=Kept(map_, (map_.saved_at or "")[:10], checked=True))
