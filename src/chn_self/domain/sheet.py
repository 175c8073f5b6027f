"""The sizes that the picture is drawn in."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Sheet:
    """How a picture of one size is drawn, one unit one CSS pixel.

    `height` is for a few connections; each past `roomy` adds `growth`. `text` is the font size
    of names, `number` that of numbers, `leading` a line, `widest` the longest line of a name;
    `mark` and `least` are the largest and smallest radius of a mark, `you` that of the ego's
    disc. With up to `named` connections marks give way a little so that names fit. `heading` and
    `caption` are width and height of the room for the names of sectors and rings.
    """

    width: float
    height: float
    roomy: int
    growth: float
    margin: float
    text: float
    number: float
    leading: float
    widest: float
    mark: float
    least: float
    you: float
    named: int
    heading: tuple[float, float]
    caption: tuple[float, float]


class Size(Enum):
    """For a phone 320 pixels wide; for a printed page; for a screen with room for 704 pixels."""

    NARROW = Sheet(
        width=320,
        height=480,
        roomy=8,
        growth=3.6,
        margin=8,
        text=14,
        number=11.5,
        leading=17,
        widest=98,
        mark=10,
        least=6,
        you=23,
        named=30,
        heading=(88, 24),
        caption=(74, 15),
    )
    MEDIUM = Sheet(
        width=640,
        height=600,
        roomy=12,
        growth=3,
        margin=10,
        text=15,
        number=13,
        leading=18,
        widest=116,
        mark=14,
        least=7,
        you=32,
        named=55,
        heading=(120, 28),
        caption=(84, 17),
    )
    WIDE = Sheet(
        width=704,
        height=640,
        roomy=12,
        growth=5,
        margin=8,
        text=15,
        number=13,
        leading=18,
        widest=120,
        mark=14,
        least=8,
        you=34,
        named=70,
        heading=(124, 30),
        caption=(88, 18),
    )
