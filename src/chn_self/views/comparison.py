"""Two maps held against each other, in words: the same in the page and in the terminal.

Hope, what matters and effect lead. Nothing is said to be better or worse, and no type is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chn_self.domain.comparison import Comparison
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.comparison_sections import SECTIONS, Piece, one
from chn_self.views.days import in_words
from chn_self.views.summary_facts import Cluster, Group, Quote
from chn_self.views.words import Words


@dataclass(frozen=True, slots=True)
class Section:
    """One heading: `lines` and labels are ours, `quotes` and names the person's own words."""

    part: str
    title: str
    lines: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    quotes: tuple[Quote, ...] = ()


@dataclass(frozen=True, slots=True)
class Ask:
    """A pair that may be the same one: the ids of both, and the name of each with what was said."""

    before: str
    now: str
    then: Group
    here: Group


@dataclass(frozen=True, slots=True)
class Told:
    """All that is said of two maps; `day` tells of which day the earlier one is."""

    title: str
    day: str
    sections: tuple[Section, ...]
    asked_title: str
    asked: tuple[Ask, ...]


def told(found: Comparison, words: Words) -> Told:
    """The comparison in words, in reading order, without a section that would say nothing."""
    made = (_section(part, make(found, words), words) for part, make in SECTIONS)
    return Told(
        title=words("compare.both"),
        day=_day(found.before, words),
        sections=tuple(s for s in made if s.lines or s.groups or s.clusters or s.quotes),
        asked_title=words("compare.part.perhaps_same"),
        asked=tuple(
            Ask(p.before.id, p.now.id, one("then", p.before, words), one("now", p.now, words))
            for p in found.perhaps_same
        ),
    )


def _section(part: str, pieces: Iterable[Piece], words: Words) -> Section:
    said = tuple(pieces)
    return Section(
        part,
        words(f"compare.part.{part}"),
        lines=tuple(p for p in said if isinstance(p, str)),
        groups=tuple(p for p in said if isinstance(p, Group)),
        clusters=tuple(p for p in said if isinstance(p, Cluster)),
        quotes=tuple(p for p in said if isinstance(p, Quote)),
    )


def _day(before: PersonalMap, words: Words) -> str:
    """The day it was kept, since a map may be worked on long after it was begun."""
    day = (before.saved_at or before.as_of or "")[:10]
    return words("compare.day", date=in_words(date.fromisoformat(day), words)) if day else ""
