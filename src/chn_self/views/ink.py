"""How the parts of the picture are painted where no stylesheet reaches, in light colours."""

from chn_self.domain.connection import Connection, Kind

PAPER, INK, MUTED, LINE = "#FBFAF7", "#1F2A2A", "#4A5757", "#8A9793"
HUE = {Kind.PERSON: "#0B5563", Kind.PLACE: "#6B2A5E", Kind.ACTIVITY: "#7A4A00"}
WASH = {
    Kind.PERSON: ("#CADCDF", "#DDEAEB", "#EDF4F3"),
    Kind.PLACE: ("#E1D1DE", "#EEE2EB", "#F6F0F3"),
    Kind.ACTIVITY: ("#E6D9C5", "#F1E7D9", "#F8F2E9"),
}

_PAINT = {
    "ring": f'fill="none" stroke="{PAPER}" stroke-width="1.5"',
    "ring map-unsaid": f'fill="none" stroke="{LINE}" stroke-dasharray="1 5" stroke-linecap="round"',
    "spoke": f'stroke="{PAPER}" stroke-width="5"',
    "caption": f'fill="{MUTED}"',
    "link": f'fill="none" stroke="{MUTED}" stroke-width="1.5" stroke-opacity="0.5"',
    "link map-faint": f'fill="none" stroke="{MUTED}" stroke-opacity="0.22"',
    "link map-between": f'fill="none" stroke="{MUTED}" stroke-width="1.5" stroke-opacity="0.75"',
    "link map-lit": f'fill="none" stroke="{INK}" stroke-width="2.5"',
    "you": f'fill="{INK}"',
    "you-name": f'fill="{PAPER}" font-weight="700"',
    "plate": f'fill="{INK}"',
    "star": f'fill="{INK}" stroke="{PAPER}" stroke-width="1.5" stroke-linejoin="round" '
    'paint-order="stroke"',
    "halo": f'fill="none" stroke="{INK}" stroke-width="3"',
    "halo map-round": f'fill="none" stroke="{INK}" stroke-width="2"',
    "halo map-near": f'fill="none" stroke="{INK}" stroke-width="1.25"',
}


def unit(value: float) -> str:
    """A length in the picture to a tenth, the same wherever it is drawn.

    Sines differ in their last digits between a browser and a terminal; the picture must not.
    """
    return f"{round(value, 6):z.1f}"


class Ink:
    """Attributes for a part: its class, and its paint as well where a picture stands alone."""

    def __init__(self, *, alone: bool) -> None:
        self.alone = alone

    def __call__(self, part: str) -> str:
        """The attributes of a part that is painted the same for every kind."""
        return f'class="map-{part}"' + (f" {_PAINT[part]}" if self.alone else "")

    def heading(self, kind: Kind) -> str:
        """The attributes of a sector's name."""
        paint = f' fill="{HUE[kind]}" font-weight="700"' if self.alone else ""
        return f'class="map-heading map-{kind}"{paint}'

    def wash(self, kind: Kind, ring: int) -> str:
        """The attributes of a sector's ground within ring 1 to 3."""
        fill = WASH[kind][ring - 1]
        paint = f' fill="{fill}"' if self.alone else ""
        return f'class="map-wash map-{kind} map-in-{ring}"{paint}'

    def label(self, c: Connection, *, named: bool) -> str:
        """The attributes of a name, or of the number that stands for it; a line under it stops."""
        part = 'class="map-name" translate="no"' if named else 'class="map-number"'
        behind = WASH[c.kind][c.closeness - 1] if c.closeness else PAPER
        paint = (
            f' fill="{INK if named else MUTED}" stroke="{behind}" stroke-width="3"'
            ' stroke-linejoin="round" paint-order="stroke"'
        )
        return part + (paint if self.alone else "")

    def shape(self, kind: Kind, *, filled: bool, dashed: bool, weight: float) -> str:
        """The attributes of a mark's shape."""
        dash = ' stroke-dasharray="4 3"' if dashed else ""
        fill = HUE[kind] if filled else PAPER
        paint = f' fill="{fill}" stroke="{HUE[kind]}"' if self.alone else ""
        name = "map-filled" if filled else "map-shape"
        return f'class="{name}" stroke-width="{weight:g}"{dash}{paint}'

    def glyph(self, kind: Kind, *, filled: bool) -> str:
        """The attributes of the sign inside a mark."""
        stroke = PAPER if filled else HUE[kind]
        paint = f' fill="none" stroke="{stroke}" stroke-linecap="round"' if self.alone else ""
        return f'class="{"map-glyph-on" if filled else "map-glyph"}"{paint}'
