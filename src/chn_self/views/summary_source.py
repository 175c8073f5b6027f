"""What the sections of a summary are made from."""

from dataclasses import dataclass

from markupsafe import Markup

from chn_self.domain.comparison import Comparison
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices
from chn_self.domain.trained_types import Model
from chn_self.views.words import Words


@dataclass(frozen=True, slots=True)
class Source:
    """What sections are made from: a reduced map that already carries the names to show.

    `numbered` holds the ids of those for whose name there is only a number in the picture; `since`
    what there is to say of an earlier map, if there is one, its connections named as in the map.
    """

    map: PersonalMap
    choices: Choices
    words: Words
    model: Model | None
    picture: Markup | None
    numbered: frozenset[str]
    since: Comparison | None = None
