"""The picture in a summary that was saved as a web page, where it is a drawing and nothing more.

It is handed on only as a picture, which no browser runs or fetches anything for; and only if it is
made of what ours are made of. Whatever else an SVG can hold is refused, whether it could do harm or
not: links, styles, scripts, other pictures, what moves, and what is drawn again and again.
"""

import html
import re

# What the drawings of a summary are made of (`views/picture.py`).
_ELEMENT_NAMES = "circle desc ellipse g line path rect svg text title"
_ATTRIBUTE_NAMES = (
    "aria-labelledby class cx cy d data-connection data-kind data-testid direction fill "
    "font-family font-size font-weight height id paint-order r role rx ry stroke stroke-dasharray "
    "stroke-linecap stroke-linejoin stroke-opacity stroke-width text-anchor transform translate "
    "viewBox width x x1 x2 xmlns y y1 y2"
)
_ELEMENTS = frozenset(_ELEMENT_NAMES.split())
_ATTRIBUTES = frozenset(_ATTRIBUTE_NAMES.split())

# What follows a `<`: the end of an element, or its beginning with attributes, and the text after.
_PIECE = re.compile(r'(?:/([a-z]+)|([a-z]+)((?: [A-Za-z0-9-]+="[^"<>]*+")*+)/?)>[^>]*')
_NAME = re.compile(r' ([A-Za-z0-9-]+)="')
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>")


def is_drawing(svg: str) -> bool:
    """Whether this is an SVG, and made of nothing but shapes and words."""
    return svg.startswith("<svg ") and all(map(_is_plain, svg.split("<")[1:]))


def title(svg: str) -> str:
    """What a drawing says that it shows, in one line."""
    found = _TITLE.search(svg)
    return " ".join(html.unescape(found[1]).split()) if found else ""


def _is_plain(piece: str) -> bool:
    found = _PIECE.fullmatch(piece)
    if found is None:
        return False
    end, begun, attributes = found.groups()
    named = _NAME.findall(attributes or "")
    return (end or begun) in _ELEMENTS and _ATTRIBUTES.issuperset(named)
