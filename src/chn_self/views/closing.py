"""The end of a guided session: what is next, and what goes on paper."""

from collections.abc import Mapping

from chn_self.app.guiding import Stage, stage
from chn_self.app.session import Device
from chn_self.app.state import State, has_words
from chn_self.domain.connection import Kind
from chn_self.domain.layout import Size
from chn_self.views import facts
from chn_self.views.picture import Lay, picture
from chn_self.views.words import Words


def closing(state: State, words: Words, lay: Lay) -> Mapping[str, object]:
    """What the last screen of a session shows: one thing to do, or that it is over.

    `others` says that maps which are not this one are kept in this browser: clearing takes those
    too, so it is told first.
    """
    now = stage(state)
    here = state.device.key if state.device else None
    return {
        "stage": now,
        "mine": state.session.device == Device.MINE,
        "clearing": now == Stage.OVER and state.session.device in (Device.HELPERS, Device.SHARED),
        "others": any(kept.key != here for kept in state.shelf or ()),
        "unadded": state.is_kept and has_words(state.drafts),
        "sheet": _sheet(state, words, lay) if now == Stage.PAPER else None,
    }


def _sheet(state: State, words: Words, lay: Lay) -> Mapping[str, object]:
    """The person's own map for paper: all of it is theirs, private ones too."""
    drawn = picture(state.mine, words, size=Size.NARROW, standalone=True, ident="paper", lay=lay)
    return {
        "picture": drawn,
        "lists": [
            (kind, [(c, facts.role(c, words)) for c in state.mine.of_kind(kind)])
            for kind in Kind
            if state.mine.of_kind(kind)
        ],
    }
