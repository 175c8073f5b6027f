"""The hazard log points at tests that are there, and leaves no hazard without a control."""

import re
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
LOG = (HOME / "docs" / "clinical-safety" / "hazard-log.md").read_text("utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in LOG.splitlines()
    if re.match(r"\| H\d", line)
]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_hazard_is_told_whole(row: list[str]) -> None:
    """Id, hazard, cause, effect, control, and what shows it."""
    assert len(row) == 6
    assert all(row)


def test_ids_count_up() -> None:
    """An id is never used twice or dropped: a closed hazard stays."""
    assert [row[0] for row in ROWS] == [f"H{i:02}" for i in range(1, len(ROWS) + 1)]


def test_names_only_files_that_are_there() -> None:
    """A control whose test was renamed would be shown by nothing."""
    named = re.findall(r"`([\w/.-]+\.\w+)`", LOG)
    assert named
    assert [name for name in named if not (HOME / name).exists()] == []


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_says_what_shows_a_control_or_that_nothing_does_yet(row: list[str]) -> None:
    """A test, "to be shown", or "by review": nothing is left to be believed."""
    assert re.search(r"`(tests|e2e)/|to be shown|by review", row[5], re.IGNORECASE)
