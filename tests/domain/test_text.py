"""What is typed is tidied, checked and cleaned so that a file can hold it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.personal_map import NAME_LENGTH, TEXT_LENGTH
from chn_self.domain.text import (
    TextProblem,
    TextRule,
    clean,
    clean_name,
    long_text_problem,
    name_problem,
    names_in,
    tidy,
)

# Whatever a browser may hand over: controls and halves of characters too.
TYPED = st.text(st.characters() | st.sampled_from("\r\n\t\v\x00\x85\ud83d\ude00 e\u0301"))


@given(TYPED)
def test_tidying_twice_is_tidying_once(text: str) -> None:
    """A tidy text is NFC, has no space at its ends, and stays as it is."""
    once = tidy(text)
    assert once == tidy(once) == once.strip() == unicodedata.normalize("NFC", once)


@given(TYPED)
def test_a_cleaned_text_has_only_its_length_against_it(text: str) -> None:
    """What is cleaned and tidied can be kept while it fits."""
    problem = long_text_problem(tidy(clean(text)))
    assert problem is None or problem.rule == TextRule.TOO_LONG


@given(TYPED)
def test_a_cleaned_name_has_only_its_length_against_it(text: str) -> None:
    """What is cleaned and tidied can be a name while it fits and is not empty."""
    problem = name_problem(tidy(clean_name(text)))
    assert problem is None or problem.rule in {TextRule.TOO_LONG, TextRule.EMPTY}


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], include_characters="\n\t")))
def test_cleaning_leaves_a_text_that_can_be_kept(text: str) -> None:
    """Nobody's words change without need."""
    assert clean(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("page\fbreak\x85next", "page\nbreak\nnext"),
        ("bell\x07 and nul\x00", "bell and nul"),
        ("half \ud83d of it", "half  of it"),
        ("tab\tstays", "tab\tstays"),
    ],
)
def test_clean_keeps_lines_and_drops_what_nobody_sees(typed: str, kept: str) -> None:
    """Line ends of every sort become one sort; other controls go."""
    assert clean(typed) == kept


def test_a_name_is_one_line() -> None:
    """A line end or tab that was pasted into a name parts its words."""
    assert clean_name("Sam\r\n\tfrom choir") == "Sam from choir"


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Mum\n\n  Dad \r\nSam\tfrom choir\n", ("Mum", "Dad", "Sam from choir")),
        ("one name", ("one name",)),
        (" \n\t", ()),
        ("", ()),
        ("Zoe\u0308\u2028Ali", ("Zoë", "Ali")),
    ],
)
def test_each_pasted_line_is_a_name(typed: str, names: tuple[str, ...]) -> None:
    """Several lines pasted are several names; empty lines are none."""
    assert names_in(typed) == names


@given(TYPED)
def test_pasted_names_can_be_kept(text: str) -> None:
    """Each name from a pasted text can go on the map while it fits."""
    for name in names_in(text):
        problem = name_problem(name)
        assert problem is None or problem.rule == TextRule.TOO_LONG


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Sam", None),
        ("x" * NAME_LENGTH, None),
        (" " * 200 + "x", None),
        ("e\u0301" * NAME_LENGTH, None),
        ("", TextProblem(TextRule.EMPTY)),
        (" \u3000\n", TextProblem(TextRule.EMPTY)),
        ("x" * 83, TextProblem(TextRule.TOO_LONG, 83, 80)),
        ("😀" * 81, TextProblem(TextRule.TOO_LONG, 81, 80)),
        ("a\nb", TextProblem(TextRule.CONTROL)),
        ("a\tb", TextProblem(TextRule.CONTROL)),
        ("a\x9fb", TextProblem(TextRule.CONTROL)),
        ("a\udfff", TextProblem(TextRule.HALF)),
    ],
)
def test_what_can_be_a_name(text: str, problem: TextProblem | None) -> None:
    """One to 80 code points after NFC and trimming, on one line."""
    assert name_problem(text) == problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", None),
        ("two\n\tlines", None),
        ("x" * TEXT_LENGTH, None),
        ("x" * (TEXT_LENGTH + 1), TextProblem(TextRule.TOO_LONG, 2001, 2000)),
        ("a\rb", TextProblem(TextRule.CONTROL)),
        ("\x1b[31m", TextProblem(TextRule.CONTROL)),
        ("\ud800", TextProblem(TextRule.HALF)),
    ],
)
def test_what_can_be_a_long_text(text: str, problem: TextProblem | None) -> None:
    """Up to 2,000 code points, on as many lines as the person likes; nothing is a text too."""
    assert long_text_problem(text) == problem


def test_how_many_too_many() -> None:
    """A field can say by how much a name is too long."""
    problem = name_problem("x" * 83)
    assert problem is not None
    assert problem.over == 3


def test_a_million_marks_are_answered_without_sorting_them() -> None:
    """Putting so many combining marks in order would take hours; the answer needs no order."""
    marks = "\u0301\u0316" * 500_000
    assert name_problem(marks) == TextProblem(TextRule.TOO_LONG, 1_000_000, NAME_LENGTH)
