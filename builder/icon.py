"""The icon of the page as a PNG, drawn from the host's colours: the same as in `shell.jinja`."""

import math
import struct
import zlib

# In units of the drawing, which is 32 wide around its middle.
_WIDTH = 32
_DISC = 16
_DOT = 5
_RING = 10.5
_STROKE = 1.5
_DASH, _GAP = 2, 2.5

_TRUECOLOUR_WITH_ALPHA = 6


def icon(size: int, ground: str, ink: str, *, full: bool = False) -> bytes:
    """A square icon of so many pixels; colours are like `#0B5563`.

    The ground is a disc with nothing around it or, if `full`, the whole square, of which a device
    cuts off what it likes: the ring lies well within the four fifths that always stay.
    """
    below, above = bytes.fromhex(ground[1:]), bytes.fromhex(ink[1:])
    unit = _WIDTH / size
    rows = bytearray()
    for row in range(size):
        rows.append(0)  # no filter
        y = (row + 0.5) * unit - _DISC
        for column in range(size):
            x = (column + 0.5) * unit - _DISC
            far = math.hypot(x, y)
            share = _ink(x, y, far, unit)
            rows += bytes(round(b + (a - b) * share) for b, a in zip(below, above, strict=True))
            rows.append(255 if full else round(255 * _cover(_DISC - far, unit)))
    return _png(size, bytes(rows))


def _ink(x: float, y: float, far: float, unit: float) -> float:
    """How much of a pixel is dot or ring, from 0 to 1."""
    off_ring = _STROKE / 2 - abs(far - _RING)
    if off_ring < -unit:
        return _cover(_DOT - far, unit)
    along = math.atan2(y, x) % math.tau * _RING % (_DASH + _GAP)
    off_dash = min(along, _DASH - along) if along < _DASH + _GAP / 2 else along - _DASH - _GAP
    return min(_cover(off_ring, unit), _cover(off_dash, unit))


def _cover(inside: float, unit: float) -> float:
    """How much of a pixel lies inside an edge that is so far away: none, some or all."""
    return min(1.0, max(0.0, inside / unit + 0.5))


def _png(size: int, rows: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", size, size, 8, _TRUECOLOUR_WITH_ALPHA, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
