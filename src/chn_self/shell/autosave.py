"""Keeps the map on the device soon after each change, one save at a time, in nobody's way."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from chn_self.domain.personal_map import PersonalMap

# Long enough for a press to be shown first, and for several letters to be one save.
SOON = 0.25  # seconds


class Autosave:
    """Saves what `due` names until nothing is due; `save` says if it could."""

    def __init__(
        self,
        due: Callable[[], PersonalMap | None],
        save: Callable[[PersonalMap], Awaitable[bool]],
    ) -> None:
        self._due = due
        self._save = save
        self._task: asyncio.Task[None] | None = None
        self._now = asyncio.Event()

    def look(self) -> None:
        """See if there is something to save; what fails is tried again the next time."""
        if self._task is None and self._due() is not None:
            self._now.clear()
            self._task = asyncio.ensure_future(self._run())

    def hurry(self) -> None:
        """Save at once what is due: the page may be gone soon."""
        self.look()
        self._now.set()

    async def settled(self) -> None:
        """Return once nothing is being saved any more."""
        self.hurry()
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        try:
            while self._due() is not None:
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._now.wait(), SOON)
                map_ = self._due()
                if map_ is None or not await self._save(map_):
                    break
        finally:
            self._task = None
