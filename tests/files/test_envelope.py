"""The envelope of a map with a passphrase: written and read back, and nothing odd let in."""

import base64
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.files.codec import decode
from chn_self.files.envelope import (
    ITERATIONS,
    MOST_ITERATIONS,
    Envelope,
    Header,
    read_envelope,
    write_envelope,
)
from chn_self.files.faults import Refusal

HEADER = Header(ITERATIONS, bytes(range(16)), bytes(range(12)))
ENVELOPE = Envelope(HEADER, b"sealed, and a tag at its end")
TREE = json.loads(write_envelope(ENVELOPE))

ENVELOPES = st.builds(
    Envelope,
    st.builds(
        Header,
        st.integers(ITERATIONS, MOST_ITERATIONS),
        st.binary(min_size=16, max_size=16),
        st.binary(min_size=12, max_size=12),
    ),
    st.binary(min_size=16, max_size=200),
)

# What a key may not hold, and the problem that is named at it.
REFUSED = (
    ("version", 2, "newer"),
    ("version", 0, "expected_version"),
    ("version", True, "expected_version"),
    ("key", "scrypt", "expected_one_of"),
    ("cipher", "AES-256-CBC", "expected_one_of"),
    ("cipher", None, "expected_one_of"),
    ("iterations", ITERATIONS - 1, "expected_from_to"),
    ("iterations", MOST_ITERATIONS + 1, "expected_from_to"),
    ("iterations", 4_000_000_000, "expected_from_to"),
    ("iterations", 600_000.0, "expected_from_to"),
    ("iterations", "600000", "expected_from_to"),
    ("iterations", True, "expected_from_to"),
    ("salt", "", "expected_bytes"),
    ("salt", "AAAA", "expected_bytes"),
    ("salt", base64.b64encode(bytes(17)).decode(), "expected_bytes"),
    ("salt", "not base64 at all!!", "expected_bytes"),
    ("nonce", ["AAAA"], "expected_bytes"),
    ("nonce", base64.b64encode(bytes(16)).decode(), "expected_bytes"),
    ("sealed", base64.b64encode(bytes(15)).decode(), "expected_bytes"),
    ("sealed", TREE["sealed"][:-3] + "B==", "expected_bytes"),
)


def file_with(**changed: object) -> bytes:
    """The envelope's file with some keys changed."""
    return json.dumps({**TREE, **changed}).encode()


@given(ENVELOPES)
def test_an_envelope_comes_back_as_it_was(envelope: Envelope) -> None:
    """Whatever is in it."""
    assert read_envelope(write_envelope(envelope)) == envelope


@pytest.mark.parametrize(("key", "value", "problem"), REFUSED)
def test_what_is_not_as_it_should_be_is_named(key: str, value: object, problem: str) -> None:
    """With its place, and before any key is derived."""
    refused = read_envelope(file_with(**{key: value}))
    assert isinstance(refused, Refusal)
    assert [(fault.where, fault.problem) for fault in refused.faults] == [(key, problem)]


@pytest.mark.parametrize("key", ["key", "iterations", "salt", "cipher", "nonce", "sealed"])
def test_no_key_may_be_missing(key: str) -> None:
    """Nothing is guessed."""
    tree = {name: value for name, value in TREE.items() if name != key}
    refused = read_envelope(json.dumps(tree).encode())
    assert isinstance(refused, Refusal)
    assert refused.faults[0].where == key


def test_an_unknown_key_is_refused() -> None:
    """It would be in nobody's care: the associated data holds only the known ones."""
    refused = read_envelope(file_with(hint="the dog"))
    assert isinstance(refused, Refusal)
    assert refused.faults[0].problem == "unknown_key"


@pytest.mark.parametrize("data", [b"", b"\xff", b"{}", b"[1]", b'{"format": "chn-map"}'])
def test_what_is_no_envelope_is_none(data: bytes) -> None:
    """So that it can be tried as a plain map."""
    assert read_envelope(data) is None


def test_an_envelope_is_no_plain_map() -> None:
    """Where no passphrase can be asked for, that is said."""
    refused = decode(write_envelope(ENVELOPE))
    assert isinstance(refused, Refusal)
    assert refused.faults[0].problem == "sealed"


@given(ENVELOPES, ENVELOPES)
def test_every_part_of_the_header_is_authenticated(one: Envelope, other: Envelope) -> None:
    """Two headers have the same associated data only if they are the same."""
    same = one.header.associated_data == other.header.associated_data
    assert same == (one.header == other.header)


def test_the_associated_data_is_what_it_always_was() -> None:
    """A change here would shut every envelope there is; written out by hand from the format."""
    assert HEADER.associated_data == (
        b'{"cipher":"AES-256-GCM","format":"chn-sealed-map","iterations":600000,'
        b'"key":"PBKDF2-SHA-256","nonce":"AAECAwQFBgcICQoL","salt":"AAECAwQFBgcICQoLDA0ODw==",'
        b'"version":1}'
    )
