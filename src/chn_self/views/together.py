"""What the screens show on which the person says what goes together."""

from collections.abc import Mapping

from chn_self.app.state import State
from chn_self.domain.connection import Connection, Kind, by_closeness
from chn_self.views.few import FEW, few_first
from chn_self.views.words import Words

Context = Mapping[str, object]


def links(state: State, words: Words) -> Context:
    """Any two to pick from."""
    choose = {"value": "", "text": words("links.choose")}
    every = [{"value": c.id, "text": c.name} for c in state.map.connections]
    return {"pickable": [choose, *every]}


def together(state: State, c: Connection, kind: Kind) -> Context:
    """A few to tick, the closest, and the rest: none changes its place when it is pressed."""
    others = by_closeness(state.map.of_kind(kind))
    linked = {other.id for other in state.map.linked(c.id)}
    return {"c": c, "linked": linked, **few_first(others, lambda other: other.id in linked)}


def goes_with(state: State, c: Connection) -> Context:
    """What may go with a connection: a few of other kinds first, then all the rest.

    Who knows whom is never put first: it is asked of nobody, and everyone may add it. None changes
    its place when it is pressed.
    """
    others = [other for other in state.map.connections if other.id != c.id]
    likely = by_closeness([other for other in others if other.kind != c.kind])[:FEW]
    first = {other.id for other in likely}
    rest = [other for other in others if other.id not in first]
    linked = {other.id for other in state.map.linked(c.id)}
    few = few_first((*likely, *rest), lambda other: other.id in linked, len(likely))
    return {"linked": linked, **few}
