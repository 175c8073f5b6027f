"""What the picture's shapes and signs mean, in plain words beside a sample of each."""

from collections.abc import Container, Iterator

from markupsafe import Markup, escape

from chn_self.domain.connection import Effect, Kind
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
    def sample(
        kind: Kind, effect: Effect | None = None, *, new: bool = False, matters: bool = False
    ) -> str:
        return mark_svg(ink, kind, _RADIUS, effect, new=new, matters=matters)

    for kind in Kind:
        yield sample(kind, Effect.NEUTRAL), words(f"picture.legend.{kind}")
    for effect in Effect:
        if marks is None or effect in marks:
            yield sample(Kind.PERSON, effect), words(f"picture.legend.{effect}")
    yield sample(Kind.PERSON), words("picture.legend.unanswered")
    yield sample(Kind.PERSON, new=True), words("picture.legend.new")
    yield sample(Kind.PERSON, matters=True), words("picture.legend.matters")
    yield f'<path {ink("link")} d="M-16 8Q0 -14 16 8"/>', words("picture.legend.link")
