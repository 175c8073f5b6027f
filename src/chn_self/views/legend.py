"""What the picture's shapes and signs mean, in plain words beside a sample of each."""

from collections.abc import Container, Iterator
from dataclasses import replace

from markupsafe import Markup, escape

from chn_self.domain.connection import Connection, Effect, Kind
from chn_self.views.ink import Ink
from chn_self.views.mark import mark_svg
from chn_self.views.words import Words

_RADIUS = 11
_NOTES = ("rings", "unsaid", "numbers")


def legend(
    words: Words, *, marks: Container[Effect] | None = None, standalone: bool = False
) -> Markup:
    """A list of samples with their meaning; effects not in `marks` are left out."""
    items = "".join(
        f'<li><svg class="map-sample" aria-hidden="true" width="36" height="36"'
        f' viewBox="-18 -18 36 36">{sample}</svg><span>{escape(text)}</span></li>'
        for sample, text in _samples(words, marks, Ink(alone=standalone))
    )
    notes = "".join(f"<li>{escape(words(f'picture.legend.{key}'))}</li>" for key in _NOTES)
    # Every text in it is escaped above.
    return Markup(f'<ul class="map-legend">{items}{notes}</ul>')  # noqa: S704


def _samples(words: Words, marks: Container[Effect] | None, ink: Ink) -> Iterator[tuple[str, str]]:
    plain = Connection("", Kind.PERSON, "")
    for kind in Kind:
        shape = replace(plain, kind=kind, effect=Effect.NEUTRAL)
        yield mark_svg(ink, shape, _RADIUS), words(f"picture.legend.{kind}")
    for effect in Effect:
        if marks is None or effect in marks:
            marked = replace(plain, effect=effect)
            yield mark_svg(ink, marked, _RADIUS), words(f"picture.legend.{effect}")
    yield mark_svg(ink, plain, _RADIUS), words("picture.legend.unanswered")
    yield mark_svg(ink, replace(plain, new=True), _RADIUS), words("picture.legend.new")
    yield mark_svg(ink, replace(plain, matters=True), _RADIUS), words("picture.legend.matters")
    yield f'<path {ink("link")} d="M-16 8Q0 -14 16 8"/>', words("picture.legend.link")
