"""Does what the app asks for: focus, history, files, the shelf, locking."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any
from uuid import uuid4

from js import chn
from pyodide.ffi import JsException

from chn_self.app import effects as e
from chn_self.app import messages as m
from chn_self.app.kept import Trouble
from chn_self.app.state import State
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from chn_self.shell import dom
from chn_self.shell.autosave import Autosave
from chn_self.shell.crypto import derive, unseal
from chn_self.shell.handing import File, sealed_map, today
from chn_self.shell.resources import read_example
from chn_self.shell.shelf import Shelf


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
        self.autosave = Autosave(lambda: state().due, self._save)

    def do(self, effect: e.Effect) -> None:
        """Do one effect: at once where a browser wants it within the press, else soon."""
        match effect:
            case e.Visit(place):
                dom.visit(place)
            case e.Focus(id, top):
                dom.focus(id, top=top)
            case e.Download(paper):
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
                self._soon(self._later(effect))

    def let_go(self) -> None:
        """Hold the key of no map but of the one in the tab, and one that is about to be."""
        state = self._state()
        places = (state.device, state.asking, state.waiting and state.waiting.device)
        self._shelf.hold_only(place.key for place in places if place and place.key)

    def _soon(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._doing.add(task)
        task.add_done_callback(self._doing.discard)

    async def _later(self, effect: e.Effect) -> None:
        state = self._state()
        match effect:
            case e.DownloadSealed(passphrase):
                self._hand_over(await sealed_map(state.mine, passphrase))
            case e.Unseal():
                await self._unseal(effect)
            case e.Shelve(passphrase, key):
                place = key or str(uuid4())
                lock_after = state.device.lock_after if state.device and passphrase else None
                trouble = await self._shelf.keep(state.mine, passphrase, place, lock_after)
                await self._kept(place, key or "", state.mine, trouble, passphrase is not None)
            case e.ShelveAgain() if state.device:
                place = str(uuid4())
                trouble = await self._shelf.keep_beside(state.mine, state.device, place)
                await self._kept(place, "", state.mine, trouble, state.device.sealed)
            case e.ReadShelf():
                self._follow(m.ShelfRead(await self._shelf.list()))
            case e.ReadKept(key):
                self._follow(await self._shelf.read(key))
            case e.TakeOffShelf(key):
                await self._shelf.remove(key)
                self._follow(m.TakenOff(key))
            case e.Lock():
                await self.autosave.settled()
                self._follow(m.Locked(PersonalMap(id=str(uuid4()), as_of=today())))

    async def _save(self, map_: PersonalMap) -> bool:
        device = self._state().device
        if device is None:
            return False
        trouble = await self._shelf.save(map_, device)
        told = m.NotKept(device.key, trouble) if trouble else m.Saved(device.key, map_)
        self._follow(told)
        return trouble is None

    async def _kept(
        self, place: str, before: str, map_: PersonalMap, trouble: Trouble | None, sealed: bool
    ) -> None:
        if trouble is not None:
            self._follow(m.NotKept(before, trouble))
            return
        self._follow(m.KeptHere(place, sealed, map_))
        self.autosave.look()
        self._follow(m.Lasting(bool(await chn.shelf.last())))

    async def _unseal(self, asked: e.Unseal) -> None:
        header = asked.envelope.header
        seal = await derive(asked.passphrase, header.iterations, header.salt)
        data = await unseal(seal, asked.envelope)
        if data is None:
            self._follow(m.WrongPassphrase())
            return
        if asked.key is not None:
            self._shelf.unlock(asked.key, seal)
        self._follow(m.Unsealed(data))

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
