"""The hazard log points at tests that are there, and leaves no hazard without a control."""

import re

import pytest

from tests.documents import HOME, rows

FOLDER = HOME / "docs" / "clinical-safety"
HAZARDS, _, RISKS = (
    (FOLDER / "hazard-log.md").read_text("utf-8").partition("\n## Risk, as proposed\n")
)
ROWS = rows(HAZARDS, r"H\d+")
RISK_ROWS = rows(RISKS, r"H\d+")
PLAN = (FOLDER / "risk-management-plan.md").read_text("utf-8")
SEVERITIES = ["Minor", "Significant", "Considerable", "Major", "Catastrophic"]
MATRIX = {
    (likelihood, severity): risk
    for likelihood, *risks in rows(PLAN, "(?:Very )?(?:high|low)|High|Medium|Low")
    for severity, risk in zip(SEVERITIES, risks, strict=True)
}


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_a_hazard_is_told_whole(row: list[str]) -> None:
    """Id, hazard, cause, effect, control, and what shows it."""
    assert len(row) == 6
    assert all(row)


def test_ids_count_up() -> None:
    """An id is never used twice or dropped: a closed hazard stays."""
    assert [row[0] for row in ROWS] == [f"H{i:02}" for i in range(1, len(ROWS) + 1)]


@pytest.mark.parametrize("row", ROWS, ids=[row[0] for row in ROWS])
def test_says_what_shows_a_control_or_that_nothing_does_yet(row: list[str]) -> None:
    """A test, "to be shown", or "by review": nothing is left to be believed."""
    assert re.search(r"`(tests|e2e)/|to be shown|by review", row[5], re.IGNORECASE)


def test_a_risk_is_proposed_for_every_hazard() -> None:
    """With and without its controls; whether it is right is for an officer."""
    assert [row[0] for row in RISK_ROWS] == [row[0] for row in ROWS]


@pytest.mark.parametrize("row", RISK_ROWS, ids=[row[0] for row in RISK_ROWS])
def test_a_proposed_risk_follows_from_the_matrix(row: list[str]) -> None:
    """That of the plan, by severity and by likelihood before and after the controls."""
    _, severity, before, after, initial, residual = row
    assert (initial, residual) == (MATRIX[before, severity], MATRIX[after, severity])
