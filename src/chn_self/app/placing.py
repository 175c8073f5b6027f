"""Working on the picture: what is looked at, and where it stands."""

from dataclasses import replace

from chn_self.app import messages as m
from chn_self.app.effects import Effect, Focus
from chn_self.app.state import Notice, State
from chn_self.domain import edit
from chn_self.domain.connection import Closeness, Connection
from chn_self.domain.personal_map import PersonalMap

Updated = tuple[State, tuple[Effect, ...]]


def update(state: State, message: m.Placing) -> Updated:
    """What becomes of the map and of the one that is looked at; each move is told once."""
    match message:
        case m.Select(id):
            return replace(state, selected=None if state.selected == id else id), ()
        case m.Look(id):
            known = state.map.connection(id)
            return (replace(state, selected=id), (Focus("chosen"),)) if known else (state, ())
        case m.LookAway():
            to = (Focus(f"mark/{state.selected}"),) if state.selected else ()
            return replace(state, selected=None), to
    moved = state.map.connection(message.id)
    return (state if moved is None else _moved(state, message, moved)), ()


def _moved(state: State, message: m.Move | m.Nearer | m.Put, c: Connection) -> State:
    match message:
        case m.Move(_, by):
            map_ = edit.move(state.map, c.id, by)
            way = "earlier" if by < 0 else "later"
            if map_ == state.map:
                return replace(state, notice=Notice(f"not_{way}", {"name": c.name}))
            told = Notice(way, {"name": c.name, "other": _passed(map_, c, by)})
            return replace(state, map=map_, notice=told)
        case m.Nearer(_, by):
            ring = _nearer(c.closeness, by)
            return _on_ring(state, c, ring, edit.change(state.map, replace(c, closeness=ring)))
        case m.Put(_, ring, before):
            return _on_ring(state, c, ring, edit.place(state.map, c.id, ring, before))


def _passed(map_: PersonalMap, c: Connection, by: int) -> str:
    """The name of the one it went past, so that no two moves in a row are told in the same words.

    A screen reader reads out only what is another text than before.
    """
    ring = [other for other in map_.of_kind(c.kind) if other.closeness == c.closeness]
    return ring[ring.index(c) + (1 if by < 0 else -1)].name


def _nearer(closeness: Closeness | None, by: int) -> Closeness | None:
    """So many rings inwards; outside the three stands what has no closeness yet."""
    if closeness is None and by <= 0:
        return None
    outermost = max(Closeness)
    at = outermost + 1 if closeness is None else closeness
    return Closeness(min(max(at - by, min(Closeness)), outermost))


def _on_ring(state: State, c: Connection, ring: Closeness | None, map_: PersonalMap) -> State:
    told = Notice("on_no_ring" if ring is None else f"on_ring_{ring.value}", {"name": c.name})
    return replace(state, map=map_, selected=c.id, notice=told)
