"""A copy of the map to hand on: a map file of what was chosen, under the names that were chosen."""

from dataclasses import replace

from chn_self.domain.personal_map import COPY, PersonalMap
from chn_self.domain.share import Choices, reduced
from chn_self.views.summary_names import called
from chn_self.views.words import Words


def copy_to_share(map_: PersonalMap, choices: Choices, words: Words, *, id: str) -> PersonalMap:
    """The map of what goes in, marked as a copy; `id` is another one than the map's own."""
    shown = called(reduced(map_, choices), choices.names, words)
    return replace(shown, id=id, extra={COPY: True})
