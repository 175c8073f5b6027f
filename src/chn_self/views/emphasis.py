"""A view of the map in words: what it shows, and a tag for each that stands out."""

from collections.abc import Iterable, Iterator, Mapping

from chn_self.domain.connection import Effect, Often
from chn_self.domain.emphasis import Emphasis, Standing, Way
from chn_self.views.words import Words


def sentence(shown: Standing, words: Words) -> str:
    """What a view shows, counted in words; the same for the eye and for a screen reader."""
    if not shown.answers:
        return words(f"views.none.{shown.emphasis}")
    match shown.emphasis:
        case Emphasis.EFFECT:
            what = words.comma.join(_counted(shown, Effect, words))
            return words("views.says.effect", total=shown.total, what=what)
        case Emphasis.OFTEN:
            what = words.comma.join(_counted(shown, Often, words))
            return words("views.says.often", total=shown.total, what=what)
        case Emphasis.SUPPORT:
            return " ".join(_counted(shown, Way, words))
        case _:
            key = f"views.says.{shown.emphasis}"
            return words(key, count=len(shown.answers), total=shown.total)


def tags(shown: Standing, words: Words) -> Mapping[str, str]:
    """A short text for each that stands out, by id: what of it makes it so."""
    return {id: _tag(shown.emphasis, answer, words) for id, answer in shown.lit.items()}


def _counted(shown: Standing, answers: Iterable[str], words: Words) -> Iterator[str]:
    """How many there are of each answer, in the order of the answers, but for those with none."""
    for answer in answers:
        if count := shown.counts.get(answer):
            yield words(f"views.count.{answer}", count=count, total=shown.total)


def _tag(emphasis: Emphasis, answer: str, words: Words) -> str:
    match emphasis:
        case Emphasis.MATTERS:
            return words("list.star")
        case Emphasis.NEW:
            return words("map.new")
        case Emphasis.EFFECT | Emphasis.OFTEN:
            return words(f"{emphasis}.{answer}")
        case Emphasis.SUPPORT:
            return words(f"views.tag.{answer}")
        case Emphasis.LINKS:
            return words("views.tag.links", count=int(answer))
