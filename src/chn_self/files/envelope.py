"""A map file behind a passphrase: an envelope with a header in the clear and the file sealed in it.

The same envelope lies in the browser's store and in a file, so either opens anywhere. What is in
it is AES-256-GCM over the bytes of a map file; the key is derived from the passphrase by
PBKDF2-SHA-256 (NIST SP 800-38D and 800-132). The header is authenticated along with it, so nobody
can turn the number of iterations down or swap the salt without the opening failing. Deriving and
sealing themselves are the shell's, with the browser's own WebCrypto.
"""

import base64
import binascii
import json
from collections.abc import Mapping
from dataclasses import dataclass

from chn_self.files import json_tree
from chn_self.files.faults import Faults, Refusal
from chn_self.files.json_tree import read_tree

FORMAT = "chn-sealed-map"
VERSION = 1
KEY = "PBKDF2-SHA-256"
CIPHER = "AES-256-GCM"

# OWASP's Password Storage Cheat Sheet asks for 600,000 for PBKDF2-SHA-256 (2023).
ITERATIONS = 600_000
# A hostile file must not keep a phone busy for minutes: bounded before any key is derived.
MOST_ITERATIONS = 5_000_000

# Base64 writes three bytes as four, so the largest map file fits.
MOST_BYTES = json_tree.MOST_BYTES * 7 // 5

SALT = 16  # bytes
NONCE = 12  # bytes, as GCM wants it
TAG = 16  # bytes at the end of what is sealed

_KEYS = ("format", "version", "key", "iterations", "salt", "cipher", "nonce", "sealed")


@dataclass(frozen=True, slots=True)
class Header:
    """What it takes besides the passphrase to open an envelope; none of it is a secret.

    `salt` is new each time a passphrase is set, `nonce` each time something is sealed.
    """

    iterations: int
    salt: bytes
    nonce: bytes

    @property
    def associated_data(self) -> bytes:
        """The bytes that are authenticated beside the sealed ones: every key of the header."""
        return json.dumps(_clear(self), sort_keys=True, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class Envelope:
    """A header, and the bytes of a map file as that header says they are sealed."""

    header: Header
    sealed: bytes


def write_envelope(envelope: Envelope) -> bytes:
    """The envelope as a file: UTF-8 JSON, its bytes in base64."""
    tree = {**_clear(envelope.header), "sealed": _text(envelope.sealed)}
    return (json.dumps(tree, indent=1) + "\n").encode()


def read_envelope(data: bytes) -> Envelope | Refusal | None:
    """The envelope in these bytes, why it cannot be opened, or None where they are no envelope."""
    tree = read_tree(data, MOST_BYTES)
    if isinstance(tree, Refusal) or not isinstance(tree, dict) or tree.get("format") != FORMAT:
        return None
    faults = Faults()
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        faults.note("version", "newer")
    elif type(version) is not int or version != VERSION:
        faults.note("version", "expected_version", version=VERSION)
    else:
        _check(tree, faults)
    if (refusal := faults.refusal()) is not None:
        return refusal
    header = Header(tree["iterations"], _bytes(tree["salt"]), _bytes(tree["nonce"]))
    return Envelope(header, _bytes(tree["sealed"]))


def _check(tree: Mapping[str, object], faults: Faults) -> None:
    for key in tree:
        if key not in _KEYS:
            # It would be in nobody's care: only the known keys are authenticated.
            faults.note("", "unknown_key")
    for key, expected in (("key", KEY), ("cipher", CIPHER)):
        if tree.get(key) != expected:
            faults.note(key, "expected_one_of", expected=expected)
    iterations = tree.get("iterations")
    if type(iterations) is not int or not ITERATIONS <= iterations <= MOST_ITERATIONS:
        faults.note("iterations", "expected_from_to", least=ITERATIONS, most=MOST_ITERATIONS)
    for key, length in (("salt", SALT), ("nonce", NONCE)):
        if len(_bytes(tree.get(key))) != length:
            faults.note(key, "expected_bytes", length=length)
    if len(_bytes(tree.get("sealed"))) < TAG:
        faults.note("sealed", "expected_bytes", length=TAG)


def _clear(header: Header) -> dict[str, object]:
    return {
        "format": FORMAT,
        "version": VERSION,
        "key": KEY,
        "iterations": header.iterations,
        "salt": _text(header.salt),
        "cipher": CIPHER,
        "nonce": _text(header.nonce),
    }


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(value: object) -> bytes:
    """The bytes of a base64 text; none at all for anything else."""
    if not isinstance(value, str):
        return b""
    try:
        found = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return b""
    # One text for the same bytes: base64 has spare bits at its end that say nothing.
    return found if _text(found) == value else b""
