"""Takes the reader over once Python is there: shows files that were handed over, and keeps nothing.

It has no shelf, no history and no downloads: what it is given goes with the tab.
"""

import asyncio
import random
from typing import Any
from uuid import uuid4

from js import chn
from pyodide.ffi import create_proxy

from chn_self.app import reading as app
from chn_self.app.effects import Effect, Focus, Print, Unseal
from chn_self.app.messages import Unsealed, WrongPassphrase
from chn_self.app.messages import reading as m
from chn_self.shell import dom
from chn_self.shell.crypto import derive, unseal
from chn_self.shell.handing import today
from chn_self.shell.resources import read_environment, read_words
from chn_self.views.reader import reader_html

STEP = "reader"


def start() -> None:
    """Take the page over: what was chosen so far comes first."""
    random.seed()  # the memory of an earlier start holds the state it had then
    reader = Reader()
    reader.show(app.Reading())
    chn.connect(create_proxy(reader.receive))
    chn.forget = create_proxy(reader.forget)
    dom.loaded()
    dom.mark("ready")
    chn.offline.done.then(create_proxy(lambda *_: dom.mark("settled")))


class Reader:
    """What is read, and what shows it."""

    def __init__(self) -> None:
        self._words = read_words(dom.language())
        self._env = read_environment(self._words)
        self._reading = app.Reading()
        self._doing: set[asyncio.Future[None]] = set()

    def receive(self, records: Any, early: bool = False) -> None:
        """Take records in their order, and show what comes of them.

        Those from before Python was there are `early`: by now the focus is where it was put.
        """
        for record in records.to_py():
            known = app.message(record, uuid4().hex[:8])
            if known is not None:
                self.follow(known, early=early)

    def follow(self, known: m.Reading, *, early: bool = False) -> None:
        """Take a message, show what comes of it, and do what it asks for."""
        updated = dom.calmly(type(known).__name__, lambda: app.update(self._reading, known))
        if updated is None or not self.show(updated[0]):
            dom.say(self._words("reader.stumbled"))
            return
        self._reading, effects = updated
        for effect in effects:
            if not (early and isinstance(effect, Focus)):
                self._do(effect)

    def show(self, reading: app.Reading) -> bool:
        """Show what is read, and say if that could be done."""
        html = dom.calmly("render", lambda: reader_html(reading, self._env, self._words, today()))
        if html is not None:
            dom.show(html, STEP, same_screen=True, before=())
        return html is not None

    def forget(self) -> None:
        """Let go of all that was handed over, at once: whoever reads is leaving."""
        self._reading = app.Reading()

    def _do(self, effect: Effect) -> None:
        match effect:
            case Focus(id, top):
                dom.focus(id, top=top)
            case Print():
                dom.print_screen()
            case Unseal():
                task = asyncio.ensure_future(self._unseal(effect))
                self._doing.add(task)
                task.add_done_callback(self._doing.discard)

    async def _unseal(self, asked: Unseal) -> None:
        header = asked.envelope.header
        seal = await derive(asked.passphrase, header.iterations, header.salt)
        data = await unseal(seal, asked.envelope)
        wrong = WrongPassphrase(asked.envelope)
        self.follow(wrong if data is None else Unsealed(asked.envelope, data))
