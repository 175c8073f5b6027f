"""A connection's mark as SVG about the point 0, 0: a shape for its kind, a sign for its effect."""

from math import cos, pi, sin

from chn_self.domain.connection import Effect, Kind
from chn_self.views.ink import Ink

# The corners of a star, in radii about its centre.
_STAR = tuple(
    (sin(pi * i / 5) * far, -cos(pi * i / 5) * far) for i, far in enumerate((1, 0.48) * 5)
)
_SMALLEST_STAR = 4.5


def mark_svg(
    ink: Ink, kind: Kind, radius: float, effect: Effect | None, *, new: bool, matters: bool
) -> str:
    """The mark, all within 1.35 radii of its centre."""
    filled = effect is Effect.HELPS
    weight = 1.25 if effect is None else 2.25
    shape = ink.shape(kind, filled=filled, dashed=effect is Effect.DRAINS, weight=weight)
    parts = [_shape(kind, radius, shape)]
    inner = radius
    if new:
        inner = radius * 0.7
        outline = ink.shape(kind, filled=False, dashed=False, weight=1.25)
        parts = [_shape(kind, radius, outline), _shape(kind, inner, shape)]
    if effect is not None and effect is not Effect.NEUTRAL:
        size = max(inner, 5) * 0.5
        glyph = ink.glyph(kind, filled=filled)
        parts.append(
            f'<path {glyph} stroke-width="{max(radius / 6.5, 1.4):.1f}" d="{_sign(effect, size)}"/>'
        )
    if matters:
        parts.append(_star(ink, radius))
    return "".join(parts)


def halo_svg(ink: Ink, radius: float) -> str:
    """The ring round a chosen mark."""
    return f'<circle {ink("halo")} r="{radius * 1.35 + 2:.1f}"/>'


def _shape(kind: Kind, radius: float, attributes: str) -> str:
    match kind:
        case Kind.PERSON:
            return f'<circle {attributes} r="{radius:.1f}"/>'
        case Kind.PLACE:
            turn, half = "", radius * 0.9
        case Kind.ACTIVITY:
            turn, half = ' transform="rotate(45)"', radius * 0.86
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
