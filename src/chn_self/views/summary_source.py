"""What the sections of a summary are made from."""

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from chn_self.domain.network_type import Model
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Names, Part
from chn_self.views.words import Words


@dataclass(frozen=True)
class Source:
    """What sections are made from: a reduced map that already carries the names to show."""

    map: PersonalMap
    parts: frozenset[Part]
    names: Names
    message: str
    words: Words
    model: Model | None
    picture: Markup | None

    @cached_property
    def numbered(self) -> frozenset[str]:
        """The ids of those for whose name there is only a number in the picture."""
        marks = (self.picture or "").split('<g class="map-mark')[1:]
        return frozenset(
            mark.split('data-connection="')[1].split('"')[0]
            for mark in marks
            if 'class="map-number"' in mark
        )
