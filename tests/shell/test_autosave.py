"""The map is kept soon after a change, save by save, and nothing is left running."""

import asyncio
from collections.abc import Awaitable, Callable

import pytest

from chn_self.domain.personal_map import PersonalMap
from chn_self.shell import autosave
from chn_self.shell.autosave import Autosave


class Device:
    """Keeps each map that becomes due; `changes` come one by one, each while the last is saved."""

    def __init__(self, *changes: str, refuses: bool = False) -> None:
        self.changes = list(changes)
        self.refuses = refuses
        self.saved: list[str] = []
        self.saving = 0

    def due(self) -> PersonalMap | None:
        """The next change."""
        return PersonalMap(id=self.changes[0]) if self.changes else None

    async def save(self, map_: PersonalMap) -> bool:
        """Take a while; no other save may begin meanwhile."""
        assert self.saving == 0
        self.saving += 1
        await asyncio.sleep(0)
        self.saving -= 1
        self.saved.append(map_.id)
        if not self.refuses:
            self.changes.remove(map_.id)
        return not self.refuses


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(autosave, "SOON", 0)


def within_a_loop(act: Callable[[Autosave], Awaitable[None]], device: Device) -> None:
    """Do this with an autosave, and see that nothing runs any more in the end."""

    async def main() -> None:
        await act(Autosave(device.due, device.save))
        assert asyncio.all_tasks() == {asyncio.current_task()}

    asyncio.run(main())


async def look_twice(saving: Autosave) -> None:
    """Two presses, one soon after the other."""
    saving.look()
    saving.look()
    if saving._task is not None:
        await saving._task


def test_saves_one_by_one_until_nothing_is_due() -> None:
    """What changes during a save is saved after it, never beside it; nothing is left running."""
    device = Device("first", "second", "third")
    within_a_loop(look_twice, device)
    assert device.saved == ["first", "second", "third"]


def test_a_save_that_fails_is_not_tried_again_at_once() -> None:
    """A full device is not asked over and over: the next change is the time to try again."""
    device = Device("first", refuses=True)
    within_a_loop(look_twice, device)
    assert device.saved == ["first"]


def test_starts_nothing_where_nothing_is_due() -> None:
    """A press that changes nothing costs no wait and no save."""
    device = Device()
    within_a_loop(look_twice, device)
    assert device.saved == []


def test_settled_waits_for_no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before the map is locked it is saved at once, however long a pause would be waited for."""
    monkeypatch.setattr(autosave, "SOON", 1_000_000)
    device = Device("first")
    within_a_loop(Autosave.settled, device)
    assert device.saved == ["first"]
