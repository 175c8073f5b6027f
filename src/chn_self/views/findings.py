"""What a map shows, in words: each finding as a sentence, with how it was found."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from chn_self.domain.connection import Connection
from chn_self.domain.findings import Finding, Rule
from chn_self.views.words import Words


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words: its sentence as HTML, and how it was found."""

    text: Markup
    how: str


def told(finding: Finding, words: Words) -> Told:
    """A finding as it is read; warm words only where all who are named were marked as a help."""
    kind = "helps" if finding.helps else "plain"
    names = _joined(finding.named, finding.count - len(finding.named), words)
    how = words(f"findings.how.{finding.rule}")
    match finding.rule:
        case Rule.MET:
            (thing,) = finding.named
            key = f"findings.met.{kind}"
            return Told(words.rich(key, name=thing.name, count=finding.count), how)
        case Rule.BOTH:
            return Told(words.rich(f"findings.both.{kind}", names=names), how)
        case Rule.GROUP:
            return Told(words.rich("findings.group", names=names), how)
        case Rule.BETWEEN:
            return Told(words.rich(f"findings.between.{kind}", name=names), how)
        case Rule.FROM_ONE:
            support = Markup.escape(words(f"findings.support.{finding.support}"))
            return Told(words.rich("findings.from_one", support=support, name=names), how)


def _joined(named: Sequence[Connection], more: int, words: Words) -> Markup:
    """Up to three names as a list that is read, and how many more there are."""
    if more > 0:
        names = Markup.escape(words.comma).join(words.rich("picture.one", a=c.name) for c in named)
        return words.rich("findings.more", names=names, count=more)
    joined = ("one", "two", "three")[len(named) - 1]
    values = dict(zip("abc", (c.name for c in named), strict=False))
    return words.rich(f"picture.{joined}", **values)
