"""The picture as a file of its own: what is handed on of a map, on paper, with a key to numbers."""

from base64 import b64encode
from dataclasses import dataclass
from math import ceil

from markupsafe import escape

from chn_self.domain.connection import Connection
from chn_self.domain.direction import isolated
from chn_self.domain.layout import Layout, Size, Spot, layout
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Part, reduced
from chn_self.domain.text_width import calm, clip
from chn_self.views.ink import INK, PAPER, Ink, unit
from chn_self.views.mark import mark_svg
from chn_self.views.picture import FONT, picture, spoken
from chn_self.views.spoken_as import spoken_as
from chn_self.views.summary_names import called
from chn_self.views.words import Words

# What a picture by itself shows: what the one in a summary does, unless more is asked for there.
PARTS = frozenset({Part.PICTURE, Part.MATTERS})

_EDGE = 16.0
_COLUMNS = 3
_LOOSE = 1.25

# What a name may hold and XML may not.
_NOT_XML = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")


@dataclass(frozen=True, slots=True)
class SavedPicture:
    """A drawing that needs nothing else, `width` by `height` CSS pixels; `title` tells it."""

    svg: str
    title: str
    width: int
    height: int

    @property
    def address(self) -> str:
        """The drawing as an address: an image that is in it runs nothing and reaches nobody."""
        return f"data:image/svg+xml;base64,{b64encode(self.svg.encode()).decode()}"


def saved_picture(map_: PersonalMap, choices: Choices, words: Words) -> SavedPicture:
    """The picture of what goes into anything shared, by the names chosen for it.

    It is worked out from a map in which nothing else is, so that nothing shows what was left out.
    """
    left_out, reader = choices.left_out, choices.reader
    less = reduced(map_, Choices(PARTS, left_out=left_out, reader=reader))
    shown = called(less, choices.picture, words)
    laid = layout(shown, Size.WIDE)
    mine = spoken_as(words, "summary.drawn", "save_picture.drawn")
    drawn = picture(shown, mine, size=Size.WIDE, standalone=True, lay=lambda _map, _size: laid)
    key, depth = _key(shown, laid)
    width, height = ceil(laid.width + 2 * _EDGE), ceil(laid.height + 2 * _EDGE + depth)
    svg = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}"'
        f' viewBox="{-_EDGE:g} {-_EDGE:g} {width} {height}" font-family="{FONT}">'
        f'<rect x="{-_EDGE:g}" y="{-_EDGE:g}" width="{width}" height="{height}" fill="{PAPER}"/>'
        f"{drawn}{key}</svg>"
    )
    return SavedPicture(svg.translate(_NOT_XML), spoken(shown, mine), width, height)


def _key(map_: PersonalMap, laid: Layout) -> tuple[str, float]:
    """What the numbers stand for, in columns beneath the picture, and how deep they are."""
    names = {c.id: c.name for c in map_.connections}
    lines = [(spot, names[spot.id]) for spot in laid.spots if not spot.named]
    rows = ceil(len(lines) / _COLUMNS)
    if not rows:
        return "", 0.0
    leading = laid.sheet.leading * _LOOSE
    parts = (
        _line(spot, name, laid, (at // rows, laid.height + _EDGE + leading * (at % rows + 0.5)))
        for at, (spot, name) in enumerate(lines)
    )
    return "".join(parts), _EDGE + leading * rows


def _line(spot: Spot, name: str, laid: Layout, place: tuple[int, float]) -> str:
    """One name with the shape of its kind and its number, in a column at a height."""
    (column, y), size, wide = place, laid.sheet.text, laid.width / _COLUMNS
    shape = mark_svg(Ink(alone=True), Connection(spot.id, spot.kind, ""), size * 0.4)
    text = clip(f"{spot.number} {calm(name)}", size, wide - 2 * size)
    return (
        f'<g transform="translate({unit(column * wide + size / 2)} {unit(y)})">{shape}'
        f'<text x="{unit(size)}" y="{unit(size * 0.35)}" font-size="{size:g}" fill="{INK}"'
        f' translate="no">{escape(isolated(text))}</text></g>'
    )
