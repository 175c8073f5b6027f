"""Takes the page over once Python is there."""

import random
from collections.abc import Callable
from uuid import uuid4

from js import chn, document, window
from pyodide.ffi import create_proxy

from chn_self.app.effects import ReadShelf
from chn_self.app.messages import Lost, Newer
from chn_self.app.records import place
from chn_self.app.state import State
from chn_self.app.steps import SHELVES
from chn_self.domain.personal_map import PersonalMap
from chn_self.shell import dom
from chn_self.shell.handing import today
from chn_self.shell.page import Page
from chn_self.shell.resources import read_network_types, read_words

# How often the page looks if it has been quiet for long enough to lock.
LOOK = 5_000  # milliseconds


def start() -> None:
    """Take the page over: what was typed and pressed so far comes first, in its order."""
    random.seed()  # the memory of an earlier start holds the state it had then
    page = Page(read_words(dom.language()), read_network_types(), _first_state())
    chn.connect(create_proxy(page.receive))
    chn.forget = create_proxy(page.forget)
    page.render()
    _watch(page)
    if chn.lost:
        page.follow(Lost())
    if page.state.place.step in SHELVES:
        page.doer.do(ReadShelf())
    dom.loaded()
    dom.mark("ready")
    dom.when_idle(create_proxy(lambda *_: _settle(page)))


def _watch(page: Page) -> None:
    """Follow what happens around the page: its size, its clock, its being put away."""
    window.matchMedia(dom.WIDE).addEventListener("change", _heard(page.render))
    window.setInterval(_heard(page.look_at_clock), LOOK)

    def turned() -> None:
        if document.visibilityState == "hidden":
            page.doer.autosave.hurry()
        else:
            page.look_at_clock()
            page.doer.look_around()

    document.addEventListener("visibilitychange", _heard(turned))


def _heard(act: Callable[[], None]) -> object:
    return create_proxy(lambda *_: act())


def _settle(page: Page) -> None:
    """Import what no first screen needs, so that no press has to wait for it.

    It is quiet once a copy of the page for use with no network is no longer on its way either.
    """
    import chn_self.domain.network  # noqa: F401, PLC0415

    def quiet(newer: bool) -> None:
        if newer:
            page.follow(Newer())
        dom.mark("settled")

    chn.offline.done.then(quiet)


def _first_state() -> State:
    """An empty map of today, at the step that the address named when the page was opened."""
    return State(map=PersonalMap(id=str(uuid4()), as_of=today()), place=place(str(chn.start)))
