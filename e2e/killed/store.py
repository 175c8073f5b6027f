"""What lies in the browser's store of kept maps, read and opened without the page's own code."""

import hashlib
from base64 import b64decode, b64encode
from dataclasses import dataclass
from functools import cache
from typing import Any

from playwright.sync_api import Page

from chn_self.files.envelope import Envelope, read_envelope

# Asking for a store that is not there makes none, and fails.
_READ = """async () => {
  const name = `chn-self:${new URL("./", location.href).pathname}`;
  const answered = (request) => new Promise((done, fail) => {
    request.onupgradeneeded = () => request.transaction.abort();
    request.onsuccess = () => done(request.result);
    request.onerror = () => fail(request.error);
  });
  const database = await answered(indexedDB.open(name));
  const records = await answered(database.transaction("maps").objectStore("maps").getAll());
  database.close();
  return records.map((record) => ({ ...record, data: record.data.toBase64() }));
}"""

_DECRYPT = """async (given) => {
  const [key, iv, additionalData, data] = given.map((text) => Uint8Array.fromBase64(text));
  const held = await crypto.subtle.importKey("raw", key, "AES-GCM", false, ["decrypt"]);
  const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv, additionalData }, held, data);
  return new Uint8Array(opened).toBase64();
}"""


@dataclass(frozen=True, slots=True)
class Stored:
    """One record of the store: `data` is the bytes of a map file, or of one in an envelope."""

    revision: str
    sealed: bool
    data: bytes


def stored(page: Page) -> tuple[Stored, ...]:
    """Every record, read on a page of the site that has no Python."""
    page.goto("privacy.html")
    records: list[dict[str, Any]] = page.evaluate(_READ)
    return tuple(Stored(r["revision"], r["sealed"], b64decode(r["data"])) for r in records)


def map_file(page: Page, record: Stored, passphrase: str | None) -> bytes:
    """The bytes of the map file in a record; raises where they do not open."""
    if passphrase is None:
        return record.data
    envelope = read_envelope(record.data)
    if not isinstance(envelope, Envelope):
        raise ValueError("no envelope")
    header = envelope.header
    key = _key(passphrase, header.salt, header.iterations)
    given = (key, header.nonce, header.associated_data, envelope.sealed)
    return b64decode(page.evaluate(_DECRYPT, [b64encode(part).decode() for part in given]))


@cache
def _key(passphrase: str, salt: bytes, iterations: int) -> bytes:
    return hashlib.pbkdf2_hmac("sha256", passphrase.encode(), salt, iterations)
