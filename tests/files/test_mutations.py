"""Files broken at random: never an exception, always a reason."""

import json
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chn_self.app import messages as m
from chn_self.app.kept import Asking, Source
from chn_self.app.state import State
from chn_self.app.update import update
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode, encode
from chn_self.files.envelope import (
    ITERATIONS,
    MOST_ITERATIONS,
    Envelope,
    Header,
    read_envelope,
    write_envelope,
)
from chn_self.files.faults import Fault
from chn_self.views.faults import fault_text
from chn_self.views.words import load_words
from tests.maps import EXAMPLES

WORDS = load_words("en")
FILES = [path.read_bytes() for path in EXAMPLES]
ENVELOPES = [
    write_envelope(Envelope(Header(iterations, bytes(range(16)), bytes(range(12))), sealed))
    for iterations in (ITERATIONS, MOST_ITERATIONS)
    for sealed in (bytes(16), FILES[0])
]
# With 100 draws of each test this makes 2,000 files and 1,000 envelopes a run, and in a soak
# 100,000 and 50,000.
EACH = 10
# A tab with a map that is kept nowhere, and one with nothing to lose.
MINE = State(map=PersonalMap(id="mine", hope="mine"))
EMPTY = State(map=PersonalMap(id="empty"))
BYTES = (b"", b"\x00", b"\xff", b"\xc3", b'"', b"\\", b"{", b"]", b",", b":", b"\\ud800", b"NaN")
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 3.0, 10**40, "", "a", "\ud800", "a\x00b", "x" * 2_001,
    [], [[]], [None], {}, {"a": "c1", "b": "c1"}, {"": "\udfff"}, float("nan"), "person", "c2",
    599_999, "AAAA", "=",
)  # fmt: skip


def names_a_reason(faults: tuple[Fault, ...]) -> bool:
    """Whether something is said, and all of it in words."""
    return bool(faults) and all(fault_text(fault, WORDS).strip() for fault in faults)


def is_answered(data: bytes) -> bool:
    """Whether a file opens whole, is asked a passphrase for, or is refused and touches nothing.

    Into an empty tab it opens at once; where there is a map that is not kept, it has to wait.
    """
    opened, _ = update(EMPTY, m.Opened(data))
    held, _ = update(MINE, m.Opened(data))
    same = (held.asking, held.faults) == (opened.asking, opened.faults)
    if held.map is not MINE.map or not same:
        return False
    if opened.asking:
        envelope = opened.asking.envelope
        return opened.map is EMPTY.map and read_envelope(write_envelope(envelope)) == envelope
    if opened.faults:
        return opened.map is EMPTY.map and names_a_reason(opened.faults)
    waits = held.waiting is not None and held.waiting.map == opened.map
    return waits and decode(encode(opened.map)) == opened.map


@given(st.randoms(use_true_random=True))
def test_broken_bytes_are_answered(random: Random) -> None:
    """Bytes put in, taken out, doubled or cut off anywhere: no map in memory is touched."""
    for _ in range(EACH):
        data = _break_bytes(random.choice(FILES), random)
        assert is_answered(data), data


@given(st.randoms(use_true_random=True))
def test_broken_values_are_answered(random: Random) -> None:
    """Any value in the tree replaced, taken out, doubled or renamed: the same."""
    for _ in range(EACH):
        data = _break_values(random.choice(FILES), random)
        assert is_answered(data), data


@given(st.randoms(use_true_random=True))
def test_broken_envelopes_are_answered(random: Random) -> None:
    """In their bytes or their values: an envelope, or a reason, before any key is derived."""
    for _ in range(EACH // 2):
        for break_ in (_break_bytes, _break_values):
            data = break_(random.choice(ENVELOPES), random)
            assert is_answered(data), data


@given(st.randoms(use_true_random=True))
def test_what_was_in_an_envelope_is_looked_at_as_any_file(random: Random) -> None:
    """That somebody sealed it makes it no better: an old version of the page may have."""
    envelope = read_envelope(ENVELOPES[0])
    assert isinstance(envelope, Envelope)
    for asking in (Asking(envelope), Asking(envelope, Source("key"))):
        data = _break_values(random.choice(FILES), random)
        state = State(map=MINE.map, asking=asking)
        after, _ = update(state, m.Unsealed(envelope, data))
        assert after.map is MINE.map, data
        assert after.waiting or names_a_reason(after.faults), data


def _break_bytes(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.randint(0, 12))
        middle = random.choice((*BYTES, random.randbytes(3), data[start:end] * 2))
        data = data[:start] + middle + data[end:]
    return data[: random.randrange(len(data) + 1)] if random.random() < 0.1 else data


def _break_values(data: bytes, random: Random) -> bytes:
    tree = json.loads(data)
    for _ in range(random.randint(1, 4)):
        _break_value(tree, random)
    return json.dumps(tree).encode()


def _break_value(tree: Any, random: Random) -> None:
    holder, key = random.choice(_places(tree))
    match random.randrange(4):
        case 0:
            del holder[key]
        case 1 if isinstance(holder, list):
            holder.insert(random.randrange(len(holder) + 1), holder[key])
        case 2 if isinstance(holder, dict):
            holder[random.choice(("", "extra", "\ud800", "type", "é"))] = holder[key]
        case _:
            holder[key] = random.choice(VALUES)


def _places(tree: Any) -> list[tuple[Any, Any]]:
    """Every list or object in the tree with each of its indexes or keys."""
    found: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting:
        holder = waiting.pop()
        keys = list(holder) if isinstance(holder, dict) else range(len(holder))
        found += [(holder, key) for key in keys]
        waiting += [holder[key] for key in keys if isinstance(holder[key], list | dict)]
    return found or [({"": None}, "")]
