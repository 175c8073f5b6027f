"""What a map shows, in a few findings: none of them a judgement, each from what was put on it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from chn_self.domain.connection import Connection, Effect, Kind, Support
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.prompts import HARDER, nameable
from chn_self.domain.ties import Ties

MOST = 5
MOST_MET = 2
MOST_NAMES = 3


class Rule(StrEnum):
    """What a finding is about; the words stand under the same key."""

    MET = "met"
    BOTH = "both"
    GROUP = "group"
    BETWEEN = "between"
    FROM_ONE = "from_one"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a map shows: its rule, who is named, and how many it counts in all.

    `helps` says that all who are named were marked as a help: only then is it said warmly.
    `support` is what `FROM_ONE` is about.
    """

    rule: Rule
    named: tuple[Connection, ...]
    count: int
    support: Support | None = None

    @property
    def helps(self) -> bool:
        """Whether everyone named was marked as a help."""
        return all(c.effect == Effect.HELPS for c in self.named)


def findings(map_: PersonalMap, known: Ties) -> tuple[Finding, ...]:
    """Where people are met, then giving and getting; what was marked as a help first.

    `known` is what the links of the map tell.
    """
    calm = _calm(map_)
    met = _helps_first(_met(known, calm))[:MOST_MET]
    return _helps_first((*met, *_both(calm)))


def closer_findings(map_: PersonalMap, known: Ties) -> tuple[Finding, ...]:
    """Who go together, in whom groups meet, and support from one person: for those who ask.

    One of each at most, and with `findings` at most five.
    """
    calm = _calm(map_)
    rules = (_groups(known, calm), _between(known, calm), _from_one(map_, calm))
    first = (finding for rule in rules for finding in _helps_first(rule)[:1])
    return _helps_first(first)[: MOST - len(findings(map_, known))]


def _calm(map_: PersonalMap) -> tuple[Connection, ...]:
    """Those who may be named here: what makes things harder, or is mixed, is never brought up."""
    return tuple(c for c in nameable(map_) if c.effect not in HARDER)


def _helps_first(found: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(found, key=lambda finding: not finding.helps))


def _met(known: Ties, calm: tuple[Connection, ...]) -> Iterator[Finding]:
    """Places and activities with how many people go with them, most first."""
    met = ((thing, sum(p.counts for p in people)) for thing, people in known.met)
    for thing, count in sorted(met, key=lambda meeting: -meeting[1]):
        if count and thing in calm:
            yield Finding(Rule.MET, (thing,), count)


def _both(calm: tuple[Connection, ...]) -> Iterator[Finding]:
    """People with whom the person marked both giving and getting: the helps, or else the others."""
    both = [c for c in calm if c.gives and c.receives]
    told = [c for c in both if c.effect == Effect.HELPS] or both
    if told:
        yield Finding(Rule.BOTH, tuple(told[:MOST_NAMES]), len(told))


def _groups(known: Ties, calm: tuple[Connection, ...]) -> Iterator[Finding]:
    """Groups of which at least two may be named."""
    for group in known.groups:
        named = tuple(c for c in group if c in calm)[:MOST_NAMES]
        if len(named) > 1:
            yield Finding(Rule.GROUP, named, len(group))


def _between(known: Ties, calm: tuple[Connection, ...]) -> Iterator[Finding]:
    """People in whom two groups meet."""
    return (Finding(Rule.BETWEEN, (c,), 1) for c in known.between if c in calm)


def _from_one(map_: PersonalMap, calm: tuple[Connection, ...]) -> Iterator[Finding]:
    """Kinds of support that were put beside just one, if that is a person who may be named."""
    for support in Support:
        givers = [c for c in map_.of_kind(Kind.PERSON) if support in c.receives]
        if len(givers) == 1 and givers[0].counts and givers[0] in calm:
            yield Finding(Rule.FROM_ONE, (givers[0],), 1, support)
