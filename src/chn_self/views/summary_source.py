"""What the sections of a summary are made from."""

from dataclasses import dataclass

from markupsafe import Markup

from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Names, Part
from chn_self.domain.trained_types import Model
from chn_self.views.words import Words


@dataclass(frozen=True, slots=True)
class Source:
    """What sections are made from: a reduced map that already carries the names to show.

    `numbered` holds the ids of those for whose name there is only a number in the picture.
    """

    map: PersonalMap
    parts: frozenset[Part]
    names: Names
    message: str
    words: Words
    model: Model | None
    picture: Markup | None
    numbered: frozenset[str]
