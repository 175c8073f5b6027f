"""The summary as blocks to be drawn as a PDF: what it says is the same as in any other format.

Its order is that of the printed page: what is told in short comes first, with how to read it, so
that the first page is whole by itself; then the picture and what comes after it.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date

from chn_self.domain import share
from chn_self.domain.direction import contained
from chn_self.views.blocks import Block, Document, Figure, Part, Run, Tag
from chn_self.views.days import in_words
from chn_self.views.shapes import shapes
from chn_self.views.summary_facts import Cluster, Entry, Group, Quote, Section, Summary
from chn_self.views.words import Words

# What comes after how to read it, as in the style sheet for paper: the first of these and the rest.
_LATER = (share.Part.PICTURE, share.Part.LIST)
_WIDE = frozenset(
    {
        share.Part.WORDS,
        share.Part.PICTURE,
        share.Part.LIST,
        share.Part.CHANGE,
        share.Part.REFLECTIONS,
        share.Part.TYPE,
    }
)
_LOOSE = frozenset({share.Part.CHANGE, share.Part.REFLECTIONS})


def summary_pdf(made: Summary, words: Words) -> Document:
    """The summary as a document; what is not in `made` is not in it."""
    parts = [_part(section, words) for section in made.sections]
    turn = next((i for i, s in enumerate(made.sections) if s.part in _LATER), len(parts))
    return Document(
        made.language,
        made.title,
        made.made,
        _foot(made, words),
        (_head(made), *parts[:turn], _note(made), *parts[turn:]),
    )


def _foot(made: Summary, words: Words) -> str:
    """What stands under each page, so that one by itself says what it is and of when."""
    day = in_words(date.fromisoformat(made.made), words)
    return words("summary.foot", title=made.title, date=day, page="{page}", pages="{pages}")


def pdf_json(document: Document) -> str:
    """The document as what draws it takes it."""
    return json.dumps(asdict(document), ensure_ascii=False)


def _head(made: Summary) -> Part:
    *how, own_view = made.opening
    told = (
        Block(Tag.TITLE, (Run(made.title, "strong"),), "title"),
        _line(" ".join(made.dates), "dates"),
        _line(" ".join(how), "quiet"),
        _line(own_view, "quiet"),
        _line(made.record, "record"),
    )
    return Part(tuple(block for block in told if block.runs[0].text), wide=True)


def _note(made: Summary) -> Part:
    return Part((_heading(made.note_title), _line(" ".join(made.note))), "small", wide=True)


def _part(section: Section, words: Words) -> Part:
    looks = {share.Part.WORDS: "words", share.Part.TYPE: "small"}
    return Part(
        (_heading(section.title), *_blocks(section, words)),
        looks.get(section.part, ""),
        wide=section.part in _WIDE,
        columns=section.part == share.Part.LIST,
        loose=section.part in _LOOSE,
    )


def _blocks(section: Section, words: Words) -> Iterator[Block | Figure]:
    """What stands under a heading, in the order of the page."""
    yield from map(_line, section.lines)
    if section.picture:
        yield _figure(section, words)
    yield from (_group(group, words) for group in section.groups)
    yield from _clusters(section.clusters, words)
    yield from map(_quote, section.quotes)


def _figure(section: Section, words: Words) -> Figure:
    """The picture; what it shows is told to whoever cannot see it, unless a list does so."""
    drawn = shapes(section.picture or "")
    told = ["".join(run.text for run in b.runs) for b in _clusters(section.instead, words)]
    key = tuple(_line(line, "quiet") for line in section.key)
    return Figure(drawn, ". ".join([drawn.title, *(told or [drawn.desc])]), key)


def _clusters(clusters: Iterable[Cluster], words: Words) -> Iterator[Block]:
    for cluster in clusters:
        if cluster.title:
            yield Block(Tag.KIND, (Run(cluster.title, "strong"),), "kind")
        yield from (_entry(entry, words) for entry in cluster.entries)


def _entry(entry: Entry, words: Words) -> Block:
    number = (Run(f"{entry.number} "),) if entry.number else ()
    facts = (Run(f" – {words.comma.join(entry.facts)}", "quiet"),) if entry.facts else ()
    runs = (*number, Run(entry.name, "strong"), *facts)
    return Block(Tag.ITEM, _runs(runs), mark=entry.kind, own=_lines(entry.quote))


def _group(group: Group, words: Words) -> Block:
    runs = (Run(f"{group.label}: ", "quiet"), Run(words.comma.join(group.names), "strong"))
    return Block(Tag.ITEM, _runs(runs))


def _quote(quote: Quote) -> Block:
    label = (Run(quote.label, "quiet"),) if quote.label else ()
    return Block(Tag.PARAGRAPH, _runs(label), "label", own=_lines(quote.text))


def _heading(title: str) -> Block:
    return Block(Tag.HEADING, (Run(title, "strong"),), "heading")


def _line(text: str, look: str = "") -> Block:
    return Block(Tag.PARAGRAPH, (Run(text),), look)


def _runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    return tuple(Run(_calm(run.text), run.look) for run in runs)


def _lines(text: str) -> tuple[str, ...]:
    return tuple(_calm(line) for line in text.splitlines() if line.strip())


def _calm(text: str) -> str:
    """The text on one line, its tabs as spaces, as a page shows them."""
    return contained(text).expandtabs(1)
