"""The loop: records in, messages through update, the screen and the effects out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any
from uuid import uuid4

from js import Date, window
from pyodide.ffi import create_proxy

from chn_self.app import messages as m
from chn_self.app.effects import Effect, Focus, Paper, Visit
from chn_self.app.records import message
from chn_self.app.state import Notice, State
from chn_self.app.update import update
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model
from chn_self.shell import dom
from chn_self.shell.doing import Doer
from chn_self.shell.handing import File, paper, today
from chn_self.shell.resources import read_environment
from chn_self.views.again import remembered
from chn_self.views.keeping import Can
from chn_self.views.page import main_html
from chn_self.views.unchanged import parts
from chn_self.views.words import Words

# While somebody types, the screen follows when they pause: the field itself shows every letter.
AFTER_TYPING = 250  # milliseconds
_MINUTE = 60_000  # milliseconds


class Page:
    """The state, and what shows it."""

    def __init__(self, words: Words, model: Model, state: State) -> None:
        self.words = words
        self.env = read_environment(words)
        self.model = model
        self.state = state
        self.doer = Doer(lambda: self.state, self.follow, self._paper)
        self._can = Can(share=dom.can_share(), save_as=dom.can_save_as())
        self._shown: object = None
        self._parts: frozenset[str] = frozenset()
        self._again = remembered(self.env, self.words)
        self._timer: int | None = None
        self._touched = Date.now()
        self._render = create_proxy(self.render)

    def receive(self, records: Any, early: bool = False) -> None:
        """Take records in their order, show what comes of them, then do what they ask for.

        Those from before Python was there are `early`: by now the focus is where the person put it.
        """
        self._touched = Date.now()
        self.state = replace(self.state, today=today())
        effects: list[Effect] = []
        typed_only = True
        for record in records.to_py():
            known = message(_with_bytes(record), uuid4().hex[:8])
            if known is not None:
                typed_only = typed_only and isinstance(known, m.Typed)
                if isinstance(known, m.Went):
                    # The browser is somewhere else since: its history stands as it is.
                    effects = [effect for effect in effects if not isinstance(effect, Visit)]
                effects += self._take(known)
        if typed_only:
            self._render_soon()
        else:
            self.render()
        self._do(effect for effect in effects if not (early and isinstance(effect, Focus)))
        self.doer.autosave.look()

    def follow(self, known: m.Message) -> None:
        """Take a message of the page's own, and show what comes of it."""
        effects = self._take(known)
        self.render()
        self._do(effects)

    def render(self) -> None:
        """Show the state as it is now."""
        if self._timer is not None:
            window.clearTimeout(self._timer)
            self._timer = None
        dom.mark_state(self.state)
        html = dom.calmly("render", self._html)
        if html is None:
            dom.say(self.words("notice.stumbled"))
            return
        # Another map that was opened is another screen, though it is at the same place.
        now = (self.state.place, self.state.origin)
        same = self._shown == now
        # What scripts noted on one screen must not stay on another, so that one is sent as a whole;
        # and so is the next if this fails half-way.
        before, self._parts = self._parts if same else (), frozenset()
        dom.show(html, self.state.place.step.value, same_screen=same, before=before)
        self._shown, self._parts = now, parts(html)

    def look_at_clock(self) -> None:
        """Lock the map if nothing has happened for as long as the person chose."""
        device = self.state.device
        if device is None or not device.lock_after:
            return
        if Date.now() - self._touched >= device.lock_after * _MINUTE:
            self._touched = Date.now()
            self.follow(m.LockNow())

    def forget(self) -> None:
        """Let go of all that is the person's, at once: they are leaving."""
        if self._timer is not None:
            window.clearTimeout(self._timer)
        self.state = State(map=PersonalMap(id=""))
        self._shown, self._parts = None, frozenset()
        self._again = remembered(self.env, self.words)
        self.doer.let_go()

    def _html(self) -> str:
        return main_html(
            self.state,
            self.env,
            self.words,
            self.model,
            wide=dom.is_wide(),
            today=today(),
            again=self._again,
            can=self._can,
        )

    def _take(self, taken: m.Message) -> tuple[Effect, ...]:
        updated = dom.calmly(type(taken).__name__, lambda: update(self.state, taken))
        if updated is None:
            self.state = replace(self.state, notice=Notice("stumbled"))
            return ()
        self.state, effects = updated
        self.doer.let_go()
        if isinstance(taken, m.Locked):
            self._again = remembered(self.env, self.words)  # it knows the last map
        return effects

    def _render_soon(self) -> None:
        dom.mark_state(self.state)
        if self._timer is not None:
            window.clearTimeout(self._timer)
        self._timer = window.setTimeout(self._render, AFTER_TYPING)

    def _do(self, effects: Iterable[Effect]) -> None:
        for effect in effects:
            self.doer.do(effect)

    def _paper(self, asked: Paper) -> File:
        return paper(asked, self.state, self.env, self.words, self.model)


def _with_bytes(record: Mapping[str, object]) -> Mapping[str, object]:
    """A record whose file content is bytes; from the page it comes as a view of memory."""
    data = record.get("data")
    return {**record, "data": bytes(data)} if isinstance(data, memoryview) else record
