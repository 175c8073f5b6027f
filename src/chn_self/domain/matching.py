"""Which connection of one map is which of another, as far as a page can tell."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from chn_self.domain.connection import Connection, Kind
from chn_self.domain.personal_map import PersonalMap

# The ids of one and the same, on the map before and on the map now.
Ends = tuple[str, str]

# From this ratio of letters in common on, as `difflib` counts it, two names may be one and the
# same. "Sara" and "Sarah" have 0.89, "Jon" and "John" 0.86, "Anna" and "Anton" 0.67.
ALIKE = 0.8

# With more pairs of names than this left, only the same names and parts of names are asked about,
# so that a slow phone does not stand still; those who begin with another letter never are.
MOST_BY_LETTERS = 10_000


def folded(text: str) -> str:
    """A text as it is compared: however it is spaced, in capitals or not."""
    return " ".join(text.casefold().split())


class Matching:
    """What is matched so far, and what is left of each map, by id in its order."""

    def __init__(self, before: PersonalMap, now: PersonalMap, apart: Collection[Ends]) -> None:
        self.found: set[Ends] = set()
        self._before = {c.id: c for c in before.connections}
        self._now = {c.id: c for c in now.connections}
        self._apart = frozenset(apart)

    def take(self, ends: Iterable[Ends]) -> None:
        """Match these, where both are left, of one kind, and not said to be two."""
        for was, is_ in ends:
            if self._may_be(was, is_):
                self.found.add((was, is_))
                del self._before[was], self._now[is_]

    def by_name(self) -> tuple[Ends, ...]:
        """Those of a kind and name that only one on each map has."""
        before, now = _by_name(self._before.values()), _by_name(self._now.values())
        return tuple(
            (before[key][0], now[key][0])
            for key in now
            if len(now[key]) == len(before.get(key, ())) == 1
        )

    def perhaps(self) -> frozenset[Ends]:
        """Pairs to ask about, the likest first, each connection once: the rest can wait."""
        before = [(c.id, _Name.of(c)) for c in self._before.values()]
        now = [(c.id, _Name.of(c)) for c in self._now.values()]
        by_letters = len(before) * len(now) <= MOST_BY_LETTERS
        # The order is the same whichever map comes first, so that what is asked is, too.
        alike = sorted(
            (-likeness, max(i, j), min(i, j), was, is_)
            for i, (was, a) in enumerate(before)
            for j, (is_, b) in enumerate(now)
            if (likeness := a.likeness(b, by_letters=by_letters)) and self._may_be(was, is_)
        )
        asked: set[Ends] = set()
        taken_before, taken_now = set[str](), set[str]()
        for *_, was_id, is_id in alike:
            if was_id not in taken_before and is_id not in taken_now:
                asked.add((was_id, is_id))
                taken_before.add(was_id)
                taken_now.add(is_id)
        return frozenset(asked)

    def _may_be(self, was: str, is_: str) -> bool:
        before, now = self._before.get(was), self._now.get(is_)
        if before is None or now is None or before.kind != now.kind:
            return False
        return (was, is_) not in self._apart


def _by_name(connections: Iterable[Connection]) -> Mapping[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for c in connections:
        found.setdefault((c.kind, folded(c.name)), []).append(c.id)
    return found


@dataclass(frozen=True, slots=True)
class _Name:
    """A name as it is held against others of its kind."""

    kind: Kind
    text: str
    words: frozenset[str]

    @classmethod
    def of(cls, c: Connection) -> "_Name":
        text = folded(c.name)
        return cls(c.kind, text, frozenset(text.split()))

    def likeness(self, other: "_Name", *, by_letters: bool) -> float:
        """How alike two names are, up to 1; 0 if not enough to ask about them."""
        if self.kind != other.kind:
            return 0.0
        if self.text == other.text:
            return 1.0
        if self.words <= other.words or other.words <= self.words:
            return ALIKE
        if not by_letters or self.text[:1] != other.text[:1]:
            return 0.0
        # The ratio depends on which comes first. Each is an upper bound of the next, and quicker.
        first, second = sorted((self.text, other.text))
        letters = SequenceMatcher(a=first, b=second, autojunk=False)
        if letters.real_quick_ratio() < ALIKE or letters.quick_ratio() < ALIKE:
            return 0.0
        ratio = letters.ratio()
        return ratio if ratio >= ALIKE else 0.0
