"""The picture as plain shapes and texts, for what draws but does not read SVG.

It reads what `picture` writes where it stands alone, not any SVG: there every paint is an attribute
of the element or of the group around it, and a group is moved and never turned.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

from chn_self.domain.direction import unmarked

_TAG = re.compile(r"<(/?)([a-z]+)([^<>]*?)(/?)>([^<]*)")
_ATTRIBUTE = re.compile(r'([\w-]+)="([^"]*)"')
_MOVED = re.compile(r"translate\((\S+) (\S+)\)")
_TURNED = re.compile(r"rotate\((\S+)\)")

Attributes = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Shape:
    """A path as SVG writes it, about the point `at`, turned by degrees; an empty paint is none.

    `under` is painted with its stroke beneath its fill; the corners and ends of `soft` are round.
    """

    path: str
    at: tuple[float, float]
    turn: float
    fill: str
    stroke: str
    width: float
    opacity: float
    dash: tuple[float, ...]
    soft: bool
    under: bool


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text, with the `start`, `middle` or `end` of its baseline at a point.

    `ground` is the colour that keeps lines behind it from running through it, if any.
    """

    text: str
    at: tuple[float, float]
    anchor: str
    size: float
    strong: bool
    fill: str
    ground: str


@dataclass(frozen=True, slots=True)
class Shapes:
    """All that is in a picture, from the back to the front.

    `title` says what that is, `desc` where more of it is told.
    """

    width: float
    height: float
    title: str
    desc: str
    drawn: tuple[Shape | Label, ...]


def shapes(svg: str) -> Shapes:
    """What a picture that stands alone is made of."""
    drawn: list[Shape | Label] = []
    told = {"title": "", "desc": ""}
    around = [dict(_ATTRIBUTE.findall(svg.partition(">")[0]))]
    width, height = float(around[0].pop("width")), float(around[0].pop("height"))
    for end, tag, written, alone, text in _TAG.findall(svg):
        if end:
            around.pop()
            continue
        own = dict(_ATTRIBUTE.findall(written))
        found = {**around[-1], **own}
        match tag:
            case "title" | "desc":
                told[tag] = unescape(text)
            case "g":
                found["moved"] = own.get("transform", "")
            case "text":
                drawn.append(_label(found, unmarked(unescape(text))))
            case "circle" | "ellipse" | "line" | "path" | "rect":
                drawn.append(_shape(found, _path(tag, own)))
        if not alone:
            around.append(found)
    return Shapes(width, height, told["title"], told["desc"], tuple(drawn))


def _label(found: Attributes, text: str) -> Label:
    x, y = _moved(found)
    at = (round(x + float(found["x"]), 1), round(y + float(found["y"]), 1))
    return Label(
        text,
        at,
        found["text-anchor"],
        float(found["font-size"]),
        strong=found.get("font-weight") == "700",
        fill=found["fill"],
        ground=found.get("stroke", ""),
    )


def _shape(found: Attributes, path: str) -> Shape:
    fill, stroke = (found.get(paint, "none") for paint in ("fill", "stroke"))
    turned = _TURNED.search(found.get("transform", ""))
    return Shape(
        path,
        _moved(found),
        turn=float(turned[1]) if turned else 0.0,
        fill="" if fill == "none" else fill,
        stroke="" if stroke == "none" else stroke,
        width=float(found.get("stroke-width", 1)),
        opacity=float(found.get("stroke-opacity", 1)),
        dash=tuple(map(float, found.get("stroke-dasharray", "").split())),
        soft="round" in (found.get("stroke-linecap"), found.get("stroke-linejoin")),
        under=found.get("paint-order") == "stroke",
    )


def _moved(found: Attributes) -> tuple[float, float]:
    moved = _MOVED.search(found.get("moved", ""))
    return (float(moved[1]), float(moved[2])) if moved else (0.0, 0.0)


def _path(tag: str, own: Attributes) -> str:
    """The outline of an element as the path that is the same."""

    def number(name: str) -> float:
        return float(own.get(name, 0))

    match tag:
        case "path":
            return own["d"]
        case "line":
            return f"M{own['x1']} {own['y1']}L{own['x2']} {own['y2']}"
        case "rect":
            return _box(*map(number, ("x", "y", "width", "height", "rx")))
        case _:
            across, down = number("rx") or number("r"), number("ry") or number("r")
            return _oval(number("cx"), number("cy"), across, down)


def _box(x: float, y: float, width: float, height: float, corner: float) -> str:
    across, down = width - 2 * corner, height - 2 * corner
    turns = ((1, 1), (-1, 1), (-1, -1), (1, -1))
    sides = (f"v{down:g}", f"h{-across:g}", f"v{-down:g}", "Z")
    rounded = "".join(
        f"a{corner:g} {corner:g} 0 0 1 {corner * right:g} {corner * below:g}{side}"
        for (right, below), side in zip(turns, sides, strict=True)
    )
    return f"M{x + corner:g} {y:g}h{across:g}{rounded}"


def _oval(x: float, y: float, across: float, down: float) -> str:
    half = f"a{across:g} {down:g} 0 1 0 "
    return f"M{x - across:g} {y:g}{half}{2 * across:g} 0{half}{-2 * across:g} 0Z"
