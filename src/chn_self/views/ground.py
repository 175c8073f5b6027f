"""The ground of the picture as SVG: washes, rings, lines between the kinds, and their names."""

from collections.abc import Iterator
from math import pi

from markupsafe import escape

from chn_self.domain.connection import Kind
from chn_self.domain.layout import Layout
from chn_self.domain.rings import Ground, Sector
from chn_self.domain.text_width import clip
from chn_self.views.ink import Ink, unit
from chn_self.views.words import Words


def rings_svg(laid: Layout, ink: Ink) -> Iterator[str]:
    """The washes of the kinds, the rings over them, and the lines between the kinds."""
    ground = laid.ground
    said = [r for r in ground.rings if r.closeness] or list(ground.rings)
    for ring in reversed(said):
        for sector in ground.sectors:
            wash = ink.wash(sector.kind, ring.closeness or 3)
            yield f'<path {wash} d="{_wedge(ground, sector, ring.outer)}"/>'
    for ring in ground.rings:
        look = "ring" if ring.closeness or len(ground.rings) == 1 else "ring map-unsaid"
        said_in = (
            "" if ink.alone else f' data-ring="{ring.closeness.value if ring.closeness else 0}"'
        )
        yield (
            f'<ellipse {ink(look)}{said_in} cx="{unit(ground.x)}" cy="{unit(ground.y)}"'
            f' rx="{unit(ground.across * ring.outer)}" ry="{unit(ground.down * ring.outer)}"/>'
        )
    for sector in ground.sectors:
        x, y = ground.point(said[-1].outer, sector.start)
        yield (
            f'<line {ink("spoke")} x1="{unit(ground.x)}" y1="{unit(ground.y)}"'
            f' x2="{unit(x)}" y2="{unit(y)}"/>'
        )


def captions_svg(laid: Layout, words: Words, ink: Ink) -> Iterator[str]:
    """The names of the rings."""
    size = laid.sheet.caption[1] * 0.8
    for ring, box in laid.captions:
        text = words(f"picture.ring.{ring.closeness.value if ring.closeness else 'none'}")
        yield (
            f'<text {ink("caption")} x="{unit((box.left + box.right) / 2)}"'
            f' y="{unit(box.bottom - 4)}" text-anchor="middle" font-size="{unit(size)}">'
            f"{escape(clip(text, size, box.right - box.left))}</text>"
        )


def heading_svg(kind: Kind, laid: Layout, words: Words, ink: Ink) -> str:
    """The name of a kind, in the corner beside its sector."""
    size, box = laid.sheet.heading[1] * 0.64, laid.headings[kind]
    right = box.left > laid.width / 2
    return (
        f'<text {ink.heading(kind)} x="{unit(box.right - 4 if right else box.left + 4)}"'
        f' y="{unit(box.top + size)}" text-anchor="{"end" if right else "start"}"'
        f' font-size="{unit(size)}">{escape(words(f"kinds.{kind}"))}</text>'
    )


def _wedge(ground: Ground, sector: Sector, radius: float) -> str:
    x0, y0 = ground.point(radius, sector.start)
    x1, y1 = ground.point(radius, sector.end)
    across, down = ground.across * radius, ground.down * radius
    return (
        f"M{unit(ground.x)} {unit(ground.y)}L{unit(x0)} {unit(y0)}"
        f"A{unit(across)} {unit(down)} 0 {int(sector.span > pi)} 1 {unit(x1)} {unit(y1)}Z"
    )
