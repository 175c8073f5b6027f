"""The picture of a map as SVG: rings of closeness, a sector for each kind, links behind marks."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from markupsafe import Markup, escape

from chn_self.domain.connection import Connection, Effect, Kind
from chn_self.domain.labels import Label
from chn_self.domain.layout import Layout, Size, Spot, layout
from chn_self.domain.personal_map import PersonalMap
from chn_self.views.ink import Ink
from chn_self.views.mark import halo_svg, mark_svg
from chn_self.views.words import Words

FONT = "system-ui, -apple-system, Segoe UI, Roboto, Helvetica, Arial, sans-serif"

# First strong isolate and its end: a name's direction stays inside the name.
_ISOLATE = "\u2068{}\u2069"


def picture(
    map_: PersonalMap,
    words: Words,
    *,
    size: Size,
    names: Mapping[str, str] | None = None,
    marks: Container[Effect] | None = None,
    selected: str | None = None,
    standalone: bool = False,
) -> Markup:
    """The map as an `svg` that a stylesheet paints, or that is painted already if `standalone`.

    `names` stand instead of the person's own by id; effects not in `marks` are drawn as if
    unanswered. What it shows is said in words in its title.
    """
    shown = _shown(map_, names or {}, marks)
    return Markup(
        "".join(_parts(shown, layout(shown, size), words, selected, Ink(alone=standalone)))
    )


def spoken(map_: PersonalMap, words: Words) -> str:
    """What the picture holds, counted in words."""
    counts = [
        words(f"picture.count.{kind}", count=count)
        for kind in Kind
        if (count := len(map_.of_kind(kind)))
    ]
    match counts:
        case []:
            return words("picture.empty")
        case [what]:
            pass
        case [a, b]:
            what = words("picture.two", a=a, b=b)
        case [a, b, c, *_]:
            what = words("picture.three", a=a, b=b, c=c)
    return words("picture.title", what=what)


def _shown(
    map_: PersonalMap, names: Mapping[str, str], marks: Container[Effect] | None
) -> PersonalMap:
    def shown(c: Connection) -> Connection:
        effect = c.effect if marks is None or c.effect in marks else None
        return replace(c, name=names.get(c.id, c.name), effect=effect)

    return replace(map_, connections=tuple(map(shown, map_.connections)))


def _parts(
    map_: PersonalMap, laid: Layout, words: Words, selected: str | None, ink: Ink
) -> Iterator[str]:
    width, height = laid.width, laid.height
    alone = (
        f' xmlns="http://www.w3.org/2000/svg" width="{width:g}" height="{height:g}"'
        f' font-family="{FONT}"'
        if ink.alone
        else ""
    )
    yield (
        f'<svg class="map" data-testid="map" role="img" aria-labelledby="map-title map-desc"'
        f' viewBox="0 0 {width:g} {height:g}" font-size="{laid.sheet.text:g}"{alone}>'
        f'<title id="map-title">{escape(spoken(map_, words))}</title>'
        f'<desc id="map-desc">{escape(words("picture.list"))}</desc>'
    )
    yield from _ground(laid, words, ink)
    yield from _links(laid, selected, ink)
    yield from _you(laid, words, ink)
    near = {c.id for c in map_.linked(selected)} if selected else set()
    by_id = {c.id: c for c in map_.connections}
    for spot in laid.spots:
        yield from _spot(spot, by_id[spot.id], selected, near, ink)
    yield "</svg>"


def _ground(laid: Layout, words: Words, ink: Ink) -> Iterator[str]:
    ground = laid.ground
    washed = [r for r in ground.rings if r.closeness] or list(ground.rings)
    for ring in reversed(washed):
        shade = ring.closeness or 3
        for sector in ground.sectors:
            (x0, y0), (x1, y1) = (ground.point(ring.outer, a) for a in (sector.start, sector.end))
            across, down = ground.across * ring.outer, ground.down * ring.outer
            large = 1 if sector.span > 3.1416 else 0
            yield (
                f'<path {ink.wash(sector.kind, shade)} d="M{ground.x:.1f} {ground.y:.1f}'
                f"L{x0:.1f} {y0:.1f}A{across:.1f} {down:.1f} 0 {large} 1 {x1:.1f} {y1:.1f}Z"
                '"/>'
            )
    for ring in ground.rings:
        yield (
            f'<ellipse {ink("ring")} cx="{ground.x:.1f}" cy="{ground.y:.1f}"'
            f' rx="{ground.across * ring.outer:.1f}" ry="{ground.down * ring.outer:.1f}"/>'
        )
    for kind, box in laid.headings.items():
        end = box.left > laid.width / 2
        x = box.right - 4 if end else box.left + 4
        size = laid.sheet.heading[1] * 0.64
        yield (
            f'<text {ink.heading(kind)} x="{x:.1f}" y="{box.bottom - 7:.1f}"'
            f' text-anchor="{"end" if end else "start"}" font-size="{size:.1f}">'
            f"{escape(words(f'kinds.{kind}'))}</text>"
        )
    for ring, box in laid.captions:
        key = f"picture.ring.{ring.closeness.value if ring.closeness else 'none'}"
        yield (
            f'<text {ink("caption")} x="{(box.left + box.right) / 2:.1f}" y="{box.bottom - 4:.1f}"'
            f' text-anchor="middle" font-size="{(box.bottom - box.top) * 0.8:.1f}">'
            f"{escape(words(key))}</text>"
        )


def _links(laid: Layout, selected: str | None, ink: Ink) -> Iterator[str]:
    plain, lit = ink("link"), ink("link map-lit")
    for curve in sorted(laid.curves, key=lambda c: selected in (c.a.id, c.b.id)):
        a, b, (x, y) = curve.a, curve.b, curve.control
        yield (
            f"<path {lit if selected in (a.id, b.id) else plain}"
            f' d="M{a.x:.1f} {a.y:.1f}Q{x:.1f} {y:.1f} {b.x:.1f} {b.y:.1f}"/>'
        )


def _you(laid: Layout, words: Words, ink: Ink) -> Iterator[str]:
    x, y, radius = laid.ground.x, laid.ground.y, laid.sheet.you
    yield (
        f'<circle {ink("you")} cx="{x:.1f}" cy="{y:.1f}" r="{radius:g}"/>'
        f'<text {ink("you-name")} x="{x:.1f}" y="{y + radius * 0.18:.1f}" text-anchor="middle"'
        f' font-size="{max(radius * 0.5, 14):.1f}">{escape(words("site.you"))}</text>'
    )


def _spot(
    spot: Spot, c: Connection, selected: str | None, near: Container[str], ink: Ink
) -> Iterator[str]:
    at = escape(spot.id)
    states = (
        f"map-{c.effect}" if c.effect else "",
        "map-new" if c.new else "",
        "map-matters" if c.matters else "",
        "map-chosen" if spot.id == selected else "",
        "map-near" if spot.id in near else "",
    )
    classes = " ".join(filter(None, ("map-mark", f"map-{spot.kind}", *states)))
    yield (
        f'<g class="{classes}" data-connection="{at}" data-kind="{spot.kind}"'
        f' data-press="select" data-of="{at}" transform="translate({spot.x:.1f} {spot.y:.1f})">'
    )
    if spot.id == selected:
        yield halo_svg(ink, spot.radius)
    yield mark_svg(ink, spot.kind, spot.radius, c.effect, new=bool(c.new), matters=bool(c.matters))
    if spot.label:
        yield from _label(spot, spot.label, ink)
    yield "</g>"


def _label(spot: Spot, label: Label, ink: Ink) -> Iterator[str]:
    part = ink("name") + ' translate="no"' if spot.named else ink("number")
    size = "" if spot.named else f' font-size="{label.writing.size:g}"'
    for line, y in label.baselines():
        yield (
            f'<text {part} x="{label.x - spot.x:.1f}" y="{y - spot.y:.1f}"{size}'
            f' text-anchor="{label.anchor.value}">{escape(_ISOLATE.format(line))}</text>'
        )
