"""A width estimated without a font is never less than what is drawn."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.text_width import ELLIPSIS, calm, clip, tall, text_width, wrap
from tests.maps import names

# Measured in Chromium 156 with getComputedTextLength at font size 100, in DejaVu Sans (the
# widest common sans-serif), Liberation Sans (as wide as Arial) and DejaVu Serif.
MEASURED = (
    ("My sister", 451, 400, 472),
    ("Care co-ordinator", 877, 778, 901),
    ("Television with the family", 1267, 1100, 1299),
    ("WWWW MMMM", 772, 739, 852),
    ("iiii llll", 254, 206, 288),
    ("0123456789", 636, 556, 636),
    ("Bartholomew Featherstonehaugh", 1669, 1479, 1696),
    ("@home & co. #1 {x}!", 1109, 919, 1112),
    ("Łódź Čapek Ő", 690, 639, 709),
    ("Ærøskøbing", 589, 545, 605),
    ("ÇĞŞÜÖ", 363, 367, 391),
    ("Привет мама", 688, 610, 695),
    ("Μαμά και μπαμπάς", 942, 855, 988),
    ("שלום לכולם", 513, 509, 513),
    ("ليلى بنت عمي", 598, 590, 598),
    ("ngọc Anh Nguyễn thị", 1050, 940, 1076),
)


@pytest.mark.parametrize(("text", "widths"), [(text, widths) for text, *widths in MEASURED])
def test_is_at_least_what_a_browser_draws(text: str, widths: list[int]) -> None:
    """No text measured in a browser is wider than its estimate, in any of the fonts."""
    assert text_width(text, 100) >= max(widths)


@pytest.mark.parametrize(("text", "widths"), [(text, widths) for text, *widths in MEASURED])
def test_is_not_far_more_than_a_browser_draws(text: str, widths: list[int]) -> None:
    """The estimate wastes no more than two fifths of the room in the widest sans-serif."""
    assert text_width(text, 100) <= widths[0] * 1.4


@given(names(), st.floats(10, 20))
def test_grows_with_the_font(text: str, size: float) -> None:
    """Twice the font size is twice the width."""
    assert text_width(text, 2 * size) == pytest.approx(2 * text_width(text, size))


@given(names(), st.integers(30, 300))
def test_clips_to_the_width(text: str, width: int) -> None:
    """What is left of a clipped text fits, and says by an ellipsis that there is more."""
    clipped = clip(text, 14, width)
    assert text_width(clipped, 14) <= width
    assert clipped == text or clipped.endswith(ELLIPSIS)


@given(names(), st.integers(50, 300), st.integers(1, 3))
def test_wraps_to_the_width(text: str, width: int, most: int) -> None:
    """Every line fits, there are no more than asked for, and nothing is lost but by clipping."""
    lines = wrap(calm(text), 14, width, most)
    assert 1 <= len(lines) <= most
    assert all(text_width(line, 14) <= width for line in lines)
    assert any(line.endswith(ELLIPSIS) for line in lines) or " ".join(lines) == calm(text)


def test_breaks_lines_evenly() -> None:
    """Two lines of a name are as alike as its spaces allow."""
    assert wrap("Television with the family", 14, 150, 2) == ("Television with", "the family")


def test_keeps_a_letter_with_its_marks() -> None:
    """A clip does not part a letter from an accent that follows it."""
    assert clip("ae\u0301" * 20, 14, 40).rstrip(ELLIPSIS)[-1] in "a\u0301"


@given(names())
def test_calms_stacked_marks(text: str) -> None:
    """No letter keeps more than two marks, so that no name grows over its neighbours."""
    run = 0
    for letter in calm(text):
        run = run + 1 if tall(letter) and text_width(letter, 14) == 0 else 0
        assert run <= 2
