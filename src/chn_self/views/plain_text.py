"""What plain text is put together from: lines at most 78 characters wide, to paste anywhere."""

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator

from chn_self.domain.direction import contained, isolated, line_by_line
from chn_self.views.summary_facts import Cluster, Group, Quote

WIDTH = 78

# Text that runs from right to left, or says so, is set apart so that ours keeps its direction.
_TURNS = frozenset({"R", "AL", "AN", "RLE", "LRE", "RLO", "LRO", "RLI", "LRI", "FSI"})


def page(blocks: Iterable[list[str]]) -> str:
    """Blocks of lines as one text, with an empty line between each and the next."""
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def title(text: str) -> list[str]:
    """The heading of it all."""
    return [text.upper(), "=" * len(text)]


def heading(text: str) -> list[str]:
    """The heading of a section."""
    return [text.upper(), "-" * len(text)]


def wrapped(line: str, indent: str = "") -> list[str]:
    """A text broken into lines; all but the first begin with `indent`."""
    broken = textwrap.wrap(line, WIDTH, subsequent_indent=indent, break_on_hyphens=False)
    return list(line_by_line(broken, indent))


def body(
    lines: Iterable[str] = (),
    groups: Iterable[Group] = (),
    clusters: Iterable[Cluster] = (),
    quotes: Iterable[Quote] = (),
) -> Iterator[str]:
    """What stands under a heading, in this order."""
    for line in lines:
        yield from wrapped(line)
    for group in groups:
        yield from wrapped(f"{group.label}: {', '.join(map(_apart, group.names))}", "  ")
    for cluster in clusters:
        yield from _cluster(cluster)
    for quote in quotes:
        yield from _own(quote.text, f"- {_apart(quote.label)}: " if quote.label else "- ")


def _cluster(cluster: Cluster) -> Iterator[str]:
    if cluster.title:
        yield f"{cluster.title}:"
    for entry in cluster.entries:
        facts = f": {', '.join(map(_apart, entry.facts))}" if entry.facts else ""
        yield from wrapped(f"- {_apart(entry.name)}{facts}", "  ")
        yield from _own(entry.quote, "  ")


def _own(text: str, start: str) -> Iterator[str]:
    """Own words stand in from the edge, so that they cannot pass for a heading."""
    for line in text.splitlines():
        yield from wrapped(f"{start}{_apart(line)}", "  ")
        start = "  "


def _apart(text: str) -> str:
    """The text as it is, held together where its direction could reach the words around it."""
    turns = any(unicodedata.bidirectional(character) in _TURNS for character in text)
    return isolated(text) if turns else contained(text)
