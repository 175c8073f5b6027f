"""Names in the picture as SVG: beside a mark, or in full for the one that is chosen."""

from collections.abc import Iterator

from markupsafe import escape

from chn_self.domain.connection import Connection
from chn_self.domain.labels import Label
from chn_self.domain.layout import Layout, Spot
from chn_self.domain.text_width import calm, wrap
from chn_self.views.ink import Ink, unit

# First strong isolate and its end: a name's direction stays inside the name.
_ISOLATE = "\u2068{}\u2069"


def label_svg(spot: Spot, label: Label, c: Connection, ink: Ink) -> Iterator[str]:
    """The name beside a mark, or the number that stands for it, about the mark's centre."""
    part = ink.label(c, named=spot.named)
    size = "" if spot.named else f' font-size="{label.writing.size:g}"'
    anchor = label.anchor.value
    for line, y in label.baselines():
        yield (
            f'<text {part} x="{unit(label.x - spot.x)}" y="{unit(y - spot.y)}"{size}'
            f' text-anchor="{anchor}">{escape(_ISOLATE.format(line))}</text>'
        )


def plate_svg(spot: Spot, c: Connection, laid: Layout, ink: Ink) -> Iterator[str]:
    """The name of a chosen one that stands there only as a number or clipped."""
    sheet, box = laid.sheet, laid.plate
    right = box.left > laid.width / 2
    x, anchor = (box.right - 4, "end") if right else (box.left + 4, "start")
    lines = wrap(f"{spot.number} {calm(c.name)}", sheet.text, box.right - box.left - 8, 2)
    for at, line in enumerate(lines):
        yield (
            f'<text {ink("plate")} translate="no" x="{unit(x)}"'
            f' y="{unit(box.top + sheet.leading * (at + 0.8))}" text-anchor="{anchor}">'
            f"{escape(_ISOLATE.format(line))}</text>"
        )


def is_whole(label: Label, name: str) -> bool:
    """Whether a label says all of a name."""
    return " ".join(label.writing.lines) == calm(name)
