import re
from typing import Any

import pytest

from model.assumptions import Assumptions
from model.card import CARD_FILE, card
from tests.model.conftest import Run

CARD = CARD_FILE.read_text("utf-8")


def test_the_card_is_not_stale(content: dict[str, Any], run: Run, assumptions: Assumptions) -> None:
    """Rendered again from the model file and a fresh evaluation it is the committed one."""
    assert card(content, run.evaluation, assumptions) == CARD


@pytest.mark.parametrize(
    "said",
    [
        "What it is not for",
        "150 people",
        "rebuilt from the published\ndescription",
        "No map of a real person was used",
        "**assumed**",
        "Limits",
        "agreement",
    ],
)
def test_the_card_says_what_it_has_to(said: str) -> None:
    """Purpose, source, what is ours, and what is not known."""
    assert said in CARD


def test_the_card_grades_nobody() -> None:
    """No type is a score or a level."""
    assert not re.search(r"\b(score|level)s?\b", CARD, re.IGNORECASE)
