"""Marks of direction stay within the words they came with, on one line and over several."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.direction import contained, isolated, line_by_line

# Letters from the left and the right, spaces, and every mark there is.
TEXTS = st.text(
    st.sampled_from("a b אב12\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
)


def depth(text: str) -> int:
    """How many isolates are open at the end; fails where one ends that never began."""
    open_ = 0
    for mark in text:
        open_ += (mark in "\u2066\u2067\u2068") - (mark == "\u2069")
        assert open_ >= 0, ascii(text)
    return open_


class TestContained:
    """What may stand inside an element that isolates it."""

    @pytest.mark.parametrize(
        ("typed", "kept"),
        [
            ("Sam", "Sam"),
            ("ליאת", "ליאת"),
            ("\u202egnp.exe", "\u202egnp.exe"),
            ("\u2067Sam\u2069 and \u2066Ali\u2069", "\u2067Sam\u2069 and \u2066Ali\u2069"),
            ("Sam\u2069\u202eevil", "Sam\u202eevil"),
            ("\u2069\u2069", ""),
            ("\u2067Sam", "\u2067Sam\u2069"),
            ("\u2066\u2067\u2068", "\u2066\u2067\u2068\u2069\u2069\u2069"),
            ("\u2067Sam\u2069\u2069 \u2068", "\u2067Sam\u2069 \u2068\u2069"),
            ("one\u2028two\u2029\u202ethree", "one two \u202ethree"),
        ],
    )
    def test_examples(self, typed: str, kept: str) -> None:
        """What ends nothing goes, what has no end gets one, and the rest is as typed."""
        assert contained(typed) == kept

    @given(TEXTS)
    def test_is_whole(self, text: str) -> None:
        """As many ends as beginnings, each after its own; doing it again changes nothing."""
        assert depth(contained(text)) == 0
        assert contained(contained(text)) == contained(text)

    @given(TEXTS)
    def test_keeps_every_letter(self, text: str) -> None:
        """Only marks of isolates come and go; an end of a paragraph is a space."""
        ends = str.maketrans("\u2028\u2029", "  ", "\u2066\u2067\u2068\u2069")
        assert contained(text).translate(ends) == text.translate(ends)


def test_isolated_is_set_apart() -> None:
    """Between a mark that takes the direction from the text itself, and its end."""
    assert isolated("Sam\u2069\u202e") == "\u2068Sam\u202e\u2069"


class TestLineByLine:
    """A paragraph that was broken into lines."""

    def test_what_is_open_goes_on_in_the_next_line(self) -> None:
        """Behind the indent, with an end of its own."""
        lines = ["- \u2068one\u202etwo", "  three\u202c four\u2069, Jo", "  Ali"]
        assert list(line_by_line(lines, "  ")) == [
            "- \u2068one\u202etwo\u2069",
            "  \u2068\u202ethree\u202c four\u2069, Jo",
            "  Ali",
        ]

    def test_the_end_of_an_isolate_ends_what_was_begun_in_it(self) -> None:
        """As it does in the algorithm, so nothing of it goes on."""
        assert list(line_by_line(["\u2068a\u202e\u2067b\u2069\u2069", "c"], "")) == [
            "\u2068a\u202e\u2067b\u2069\u2069",
            "c",
        ]

    @given(st.lists(TEXTS, min_size=1, max_size=4), st.integers(8, 30))
    def test_no_line_reaches_another(self, names: list[str], width: int) -> None:
        """Each is whole by itself, however the text falls into lines; no letter is lost."""
        text = ", ".join(map(isolated, names))
        broken = textwrap.wrap(text, width, subsequent_indent="  ")
        lines = list(line_by_line(broken, "  "))
        assert [depth(line) for line in lines] == [0] * len(lines)
        marks = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))
        assert [line.translate(marks) for line in lines] == [b.translate(marks) for b in broken]
        assert all(line.startswith("  ") for line in lines[1:])
