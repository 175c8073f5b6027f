"""The summary as plain text, laid out to be pasted into a record."""

import textwrap
import unicodedata
from collections.abc import Iterator

from chn_self.domain.direction import contained, isolated, line_by_line
from chn_self.domain.share import Record
from chn_self.views.summary_facts import Cluster, Quote, Section, Summary

WIDTH = 78

# Text that runs from right to left, or says so, is set apart so that ours keeps its direction.
_TURNS = frozenset({"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"})


def summary_text(made: Summary) -> str:
    """Lines at most 78 characters wide; a "no" to keeping it in a record is the first of them."""
    blocks = [
        [made.title.upper(), "=" * len(made.title), *made.dates],
        _wrapped(" ".join(made.opening)),
        *(_section(section) for section in made.sections),
        [*_heading(made.note_title), *(line for said in made.note for line in _wrapped(said))],
    ]
    if made.record:
        blocks.insert(0 if made.may_be_recorded == Record.NO else 1, [made.record])
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def _section(section: Section) -> list[str]:
    return [*_heading(section.title), *_body(section)]


def _heading(title: str) -> list[str]:
    return [title.upper(), "-" * len(title)]


def _body(section: Section) -> Iterator[str]:
    for line in section.lines:
        yield from _wrapped(line)
    for group in section.groups:
        yield from _wrapped(f"{group.label}: {', '.join(map(_apart, group.names))}", "  ")
    for cluster in (*section.clusters, *section.instead):
        yield from _cluster(cluster)
    for quote in section.quotes:
        yield from _quote(quote)


def _cluster(cluster: Cluster) -> Iterator[str]:
    if cluster.title:
        yield f"{cluster.title}:"
    for entry in cluster.entries:
        facts = f": {', '.join(map(_apart, entry.facts))}" if entry.facts else ""
        yield from _wrapped(f"- {_apart(entry.name)}{facts}", "  ")
        yield from _own(entry.quote, "  ")


def _quote(quote: Quote) -> Iterator[str]:
    yield from _own(quote.text, f"- {_apart(quote.label)}: " if quote.label else "- ")


def _own(text: str, start: str) -> Iterator[str]:
    """Own words stand in from the edge, so that they cannot pass for a heading."""
    for line in text.splitlines():
        yield from _wrapped(f"{start}{_apart(line)}", "  ")
        start = "  "


def _wrapped(line: str, indent: str = "") -> list[str]:
    broken = textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
    return list(line_by_line(broken, indent))


def _apart(text: str) -> str:
    """The text as it is, held together where its direction could reach the words around it."""
    turns = any(unicodedata.bidirectional(character) in _TURNS for character in text)
    return isolated(text) if turns else contained(text)
