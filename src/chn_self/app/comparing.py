"""Comparing the map with an earlier one: which are the same is the person's to say."""

from dataclasses import replace

from chn_self.app import messages as m
from chn_self.app.effects import Effect, Focus
from chn_self.app.state import Earlier, State

Updated = tuple[State, tuple[Effect, ...]]


def update(state: State, message: m.Comparing) -> Updated:
    """What becomes of the earlier map; neither it nor the map in the tab is changed."""
    if state.earlier is None:
        return state, ()
    if isinstance(message, m.PutAway):
        return replace(state, earlier=None), (Focus("title", top=True),)
    return replace(state, earlier=_told(state.earlier, message)), (Focus("perhaps"),)


def _told(earlier: Earlier, message: m.Same | m.NotSame | m.AskAgain) -> Earlier:
    match message:
        case m.Same(before, now):
            return replace(earlier, same=(*earlier.same, (before, now)))
        case m.NotSame(before, now):
            return replace(earlier, apart=(*earlier.apart, (before, now)))
        case m.AskAgain():
            return Earlier(earlier.map)
