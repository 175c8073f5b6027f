"""The inside of the page that only shows what was handed over: a map, a copy, a summary."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from jinja2 import Environment
from markupsafe import Markup

from chn_self.app.reading import Opened, Reading, day
from chn_self.domain import edit
from chn_self.domain.comparison import compare
from chn_self.domain.layout import Size
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Detail, Names, Part, kept_off
from chn_self.files.envelope import Envelope
from chn_self.files.summary_page import SummaryPage
from chn_self.views.comparison import Told, told
from chn_self.views.days import in_words
from chn_self.views.faults import fault_text
from chn_self.views.picture import picture
from chn_self.views.spoken_as import spoken_as
from chn_self.views.summary import Summary, summary
from chn_self.views.words import Words

# All that a map holds, but for what only a summary has, and the type, which nobody asked for here.
_PARTS = frozenset(Part) - {Part.WORDS, Part.CHANGE, Part.TYPE}


@dataclass(frozen=True, slots=True)
class Row:
    """A file that is open: what it is, in words, and if it waits for its passphrase."""

    file: Opened
    what: str
    sealed: bool


@dataclass(frozen=True, slots=True)
class Step:
    """Two maps, one after the other: the days of both, and what is said of them."""

    title: str
    told: Told


def reader_html(reading: Reading, env: Environment, words: Words, today: str) -> str:
    """The HTML of the inside of `main`; `today` is an ISO 8601 date."""
    shown = reading.on_screen
    holds = shown.holds if shown else None
    rows = [Row(f, _what(f, words), isinstance(f.holds, Envelope)) for f in reading.files]
    return env.get_template("reading.jinja").render(
        reading=reading,
        rows=rows,
        several=sum(not row.sealed for row in rows) > 1,
        shown=shown,
        refused=[(name, fault_text(fault, words)) for name, fault in reading.refused],
        map=holds if isinstance(holds, PersonalMap) else None,
        s=_summary(reading, holds, words, today) if isinstance(holds, PersonalMap) else None,
        page=holds if isinstance(holds, SummaryPage) else None,
        **(_over_time(reading, words) if reading.comparable and shown is None else {}),
    )


def _what(file: Opened, words: Words) -> str:
    match file.holds:
        case Envelope():
            return words("reader.sealed")
        case SummaryPage():
            return words("reader.summary")
        case map_:
            what = words("reader.copy" if map_.is_copy else "reader.whole")
            on = _day(map_, words)
            return words("reader.of_day", what=what, date=on) if on else what


def _day(map_: PersonalMap, words: Words) -> str:
    on = day(map_)
    return in_words(date.fromisoformat(on), words) if on else ""


def _summary(reading: Reading, map_: PersonalMap, words: Words, today: str) -> Summary:
    """All of a map as a summary has it, under a title that says what it is."""
    hides = reading.hides(map_)
    choices = Choices(
        parts=_PARTS,
        names=Names.FULL,
        details=frozenset(Detail) - ({Detail.NOTES} if hides else set()),
        put_in=frozenset() if hides else frozenset(c.id for c in map_.connections),
    )
    made = summary(map_, choices, words, model=None, today=today, with_helper=None)
    title = words("reader.copy_title" if map_.is_copy else "reader.whole_title")
    return replace(made, title=title, dates=tuple(_dates(map_, words)))


def _dates(map_: PersonalMap, words: Words) -> Iterator[str]:
    """The day it is of, and the day of the file where that is another."""
    saved = (map_.saved_at or "")[:10]
    if map_.as_of:
        yield words("summary.as_of", date=_day(map_, words))
    if saved and saved != map_.as_of:
        yield words("reader.saved", date=in_words(date.fromisoformat(saved), words))


def _over_time(reading: Reading, words: Words) -> Mapping[str, object]:
    """Each map held against the one before, the latest first, and all of them as pictures."""
    maps = [_less(map_) if reading.hides(map_) else map_ for map_ in reading.maps]
    steps = [
        Step(_from_to(before, now, words), told(compare(before, now), words))
        for before, now in pairwise(maps)
    ]
    drawn = [(_named(m, words), _drawn(m, words, f"map-{i}")) for i, m in enumerate(maps)]
    return {
        "steps": steps[::-1],
        "pictures": drawn,
        "has_copy": any(map_.is_copy for map_ in maps),
        "can_hide": not all(map_.is_copy for map_ in maps),
    }


def _less(map_: PersonalMap) -> PersonalMap:
    """A map without those that its person keeps off anything shared."""
    for c in map_.connections:
        map_ = edit.remove(map_, c.id) if kept_off(c) else map_
    return map_


def _from_to(before: PersonalMap, now: PersonalMap, words: Words) -> str:
    return words("reader.from_to", then=_named(before, words), now=_named(now, words))


def _named(map_: PersonalMap, words: Words) -> str:
    return _day(map_, words) or words("reader.no_day")


def _drawn(map_: PersonalMap, words: Words, ident: str) -> Markup:
    own = spoken_as(words, "summary.drawn")
    return picture(map_, own, size=Size.NARROW, standalone=True, ident=ident)
