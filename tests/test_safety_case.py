"""The safety case argues about every hazard of the log, and no draft claims approval."""

import re
from pathlib import Path

import pytest

from tests.documents import HOME, named_tests, rows

DOCS = HOME / "docs"
FOLDER = DOCS / "clinical-safety"
CLAIMS = rows((FOLDER / "safety-case.md").read_text("utf-8"), r"C\d+")
HAZARDS = {row[0] for row in rows((FOLDER / "hazard-log.md").read_text("utf-8"), r"H\d+")}
DRAFTS = sorted(
    [*FOLDER.glob("*.md"), DOCS / "privacy.md", DOCS / "dtac.md", DOCS / "medical-device.md"]
)


def test_every_hazard_is_argued_about() -> None:
    """And none that the log does not have."""
    assert {id_ for row in CLAIMS for id_ in re.findall(r"H\d+", row[3])} == HAZARDS


@pytest.mark.parametrize("row", CLAIMS, ids=[row[0] for row in CLAIMS])
def test_a_claim_names_the_tests_that_would_fail_first(row: list[str]) -> None:
    """One by one: a file of tests would not show which."""
    assert len(row) == 5
    assert named_tests(row[4])


@pytest.mark.parametrize("path", DRAFTS, ids=[path.name for path in DRAFTS])
def test_a_draft_says_at_its_top_that_it_is_one(path: Path) -> None:
    """Before anything that could be taken for an approval."""
    top = " ".join(path.read_text("utf-8")[:400].split())
    assert re.search(r"\*\*Draft, for a named .* to review; not an approval\.\*\*", top)
