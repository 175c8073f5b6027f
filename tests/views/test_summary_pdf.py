"""The summary as blocks: the same as in the other formats, in the order of the printed page."""

import re
from dataclasses import replace

from hypothesis import given

from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names, Part, Record
from chn_self.views.blocks import Block, Document, Figure, Tag
from chn_self.views.summary_facts import Summary
from chn_self.views.summary_pdf import pdf_json, summary_pdf
from chn_self.views.summary_text import summary_text
from tests.maps import maps
from tests.summaries import EVERYTHING, WORDS, example, full_map, summary_of

SAID = replace(EVERYTHING, words="One\n\nTwo\tthree", talk=("Money", "", ""), record=Record.NO)


def made(map_: PersonalMap, choices: Choices = EVERYTHING) -> Document:
    """The summary of a map as blocks."""
    return summary_pdf(summary_of(map_, choices), WORDS)


def blocks(document: Document) -> list[Block]:
    """All but pictures, in order."""
    return [one for part in document.parts for one in part.blocks if isinstance(one, Block)]


def said(block: Block) -> str:
    """What is ours in a block."""
    return "".join(run.text for run in block.runs)


def headings(document: Document) -> list[str]:
    """The titles of the parts, in order."""
    return [said(block) for block in blocks(document) if block.tag == Tag.HEADING]


def letters_in(text: str) -> list[str]:
    """Every letter and digit, sorted: neither what stands between them, nor their case."""
    return sorted(re.findall(r"\w", text.casefold()))


@given(maps(most=8))
def test_says_what_the_text_says(map_: PersonalMap) -> None:
    """To the letter; the picture apart, which text has not, and what explains it."""
    summary = summary_of(map_)
    without = replace(
        summary, sections=tuple(replace(s, picture=None, key=()) for s in summary.sections)
    )
    assert letters_in(_drawn(without)) == letters_in(summary_text(without))


def _drawn(summary: Summary) -> str:
    document = summary_pdf(summary, WORDS)
    return "\n".join(text for text in document.texts if text != document.foot)


def test_the_first_page_is_whole_by_itself() -> None:
    """How to read it stands before the picture, as on the printed page."""
    found = headings(made(full_map(), SAID))
    note = found.index(WORDS("summary.note.title"))
    assert found[note + 1] == WORDS("summary.picture")
    assert found[0] == WORDS("summary.words")
    assert found[-1] == WORDS("summary.type")


def test_without_picture_and_list_the_note_is_last() -> None:
    """Nothing comes after it then."""
    choices = replace(EVERYTHING, parts=EVERYTHING.parts - {Part.PICTURE, Part.LIST})
    assert headings(made(full_map(), choices))[-1] == WORDS("summary.note.title")


def test_starts_with_how_it_was_made() -> None:
    """Title, dates, alone or not, whose view it is, and whether it may be kept."""
    head = made(full_map(), SAID).parts[0]
    assert [said(b) for b in head.blocks if isinstance(b, Block)] == [
        WORDS("summary.title"),
        "This is how things were on 2 November 2026. Made on 24 November 2026.",
        f"{WORDS('summary.alone')} {WORDS('summary.not_usual')}",
        WORDS("summary.own_view"),
        WORDS("summary.record.no"),
    ]


def test_own_words_are_set_apart_line_by_line() -> None:
    """Each line by itself, without the empty ones, a tab as a space."""
    found = made(full_map(), SAID)
    assert next(block.own for block in blocks(found) if block.own) == ("One", "Two three")
    assert ("Sam's secret",) not in [block.own for block in blocks(found)]


def test_the_picture_is_told_by_its_title() -> None:
    """The list says the same in words, so the picture says only what it holds, and that."""
    (figure,) = [b for part in made(full_map()).parts for b in part.blocks if isinstance(b, Figure)]
    assert figure.alt == (
        "Me, with 2 people, 1 place and 1 activity. The list says the same in words."
    )


def test_without_a_list_the_picture_is_told_in_full() -> None:
    """In the words that HTML has for whoever cannot see it."""
    only = Choices(frozenset({Part.PICTURE}), Names.FULL)
    (figure,) = [
        b for part in made(full_map(), only).parts for b in part.blocks if isinstance(b, Figure)
    ]
    assert "Sam – Friend, very close, helps, goes with Choir" in figure.alt


def test_a_number_in_a_full_picture_stands_with_its_name() -> None:
    """As in the list of any other format."""
    found = [said(block) for block in blocks(made(example("diverse"), Choices()))]
    assert "9 Someone's home – a big part, most weeks, helps" in found


def test_is_the_same_data_every_time() -> None:
    """What is drawn from it is the same file."""
    assert pdf_json(made(full_map(), SAID)) == pdf_json(made(full_map(), SAID))
