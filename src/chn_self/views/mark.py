"""A connection's mark as SVG about the point 0, 0: a shape for its kind, a sign for its effect."""

from math import cos, pi, sin

from chn_self.domain.connection import Connection, Effect, Kind
from chn_self.views.ink import Ink, unit

# The corners of a star, in radii about its centre.
_STAR = tuple(
    (sin(pi * i / 5) * far, -cos(pi * i / 5) * far) for i, far in enumerate((1, 0.48) * 5)
)
_SMALLEST_STAR = 4.5

# How large the mark is inside the second outline of a new one.
_INNER = 0.72


def mark_svg(ink: Ink, c: Connection, radius: float) -> str:
    """The mark of a connection, all within 1.35 radii of its centre."""
    effect = c.effect
    filled = effect is Effect.HELPS
    weight = 1.25 if effect is None else 2.25
    shape = ink.shape(c.kind, filled=filled, dashed=effect is Effect.DRAINS, weight=weight)
    inner = radius * _INNER if c.new else radius
    parts = [_shape(c.kind, inner, shape)]
    if c.new:
        outline = ink.shape(c.kind, filled=False, dashed=False, weight=1.25)
        parts.insert(0, _shape(c.kind, radius, outline))
    if effect is not None and effect is not Effect.NEUTRAL:
        glyph = f'{ink.glyph(c.kind, filled=filled)} stroke-width="{unit(max(radius / 6.5, 1.4))}"'
        parts.append(f'<path {glyph} d="{_sign(effect, inner * 0.5)}"/>')
    if c.matters:
        parts.append(_star(ink, radius))
    return "".join(parts)


def halo_svg(attributes: str, radius: float) -> str:
    """The ring round a mark that is chosen, or that goes with the chosen one."""
    return f'<circle {attributes} r="{unit(radius * 1.35 + 2)}"/>'


def _shape(kind: Kind, radius: float, attributes: str) -> str:
    if kind is Kind.PERSON:
        return f'<circle {attributes} r="{unit(radius)}"/>'
    activity = kind is Kind.ACTIVITY
    half = radius * (0.86 if activity else 0.9)
    turn = ' transform="rotate(45)"' if activity else ""
    box = f'x="{unit(-half)}" y="{unit(-half)}" width="{unit(2 * half)}" height="{unit(2 * half)}"'
    return f'<rect {attributes} {box} rx="{unit(half * 0.26)}"{turn}/>'


def _sign(effect: Effect, size: float) -> str:
    s = f"{unit(size)}"
    match effect:
        case Effect.HELPS:
            return f"M-{s} 0H{s}M0-{s}V{s}"
        case Effect.MIXED:
            bend = f"{unit(size * 0.9)}"
            return f"M-{s} 0Q-{unit(size / 2)}-{bend} 0 0T{s} 0"
        case _:
            return f"M-{s} 0H{s}"


def _star(ink: Ink, radius: float) -> str:
    size, at = max(radius * 0.5, _SMALLEST_STAR), radius * 0.85
    points = "L".join(f"{unit(at + x * size)} {unit(y * size - at)}" for x, y in _STAR)
    return f'<path {ink("star")} d="M{points}Z"/>'
