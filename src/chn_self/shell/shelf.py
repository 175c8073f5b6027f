"""The shelf of this device: maps read and written whole, and the keys to those that are open."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
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
class Put:
    """What came of writing a map: its place as it is now, or why it is as it was."""

    device: OnDevice
    trouble: Trouble | None = None


class Shelf:
    """Reads and writes the maps that are kept on this device; raises JsException as browsers do.

    A map is written over only at the revision that this tab knows. Keys of maps that are not open
    any more are let go by `hold_only`.
    """

    def __init__(self) -> None:
        self._seals: dict[str, Seal] = {}

    async def list(self) -> tuple[Shelved, ...]:
        """Every map that is kept, the newest first, with the local time of that."""
        records = [record.to_py() for record in await chn.shelf.list()]
        newest = sorted(records, key=lambda record: str(record["at"]), reverse=True)
        return tuple(Shelved(r["key"], _local(r["at"]), bool(r["sealed"])) for r in newest)

    async def read(self, key: str) -> KeptRead:
        """The bytes kept under a key, if there still are any, and which writing of them it is."""
        record = await chn.shelf.read(key)
        if not record:
            return KeptRead(key, None)
        lock_after = record.lock if record.lock in QUIET_TIMES else None
        return KeptRead(key, record.data.to_bytes(), str(record.revision), lock_after)

    async def keep(self, map_: PersonalMap, device: OnDevice, passphrase: str | None) -> Put:
        """Put a map in its place, with a new passphrase or with none from now on."""
        new = None if passphrase is None else await new_seal(passphrase)
        put = await self._write(map_, replace(device, sealed=new is not None), new)
        if put.trouble is None and new is not None:
            self._seals[device.key] = new
        return put

    async def keep_beside(self, map_: PersonalMap, device: OnDevice, key: str) -> Put:
        """Put a map in a new place, behind the key of the place it had."""
        with_ = self._seals.get(device.key)
        put = await self._write(map_, replace(device, key=key, revision=""), with_)
        if put.trouble is None and with_ is not None:
            self._seals[key] = with_
        return put

    async def save(self, map_: PersonalMap, device: OnDevice) -> Put:
        """Keep the map that is on the shelf as it is now."""
        return await self._write(map_, device, self._seals.get(device.key))

    async def remove(self, key: str) -> None:
        """Take a map off the shelf."""
        await chn.shelf.remove(key)

    def unlock(self, key: str, with_: Seal) -> None:
        """Hold the key to a map while it is open."""
        self._seals[key] = with_

    def hold_only(self, keys: Iterable[str]) -> None:
        """Let go the key of every other map."""
        self._seals = {key: self._seals[key] for key in keys if key in self._seals}

    async def _write(self, map_: PersonalMap, device: OnDevice, with_: Seal | None) -> Put:
        if device.sealed != (with_ is not None):
            return Put(device, Trouble.FAILED)  # its key was let go: never in the clear instead
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        data = encode(replace(map_, saved_at=now))
        revision = uuid4().hex
        record = {
            "key": device.key,
            "revision": revision,
            "at": now,
            "sealed": device.sealed,
            "lock": device.lock_after or 0,
            "data": to_js(write_envelope(await seal(with_, data)) if with_ else data),
        }
        told = await chn.shelf.write(
            to_js(record, dict_converter=Object.fromEntries), device.revision
        )
        if told != "kept":
            return Put(device, Trouble(told))
        return Put(replace(device, map=map_, revision=revision, trouble=None))


def _local(at: str) -> str:
    return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%dT%H:%M")
