"""The page can run from right to left: our style names no side but where lines begin and end."""

import re
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
SHEETS = (
    *sorted((HOME / "site" / "css").glob("*.css")),
    *sorted((HOME / "src" / "chn_self" / "templates").glob("*.css")),
)

SIDE = re.compile(
    r"(?<![-\w])(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius|left|right)\s*:"
    r"|(?:text-align|float|clear)\s*:\s*(?:left|right)"
)
FOUR = re.compile(r"(?<![-\w])(margin|padding|inset)\s*:\s*([^;}]+)")
VALUE = re.compile(r"(?:[^\s()]|\([^()]*\))+")


def sided(css: str) -> list[str]:
    """Declarations that name the left or the right, or give the two another length."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    found = [found[0] for found in SIDE.finditer(css)]
    for one in FOUR.finditer(css):
        values = VALUE.findall(one[2])
        if len(values) == 4 and values[1] != values[3] and "safe-area" not in one[2]:
            found.append(one[0])
    return found


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_our_style_names_no_side(path: Path) -> None:
    """But for the parts of a screen that a device itself covers, which do not change sides."""
    assert sided(path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    "css",
    [
        "p { margin-left: 1px }",
        "p { left: 0 }",
        "p { text-align: right }",
        "p { float: left; }",
        "p { padding: 1px 2px 3px 4px }",
    ],
)
def test_a_side_that_is_named_is_found(css: str) -> None:
    """In any of the ways there are to name it."""
    assert sided(css)


def test_what_names_no_side_passes() -> None:
    """Four lengths of which two are the same, or the places where lines begin."""
    assert not sided("p { padding: 1px 2px 3px 2px; margin-inline: 0 1px; --map-left: 1 }")
