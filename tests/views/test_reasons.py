"""A network type and the reasons for it, in words and as data."""

import json
from pathlib import Path

import pytest
from hypothesis import given

from chn_self.domain.connection import Kind
from chn_self.domain.measures import MEASURES
from chn_self.domain.network_type import classify
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.reasons import NEVER_A_REASON, Direction, Reason
from chn_self.domain.trained_types import NetworkType
from chn_self.files.codec import decode
from chn_self.views.reasons import agreement_text, reason_text, type_json
from tests.maps import EXAMPLES, map_of, maps, person
from tests.summaries import MODEL, WORDS

EACH = pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
TOLD = [name for name in MODEL.measures if name not in NEVER_A_REASON]

# What is told out of a whole: of the people, of those with a relation, of those asked.
SHARES = {"family", "friends", "wider", "practitioners", "practitioner_share", "new_share"}


def opened(path: Path) -> PersonalMap:
    """The map in an example."""
    found = decode(path.read_bytes())
    assert isinstance(found, PersonalMap), found
    return found


def reason(measure: str, direction: Direction, count: int) -> Reason:
    """A reason that counts to this, out of five where it is out of something."""
    values = {"count": count, "total": 5} if measure in SHARES else {"count": count}
    return Reason(measure, direction, 1.0, values)


@pytest.mark.parametrize("measure", TOLD)
@pytest.mark.parametrize("direction", Direction)
@pytest.mark.parametrize("count", [0, 1, 3, 5])
def test_every_reason_has_its_words(measure: str, direction: Direction, count: int) -> None:
    """Whatever a map counts to, out of five: none, one, some and all."""
    assert reason_text(reason(measure, direction, count), WORDS).endswith(".")


@given(maps(most=12))
def test_every_reason_of_any_map_has_its_words(map_: PersonalMap) -> None:
    """Whatever made the map most like a type."""
    for found in classify(map_, MODEL).reasons:
        assert reason_text(found, WORDS)


@pytest.mark.parametrize("measure", TOLD)
@pytest.mark.parametrize("direction", Direction)
def test_reasons_are_counts_not_praise(measure: str, direction: Direction) -> None:
    """Nothing in them weighs a person or a map."""
    said = reason_text(reason(measure, direction, 3), WORDS)
    weighing = ("you are", "lack", "low", "poor", "weak", "isolated", "score", "only", "few")
    assert not any(f" {word} " in f" {said.casefold()} " for word in weighing), said


class TestJson:
    """The output of `chn-self type`."""

    @EACH
    def test_has_the_keys_of_the_design(self, path: Path) -> None:
        """In its order, and every measure by name."""
        data = json.loads(type_json(classify(opened(path), MODEL), WORDS))
        assert [*data] == [
            "closest",
            "clarity",
            "resemblance",
            "agreement",
            "reasons",
            "measures",
        ]
        assert [*data["measures"]] == [*MEASURES]

    @EACH
    def test_says_the_same_as_the_screen(self, path: Path) -> None:
        """The closest type, shares that add up to 1, and the same sentences."""
        found = classify(opened(path), MODEL)
        data = json.loads(type_json(found, WORDS))
        assert data["closest"] == found.closest
        assert [r["text"] for r in data["reasons"]] == [
            reason_text(r, WORDS) for r in found.reasons
        ]
        if found.resemblance:
            assert [*data["resemblance"]] == [*NetworkType]
            assert sum(data["resemblance"].values()) == pytest.approx(1)

    def test_names_no_type_for_too_little(self) -> None:
        """One person on a list that is not complete is not compared."""
        data = json.loads(type_json(classify(map_of(person("a")), MODEL), WORDS))
        assert data["clarity"] == "too_little"
        assert (data["closest"], data["resemblance"], data["agreement"]) == (None, None, None)
        assert data["reasons"] == []

    def test_a_small_complete_map_is_never_too_little(self) -> None:
        """Small can be right."""
        small = PersonalMap("m", complete=(*Kind,))
        data = json.loads(type_json(classify(small, MODEL), WORDS))
        assert data["clarity"] != "too_little"
        assert data["closest"] in {*NetworkType}


@pytest.mark.parametrize(
    ("agreement", "said"),
    [
        (1.0, "Nearly all give"),
        (0.96, "Nearly all give"),
        (0.94, "About 9 in 10 give"),
        (0.06, "About 1 in 10 give"),
        (0.02, "Hardly any give"),
    ],
)
@pytest.mark.parametrize("place", ["type.agreement", "summary.kind.agreement"])
def test_agreement_is_told_in_tenths(agreement: float, said: str, place: str) -> None:
    """Since "about 10 in 10" would sound like certainty, and "0 in 10" like a fault."""
    assert said in agreement_text(agreement, WORDS, place)
