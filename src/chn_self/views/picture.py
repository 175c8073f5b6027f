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
from chn_self.views.label import is_whole, plate_svg
from chn_self.views.legend import legend
from chn_self.views.spot import Look, spot_svg
from chn_self.views.unchanged import PART
from chn_self.views.words import Words

Lay = Callable[[PersonalMap, Size], Layout]

__all__ = ["Lay", "legend", "picture", "spoken"]

FONT = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif"

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
    return Drawing(map_, size, lay(map_, size), words, ink, lit, ident).choosing(selected)


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
class Drawing:
    """A map, its size and layout, words and paint, and what a view makes stand out.

    What does not depend on which connection is chosen is made once.
    """

    map: PersonalMap
    size: Size
    laid: Layout
    words: Words
    ink: Ink
    lit: Collection[str] = ()
    ident: str = "map"

    def choosing(self, selected: str | None) -> Markup:
        """The picture with the connection of this id chosen, from the back to the front."""
        # Every text and id in the parts is escaped where it is put in.
        return Markup("".join(self._parts(selected)))  # noqa: S704

    @cached_property
    def _by_id(self) -> Mapping[str, Connection]:
        return {c.id: c for c in self.map.connections}

    @cached_property
    def _ties(self) -> Mapping[str, tuple[Connection, ...]]:
        return facts.ties(self.map)

    @cached_property
    def _paths(self) -> str:
        return "".join(map(_path, self.laid.curves))

    @cached_property
    def _marks(self) -> Mapping[str, str]:
        """Every mark as it is when neither it nor what goes with it is chosen, by id."""
        return {spot.id: self._mark(spot) for spot in self.laid.spots}

    def _parts(self, selected: str | None) -> Iterator[str]:
        laid, words, ink = self.laid, self.words, self.ink
        yield self._opening()
        yield from rings_svg(laid, ink)
        yield from self._links(selected)
        yield from captions_svg(laid, words, ink)
        yield self._item("you", words("site.you"), self._you())
        near = frozenset(c.id for c in self._ties.get(selected or "", ()))
        for kind in Kind:
            spots = [spot for spot in laid.spots if spot.kind == kind]
            yield self._kind(kind, len(spots))
            for spot in spots:
                if spot.id == selected:
                    yield self._mark(spot, chosen=True)
                    yield from self._plate(spot)
                else:
                    yield self._mark(spot, near=True) if spot.id in near else self._marks[spot.id]
        yield "</svg>"

    def _mark(self, spot: Spot, *, chosen: bool = False, near: bool = False) -> str:
        out = spot.id in self.lit
        look = Look(chosen, near, out, back=bool(self.lit) and not out)
        c = self._by_id[spot.id]
        drawn = spot_svg(spot, c, look, self._ties.get(c.id, ()), self.words, self.ink)
        return self._part(drawn)

    def _part(self, drawn: str) -> str:
        """What is compared as a whole in a page; by itself a picture is not compared."""
        return drawn if self.ink.alone else f"{PART}{drawn}{PART}"

    def _plate(self, spot: Spot) -> Iterator[str]:
        """The whole name of the chosen one, if it does not stand beside its mark."""
        c = self._by_id[spot.id]
        if not (spot.named and spot.label and is_whole(spot.label, c.name)):
            yield from plate_svg(spot, c, self.laid, self.ink)

    def _kind(self, kind: Kind, count: int) -> str:
        heading = heading_svg(kind, self.laid, self.words, self.ink)
        if self.ink.alone:
            return heading
        [sector] = [s for s in self.laid.ground.sectors if s.kind == kind]
        turn = f' data-turn="{sector.start:.4f} {sector.span:.4f}"'
        said = (self.words(f"kinds.{kind}"), str(count or self.words("map.count_none")))
        name = self.words.comma.join(said)
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
        # In a page that runs the other way, `start` and `end` of a text would change places.
        kept = ' direction="ltr"' if self.words.direction == "rtl" else ""
        return (
            f'<svg{kept} class="map map-{self.size.name.lower()}" data-testid="map"'
            f' aria-labelledby="{self.ident}-title {self.ident}-desc"'
            f' viewBox="0 0 {laid.width:g} {laid.height:g}" font-size="{laid.sheet.text:g}"'
            f"{as_}>"
            f'<title id="{self.ident}-title">{escape(spoken(self.map, self.words))}</title>'
            f'<desc id="{self.ident}-desc">{escape(self.words("picture.list"))}</desc>'
        )

    def _links(self, selected: str | None) -> Iterator[str]:
        curves = self.laid.curves
        faint = len(curves) > _MANY_LINKS or selected is not None or self.lit
        known = "" if self.ink.alone else f' id="{self.ident}-links"'
        painted = self.ink("link map-faint" if faint else "link")
        yield self._part(f"<g{known} {painted}>{self._paths}</g>")
        if self.lit:  # those between two that stand out can be told from the rest
            yield f"<g {self.ink('link map-between')}>"
            yield from (_path(c) for c in curves if c.a.id in self.lit and c.b.id in self.lit)
            yield "</g>"
        # The lit ones lie over the same ones, so that choosing changes nothing else on the page.
        yield f"<g {self.ink('link map-lit')}>"
        yield from (_path(c) for c in curves if selected in (c.a.id, c.b.id))
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


def _path(curve: Curve) -> str:
    a, b, (x, y) = curve.a, curve.b, curve.control
    return f'<path d="M{unit(a.x)} {unit(a.y)}Q{unit(x)} {unit(y)} {unit(b.x)} {unit(b.y)}"/>'
