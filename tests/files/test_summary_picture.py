"""The picture in a summary from anyone: a drawing of plain shapes, or none at all."""

import pytest
from hypothesis import given, settings

from chn_self.domain.layout import Size
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.summary_picture import is_drawing, title
from chn_self.views.picture import picture
from tests.hostile.corpus import LINES
from tests.maps import map_of, maps, person
from tests.pseudo import mirrored_words
from tests.summaries import WORDS
from tests.views.drawn import tree

START = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">'


def drawn(map_: PersonalMap) -> str:
    """The picture as a summary has it."""
    return str(picture(map_, WORDS, size=Size.MEDIUM, standalone=True))


@given(maps())
@settings(max_examples=40, deadline=None)
def test_every_picture_of_ours_is_one(map_: PersonalMap) -> None:
    """And XML, as an image has to be."""
    svg = drawn(map_)
    assert is_drawing(svg)
    assert tree(svg).tag == "svg"


def test_names_in_it_change_nothing() -> None:
    """They are escaped where it is drawn."""
    assert is_drawing(drawn(map_of(*(person(f"c{i}", name) for i, name in enumerate(LINES)))))


def test_one_of_another_language_is_one_too() -> None:
    """Where lines begin at the right."""
    words = mirrored_words()
    assert is_drawing(str(picture(map_of(person("a")), words, size=Size.MEDIUM, standalone=True)))


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>",
        '<image href="https://evil.example/a.png"/>',
        '<use href="#a"/>',
        '<a href="javascript:alert(1)"><text>Go</text></a>',
        "<foreignObject><p>Words</p></foreignObject>",
        "<style>* { fill: red }</style>",
        '<animate attributeName="x"/>',
        '<g onclick="alert(1)"></g>',
        '<g style="fill: red"></g>',
        '<g xlink:href="a"></g>',
        "<g onclick=alert(1)></g>",
        "<g\nonclick='alert(1)'></g>",
        "<!ENTITY a 'b'>",
        "<![CDATA[<script>]]>",
        "<?xml-stylesheet href='a'?>",
        "<!-- a note -->",
        '<filter id="f"></filter>',
        "<text>a > b</text><script>",
    ],
)
def test_whatever_else_an_image_could_hold_is_refused(inside: str) -> None:
    """Harmful or not: it is none of ours."""
    assert is_drawing(f"{START}<g></g></svg>")
    assert not is_drawing(f"{START}{inside}</svg>")


@pytest.mark.parametrize(
    "svg", ["", "<svg>", "<p></p>", " <svg ", "<svg width=1></svg>", "<g></g>"]
)
def test_what_is_no_image_is_none(svg: str) -> None:
    """Nor is one that is written otherwise than ours."""
    assert not is_drawing(svg)


def test_says_what_it_shows() -> None:
    """For whoever cannot see it; without that, nothing."""
    assert title(f'{START}<title id="a">Me, &amp;\n Sam</title></svg>') == "Me, & Sam"
    assert title(f"{START}</svg>") == ""
