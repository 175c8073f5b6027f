"""A passphrase turned into a key, and maps sealed with it, all by the browser's own WebCrypto."""

from dataclasses import dataclass
from secrets import token_bytes
from typing import Any
from unicodedata import normalize

from js import Object, crypto
from pyodide.ffi import JsException, to_js

from chn_self.files.envelope import ITERATIONS, NONCE, SALT, Envelope, Header

_BITS = 256


@dataclass(frozen=True, slots=True)
class Seal:
    """A key that not even this page can read out, and what it was derived with."""

    key: Any
    iterations: int
    salt: bytes


async def new_seal(passphrase: str) -> Seal:
    """A key for a passphrase that is being set, with a salt of its own."""
    return await derive(passphrase, ITERATIONS, token_bytes(SALT))


async def derive(passphrase: str, iterations: int, salt: bytes) -> Seal:
    """The key that a passphrase gives; the same letters count as the same, however composed."""
    typed = to_js(normalize("NFC", passphrase).encode(errors="replace"))
    password = await crypto.subtle.importKey("raw", typed, "PBKDF2", False, to_js(["deriveKey"]))
    how = {"name": "PBKDF2", "hash": "SHA-256", "iterations": iterations, "salt": to_js(salt)}
    what = _object({"name": "AES-GCM", "length": _BITS})
    uses = to_js(["encrypt", "decrypt"])
    key = await crypto.subtle.deriveKey(_object(how), password, what, False, uses)
    return Seal(key, iterations, salt)


async def seal(with_: Seal, data: bytes) -> Envelope:
    """The bytes of a map file in an envelope, with a nonce that was never used before."""
    header = Header(with_.iterations, with_.salt, token_bytes(NONCE))
    sealed = await crypto.subtle.encrypt(_cipher(header), with_.key, to_js(data))
    return Envelope(header, sealed.to_bytes())


async def unseal(with_: Seal, envelope: Envelope) -> bytes | None:
    """What is in an envelope, or None where the key is another or anything was changed."""
    cipher, sealed = _cipher(envelope.header), to_js(envelope.sealed)
    try:
        opened = await crypto.subtle.decrypt(cipher, with_.key, sealed)
    except JsException:
        return None
    return bytes(opened.to_bytes())


def _cipher(header: Header) -> Any:
    return _object(
        {
            "name": "AES-GCM",
            "iv": to_js(header.nonce),
            "additionalData": to_js(header.associated_data),
        }
    )


def _object(values: dict[str, Any]) -> Any:
    return to_js(values, dict_converter=Object.fromEntries)
