"""The picture of a map as SVG: rings of closeness, a sector for each kind, links behind marks."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup, escape

from chn_self.domain.connection import Connection, Kind
from chn_self.domain.curves import Curve
from chn_self.domain.layout import Layout, Size, Spot, layout
from chn_self.domain.personal_map import PersonalMap
from chn_self.views import facts
from chn_self.views.ground import captions_svg, heading_svg, rings_svg
from chn_self.views.ink import Ink, unit
from chn_self.views.label import is_whole, label_svg, plate_svg
from chn_self.views.legend import legend
from chn_self.views.mark import halo_svg, mark_svg
from chn_self.views.render import dom_id
from chn_self.views.words import Words

Lay = Callable[[PersonalMap, Size], Layout]

__all__ = ["Lay", "legend", "picture", "spoken"]

FONT = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif"

# How much nearer a ring is that a view puts round a mark, to keep off its name.
_NEARER = 1.5

# With more links than this they are drawn faint, so that the names stay easy to read.
_MANY_LINKS = 30


def picture(
    map_: PersonalMap,
    words: Words,
    *,
    size: Size,
    selected: str | None = None,
    lit: Collection[str] = (),
    standalone: bool = False,
    ident: str = "map",
    lay: Lay = layout,
) -> Markup:
    """The map as an `svg` that a stylesheet paints, or that is painted already if `standalone`.

    In a page it is a tree that keys walk, the ego, the kinds, the connections; by itself an image.
    The ids in `lit` stand out and all others back, if there are any. What it holds is counted in
    words in its title; ids begin with `ident`. `lay` lays the map out.
    """
    ink = Ink(alone=standalone)
    drawing = _Drawing(map_, size, lay(map_, size), words, ink, selected, lit, ident)
    # Every text and id in the parts is escaped where it is put in.
    return Markup("".join(drawing.parts()))  # noqa: S704


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


@dataclass(frozen=True)
class _Drawing:
    """A map, its size and layout, words, paint, what is chosen and what a view makes stand out."""

    map: PersonalMap
    size: Size
    laid: Layout
    words: Words
    ink: Ink
    selected: str | None
    lit: Collection[str]
    ident: str

    @cached_property
    def by_id(self) -> Mapping[str, Connection]:
        """Every connection by its id."""
        return {c.id: c for c in self.map.connections}

    @cached_property
    def ties(self) -> Mapping[str, tuple[Connection, ...]]:
        """What goes with each connection."""
        return facts.ties(self.map)

    @cached_property
    def near(self) -> frozenset[str]:
        """What goes with the chosen one."""
        return frozenset(c.id for c in self.ties.get(self.selected or "", ()))

    def parts(self) -> Iterator[str]:
        """All of the picture, from the back to the front."""
        laid, words, ink = self.laid, self.words, self.ink
        yield self._opening()
        yield from rings_svg(laid, ink)
        yield from self._links()
        yield from captions_svg(laid, words, ink)
        yield self._item("you", words("site.you"), self._you())
        for kind in Kind:
            spots = [spot for spot in laid.spots if spot.kind == kind]
            yield self._kind(kind, len(spots))
            for spot in spots:
                yield from self._spot(spot, self.by_id[spot.id])
        yield "</svg>"

    def _kind(self, kind: Kind, count: int) -> str:
        heading = heading_svg(kind, self.laid, self.words, self.ink)
        if self.ink.alone:
            return heading
        [sector] = [s for s in self.laid.ground.sectors if s.kind == kind]
        turn = f' data-turn="{sector.start:.4f} {sector.span:.4f}"'
        name = f"{self.words(f'kinds.{kind}')}, {count or self.words('map.count_none')}"
        return self._item(kind, name, heading, level=2, more=turn)

    def _item(self, at: str, name: str, drawn: str, level: int = 1, more: str = "") -> str:
        """The ego or a kind, drawn; in a page keys walk to it, and a screen reader tells it."""
        if self.ink.alone:
            return drawn
        return (
            f'<g id="at-{at}" class="map-item" role="treeitem" aria-level="{level}"'
            f' aria-expanded="true" aria-label="{escape(name)}"'
            f' tabindex="{0 if level == 1 else -1}"{more}>{drawn}</g>'
        )

    def _opening(self) -> str:
        laid = self.laid
        ground = laid.ground
        as_ = (
            f' role="img" xmlns="http://www.w3.org/2000/svg" width="{laid.width:g}"'
            f' height="{laid.height:g}" font-family="{FONT}"'
            if self.ink.alone
            else f' role="tree" data-ground="{unit(ground.x)} {unit(ground.y)}'
            f' {unit(ground.across)} {unit(ground.down)}" data-mark="{unit(laid.radius)}"'
        )
        return (
            f'<svg class="map map-{self.size.name.lower()}" data-testid="map"'
            f' aria-labelledby="{self.ident}-title {self.ident}-desc"'
            f' viewBox="0 0 {laid.width:g} {laid.height:g}" font-size="{laid.sheet.text:g}"'
            f"{as_}>"
            f'<title id="{self.ident}-title">{escape(spoken(self.map, self.words))}</title>'
            f'<desc id="{self.ident}-desc">{escape(self.words("picture.list"))}</desc>'
        )

    def _links(self) -> Iterator[str]:
        faint = len(self.laid.curves) > _MANY_LINKS or self.selected is not None or self.lit
        yield f"<g {self.ink('link map-faint' if faint else 'link')}>"
        yield from map(_path, self.laid.curves)
        if self.lit:  # those between two that stand out can be told from the rest
            yield f"</g><g {self.ink('link map-between')}>"
            yield from (
                _path(c) for c in self.laid.curves if c.a.id in self.lit and c.b.id in self.lit
            )
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

    def _spot(self, spot: Spot, c: Connection) -> Iterator[str]:
        chosen, near = spot.id == self.selected, spot.id in self.near
        lit = spot.id in self.lit
        view = "" if not self.lit else " map-out" if lit else " map-back"
        yield (
            f'<g class="{_classes(c, chosen=chosen, near=near)}{view}"'
            f' data-connection="{escape(spot.id)}" data-kind="{spot.kind}"'
            f"{'' if self.ink.alone else self._walked(spot, c, chosen=chosen)}"
            f' transform="translate({unit(spot.x)} {unit(spot.y)})">'
        )
        if chosen or lit or near:
            part = "halo" if chosen else "halo map-round" if lit else "halo map-near"
            yield halo_svg(self.ink(part), spot.radius - (0 if chosen or not lit else _NEARER))
        yield mark_svg(self.ink, c, spot.radius)
        if spot.label:
            yield from label_svg(spot, spot.label, c, self.ink)
        yield "</g>"
        if chosen and not (spot.named and spot.label and is_whole(spot.label, c.name)):
            yield from plate_svg(spot, c, self.laid, self.ink)

    def _walked(self, spot: Spot, c: Connection, *, chosen: bool) -> str:
        """What lets keys walk to a connection, a press choose it, and a screen reader tell it."""
        said = facts.sentence(c, self.ties.get(c.id, ()), self.words)
        if spot.label and not spot.named:
            said = f"{said}; {self.words('picture.numbered', number=spot.number)}"
        return (
            f' id="{dom_id(f"mark/{c.id}")}" role="treeitem" aria-level="3" tabindex="-1"'
            f' aria-selected="{"true" if chosen else "false"}"'
            f' aria-label="{escape(said)}" data-press="select" data-of="{escape(c.id)}"'
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
