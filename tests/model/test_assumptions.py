import pytest

from chn_self.domain.measures import MEASURES
from model.assumptions import ASSUMPTIONS_FILE, Assumptions, Mark, read_assumptions
from tests.model.conftest import SmallRun

TEXT = ASSUMPTIONS_FILE.read_text("utf-8")

ENTRY = """
orders = []
[training.seed]
value = 7
range = [0, 9]
mark = "assumed"
unit = "seed"
why = "any will do"
"""


def test_every_number_is_marked_sourced_and_explained(assumptions: Assumptions) -> None:
    """Each entry has a mark, a unit, a reason, and a source unless it is ours."""
    for key, entry in assumptions.entries.items():
        assert entry.mark in [*Mark], key
        assert entry.unit, key
        assert entry.why, key
        assert bool(entry.source) == (entry.mark != Mark.ASSUMED), key


def test_every_number_lies_in_its_plausible_range(assumptions: Assumptions) -> None:
    """A value outside its own range would not be plausible."""
    for key, entry in assumptions.entries.items():
        for name, value in entry.values.items():
            low, high = entry.ranges[name]
            assert low <= value <= high, f"{key} {name}"


def test_every_order_is_marked_and_sourced(assumptions: Assumptions) -> None:
    """Orders speak of measures that exist, and none of them is ours."""
    for order in assumptions.orders:
        assert order.measure in MEASURES
        assert order.mark in {Mark.PUBLISHED, Mark.IMPLIED}
        assert "10.3310/hsdr03050" in order.source


def test_no_assumption_is_unused(assumptions: Assumptions, small_run: SmallRun) -> None:
    """Whatever the file states is looked up by training or by the report."""
    stated = {
        f"{key}/{name}" for key, entry in assumptions.entries.items() for name in entry.values
    }
    assert stated == small_run.used


def test_shares_of_one_whole_add_up(assumptions: Assumptions) -> None:
    """Shares of types, relations, kinds of place and activity, rings and the like make 1."""
    whole = (
        "share_of_type",
        "wider_relation",
        "place_type",
        "activity_type",
        "closeness",
        "often",
        "effect",
    )
    keys = (*(f"generator.{name}" for name in whole), "ensemble.neighbour", "ensemble.other")
    for key in keys:
        assert sum(assumptions.table(key).values()) == pytest.approx(1), key


def test_the_hash_follows_the_content_and_not_the_comments() -> None:
    """A changed number is another set of assumptions, a changed comment is not."""
    first = read_assumptions(TEXT)
    assert read_assumptions(f"# A comment.\n{TEXT}").sha256 == first.sha256
    assert read_assumptions(TEXT.replace("value = 2015", "value = 2016")).sha256 != first.sha256


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('mark = "assumed"', 'mark = "guessed"'),
        ('mark = "assumed"', 'mark = "published"'),
        ('mark = "assumed"', 'mark = "assumed"\nsource = "somewhere"'),
        ('why = "any will do"', ""),
        ('unit = "seed"', ""),
        ("value = 7", "value = 10"),
        ("value = 7", 'value = "7"'),
        ("value = 7", "value = true"),
        ("range = [0, 9]", "range = [0]"),
        ("range = [0, 9]", ""),
    ],
)
def test_an_entry_that_is_not_whole_is_refused_by_name(before: str, after: str) -> None:
    """An unmarked, unsourced, unexplained or implausible number never reaches the model."""
    assert read_assumptions(ENTRY).number("training.seed") == 7
    with pytest.raises(ValueError, match=r"^training\.seed"):
        read_assumptions(ENTRY.replace(before, after))
