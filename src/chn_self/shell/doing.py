"""Does what the app asks for: focus, history, files, the shelf, locking."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from typing import Any
from uuid import uuid4

from js import chn
from pyodide.ffi import JsException

from chn_self.app import effects as e
from chn_self.app import messages as m
from chn_self.app.kept import OnDevice, Trouble
from chn_self.app.state import State
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from chn_self.shell import dom
from chn_self.shell.autosave import Autosave
from chn_self.shell.crypto import derive, unseal
from chn_self.shell.drawing import pdf, png
from chn_self.shell.handing import File, sealed, today
from chn_self.shell.resources import read_example
from chn_self.shell.shelf import Put, Shelf

# What is not ready at once.
_DRAWN = frozenset({e.Paper.PDF, e.Paper.PNG})


def _trouble(effect: e.Effect) -> str:
    """The notice of an effect that failed."""
    match effect:
        case e.TakeOffShelf():
            return "not_taken_off"
        case e.ReadShelf() | e.ReadKept():
            return "not_now"
        case e.Download(e.Paper.PDF):
            return "no_pdf"
        case _:
            return "stumbled"


class Doer:
    """Does effects; what comes of them goes back to the app as messages.

    `state` gives the state as it is, `follow` takes a message, `paper` makes a file of the map.
    """

    def __init__(
        self,
        state: Callable[[], State],
        follow: Callable[[m.Message], None],
        paper: Callable[[e.Paper], File],
    ) -> None:
        self._state = state
        self._follow = follow
        self._paper = paper
        self._shelf = Shelf()
        self._doing: set[asyncio.Future[None]] = set()
        # One write at a time: each has to know the revision that the one before it left.
        self._writing = asyncio.Lock()
        self.autosave = Autosave(lambda: state().due, self._save)

    def do(self, effect: e.Effect) -> None:
        """Do one effect: at once where a browser wants it within the press, else soon."""
        match effect:
            case e.Visit(place):
                dom.visit(place)
            case e.Focus(id, top):
                dom.focus(id, top=top)
            case e.Download(paper) if paper not in _DRAWN:
                self._hand_over(self._paper(paper))
            case e.SaveWhere():
                self._soon(self._save_where(self._paper(e.Paper.MAP)))
            case e.HandOn(paper):
                self._soon(self._hand_on(self._paper(paper)))
            case e.ReadExample():
                example = decode(read_example(dom.language()))
                if isinstance(example, PersonalMap):
                    self._follow(m.ExampleRead(example))
            case e.SwitchVersion():
                chn.offline.use()
            case e.AskInstall():
                chn.install()
            case _:
                self._soon(self._later(effect), _trouble(effect))

    def let_go(self) -> None:
        """Hold the key of no map but of the one in the tab, and one that is about to be."""
        state = self._state()
        places = (
            state.device,
            state.asking and state.asking.source,
            state.waiting and state.waiting.device,
        )
        self._shelf.hold_only(place.key for place in places if place and place.key)

    def look_around(self) -> None:
        """See if another tab, or the browser, has changed or taken off the map of this one."""
        self._soon(self._compare(), "not_now")

    def _soon(self, work: Coroutine[Any, Any, None], notice: str = "stumbled") -> None:
        task = asyncio.ensure_future(self._guarded(work, notice))
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    async def _guarded(self, work: Coroutine[Any, Any, None], notice: str) -> None:
        try:
            await work
        except Exception as fault:  # noqa: BLE001 - the map is not lost, and the page says so
            dom.log("effect", fault)
            self._follow(m.NotNow(notice))

    async def _later(self, effect: e.Effect) -> None:
        match effect:
            case e.Download(e.Paper.PDF):
                self._hand_over(await pdf(self._paper(e.Paper.PDF)))
            case e.Download(paper):
                self._hand_over(await png(self._paper(paper)))
            case e.DownloadSealed(passphrase, paper):
                self._hand_over(await sealed(self._paper(paper), passphrase))
            case e.Print():
                dom.print_screen()
            case e.Unseal():
                await self._unseal(effect)
            case e.Shelve(passphrase, key):
                await self._keep(lambda place: self._shelve(place, passphrase), key)
            case e.ShelveAgain():
                await self._keep(self._shelve_again, None)
            case e.ReadShelf():
                self._follow(m.ShelfRead(await self._shelf.list()))
                await self._compare()
            case e.ReadKept(key, to_compare):
                self._follow(replace(await self._shelf.read(key), to_compare=to_compare))
            case e.TakeOffShelf(key):
                await self._shelf.remove(key)
                self._follow(m.TakenOff(key))
            case e.Lock():
                await self.autosave.settled()
                self._follow(m.Locked(PersonalMap(id=str(uuid4()), as_of=today())))

    async def _keep(self, put: Callable[[str], Awaitable[Put]], key: str | None) -> None:
        try:
            async with self._writing:
                done = await put(key or str(uuid4()))
        except Exception as fault:  # noqa: BLE001 - the map is where it was, and the page says so
            dom.log("keep", fault)
            self._follow(m.NotKept("", Trouble.FAILED))
            return
        now = done.device
        if done.trouble is not None or now.map is None:
            self._follow(m.NotKept("", done.trouble or Trouble.FAILED))
            return
        self._follow(m.KeptHere(now.key, now.sealed, now.map, now.revision, now.lock_after))
        self.autosave.look()
        self._soon(self._ask_to_last())

    async def _shelve(self, place: str, passphrase: str | None) -> Put:
        state = self._state()
        known = state.device if state.device and state.device.key == place else None
        device = known or OnDevice(place, sealed=False, map=None)
        lock_after = device.lock_after if passphrase is not None else None
        return await self._shelf.keep(
            state.mine, replace(device, lock_after=lock_after), passphrase
        )

    async def _shelve_again(self, place: str) -> Put:
        state = self._state()
        device = state.device or OnDevice(place, sealed=False, map=None)
        return await self._shelf.keep_beside(state.mine, device, place)

    async def _ask_to_last(self) -> None:
        self._follow(m.Lasting(bool(await chn.shelf.last())))

    async def _save(self, map_: PersonalMap) -> bool:
        async with self._writing:
            device = self._state().device
            if device is None:
                return False
            try:
                put = await self._shelf.save(map_, device)
            except Exception as fault:  # noqa: BLE001 - told at once, and tried again
                dom.log("save", fault)
                put = Put(device, Trouble.FAILED)
            if put.trouble is not None:
                self._follow(m.NotKept(device.key, put.trouble))
                return False
            self._follow(m.Saved(device.key, map_, put.device.revision, put.device.lock_after))
            return True

    async def _compare(self) -> None:
        async with self._writing:
            device = self._state().device
            if device is None or device.trouble is not None:
                return
            there = await self._shelf.read(device.key)
            if there.data is None:
                self._follow(m.NotKept(device.key, Trouble.GONE))
            elif there.revision != device.revision:
                self._follow(m.NotKept(device.key, Trouble.CHANGED))

    async def _unseal(self, asked: e.Unseal) -> None:
        header = asked.envelope.header
        seal = await derive(asked.passphrase, header.iterations, header.salt)
        data = await unseal(seal, asked.envelope)
        if data is None:
            self._follow(m.WrongPassphrase(asked.envelope))
            return
        if asked.key is not None:
            self._shelf.unlock(asked.key, seal)
        self._follow(m.Unsealed(asked.envelope, data))

    def _hand_over(self, file: File) -> None:
        dom.download(file.name, file.type, file.content)
        self._follow(file.taken())

    async def _save_where(self, file: File) -> None:
        same = await dom.save_as(file.name, file.content)
        if same is not None:
            self._follow(file.taken(checked=True) if same else m.NotSaved())

    async def _hand_on(self, file: File) -> None:
        try:
            await dom.share(file.name, file.type, file.content)
        except JsException:
            return  # they went back without picking an app
        self._follow(m.HandedOn())
