"""The corpus is what it says, so that tests which go through it prove something."""

import pytest

from tests.hostile.corpus import CORPUS, FAMILIES, LINES, TEXTS, refused

# What each of these stands for has to be in every one of its texts.
SIGNS = {
    "html": "<",
    "svg": "<>",
    "handler": "<",
    "closing": "<",
    "entity": "&<",
    "control": "".join(map(chr, (*range(9), *range(11, 32), *range(127, 160)))),
    "half": "".join(map(chr, range(0xD800, 0xE000))),
}


def test_there_are_enough_and_none_twice() -> None:
    """At least 150, each told once, in sixteen families or more."""
    assert len({*CORPUS}) == len(CORPUS) >= 150
    assert len(FAMILIES) >= 16
    assert all(len(texts) >= 5 for texts in FAMILIES.values())


@pytest.mark.parametrize("family", SIGNS)
def test_each_of_a_family_is_of_it(family: str) -> None:
    """An editor that mends a file would take the sting out of it."""
    assert [text for text in FAMILIES[family] if not {*text} & {*SIGNS[family]}] == []


def test_most_can_be_names_and_texts() -> None:
    """Else hardly any would come as far as a screen."""
    assert len(LINES) >= 150
    assert len(TEXTS) >= 150


@pytest.mark.parametrize(("family", "rule"), [("control", "control"), ("half", "half")])
def test_what_no_map_may_hold_is_known(family: str, rule: str) -> None:
    """Whole families are refused, by the rule that they are named after."""
    for text in FAMILIES[family]:
        assert rule == refused(text, 2_000) == refused(text, 80, one_line=True)


def test_the_long_ones_are_too_long_for_a_name() -> None:
    """And one or more for any text."""
    found = {refused(text, 80, one_line=True) for text in FAMILIES["long"]}
    assert found == {"too_long", "control"}
    assert any(refused(text, 2_000) for text in FAMILIES["long"])
