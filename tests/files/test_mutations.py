"""Files broken at random: never an exception, always a reason."""

import json
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode, encode
from chn_self.views.faults import fault_text
from chn_self.views.words import load_words
from tests.maps import EXAMPLES

WORDS = load_words("en")
FILES = [path.read_bytes() for path in EXAMPLES]
# With 100 draws of each test this makes 2,000 files a run, and 100,000 in a soak.
EACH = 10
BYTES = (b"", b"\x00", b"\xff", b"\xc3", b'"', b"\\", b"{", b"]", b",", b":", b"\\ud800", b"NaN")
VALUES: tuple[Any, ...] = (
    None, True, False, 0, 1, -1, 3.0, 10**40, "", "a", "\ud800", "a\x00b", "x" * 2_001,
    [], [[]], [None], {}, {"a": "c1", "b": "c1"}, {"": "\udfff"}, float("nan"), "person", "c2",
)  # fmt: skip


def is_answered(data: bytes) -> bool:
    """Whether a file gives a map that can be written and read again, or says what is wrong."""
    found = decode(data)
    if isinstance(found, PersonalMap):
        return decode(encode(found)) == found
    return all(fault_text(fault, WORDS).strip() for fault in found.faults) and bool(found.faults)


@given(st.randoms(use_true_random=True))
def test_broken_bytes_are_answered(random: Random) -> None:
    """Bytes put in, taken out, doubled or cut off anywhere."""
    for _ in range(EACH):
        data = _break_bytes(random.choice(FILES), random)
        assert is_answered(data), data


@given(st.randoms(use_true_random=True))
def test_broken_values_are_answered(random: Random) -> None:
    """Any value in the tree replaced, taken out, doubled or renamed."""
    for _ in range(EACH):
        tree = json.loads(random.choice(FILES))
        for _ in range(random.randint(1, 4)):
            _break_value(tree, random)
        data = json.dumps(tree).encode()
        assert is_answered(data), data


def _break_bytes(data: bytes, random: Random) -> bytes:
    for _ in range(random.randint(1, 4)):
        start = random.randrange(len(data) + 1)
        end = min(len(data), start + random.randint(0, 12))
        middle = random.choice((*BYTES, random.randbytes(3), data[start:end] * 2))
        data = data[:start] + middle + data[end:]
    return data[: random.randrange(len(data) + 1)] if random.random() < 0.1 else data


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
