"""The picture as shapes and texts: all of it, where it was, painted as it was."""

from xml.etree import ElementTree as ET

import pytest
from hypothesis import given

from chn_self.domain.direction import unmarked
from chn_self.domain.layout import Size
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.picture import picture
from chn_self.views.shapes import Label, Shape, Shapes, shapes
from tests.maps import maps
from tests.summaries import WORDS, full_map
from tests.views.drawn import tree


def drawn(map_: PersonalMap) -> str:
    """The picture of a map that stands alone."""
    return picture(map_, WORDS, size=Size.MEDIUM, standalone=True)


FULL = shapes(drawn(full_map()))


def shown(found: Shapes) -> list[str]:
    """Its texts, in order."""
    return [one.text for one in found.drawn if isinstance(one, Label)]


@given(maps(most=10))
def test_nothing_of_the_picture_is_missing(map_: PersonalMap) -> None:
    """An XML reader finds the same texts, and as many shapes."""
    svg = drawn(map_)
    root = tree(svg)
    found = shapes(svg)
    assert shown(found) == [unmarked("".join(t.itertext())) for t in root.iter("text")]
    tags = ("path", "ellipse", "circle", "rect", "line")
    paths = [one for one in found.drawn if isinstance(one, Shape)]
    assert len(paths) == sum(len([*root.iter(tag)]) for tag in tags)
    assert all(one.fill or one.stroke for one in paths)


@given(maps(most=10))
def test_stands_where_it_stood(map_: PersonalMap) -> None:
    """Texts inside a group that was moved are moved along."""
    svg = drawn(map_)
    places = [place for group in tree(svg).iter() for place in _places(group)]
    found = [one.at for one in shapes(svg).drawn if isinstance(one, Label)]
    assert sorted(found) == [pytest.approx(place) for place in sorted(places)]


def _places(group: ET.Element) -> list[tuple[float, float]]:
    moved = group.get("transform", "")
    x, y = map(float, moved[10:-1].split()) if moved.startswith("translate") else (0.0, 0.0)
    texts = [child for child in group if child.tag == "text"]
    return [(round(x + float(t.attrib["x"]), 1), round(y + float(t.attrib["y"]), 1)) for t in texts]


def test_is_as_large_and_called_as_the_picture() -> None:
    """As its view box says, its title and its description."""
    root = tree(drawn(full_map()))
    assert (str(int(FULL.width)), str(int(FULL.height))) == (root.get("width"), root.get("height"))
    assert (FULL.title, FULL.desc) == (root.findtext("title"), root.findtext("desc"))


def test_a_paint_goes_to_all_in_a_group() -> None:
    """Lines between connections get theirs from the group they are in."""
    (link,) = [
        one for one in FULL.drawn if isinstance(one, Shape) and "Q" in one.path and one.opacity < 1
    ]
    assert (link.fill, link.stroke, link.width) == ("", "#4A5757", 1.5)


@pytest.mark.parametrize(
    ("element", "path"),
    [
        ('<circle r="2"/>', "M-2 0a2 2 0 1 0 4 0a2 2 0 1 0 -4 0Z"),
        ('<line x1="1" y1="2" x2="3" y2="4"/>', "M1 2L3 4"),
        (
            '<rect x="0" y="0" width="10" height="6" rx="1"/>',
            "M1 0h8a1 1 0 0 1 1 1v4a1 1 0 0 1 -1 1h-8a1 1 0 0 1 -1 -1v-4a1 1 0 0 1 1 -1Z",
        ),
    ],
)
def test_an_outline_is_the_path_that_is_the_same(element: str, path: str) -> None:
    """By the equivalent paths of SVG 2, chapter 10."""
    (one,) = shapes(f'<svg width="1" height="1">{element}</svg>').drawn
    assert isinstance(one, Shape)
    assert one.path == path


def test_text_is_no_markup() -> None:
    """What was escaped is as it was typed."""
    svg = '<svg width="1" height="1"><text x="0" y="0" text-anchor="end" font-size="9" fill="#000">'
    (one,) = shapes(f"{svg}&lt;b&gt; &amp;</text></svg>").drawn
    assert one == Label("<b> &", (0, 0), "end", 9, strong=False, fill="#000", ground="")
