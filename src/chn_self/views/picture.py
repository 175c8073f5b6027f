"""The picture of a map as SVG: rings of closeness, a sector for each kind, links behind marks."""

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, replace
from math import pi

from markupsafe import Markup, escape

from chn_self.domain.connection import Connection, Effect, Kind
from chn_self.domain.curves import Curve
from chn_self.domain.labels import Label
from chn_self.domain.layout import Layout, Size, Spot, layout
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.rings import Sector
from chn_self.domain.text_width import calm, clip, wrap
from chn_self.views.ink import Ink, unit
from chn_self.views.legend import legend
from chn_self.views.mark import halo_svg, mark_svg
from chn_self.views.words import Words

Lay = Callable[[PersonalMap, Size], Layout]

__all__ = ["Lay", "legend", "picture", "spoken", "still"]

FONT = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif"

# First strong isolate and its end: a name's direction stays inside the name.
_ISOLATE = "\u2068{}\u2069"

# With more links than this they are drawn faint, so that the names stay easy to read.
_MANY_LINKS = 30


def picture(
    map_: PersonalMap,
    words: Words,
    *,
    size: Size,
    names: Mapping[str, str] | None = None,
    marks: Container[Effect] | None = None,
    selected: str | None = None,
    standalone: bool = False,
    lay: Lay = layout,
) -> Markup:
    """The map as an `svg` that a stylesheet paints, or that is painted already if `standalone`.

    `names` stand instead of the person's own by id; effects not in `marks` are drawn as if
    unanswered. What it holds is counted in words in its title. `lay` lays the map out.
    """
    shown = map_ if names is None and marks is None else _shown(map_, names or {}, marks)
    drawing = _Drawing(shown, size, lay(shown, size), words, Ink(alone=standalone), selected)
    return drawing.svg()


def still(map_: PersonalMap, words: Words, *, ident: str, size: Size, lay: Lay = layout) -> Markup:
    """The map as an `svg` to look at beside another one; its ids begin with `ident`."""
    return _Drawing(map_, size, lay(map_, size), words, Ink(alone=True), None, ident).svg()


def spoken(map_: PersonalMap, words: Words) -> str:
    """What the picture holds, counted in words."""
    counts = [
        words(f"picture.count.{kind}", count=count)
        for kind in Kind
        if (count := len(map_.of_kind(kind)))
    ]
    if not counts:
        return words("picture.empty")
    joined = ("one", "two", "three")[len(counts) - 1]
    return words(
        "picture.title", what=words(f"picture.{joined}", **dict(zip("abc", counts, strict=False)))
    )


def _shown(
    map_: PersonalMap, names: Mapping[str, str], marks: Container[Effect] | None
) -> PersonalMap:
    def shown(c: Connection) -> Connection:
        effect = c.effect if marks is None or c.effect in marks else None
        return replace(c, name=names.get(c.id, c.name), effect=effect)

    return replace(map_, connections=tuple(map(shown, map_.connections)))


@dataclass(frozen=True)
class _Drawing:
    """A map, its size and layout, the words beside it, how it is painted, what is chosen."""

    map: PersonalMap
    size: Size
    laid: Layout
    words: Words
    ink: Ink
    selected: str | None
    ident: str = "map"

    def svg(self) -> Markup:
        """The picture in one piece."""
        # Every text and id in the parts is escaped where it is put in.
        return Markup("".join(self.parts()))  # noqa: S704

    def parts(self) -> Iterator[str]:
        """All of the picture, from the back to the front."""
        yield self._opening()
        yield from self._rings()
        yield from self._links()
        yield from self._captions()
        yield self._you()
        near = {c.id for c in self.map.linked(self.selected)} if self.selected else set[str]()
        by_id = {c.id: c for c in self.map.connections}
        for spot in self.laid.spots:
            yield from self._spot(spot, by_id[spot.id], near=spot.id in near)
        yield "</svg>"

    def _opening(self) -> str:
        laid = self.laid
        alone = (
            f' xmlns="http://www.w3.org/2000/svg" width="{laid.width:g}"'
            f' height="{laid.height:g}" font-family="{FONT}"'
        )
        return (
            f'<svg class="map map-{self.size.name.lower()}" data-testid="map" role="img"'
            f' aria-labelledby="{self.ident}-title {self.ident}-desc"'
            f' viewBox="0 0 {laid.width:g} {laid.height:g}" font-size="{laid.sheet.text:g}"'
            f"{alone if self.ink.alone else ''}>"
            f'<title id="{self.ident}-title">{escape(spoken(self.map, self.words))}</title>'
            f'<desc id="{self.ident}-desc">{escape(self.words("picture.list"))}</desc>'
        )

    def _rings(self) -> Iterator[str]:
        ground = self.laid.ground
        said = [r for r in ground.rings if r.closeness] or list(ground.rings)
        for ring in reversed(said):
            for sector in ground.sectors:
                wash = self.ink.wash(sector.kind, ring.closeness or 3)
                yield f'<path {wash} d="{self._wedge(sector, ring.outer)}"/>'
        for ring in ground.rings:
            look = "ring" if ring.closeness or len(ground.rings) == 1 else "ring map-unsaid"
            yield (
                f'<ellipse {self.ink(look)} cx="{unit(ground.x)}" cy="{unit(ground.y)}"'
                f' rx="{unit(ground.across * ring.outer)}" ry="{unit(ground.down * ring.outer)}"/>'
            )
        for sector in ground.sectors:
            x, y = ground.point(said[-1].outer, sector.start)
            yield (
                f'<line {self.ink("spoke")} x1="{unit(ground.x)}" y1="{unit(ground.y)}"'
                f' x2="{unit(x)}" y2="{unit(y)}"/>'
            )

    def _wedge(self, sector: Sector, radius: float) -> str:
        ground = self.laid.ground
        x0, y0 = ground.point(radius, sector.start)
        x1, y1 = ground.point(radius, sector.end)
        across, down = ground.across * radius, ground.down * radius
        return (
            f"M{unit(ground.x)} {unit(ground.y)}L{unit(x0)} {unit(y0)}"
            f"A{unit(across)} {unit(down)} 0 {int(sector.span > pi)} 1 {unit(x1)} {unit(y1)}Z"
        )

    def _captions(self) -> Iterator[str]:
        laid, words = self.laid, self.words
        size = laid.sheet.heading[1] * 0.64
        for kind, box in laid.headings.items():
            right = box.left > laid.width / 2
            x = box.right - 4 if right else box.left + 4
            yield (
                f'<text {self.ink.heading(kind)} x="{unit(x)}"'
                f' y="{unit(box.top + size)}" text-anchor="{"end" if right else "start"}"'
                f' font-size="{unit(size)}">{escape(words(f"kinds.{kind}"))}</text>'
            )
        size = laid.sheet.caption[1] * 0.8
        for ring, box in laid.captions:
            text = words(f"picture.ring.{ring.closeness.value if ring.closeness else 'none'}")
            yield (
                f'<text {self.ink("caption")} x="{unit((box.left + box.right) / 2)}"'
                f' y="{unit(box.bottom - 4)}" text-anchor="middle" font-size="{unit(size)}">'
                f"{escape(clip(text, size, box.right - box.left))}</text>"
            )

    def _links(self) -> Iterator[str]:
        faint = len(self.laid.curves) > _MANY_LINKS or self.selected is not None
        yield f"<g {self.ink('link map-faint' if faint else 'link')}>"
        yield from map(_path, self.laid.curves)
        # The lit ones lie over the same ones, so that choosing changes nothing else on the page.
        yield f"</g><g {self.ink('link map-lit')}>"
        yield from (_path(c) for c in self.laid.curves if self.selected in (c.a.id, c.b.id))
        yield "</g>"

    def _you(self) -> str:
        x, y, radius = self.laid.ground.x, self.laid.ground.y, self.laid.sheet.you
        size = max(radius * 0.5, 14)
        return (
            f'<circle {self.ink("you")} cx="{unit(x)}" cy="{unit(y)}" r="{radius:g}"/>'
            f'<text {self.ink("you-name")} x="{unit(x)}" y="{unit(y + size * 0.36)}"'
            f' text-anchor="middle" font-size="{unit(size)}">'
            f"{escape(self.words('site.you'))}</text>"
        )

    def _spot(self, spot: Spot, c: Connection, *, near: bool) -> Iterator[str]:
        chosen, ident = spot.id == self.selected, escape(spot.id)
        press = "" if self.ink.alone else f' data-press="select" data-of="{ident}"'
        yield (
            f'<g class="{_classes(c, chosen=chosen, near=near)}" data-connection="{ident}"'
            f' data-kind="{spot.kind}"{press}'
            f' transform="translate({unit(spot.x)} {unit(spot.y)})">'
        )
        if chosen or near:
            yield halo_svg(self.ink("halo" if chosen else "halo map-near"), spot.radius)
        yield mark_svg(self.ink, c, spot.radius)
        if spot.label:
            yield from self._label(spot, spot.label, self.ink.label(c, named=spot.named))
        yield "</g>"
        if chosen and not (spot.named and spot.label and _whole(c.name, spot.label)):
            yield from self._plate(spot, c)

    def _label(self, spot: Spot, label: Label, part: str) -> Iterator[str]:
        size = "" if spot.named else f' font-size="{label.writing.size:g}"'
        anchor = label.anchor.value
        for line, y in label.baselines():
            yield (
                f'<text {part} x="{unit(label.x - spot.x)}" y="{unit(y - spot.y)}"{size}'
                f' text-anchor="{anchor}">{escape(_ISOLATE.format(line))}</text>'
            )

    def _plate(self, spot: Spot, c: Connection) -> Iterator[str]:
        """The name of a chosen one that stands there only as a number or clipped."""
        sheet, box = self.laid.sheet, self.laid.plate
        right = box.left > self.laid.width / 2
        x, anchor = (box.right - 4, "end") if right else (box.left + 4, "start")
        lines = wrap(f"{spot.number} {calm(c.name)}", sheet.text, box.right - box.left - 8, 2)
        for at, line in enumerate(lines):
            yield (
                f'<text {self.ink("plate")} translate="no" x="{unit(x)}"'
                f' y="{unit(box.top + sheet.leading * (at + 0.8))}" text-anchor="{anchor}">'
                f"{escape(_ISOLATE.format(line))}</text>"
            )


def _path(curve: Curve) -> str:
    a, b, (x, y) = curve.a, curve.b, curve.control
    return f'<path d="M{unit(a.x)} {unit(a.y)}Q{unit(x)} {unit(y)} {unit(b.x)} {unit(b.y)}"/>'


def _classes(c: Connection, *, chosen: bool, near: bool) -> str:
    found = {
        "map-mark": True,
        f"map-{c.kind}": True,
        f"map-in-{c.closeness}": c.closeness is not None,
        f"map-{c.effect}": c.effect is not None,
        "map-new": c.new,
        "map-matters": c.matters,
        "map-chosen": chosen,
        "map-linked": near,
    }
    return " ".join(name for name, holds in found.items() if holds)


def _whole(name: str, label: Label) -> bool:
    return " ".join(label.writing.lines) == calm(name)
