"""The shelf of this device as this tab knows it: revisions, and the key to what is unlocked."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

from js import Object, chn
from pyodide.ffi import to_js

from chn_self.app.kept import QUIET_TIMES, OnDevice, Shelved, Trouble
from chn_self.app.messages import KeptRead
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import encode
from chn_self.files.envelope import write_envelope
from chn_self.shell.crypto import Seal, new_seal, seal


@dataclass(frozen=True, slots=True)
class Held:
    """What is known of one map on the shelf: the revision seen last, and its key while unlocked."""

    revision: str = ""
    seal: Seal | None = None


class Shelf:
    """Reads and writes the maps that are kept on this device.

    Keys of maps that are not open any more are let go by `hold_only`.
    """

    def __init__(self) -> None:
        self._held: dict[str, Held] = {}
        # One write at a time: each has to know the revision that the one before it left.
        self._writing = asyncio.Lock()

    async def list(self) -> tuple[Shelved, ...]:
        """Every map that is kept, the newest first, with the local time of that."""
        records = [record.to_py() for record in await chn.shelf.list()]
        newest = sorted(records, key=lambda record: str(record["at"]), reverse=True)
        return tuple(Shelved(r["key"], _local(r["at"]), bool(r["sealed"])) for r in newest)

    async def read(self, key: str) -> KeptRead:
        """The bytes kept under a key, if there still are any."""
        record = await chn.shelf.read(key)
        if not record:
            return KeptRead(key, None)
        self._held[key] = Held(record.revision)
        lock = record.lock if record.lock in QUIET_TIMES else None
        return KeptRead(key, record.data.to_bytes(), lock)

    async def keep(
        self, map_: PersonalMap, passphrase: str | None, key: str, lock_after: int | None
    ) -> Trouble | None:
        """Put a map on the shelf, or keep it there in another way from now on."""
        new = None if passphrase is None else await new_seal(passphrase)
        async with self._writing:
            held = replace(self._held.get(key, Held()), seal=new)
            return await self._write(map_, key, held, lock_after)

    async def keep_beside(self, map_: PersonalMap, device: OnDevice, key: str) -> Trouble | None:
        """Put a map on the shelf in a new place, behind the key of the place it had."""
        async with self._writing:
            held = replace(self._held.get(device.key, Held()), revision="")
            return await self._write(map_, key, held, device.lock_after)

    async def save(self, map_: PersonalMap, device: OnDevice) -> Trouble | None:
        """Keep the map that is on the shelf as it is now."""
        async with self._writing:
            held = self._held.get(device.key)
            if held is None or (held.seal is None) == device.sealed:
                return Trouble.FAILED  # its key was let go: never written in the clear instead
            return await self._write(map_, device.key, held, device.lock_after)

    async def remove(self, key: str) -> None:
        """Take a map off the shelf."""
        await chn.shelf.remove(key)
        self._held.pop(key, None)

    def unlock(self, key: str, with_: Seal) -> None:
        """Hold the key to a map while it is open."""
        self._held[key] = replace(self._held.get(key, Held()), seal=with_)

    def hold_only(self, keys: Iterable[str]) -> None:
        """Let go what is known of every other map."""
        self._held = {key: self._held[key] for key in keys if key in self._held}

    async def _write(
        self, map_: PersonalMap, key: str, held: Held, lock_after: int | None
    ) -> Trouble | None:
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        data = encode(replace(map_, saved_at=now))
        if held.seal is not None:
            data = write_envelope(await seal(held.seal, data))
        revision = uuid4().hex
        record = {
            "key": key,
            "revision": revision,
            "at": now,
            "sealed": held.seal is not None,
            "lock": lock_after or 0,
            "data": to_js(data),
        }
        trouble = await _put(to_js(record, dict_converter=Object.fromEntries), held.revision)
        if trouble is None:
            self._held[key] = replace(held, revision=revision)
        return trouble


async def _put(record: Any, before: str) -> Trouble | None:
    answer = await chn.shelf.write(record, before)
    return None if answer == "kept" else Trouble(answer)


def _local(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%dT%H:%M")
