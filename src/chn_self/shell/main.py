"""The loop: records in, messages through update, the screen and the effects out."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from js import chn, console, location, window
from pyodide.ffi import create_proxy

from chn_self.app.effects import Download, Effect, Focus, Paper, ReadExample, Visit
from chn_self.app.messages import ExampleRead, Message, Taken, Typed, Went
from chn_self.app.records import message, place
from chn_self.app.state import Notice, State
from chn_self.app.update import update
from chn_self.domain.layout import layout
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model
from chn_self.files.codec import decode, encode
from chn_self.shell import dom
from chn_self.shell.resources import read_environment, read_example, read_network_types, read_words
from chn_self.views.latest import Latest
from chn_self.views.page import main_html
from chn_self.views.screens import chosen_summary
from chn_self.views.summary import Summary, summary_html, summary_text
from chn_self.views.words import Words

# While somebody types, the screen follows when they pause: the field itself shows every letter.
AFTER_TYPING = 250  # milliseconds


def start() -> None:
    """Take the page over: what was typed and pressed so far comes first, in its order."""
    page = Page(read_words(dom.language()), read_network_types(), _first_state())
    chn.connect(create_proxy(page.receive))
    page.render()
    window.matchMedia(dom.WIDE).addEventListener("change", create_proxy(lambda _: page.render()))
    dom.loaded()
    dom.mark("ready")
    dom.when_idle(create_proxy(_settle))


class Page:
    """The state, and what shows it."""

    def __init__(self, words: Words, model: Model, state: State) -> None:
        self.words = words
        self.env = read_environment(words)
        self.model = model
        self.state = state
        self._shown: object = None
        self._lay = Latest(layout)
        self._timer: int | None = None
        self._render = create_proxy(self.render)

    def receive(self, records: Any, early: bool = False) -> None:
        """Take records in their order, show what comes of them, then do what they ask for.

        Those from before Python was there are `early`: by now the focus is where the person put it.
        """
        effects: list[Effect] = []
        typed_only = True
        for record in records.to_py():
            known = message(_with_bytes(record), uuid4().hex[:8])
            if known is not None:
                typed_only = typed_only and isinstance(known, Typed)
                if isinstance(known, Went):
                    # The browser is somewhere else since: its history stands as it is.
                    effects = [effect for effect in effects if not isinstance(effect, Visit)]
                effects += self._take(known)
        if typed_only:
            self._render_soon()
        else:
            self.render()
        for effect in effects:
            if not (early and isinstance(effect, Focus)):
                self._do(effect)

    def render(self) -> None:
        """Show the state as it is now."""
        if self._timer is not None:
            window.clearTimeout(self._timer)
            self._timer = None
        dom.warn_of_loss(self.state.unkept)
        try:
            html = self._html()
        except Exception as fault:  # noqa: BLE001 - the map is not lost, and the page says so
            _log("render", fault)
            dom.say(self.words("notice.stumbled"))
            return
        dom.show(html, self.state.place, same_screen=self._shown == self.state.place)
        self._shown = self.state.place

    def _html(self) -> str:
        return main_html(
            self.state,
            self.env,
            self.words,
            self.model,
            wide=dom.is_wide(),
            today=_today(),
            lay=self._lay,
        )

    def _take(self, taken: Message) -> tuple[Effect, ...]:
        try:
            self.state, effects = update(self.state, taken)
        except Exception as fault:  # noqa: BLE001 - whatever goes wrong, the map is not lost
            _log(type(taken).__name__, fault)
            self.state = replace(self.state, notice=Notice("stumbled"))
            return ()
        return effects

    def _render_soon(self) -> None:
        dom.warn_of_loss(self.state.unkept)
        if self._timer is not None:
            window.clearTimeout(self._timer)
        self._timer = window.setTimeout(self._render, AFTER_TYPING)

    def _do(self, effect: Effect) -> None:
        match effect:
            case Visit(to):
                dom.visit(to)
            case Focus(id, top):
                dom.focus(id, top=top)
            case Download(paper):
                self._hand_over(paper)
            case ReadExample():
                example = decode(read_example(self.words.language))
                if isinstance(example, PersonalMap):
                    self._follow(ExampleRead(example))

    def _follow(self, known: Message) -> None:
        effects = self._take(known)
        self.render()
        for effect in effects:
            self._do(effect)

    def _hand_over(self, paper: Paper) -> None:
        now = datetime.now(UTC)
        kept = replace(
            self.state.mine, saved_at=now.isoformat(timespec="seconds").replace("+00:00", "Z")
        )
        today = _today()
        match paper:
            case Paper.MAP:
                dom.download(f"map-{today}.chn.json", "application/json", encode(kept))
            case Paper.HTML:
                html = summary_html(self._summary(), self.env)
                dom.download(f"summary-{today}.html", "text/html", html.encode())
            case Paper.TEXT:
                text = summary_text(self._summary())
                dom.download(f"summary-{today}.txt", "text/plain", text.encode())
        clock = datetime.now().astimezone().strftime("%H:%M")
        self._follow(Taken(paper, self.state.mine, clock))

    def _summary(self) -> Summary:
        return chosen_summary(self.state, self.model, self.words, _today())


def _log(at: str, fault: Exception) -> None:
    """Only the kind of fault: its text could hold what somebody typed."""
    console.error(f"{at}: {type(fault).__name__}")


def _settle(*_: object) -> None:
    """Import what no first screen needs, so that no press has to wait for it."""
    import chn_self.domain.network  # noqa: F401, PLC0415

    dom.mark("settled")


def _first_state() -> State:
    """An empty map of today, at the step that the address names."""
    return State(map=PersonalMap(id=str(uuid4()), as_of=_today()), place=place(str(location.hash)))


def _today() -> str:
    return datetime.now().astimezone().date().isoformat()


def _with_bytes(record: Mapping[str, object]) -> Mapping[str, object]:
    """A record whose file content is bytes; from the page it comes as a view of memory."""
    data = record.get("data")
    return {**record, "data": bytes(data)} if isinstance(data, memoryview) else record
