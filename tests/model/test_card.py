import re
from typing import Any

import pytest

from model.assumptions import Assumptions, Mark
from model.card import CARD_FILE, card
from tests.model.conftest import SmallRun

CARD = CARD_FILE.read_text("utf-8")


def test_the_card_is_not_stale(content: dict[str, Any], assumptions: Assumptions) -> None:
    """Rendered again from the model file it is the committed one."""
    assert card(content, assumptions) == CARD


@pytest.mark.parametrize(
    "said",
    [
        "What it is not for",
        "150 people",
        "rebuilt from the published description",
        "No\nmap of a real person was used",
        "## Measured, borrowed, assumed, unknown",
        "people per type",
        "## Limits",
        "## Ethics",
        "## How to replace it",
        "python -m model train --cohort FILE.csv",
    ],
)
def test_the_card_says_what_it_has_to(said: str) -> None:
    """Purpose, source, what is ours, what is not known, and how to put better in its place."""
    assert said in CARD


def test_every_mark_is_counted(assumptions: Assumptions) -> None:
    """How many numbers are published, implied, borrowed and ours."""
    for mark in Mark:
        count = sum(entry.mark == mark for entry in assumptions.entries.values())
        assert f"{count} {mark}" in CARD


def test_the_card_grades_nobody() -> None:
    """No type is a score or a level."""
    assert not re.search(r"\b(score|level)s?\b", CARD, re.IGNORECASE)


def test_every_picture_of_the_card_is_there() -> None:
    """Each is a file beside it, and says what it shows."""
    pictures = re.findall(r"!\[(.*?)\]\((.*?)\)", CARD)
    assert len(pictures) == 4
    for says, path in pictures:
        assert says
        assert (CARD_FILE.parent / path).is_file()


def test_no_table_has_a_row_of_another_width() -> None:
    """Every table of the card is whole, so that it is drawn as one."""
    for table in re.findall(r"(?:^\|.*\n)+", CARD, re.MULTILINE):
        assert len({row.count("|") for row in table.splitlines()}) == 1, table


def test_a_card_of_real_rows_leaves_out_what_only_generated_maps_have(
    small_run: SmallRun, assumptions: Assumptions
) -> None:
    """It says whose rows they were, and has no figure that needs a generating type."""
    figures: Any = small_run.content["figures"]
    looks = {name: figures["validation"][name] for name in ("choice_of_k", "stability")}
    left_out = {name: figures["evaluation"][name] for name in ("complete", "skipped")}
    cohort = {"file": "people.csv", "rows": 90, "sha256": "0" * 64}
    provenance = {
        "cohort": cohort,
        "rows_trained_on": 88,
        "folds": 5,
        "trainings_against_orders": 4,
        "assumptions_sha256": assumptions.sha256,
        "seed": 2015,
    }
    made = card(
        small_run.content
        | {"figures": {"validation": looks, "left_out": left_out}, "provenance": provenance},
        assumptions,
    )
    assert "90 rows of `people.csv`" in made
    assert "88 of them" in made
    assert "generated maps that neither" not in made
    assert "with the generating type" not in made
    assert "No\nmap of a real person" not in made
