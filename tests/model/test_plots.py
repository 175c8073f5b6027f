"""The plots: sound SVG, true to their figures, the same for every type, plain in words."""

import re
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.model_file import read_model
from chn_self.domain.trained_types import NetworkType
from chn_self.views.words import load_words
from model.assumptions import Assumptions
from model.cohort import generate
from model.plots import GUIDES, MEASURES, NAMES, TAIL, Axis, plots
from model.profiles import profiles
from model.reporting import plain
from model.scatter import scatter
from tests.views.test_settings import contrast
from tests.word_rules import FORBIDDEN

Plot = ElementTree.Element
ALL = ("types.svg", "profiles.svg", "stability.svg", "agreement.svg")
EACH = pytest.mark.parametrize("name", ALL)
SHAPES = {
    NetworkType.DIVERSE_AND_ACTIVE: "disc",
    NetworkType.FAMILY_AND_STABLE: "square",
    NetworkType.FORMAL_AND_SPARSE: "triangle",
}
WIDTH = 340
# An r, a size or a heading may stand at the edge; a middle may not.
PLACES = ("cx", "cy", "x", "y", "x1", "y1")


def _found(*jaccards: tuple[float, float, float]) -> dict[str, object]:
    return {
        t: {"jaccard": dict(zip(("value", "low", "high"), jaccard, strict=True))}
        for t, jaccard in zip(NetworkType, jaccards, strict=True)
    }


STABILITY = {
    "people": 1991,
    "people_in_study": 150,
    "everyone": _found((0.99, 0.98, 1.0), (0.98, 0.97, 1.0), (0.98, 0.96, 1.0)),
    "as_many_as_the_study": _found((0.97, 0.91, 1.0), (0.94, 0.85, 1.0), (0.62, 0.31, 0.9)),
}
EVALUATION = {
    "agreements": [10, 20, 30, 40],
    "agreement": [
        {"lowest": 0.0, "highest": 0.5, "maps": 30, "said": 0.4, "right": 0.3},
        {"lowest": 0.5, "highest": 1.0, "maps": 70, "said": 0.9, "right": 0.95},
    ],
}


@pytest.fixture(scope="module")
def whole(content: dict[str, Any], assumptions: Assumptions) -> dict[str, Any]:
    """The content of a model file with figures for every plot."""
    members = generate(np.random.default_rng(1), assumptions, 400)
    return content | {
        "figures": {
            "scatter": plain(scatter(read_model(content), members, assumptions), 4),
            "validation": {"stability": STABILITY},
            "evaluation": EVALUATION,
        }
    }


@pytest.fixture(scope="module")
def drawn(whole: dict[str, Any]) -> dict[str, Plot]:
    """Every plot, read as XML."""
    return {name: ElementTree.fromstring(text) for name, text in plots(whole).items()}  # noqa: S314


def tag(element: Plot) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2]


def of_class(plot: Plot, name: str) -> list[Plot]:
    """The elements of a class."""
    return [e for e in plot.iter() if name in (e.get("class") or "").split()]


def said(plot: Plot) -> Iterator[str]:
    """Every text that is read, on the plot and in its place."""
    for element in plot.iter():
        if tag(element) in {"title", "desc", "text"}:
            yield " ".join((element.text or "").split())


def style(plot: Plot) -> str:
    """The style of a plot."""
    (found,) = (e.text or "" for e in plot.iter() if tag(e) == "style")
    return found


class TestEvery:
    """What holds of each plot."""

    def test_there_are_four(self, drawn: dict[str, Plot]) -> None:
        """Types, profiles, stability, agreement."""
        assert {*drawn} == {*ALL}

    def test_are_the_same_when_drawn_again(self, whole: dict[str, Any]) -> None:
        """Anyone can draw them anew and compare."""
        assert plots(whole) == plots(whole)

    @EACH
    def test_is_named_by_its_title_and_description(self, name: str, drawn: dict[str, Plot]) -> None:
        """For whoever does not see it."""
        title, desc = list(drawn[name])[:2]
        assert (tag(title), tag(desc)) == ("title", "desc")
        assert drawn[name].get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert title.text
        assert len((desc.text or "").split()) > len(title.text.split())

    @EACH
    def test_holds_nothing_that_runs_or_is_fetched(self, name: str, drawn: dict[str, Plot]) -> None:
        """No script, no image, no address, no font but the reader's own."""
        assert {tag(e) for e in drawn[name].iter()} <= {
            *("svg", "title", "desc", "style", "rect", "text", "g", "path", "circle", "ellipse")
        }
        assert not [k for e in drawn[name].iter() for k in e.attrib if k.startswith(("on", "href"))]
        assert "url(" not in style(drawn[name])
        assert "system-ui" in style(drawn[name])

    @EACH
    def test_is_drawn_to_a_tenth(self, name: str, drawn: dict[str, Plot]) -> None:
        """So that two machines, which differ in the last bits, draw the same."""
        for element in drawn[name].iter():
            for key, value in element.attrib.items():
                if key != "class":
                    assert not re.search(r"\.\d\d", value), (key, value)

    @EACH
    def test_stays_within_its_frame(self, name: str, drawn: dict[str, Plot]) -> None:
        """Nothing is cut off."""
        _, _, width, height = map(float, (drawn[name].get("viewBox") or "").split())
        assert width == WIDTH
        for element in drawn[name].iter():
            for key in PLACES:
                if value := element.get(key):
                    assert 0 <= float(value) <= (height if "y" in key else width), value

    @EACH
    def test_has_one_tint_and_no_class_for_a_type(self, name: str, drawn: dict[str, Plot]) -> None:
        """Types differ in shape alone: no colour makes one better than another."""
        assert {*re.findall(r"--(\w+):", style(drawn[name]))} == {
            *("card", "ink", "muted", "line", "tint", "wash")
        }
        assert not [e for e in drawn[name].iter() if e.get("fill") or e.get("stroke")]

    @EACH
    def test_can_be_read_in_light_and_dark(self, name: str, drawn: dict[str, Plot]) -> None:
        """Words at 7:1 or more on the card, marks at 3:1 or more."""
        looks = re.findall(r"svg \{ (--.*?) \}", style(drawn[name]))
        assert len(looks) == 2
        for look in looks:
            colour = dict(re.findall(r"--(\w+): (#\w+)", look))
            card = re.sub(r"^#(\w)(\w)(\w)$", r"#\1\1\2\2\3\3", colour["card"])
            assert contrast(colour["ink"], card) >= 7
            assert contrast(colour["muted"], card) >= 7
            assert contrast(colour["tint"], card) >= 3

    @EACH
    def test_says_nothing_that_hurts_or_misleads(self, name: str, drawn: dict[str, Plot]) -> None:
        """The rules for words hold on a plot too."""
        for text in said(drawn[name]):
            broken = [rule for rule, p in FORBIDDEN.items() if re.search(p, text, re.IGNORECASE)]
            assert not broken, text
            assert not re.match(r"[a-z]", text)

    @pytest.mark.parametrize("name", ["types.svg", "profiles.svg", "stability.svg"])
    def test_names_the_types_beside_their_shapes(self, name: str, drawn: dict[str, Plot]) -> None:
        """In the fixed order, in the words of the page."""
        words = load_words("en")
        assert [*NAMES.values()] == [words(f"type.kind_start.{t}") for t in NetworkType]
        assert [text for text in said(drawn[name]) if text in NAMES.values()] == [*NAMES.values()]


class TestTypes:
    """The types in two dimensions."""

    def test_shows_each_map_in_the_shape_of_its_type(
        self, whole: dict[str, Any], drawn: dict[str, Plot]
    ) -> None:
        """As many marks as maps, beside one for the centre and one in the legend."""
        maps = whole["figures"]["scatter"]["maps"]
        for t, shape in SHAPES.items():
            assert len(of_class(drawn["types.svg"], shape)) == len(maps[t]) + 2

    def test_has_one_scale_in_both_directions(
        self, whole: dict[str, Any], drawn: dict[str, Plot]
    ) -> None:
        """Else near and far would mislead: the discs keep their distances in proportion."""
        figures = whole["figures"]["scatter"]
        first = NetworkType.DIVERSE_AND_ACTIVE
        discs = of_class(drawn["types.svg"], "disc")[: len(figures["maps"][first])]
        at = np.array([(float(d.attrib["cx"]), float(d.attrib["cy"])) for d in discs])
        dots = np.array(figures["maps"][first])
        scale = np.ptp(at[:, 0]) / np.ptp(dots[:, 0])
        assert np.ptp(at[:, 1]) / np.ptp(dots[:, 1]) == pytest.approx(scale, rel=0.01)

    def test_has_a_cloud_for_each_type(self, drawn: dict[str, Plot]) -> None:
        """And one in the legend."""
        assert len(of_class(drawn["types.svg"], "cloud")) == len(NetworkType) + 1

    def test_is_drawn_without_clouds_where_there_are_none(self, whole: dict[str, Any]) -> None:
        """A model with a small ensemble has a plot all the same."""
        bare = whole["figures"]["scatter"] | {"clouds": {}}
        text = plots(whole | {"figures": {"scatter": bare}})["types.svg"]
        assert "<ellipse" not in text


class TestProfiles:
    """What each type holds."""

    def test_names_every_measure(self, drawn: dict[str, Plot], whole: dict[str, Any]) -> None:
        """In the order of the model, each above its own rows."""
        names = [MEASURES[row["name"]] for row in whole["measures"]]
        assert [text for text in said(drawn["profiles.svg"]) if text in names] == names

    def test_puts_each_mark_where_its_count_is(
        self, drawn: dict[str, Plot], whole: dict[str, Any]
    ) -> None:
        """The discs, in proportion to the counts and to tenths of the shares."""
        counts = [
            p.middles[NetworkType.DIVERSE_AND_ACTIVE] * (10 if p.measure in SHARED else 1)
            for p in profiles(read_model(whole), TAIL)
        ]
        discs = of_class(drawn["profiles.svg"], "disc")[1:]
        places = np.array([float(d.attrib["cx"]) for d in discs])
        step, start = np.polyfit(counts, places, 1)
        assert places == pytest.approx(start + step * np.array(counts), abs=0.1)


SHARED = {"practitioner_share", "new_share"}


class TestStability:
    """How much of each type comes back."""

    def test_the_guides_are_those_of_the_assumptions(self, assumptions: Assumptions) -> None:
        """The file that holds every number has them from Hennig 2007."""
        assert {*GUIDES} == {*assumptions.table("validation.stable").values()}

    def test_shows_also_what_is_below_every_guide(self, drawn: dict[str, Plot]) -> None:
        """A type that does not come back is not cut off: the frame test sees it within."""
        lowest = min(
            float(match[1])
            for e in of_class(drawn["stability.svg"], "range")
            if (match := re.match(r"M([\d.]+) ", e.attrib["d"]))
        )
        assert lowest >= 14

    def test_says_how_many_maps_there_were(self, drawn: dict[str, Plot]) -> None:
        """All of them, and as many as the study had."""
        texts = {*said(drawn["stability.svg"])}
        assert {"All 1,991 maps", "150 of them"} <= texts


class TestAgreement:
    """How often the ways of rebuilding agree."""

    def test_bars_stand_for_shares_of_all_maps(self, drawn: dict[str, Plot]) -> None:
        """Ten, twenty, thirty and forty of a hundred, as the figures have it."""
        heights = [float(e.attrib["height"]) for e in of_class(drawn["agreement.svg"], "bar")]
        assert [h / heights[0] for h in heights] == pytest.approx([1, 2, 3, 4], abs=0.02)

    def test_a_band_is_as_wide_as_it_reaches_and_as_high_as_it_is_right(
        self, drawn: dict[str, Plot]
    ) -> None:
        """The more often right, the higher up."""
        discs = of_class(drawn["agreement.svg"], "disc")
        (x0, y0), (x1, y1) = [(float(d.attrib["cx"]), float(d.attrib["cy"])) for d in discs]
        assert x0 < x1
        assert y0 > y1


class TestWhatIsNotThere:
    """A model of real maps has no figures for some plots."""

    @pytest.mark.parametrize("figures", [None, {}, {"evaluation": None, "validation": None}])
    def test_is_left_out(self, content: dict[str, Any], figures: object) -> None:
        """The profiles need nothing but the model."""
        assert {*plots(content | {"figures": figures})} == {"profiles.svg"}

    def test_real_maps_have_two_plots(self, content: dict[str, Any]) -> None:
        """Their own stability, beside the profiles."""
        figures = {"left_out": {}, "validation": {"stability": STABILITY}}
        assert {*plots(content | {"figures": figures})} == {"profiles.svg", "stability.svg"}


class TestAxis:
    """Values as places."""

    @given(
        st.floats(-10, 10),
        st.floats(0.1, 20),
        st.floats(0, 1),
        st.floats(0, 340),
        st.floats(0, 340),
    )
    def test_holds_every_value_between_its_ends(
        self, lowest: float, width: float, share: float, start: float, end: float
    ) -> None:
        """In both directions, within the tenth that is rounded to."""
        at = Axis(lowest, lowest + width, start, end).at(lowest + share * width)
        assert min(start, end) - 0.051 <= at <= max(start, end) + 0.051

    def test_a_length_is_the_distance_between_two_places(self) -> None:
        """Whichever way the axis runs."""
        up = Axis(0, 10, 200, 100)
        assert up.length(3) == abs(up.at(5) - up.at(2)) == 30
