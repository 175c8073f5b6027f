"""The summary as plain text, laid out to be pasted into a record."""

from chn_self.domain.share import Record
from chn_self.views.plain_text import body, heading, page, title, wrapped
from chn_self.views.summary_facts import Section, Summary


def summary_text(made: Summary) -> str:
    """Lines at most 78 characters wide; a "no" to keeping it in a record is the first of them."""
    blocks = [
        [*title(made.title), *made.dates],
        wrapped(" ".join(made.opening)),
        *map(_section, made.sections),
        [*heading(made.note_title), *(line for said in made.note for line in wrapped(said))],
    ]
    if made.record:
        blocks.insert(0 if made.may_be_recorded == Record.NO else 1, [made.record])
    return page(blocks)


def _section(section: Section) -> list[str]:
    clusters = (*section.clusters, *section.instead)
    told = body(section.lines, section.groups, clusters, section.quotes)
    return [*heading(section.title), *told]
