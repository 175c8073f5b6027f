"""The icon as a picture of pixels, held to the drawing in the page."""

import re
import struct
import zlib

import pytest

from builder import icon as module
from builder.icon import icon
from builder.paths import CORE

GROUND, INK = (0x0B, 0x55, 0x63), (0xFB, 0xFA, 0xF7)
SIZE = 64

Pixel = tuple[int, ...]


def pixels(size: int = SIZE, *, full: bool = False) -> list[list[Pixel]]:
    """The pixels of an icon, row by row, as red, green, blue, alpha."""
    made = icon(size, "#0B5563", "#FBFAF7", full=full)
    at = made.index(b"IDAT")
    (length,) = struct.unpack(">I", made[at - 4 : at])
    rows = zlib.decompress(made[at + 4 : at + 4 + length])
    width = 1 + 4 * size
    return [
        [tuple(row[i : i + 4]) for i in range(1, width, 4)]
        for row in (rows[start : start + width] for start in range(0, len(rows), width))
    ]


@pytest.mark.parametrize("size", [16, 33])
def test_is_a_picture_of_that_size(size: int) -> None:
    """Each part of the file is as the PNG standard has it, with its checksum."""
    made = icon(size, "#0B5563", "#FBFAF7")
    assert made[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", made[16:24]) == (size, size)
    at, kinds = 8, []
    while at < len(made):
        (length,) = struct.unpack(">I", made[at : at + 4])
        body = made[at + 4 : at + 8 + length]
        assert struct.unpack(">I", made[at + 8 + length : at + 12 + length]) == (zlib.crc32(body),)
        kinds.append(body[:4])
        at += 12 + length
    assert kinds == [b"IHDR", b"IDAT", b"IEND"]
    assert [len(row) for row in pixels(size)] == [size] * size


def test_has_a_dot_in_a_dashed_ring_on_a_disc() -> None:
    """In the host's colours, with nothing in the corners."""
    rows = pixels()
    middle = SIZE // 2
    assert rows[middle][middle] == (*INK, 255)
    # Half way between dot and ring, and just inside the edge.
    assert rows[middle][middle + 15] == rows[middle][1] == (*GROUND, 255)
    assert rows[0][0][3] == rows[-1][-1][3] == 0


def test_the_ring_has_the_dashes_of_the_drawing() -> None:
    """The first begins on the right, where the ring begins, and they go round clockwise."""
    rows = pixels(512)
    ring = round(module._RING * 16)
    assert rows[256 + 12][256 + ring] == (*INK, 255)
    assert rows[256 + 50][256 + ring - 8] == (*GROUND, 255)
    # Near the end of the round the last gap is cut short, as in the drawing.
    assert rows[256 - 8][256 + ring] == (*GROUND, 255)
    assert rows[256 - 24][256 + ring - 2] == (*INK, 255)


def test_a_full_one_fills_the_square_for_a_device_to_cut() -> None:
    """All that matters is in the middle four fifths, as the W3C's maskable icons ask."""
    rows = pixels(full=True)
    assert rows[0][0] == rows[-1][-1] == (*GROUND, 255)
    safe = SIZE * 2 / 5
    for y, row in enumerate(rows):
        for x, pixel in enumerate(row):
            if (x + 0.5 - SIZE / 2) ** 2 + (y + 0.5 - SIZE / 2) ** 2 > safe**2:
                assert pixel == (*GROUND, 255)


def test_is_the_drawing_that_the_page_has() -> None:
    """The icon of the tab and that of an app are one."""
    drawn = (CORE / "templates" / "shell.jinja").read_text("utf-8")
    assert re.findall(r'viewBox="0 0 (\d+) ', drawn) == [str(module._WIDTH)]
    radii = [f"{radius:g}" for radius in (module._DISC, module._DOT, module._RING)]
    assert re.findall(r' r="([\d.]+)"', drawn) == radii
    assert f'stroke-width="{module._STROKE}"' in drawn
    assert f'stroke-dasharray="{module._DASH} {module._GAP}"' in drawn
