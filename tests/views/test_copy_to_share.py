"""A copy of the map to hand on: a map file of its own, of nothing but what was chosen."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names, Part, reduced
from chn_self.files.codec import decode, encode
from chn_self.views.copy_to_share import MARK, copy_to_share
from tests.maps import map_of, maps, person
from tests.summaries import WORDS

CHOSEN = st.builds(
    Choices, parts=st.frozensets(st.sampled_from(Part)), names=st.sampled_from(Names)
)


@given(maps(), CHOSEN)
def test_opens_again_as_it_is(map_: PersonalMap, choices: Choices) -> None:
    """It is a map file like any other."""
    copy = copy_to_share(map_, choices, WORDS, id="new")
    assert decode(encode(copy)) == copy


@given(maps(), CHOSEN)
def test_holds_what_goes_in_and_a_mark(map_: PersonalMap, choices: Choices) -> None:
    """With an id of its own, and no key of the map's that this page does not know."""
    copy = copy_to_share(map_, choices, WORDS, id="new")
    assert (copy.id, copy.extra) == ("new", {MARK: True})
    named = replace(choices, names=Names.FULL)
    in_full = copy_to_share(map_, named, WORDS, id="")
    assert replace(in_full, extra={}) == reduced(map_, choices)


def test_calls_everyone_as_was_chosen() -> None:
    """By role, there is no name in the file."""
    file = encode(copy_to_share(map_of(person("a", "Sam")), Choices(), WORDS, id="new"))
    assert b"Sam" not in file
    assert b'"name": "Friend"' in file
