"""What a screen asks for at every press, though little of it changes from one to the next."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from chn_self.app.steps import LISTS
from chn_self.domain.connection import Kind
from chn_self.domain.emphasis import Emphasis, standing
from chn_self.domain.layout import Size, layout
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices
from chn_self.views import facts
from chn_self.views.emphasis import tags
from chn_self.views.ink import Ink
from chn_self.views.latest import Latest
from chn_self.views.picture import Drawing, Lay
from chn_self.views.saved_picture import SavedPicture, saved_picture
from chn_self.views.words import Words

Draw = Callable[[PersonalMap, Size, Emphasis | None], Drawing]
Rows = Callable[[PersonalMap, Emphasis | None], Markup]
Save = Callable[[PersonalMap, Choices], SavedPicture]


@dataclass(frozen=True, slots=True)
class Again:
    """What lays out a map, draws it and lists it as a view has it, and saves its picture."""

    lay: Lay
    draw: Draw
    rows: Rows
    save: Save


def afresh(env: Environment, words: Words) -> Again:
    """All worked out each time."""
    return _again(layout, env, words)


def remembered(env: Environment, words: Words) -> Again:
    """All kept as long as the map is the same one; it holds that map, so it is to be let go."""
    made = _again(Latest(layout), env, words)
    return Again(made.lay, Latest(made.draw), Latest(made.rows), Latest(made.save))


def _again(lay: Lay, env: Environment, words: Words) -> Again:
    return Again(
        lay,
        partial(_draw, words, lay),
        partial(_rows, env, words),
        partial(saved_picture, words=words),
    )


def _draw(
    words: Words, lay: Lay, map_: PersonalMap, size: Size, emphasis: Emphasis | None
) -> Drawing:
    lit = standing(map_, emphasis).lit if emphasis else ()
    return Drawing(map_, size, lay(map_, size), words, Ink(alone=False), lit)


def _rows(env: Environment, words: Words, map_: PersonalMap, emphasis: Emphasis | None) -> Markup:
    with_ = facts.ties(map_)
    groups = [
        (kind, [(c, facts.facts(c, words), with_.get(c.id, ())) for c in map_.of_kind(kind)])
        for kind in Kind
    ]
    found = env.get_template("screens/map_list.jinja").render(
        groups=groups,
        added_at={kind: step for step, kind in LISTS.items()},
        tags=tags(standing(map_, emphasis), words) if emphasis else {},
    )
    return Markup(found)  # noqa: S704 (the template escapes all that is the person's)
