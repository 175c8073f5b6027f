"""The numbers of the page on how the kinds were made."""

from dataclasses import replace

import pytest

from chn_self.views.figures import known
from tests.summaries import MODEL, WORDS


def _share(value: float) -> dict[str, float]:
    return {"value": value, "low": value, "high": value}


def _outcome(clear: float, wrong: float) -> dict[str, object]:
    return {
        "maps": 10000,
        "clarity": {"clear": _share(clear), "between": _share(0.184), "unlike": _share(0.046)},
        "clear_wrong": _share(wrong),
        "changed": _share(0.0019),
    }


# As the model file has them: what is told of them, and nothing else.
FIGURES = {
    "evaluation": {
        "complete": _outcome(0.77, 0.021),
        "skipped": _outcome(0.196, 0.015),
        "varied": _outcome(0.683, 0.044),
    },
    "scatter": {"maps": {"a": [[0, 0], [1, 1]], "b": [[2, 0]], "c": []}, "rebuildings": 109},
    "validation": {"stability": {"people": 1991, "people_in_study": 150}},
}


def test_tells_shares_as_so_many_of_so_many() -> None:
    """Rounded to what is said in words: tenths, hundredths, thousandths."""
    assert known(MODEL, FIGURES)["tried"] == {
        "maps": "10,000",
        "clear": "8",
        "between": "2",
        "unlike": "5",
        "fits": "98",
        "fits_varied": "96",
        "clear_skipped": "2",
        "changed": "2",
    }


def test_counts_what_a_picture_shows() -> None:
    """The maps and the ways of rebuilding that are drawn."""
    found = known(MODEL, FIGURES)
    assert found["types"] == {"maps": "3", "ways": "109"}
    assert found["stability"] == {"maps": "1,991", "few": "150"}
    assert found["profiles"] == {
        "ways": f"{len(MODEL.ensemble):,}",
        "counts": str(len(MODEL.measures)),
    }


def test_describes_the_kinds_by_as_many_counts_as_are_drawn() -> None:
    """A model of other measures has another picture, and its text says so."""
    fewer = replace(MODEL, scalings=MODEL.scalings[1:])
    told = known(fewer, FIGURES)["profiles"]
    sections = WORDS.at("pages.model.section")
    assert isinstance(sections, list)
    (alt,) = (s["alt"] for s in sections if s.get("show") == "profiles")
    assert alt.format(**told).startswith(f"{len(fewer.scalings)} counts, with")


def test_tells_what_a_clear_answer_needs() -> None:
    """In tenths, as the page on its screen tells agreement."""
    found = known(replace(MODEL, agree_at=0.8), FIGURES)
    assert found["agreement"]["tenths"] == "8"


@pytest.mark.parametrize(
    ("figure", "name"),
    [("evaluation", "tried"), ("scatter", "types"), ("validation", "stability")],
)
def test_knows_nothing_of_what_was_not_looked_at(figure: str, name: str) -> None:
    """A model of real maps has no made-up ones to be held against."""
    there = {key: value for key, value in FIGURES.items() if key != figure}
    assert name in known(MODEL, FIGURES)
    assert name not in known(MODEL, there)


def test_knows_of_no_agreement_without_other_ways() -> None:
    """Nor of where other ways would put a kind."""
    found = known(replace(MODEL, ensemble=()), FIGURES)
    assert not {"profiles", "agreement"} & {*found}


def test_says_of_a_model_of_real_maps_how_many_there_were() -> None:
    """And nothing of made-up ones."""
    found = known(MODEL, {"left_out": {"complete": {"maps": 120}}})
    assert found["real"] == {"maps": "120"}
    assert "made_up" not in found
    assert "real" not in known(MODEL, FIGURES)
    assert known(MODEL, FIGURES)["made_up"] == {}
