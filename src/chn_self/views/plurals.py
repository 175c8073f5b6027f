"""Which plural form of a language a number takes, by the rules of Unicode's CLDR.

A rule is written as CLDR publishes it (Unicode Technical Standard #35, Part 3, "Language Plural
Rules"), so that it can be copied from there: `n % 10 = 2..4 and n % 100 != 12..14`. What is counted
here is whole: of CLDR's operands, `n` and `i` are the number, and those of decimals and of short
forms (`v`, `w`, `f`, `t`, `c`, `e`) are 0.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

FORMS = ("zero", "one", "two", "few", "many", "other")
OTHER = "other"

_RANGE = r"\d+(?:\.\.\d+)?"
_RELATION = re.compile(rf"([nivwftce])(?: *% *([1-9]\d*))? *(!?=) *({_RANGE}(?: *, *{_RANGE})*)")


@dataclass(frozen=True, slots=True)
class Relation:
    """A number, or its rest when it is divided by `divisor`, is among some numbers, or is not.

    `counts` is false where the relation speaks of decimals, and so of 0.
    """

    counts: bool
    divisor: int | None
    among: tuple[range, ...]
    is_among: bool

    def holds(self, count: int) -> bool:
        """Whether it holds of this number."""
        value = count if self.counts else 0
        rest = value if self.divisor is None else value % self.divisor
        return any(rest in numbers for numbers in self.among) == self.is_among


# One of these is enough; of each, all relations have to hold.
Rule = tuple[tuple[Relation, ...], ...]


@dataclass(frozen=True, slots=True)
class Plurals:
    """The plural forms of a language, each but `other` with its rule."""

    rules: tuple[tuple[str, Rule], ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms that a text has in this language, in CLDR's order."""
        named = {name for name, _ in self.rules} | {OTHER}
        return tuple(form for form in FORMS if form in named)

    def form(self, count: int) -> str:
        """The form that this number takes: the first whose rule holds, else `other`."""
        return next((name for name, rule in self.rules if _holds(rule, abs(count))), OTHER)


def read_plurals(table: Mapping[str, object]) -> Plurals:
    """Plural forms from their rules by name; raises ValueError naming the one at fault."""
    for name in table:
        if name not in FORMS or name == OTHER:
            raise ValueError(f"{name}: not a plural form that has a rule")
    return Plurals(tuple((name, _rule(name, str(text))) for name, text in table.items()))


def _rule(name: str, text: str) -> Rule:
    """A rule; the sample numbers that CLDR puts after it, from `@` on, are passed over."""
    return tuple(
        tuple(_relation(name, part) for part in choice.split(" and "))
        for choice in text.partition("@")[0].split(" or ")
    )


def _relation(name: str, text: str) -> Relation:
    found = _RELATION.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{name}: {text.strip()!r} is no relation of a plural rule")
    operand, divisor, sign, among = found.groups()
    return Relation(
        operand in "ni",
        int(divisor) if divisor else None,
        tuple(_numbers(part) for part in among.split(",")),
        sign == "=",
    )


def _numbers(text: str) -> range:
    first, _, last = text.partition("..")
    return range(int(first), int(last or first) + 1)


def _holds(rule: Rule, count: int) -> bool:
    return any(all(relation.holds(count) for relation in choice) for choice in rule)
