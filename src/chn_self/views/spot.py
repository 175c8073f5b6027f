"""A connection in the picture as SVG: its mark with its name, for eyes, keys and screen readers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import escape

from chn_self.domain.connection import Connection
from chn_self.domain.layout import Spot
from chn_self.views import facts
from chn_self.views.ink import Ink, unit
from chn_self.views.label import label_svg
from chn_self.views.mark import halo_svg, mark_svg
from chn_self.views.render import dom_id
from chn_self.views.words import Words

# How much nearer a ring is that a view puts round a mark, to keep off its name.
_NEARER = 1.5


@dataclass(frozen=True, slots=True)
class Look:
    """How a mark is shown: chosen, near the chosen one, and out or back where a view has it."""

    chosen: bool = False
    near: bool = False
    out: bool = False
    back: bool = False


def spot_svg(
    spot: Spot, c: Connection, look: Look, others: Sequence[Connection], words: Words, ink: Ink
) -> str:
    """The mark of a connection that goes with `others`, at its spot, with its name or number."""
    return "".join(_parts(spot, c, look, others, words, ink))


def _parts(
    spot: Spot, c: Connection, look: Look, others: Sequence[Connection], words: Words, ink: Ink
) -> Iterator[str]:
    walked = "" if ink.alone else _walked(spot, c, others, words, chosen=look.chosen)
    yield (
        f"<g{walked}"
        f' class="{_classes(c, look)}" data-connection="{escape(spot.id)}"'
        f' data-kind="{spot.kind}" transform="translate({unit(spot.x)} {unit(spot.y)})">'
    )
    if look.chosen or look.near or look.out:
        part = "halo" if look.chosen else "halo map-round" if look.out else "halo map-near"
        nearer = _NEARER if look.out and not look.chosen else 0
        yield halo_svg(ink(part), spot.radius - nearer)
    yield mark_svg(ink, c, spot.radius)
    if spot.label:
        yield from label_svg(spot, spot.label, c, ink)
    yield "</g>"


def _walked(
    spot: Spot, c: Connection, others: Sequence[Connection], words: Words, *, chosen: bool
) -> str:
    """What lets keys walk to a connection, a press choose it, and a screen reader tell it."""
    said = facts.sentence(c, others, words)
    if spot.label and not spot.named:
        said += words("picture.numbered", number=spot.number)
    return (
        f' id="{dom_id(f"mark/{c.id}")}" role="treeitem" aria-level="3" tabindex="-1"'
        f' aria-selected="{"true" if chosen else "false"}"'
        f' aria-label="{escape(said)}" data-press="select" data-of="{escape(c.id)}"'
    )


def _classes(c: Connection, look: Look) -> str:
    found = {
        "map-mark": True,
        f"map-{c.kind}": True,
        f"map-in-{c.closeness}": c.closeness is not None,
        f"map-{c.effect}": c.effect is not None,
        "map-new": c.new,
        "map-matters": c.matters,
        "map-chosen": look.chosen,
        "map-linked": look.near,
        "map-out": look.out,
        "map-back": look.back,
    }
    return " ".join(name for name, holds in found.items() if holds)
