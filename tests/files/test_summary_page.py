"""The words of a summary that was saved as a web page: all of them, and nothing but words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.direction import contained
from chn_self.domain.share import Choices, Names
from chn_self.files.faults import Refusal
from chn_self.files.summary_page import (
    MOST_BYTES,
    MOST_TAGS,
    Role,
    SummaryPage,
    Text,
    is_html,
    read_summary,
)
from chn_self.views.summary import summary_html
from tests.hostile.corpus import LINES
from tests.maps import map_of, person
from tests.summaries import ENV, EVERYTHING, GOLDEN, full_map, summary_of
from tests.views.shown import Element, Shown

START = '<!DOCTYPE html><html lang="en"><body><div class="summary">'


def texts(html: str) -> tuple[Text, ...]:
    """What is read out of a page that is a summary."""
    found = read_summary(html)
    assert isinstance(found, SummaryPage), found
    return found.texts


def said(inside: str) -> list[str]:
    """The texts of a summary with this in it."""
    return [one.text for one in texts(f"{START}<p>First</p>{inside}</div>")][1:]


def problem(html: str) -> str:
    """Why there are no words to be read."""
    found = read_summary(html)
    assert isinstance(found, Refusal)
    return found.faults[0].problem


class TestOurs:
    """A summary as this page makes it."""

    def test_is_read_with_what_each_text_is(self) -> None:
        """The title, headings, labels, entries with their facts, and own words."""
        found = texts(summary_html(summary_of(full_map()), ENV))
        assert found[0] == Text(Role.TITLE, "My connections: a summary")
        for one in (
            Text(Role.HEADING, "What matters to me"),
            Text(Role.LABEL, "A listening ear"),
            Text(Role.PART, "People"),
            Text(Role.ENTRY, "Dr Ray – Worker, makes things harder"),
            Text(Role.PARAGRAPH, "The funny one"),
            Text(Role.PARAGRAPH, "More singing"),
        ):
            assert one in found, one

    @pytest.mark.parametrize("path", sorted(GOLDEN.glob("*.html")), ids=lambda path: path.stem)
    def test_no_word_is_lost_but_those_of_the_picture(self, path: Path) -> None:
        """Held against another reader of HTML."""
        html = path.read_text("utf-8")
        shown = Shown(html)
        body = shown.one("main")
        told = [t for t, inside in shown.texts if body in inside and not _drawn(inside)]
        read = " ".join(one.text for one in texts(html) if one.role != Role.PICTURE)
        assert read.replace("– ", "").split() == " ".join(told).replace("– ", "").split()

    def test_the_picture_comes_with_what_it_shows_where_it_stands(self) -> None:
        """Under its heading, before what explains it."""
        found = texts(summary_html(summary_of(full_map()), ENV))
        [at] = [i for i, one in enumerate(found) if one.role == Role.PICTURE]
        assert found[at].text == "Me, with 2 people, 1 place and 1 activity"
        assert found[at].svg.startswith("<svg ")
        assert found[at].svg.endswith("</svg>")
        assert found[at - 2].text == "My map"
        assert found[at + 1].text.startswith("The nearer the middle")

    def test_names_that_break_pages_are_read_to_the_letter(self) -> None:
        """Markup in a name is the text that it is in the summary."""
        map_ = map_of(*(person(f"c{i}", name) for i, name in enumerate(LINES)))
        html = summary_html(summary_of(map_, Choices(EVERYTHING.parts, Names.FULL)), ENV)
        read = {one.text.partition(" – ")[0] for one in texts(html)}
        assert {" ".join(contained(name).split()) for name in LINES} <= {
            *read,
            *(one.partition(" ")[2] for one in read),
        }


def _drawn(inside: tuple[Element, ...]) -> bool:
    return any(element.tag == "svg" for element in inside)


class TestAnyPage:
    """Whatever somebody put into a page."""

    @given(st.text() | st.lists(st.sampled_from("<>/!-\"'=& ;#abp"), max_size=80).map("".join))
    def test_comes_to_words_or_a_reason(self, text: str) -> None:
        """Nothing that anyone could write stops it."""
        found = read_summary(START + text)
        assert isinstance(found, SummaryPage | Refusal)

    @pytest.mark.parametrize(
        "inside",
        [
            "<script>alert(1)</script>",
            "<SCRIPT src=//evil.example>if (a<b) x()</SCRIPT>",
            "<style>p { color: red }</style>",
            "<svg><text>Sam</text><svg><text>Ali</text></svg></svg>",
            "<!-- a <p>note</p> -->",
            "<textarea>typed</textarea>",
            "<svg onload='x()'><g></g></svg>",
            '<svg width="1"><!-- a --><g></g></svg>',
            '<iframe srcdoc="x">in it</iframe>',
            '<meta http-equiv="refresh" content="0;url=//evil.example">',
            '<img src="https://evil.example/a.png" alt="b" onerror="x()">',
            "<script>never ended",
            "<!-- never ended",
            "<p hidden",
        ],
    )
    def test_what_is_no_word_of_it_is_let_go(self, inside: str) -> None:
        """Scripts, styles, pictures, notes, and what a page would fetch."""
        assert said(inside) == []

    @pytest.mark.parametrize(
        ("inside", "read"),
        [
            ("<p>a</p>b<div>c</div>", ["a", "b", "c"]),
            ("<p>one\n  <b>and</b> two", ["one and two"]),
            ("a<br>b", ["a", "b"]),
            ("<svg/>after", ["after"]),
            ("<script>x</script>after", ["after"]),
            ("<!-->x--><p>after</p>", ["x-->", "after"]),
            ("2 < 3 &lt; 4 &amp; &copy;", ["2 < 3 < 4 & ©"]),
            (f"&#{'9' * 5000}; &#x{'f' * 99};&#0;", ["\ufffd"]),
            ("<form><input value=x><button>Press</button></form>", ["Press"]),
        ],
    )
    def test_words_are_kept_apart_as_a_page_does(self, inside: str, read: list[str]) -> None:
        """A block is a text of its own, what is within a line is not."""
        assert said(inside) == read

    @pytest.mark.parametrize(
        "html", ["<html><p>News</p>", '<html><p class="summary__own">Not in one</p>', "<html>"]
    )
    def test_another_page_is_no_summary(self, html: str) -> None:
        """Its words are not shown as if they were one."""
        assert problem(html) == "not_a_summary"

    @pytest.mark.parametrize("piece", ["<div>", "<", "<!--", "</p", "<svg>", '<a b="'])
    def test_far_more_than_a_summary_holds_is_refused(self, piece: str) -> None:
        """Also where it is deep: no phone is kept busy by it."""
        assert problem(START + piece * MOST_TAGS) == "too_much"

    @pytest.mark.parametrize("piece", ["&", "&#", "x ", " a=", '"', "-", "&#9", "\u2066"])
    def test_as_much_as_a_file_may_hold_in_one_place_is_read(self, piece: str) -> None:
        """In time that grows with its length alone; else this would take hours."""
        assert isinstance(read_summary(f"{START}<p {piece * (MOST_BYTES // len(piece))}"), Refusal)
        assert texts(f"{START}<p>{piece * (MOST_BYTES // len(piece))}a")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("<!DOCTYPE html>", True),
        ("\n <html lang=en>", True),
        ("<!doctype  HTML>", True),
        ("{}", False),
        ("<htmlx>", False),
        ("Dear <html>", False),
        ("", False),
    ],
)
def test_knows_a_web_page_by_its_beginning(text: str, *, is_one: bool) -> None:
    """As browsers and hosts write it."""
    assert is_html(text) is is_one
