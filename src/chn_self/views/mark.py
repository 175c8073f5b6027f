"""A connection's mark as SVG about the point 0, 0: a shape for its kind, a sign for its effect."""

from math import cos, pi, sin

from chn_self.domain.connection import Connection, Effect, Kind
from chn_self.views.ink import Ink

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
        glyph = f'{ink.glyph(c.kind, filled=filled)} stroke-width="{max(radius / 6.5, 1.4):.1f}"'
        parts.append(f'<path {glyph} d="{_sign(effect, inner * 0.5)}"/>')
    if c.matters:
        parts.append(_star(ink, radius))
    return "".join(parts)


def halo_svg(attributes: str, radius: float) -> str:
    """The ring round a mark that is chosen, or that goes with the chosen one."""
    return f'<circle {attributes} r="{radius * 1.35 + 2:.1f}"/>'


def _shape(kind: Kind, radius: float, attributes: str) -> str:
    if kind is Kind.PERSON:
        return f'<circle {attributes} r="{radius:.1f}"/>'
    activity = kind is Kind.ACTIVITY
    half = radius * (0.86 if activity else 0.9)
    turn = ' transform="rotate(45)"' if activity else ""
    box = f'x="{-half:.1f}" y="{-half:.1f}" width="{2 * half:.1f}" height="{2 * half:.1f}"'
    return f'<rect {attributes} {box} rx="{half * 0.26:.1f}"{turn}/>'


def _sign(effect: Effect, size: float) -> str:
    s = f"{size:.1f}"
    match effect:
        case Effect.HELPS:
            return f"M-{s} 0H{s}M0-{s}V{s}"
        case Effect.MIXED:
            bend = f"{size * 0.9:.1f}"
            return f"M-{s} 0Q-{size / 2:.1f}-{bend} 0 0T{s} 0"
        case _:
            return f"M-{s} 0H{s}"


def _star(ink: Ink, radius: float) -> str:
    size, at = max(radius * 0.5, _SMALLEST_STAR), radius * 0.85
    points = "L".join(f"{at + x * size:.1f} {y * size - at:.1f}" for x, y in _STAR)
    return f'<path {ink("star")} d="M{points}Z"/>'
