"""The summary as a PDF: it says what its blocks say, to eyes and to a screen reader alike.

Rules of PDF/UA-1 (ISO 14289-1) are checked by `pdfua`, and here those that it leaves out and that a
program can check; the numbers of the Matterhorn Protocol 1.1 stand beside them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise
from pathlib import Path
from unicodedata import normalize

import pikepdf
import pytest
from pdfua import validate

from chn_self.domain.personal_map import HowItWent, NextStep
from chn_self.domain.share import Choices, Names, Part, Record
from chn_self.views.blocks import Block, Document, Figure, Run, Tag
from chn_self.views.blocks import Part as Group
from chn_self.views.letters import LETTERS, can_show
from chn_self.views.shapes import Label
from chn_self.views.summary_pdf import summary_pdf
from e2e.large_map import large_map
from tests.hostile.corpus import CORPUS
from tests.maps import EXAMPLES, map_of, person
from tests.pdfs import GOLDEN, Read, drawn, outline, read
from tests.summaries import EVERYTHING, WORDS, example, full_map, summary_of

SAID = Choices(
    words="I am doing all right, and I would like to keep what I have.\nEvenings are hard.",
    talk=("Getting to the choir on my own", "Money, and the letter", "What comes after the course"),
    record=Record.ASK,
)
STEP = NextStep("Ask about the choir", "My sister", "On Monday", HowItWent.SOME)
LONG = replace(SAID, words="word " * 2_000 + "w" * 300, parts=EVERYTHING.parts)


# Names that could break a PDF apart, in letters that it has.
AWKWARD = (
    "a) Tj ET (b",
    "((((",
    "\\",
    "\\) /Alt (x",
    "<</S /P>>",
    "endstream endobj %%EOF",
    "<script>alert(1)</script> &amp;",
    "Z\u0361\u035c\u0321a\u0322lgo",
    "Ọlábísí",
    "W" * 80,
)

# Stops half-way beside the pikepdf of today; that headings leave no level out is tested here.
SKIPPED = {"UA-14-001"}


def document(name: str, choices: Choices = EVERYTHING) -> Document:
    """The summary of an example."""
    return summary_pdf(summary_of(example(name), choices), WORDS)


def _full() -> Document:
    before = replace(full_map(), as_of="2026-01-05", hope="Less noise")
    full = replace(SAID, parts=EVERYTHING.parts, names=Names.FULL)
    return summary_pdf(summary_of(full_map(), full, before), WORDS)


def _awkward(parts: frozenset[Part]) -> Document:
    map_ = map_of(*(person(f"p{at}", name) for at, name in enumerate(AWKWARD)))
    hostile = (text for text in CORPUS if can_show([text]))
    choices = replace(EVERYTHING, parts=parts, words="\n".join((*AWKWARD, *hostile)))
    return summary_pdf(summary_of(map_, choices), WORDS)


def _large(connections: int, choices: Choices) -> Document:
    return summary_pdf(summary_of(large_map(connections, 2 * connections), choices), WORDS)


NAMES = [path.name.partition(".")[0] for path in EXAMPLES]

# Every sort of summary, made once it is looked at.
MAKE: Mapping[str, Callable[[], Document]] = {
    # One has letters of other scripts in its names: it is never drawn with these.
    **{name: partial(document, name) for name in NAMES if name != "hostile-text"},
    **{f"{name} by role": partial(document, name, Choices()) for name in NAMES},
    "full": _full,
    "long": lambda: summary_pdf(summary_of(full_map(), LONG), WORDS),
    "picture": partial(document, "family", Choices(frozenset({Part.PICTURE}))),
    "large": lambda: _large(500, EVERYTHING),
    "awkward": lambda: _awkward(EVERYTHING.parts),
    "awkward picture": lambda: _awkward(frozenset({Part.PICTURE})),
}
EACH = pytest.mark.parametrize("name", MAKE)


@cache
def documents() -> Mapping[str, Document]:
    """Every sort of summary as blocks."""
    return {name: make() for name, make in MAKE.items()}


@cache
def pdfs() -> Mapping[str, bytes]:
    """Every sort of summary as a PDF."""
    return dict(zip(documents(), drawn([*documents().values()]), strict=True))


@cache
def reading(name: str) -> Read:
    """One of them as read."""
    return read(pdfs()[name])


def told(document: Document) -> Iterator[tuple[str, str]]:
    """What an element is and holds, for all blocks, in their order."""
    for part in document.parts:
        for block in part.blocks:
            yield from _told(block)


def _told(block: Block | Figure) -> Iterator[tuple[str, str]]:
    match block:
        case Figure():
            yield "Figure", "".join(d.text for d in block.shapes.drawn if isinstance(d, Label))
            for one in block.beside:
                yield from _told(one)
        case Block():
            if block.runs:
                tag = "P" if block.tag == Tag.ITEM else block.tag.value
                yield tag, "".join(run.text for run in block.runs)
            yield from (("P", line) for line in block.own)


def _as_one(text: str) -> str:
    """However a letter is spelt: with its mark, or as two."""
    return normalize("NFC", text)


@EACH
def test_says_what_its_blocks_say(name: str) -> None:
    """To the letter, in the same order, each as what it is: nothing is lost, nothing added."""
    found = [(e.tag, _as_one(e.text)) for e in reading(name).root.walk() if e.content]
    assert found == [(tag, _as_one(text)) for tag, text in told(documents()[name])]


@EACH
def test_is_read_in_the_order_in_which_it_is_seen(name: str) -> None:
    """What is marked later is read later, page by page (09-001)."""
    order = [at for element in reading(name).root.walk() for at in element.content]
    assert order == sorted(order)


@EACH
def test_all_that_is_drawn_is_marked(name: str) -> None:
    """As content of an element or as an artifact (01-003 to 01-005)."""
    assert reading(name).unmarked == ()


@EACH
def test_the_foot_of_each_page_is_no_content(name: str) -> None:
    """It tells what a loose page is of; a screen reader knows that by itself (18-001)."""
    feet = [text for tag, text in reading(name).artifacts if text]
    last = len(reading(name).opened.pages)
    foot = documents()[name].foot
    assert foot.startswith(f"{documents()[name].title} – my own view, made on ")
    assert feet == [foot.format(page=page, pages=last) for page in range(1, last + 1)]


@EACH
def test_pdfua_finds_nothing(name: str, tmp_path: Path) -> None:
    """The checker of PDF/UA-1."""
    path = tmp_path / "summary.pdf"
    path.write_bytes(pdfs()[name])
    report = validate(str(path))
    assert report.findings == ()
    assert {rule.rule_id for rule in report.skipped} <= SKIPPED


@EACH
def test_tells_its_title_and_language(name: str) -> None:
    """In the title bar, to a screen reader, and that it follows PDF/UA-1 (06, 07, 11)."""
    opened = reading(name).opened
    with opened.open_metadata() as about:
        assert about["dc:title"] == documents()[name].title
        assert about["pdfuaid:part"] == "1"
    assert opened.Root.Lang == "en"
    assert opened.Root.ViewerPreferences.DisplayDocTitle
    assert opened.Root.MarkInfo.Marked
    assert "/Suspects" not in opened.Root.MarkInfo


@EACH
def test_the_picture_is_told(name: str) -> None:
    """In the words that HTML gives, and where on the page it is (13-004)."""
    figures = [e for e in reading(name).root.walk() if e.tag == "Figure"]
    blocks = [b for p in documents()[name].parts for b in p.blocks if isinstance(b, Figure)]
    assert [e.alt for e in figures] == [block.alt for block in blocks]


@EACH
def test_headings_leave_no_level_out(name: str) -> None:
    """One title, then each at most one level below the one before it (14-003)."""
    levels = [int(e.tag[1]) for e in reading(name).root.walk() if e.tag in {"H1", "H2", "H3"}]
    assert levels[0] == 1
    assert 1 not in levels[1:]
    assert all(below - above <= 1 for above, below in pairwise(levels))


@EACH
def test_lists_hold_items_and_nothing_else(name: str) -> None:
    """And no element is of a kind that PDF does not know (02-001, 09-004 to 09-006)."""
    text = {"H1", "H2", "H3", "P"}
    within = {
        "Document": {"Sect"},
        "Sect": {*text, "L", "Figure"},
        "L": {"LI"},
        "LI": {"LBody"},
        "LBody": {"P"},
        **{tag: set() for tag in (*text, "Figure")},
    }
    for element in reading(name).root.walk():
        assert {e.tag for e in element.inside} <= within[element.tag]
        assert element.inside or element.content


@EACH
def test_carries_its_own_letters(name: str) -> None:
    """Both fonts are inside, with what each glyph stands for (31-009, 31-027)."""
    for page in reading(name).opened.pages:
        for font in page.resources.Font.values():
            (inner,) = font.DescendantFonts
            assert "/FontFile2" in inner.FontDescriptor
            assert "/CIDSet" not in inner.FontDescriptor
            assert inner.CIDToGIDMap == "/Identity"
            assert "+NotoSans-" in str(inner.BaseFont)


def test_each_letter_is_shown_as_itself() -> None:
    """The page ships fonts with all of them, plain and strong, and none is taken for another."""
    every = sorted(LETTERS - {" "})
    runs = ((Run(f"x{letter}", look),) for look in ("", "strong") for letter in every)
    blocks = tuple(Block(Tag.PARAGRAPH, run) for run in runs)
    (pdf,) = drawn([Document("en", "Letters", "2026-11-24", "", (Group(blocks, wide=True),))])
    found = [e.text.removeprefix("x") for e in read(pdf).root.walk() if e.content]
    assert [*map(_as_one, found)] == [*map(_as_one, every)] * 2


def test_is_the_same_every_time() -> None:
    """Another hour, another machine: the same summary of the same day is the same file."""
    assert drawn([documents()["full"]]) == [pdfs()["full"]]


@pytest.mark.parametrize("name", ["family", "formal", "diverse"])
def test_a_typical_map_takes_two_pages(name: str) -> None:
    """With own words, things to talk about and a next step; with 35 connections, a bare map."""
    map_, choices = example(name), Choices()
    if name != "diverse":
        map_, choices = replace(map_, next_step=STEP, hope="To sing more."), SAID
    (pdf,) = drawn([summary_pdf(summary_of(map_, choices), WORDS)])
    assert len(read(pdf).opened.pages) <= 2


def test_is_small() -> None:
    """150 kB or less for 20 connections with all that can be in it."""
    (pdf,) = drawn([_large(20, LONG)])
    assert len(pdf) <= 150_000


@EACH
def test_nothing_stands_off_the_page(name: str) -> None:
    """Neither a line too long nor one below the last: each begins and ends within the edges."""
    for page in reading(name).opened.pages:
        for x, y in _places(page):
            assert 0 < x < 210 * 72 / 25.4
            assert 0 < y < 297 * 72 / 25.4


def _places(page: pikepdf.Page) -> Iterator[tuple[float, float]]:
    """Where each text begins, in points from the lower left corner."""
    matrix, kept = pikepdf.Matrix(), []
    for found in pikepdf.parse_content_stream(page):
        operands = found.operands
        match str(found.operator):
            case "q":
                kept.append(matrix)
            case "Q":
                matrix = kept.pop()
            case "cm":
                matrix = pikepdf.Matrix(*map(float, operands)) @ matrix
            case "Tm":
                placed = pikepdf.Matrix(*map(float, operands)) @ matrix
                yield placed.e, placed.f


@pytest.mark.parametrize("path", sorted(GOLDEN.iterdir()), ids=lambda path: path.stem)
def test_is_read_out_as_it_was(path: Path) -> None:
    """As somebody read it and found good; `python -m tests.pdfs` writes them anew."""
    assert outline(pdfs()[f"{path.stem} by role"]) == path.read_text("utf-8")
