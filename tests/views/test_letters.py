"""Which letters a PDF shows; tests/test_summary_pdf.py tests that its fonts have them."""

import pytest

from chn_self.views.letters import can_show
from chn_self.views.summary_pdf import summary_pdf
from tests.maps import map_of, person
from tests.summaries import EVERYTHING, WORDS, summary_of


@pytest.mark.parametrize(
    "name",
    [
        "Zoë",
        "Ọlábísí",
        "Nguyễn",
        "Łukasz",
        "Şule",
        "Ελένη",
        "Ἀθηνᾶ",
        "Володимир",
        "Ўктам",
        "½ a day",
    ],
)
def test_shows_latin_greek_and_cyrillic(name: str) -> None:
    """With the marks of many languages."""
    assert can_show([name])


@pytest.mark.parametrize(
    "name",
    ["ليلى", "สมชาย", "李小龙", "नेहा", "דנה", "😀", "☕", "a\u202eb", "a\u200db", "\ufffd", "♥"],
)
def test_says_so_of_any_other(name: str) -> None:
    """Other scripts, emoji, and what turns a text round; one letter is enough."""
    assert not can_show(["Sam", f"Sam {name}"])


@pytest.mark.parametrize(("name", "shows"), [("Zoë", True), ("ليلى", False)])
def test_a_summary_goes_by_all_that_is_in_it(name: str, shows: bool) -> None:
    """A name that is left out or given by role does not count."""
    document = summary_pdf(summary_of(map_of(person("a", name)), EVERYTHING), WORDS)
    assert can_show(document.texts) is shows
