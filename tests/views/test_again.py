"""What is worked out again and again: the same whether it is remembered or not."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.emphasis import Emphasis
from chn_self.domain.layout import Size
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names
from chn_self.views.again import afresh, remembered
from tests.maps import maps
from tests.summaries import ENV, WORDS


@given(maps(most=5), maps(most=5), st.sampled_from([None, *Emphasis]))
def test_remembering_changes_nothing(
    one: PersonalMap, other: PersonalMap, emphasis: Emphasis | None
) -> None:
    """Whichever map and view came before."""
    plain, known = afresh(ENV, WORDS), remembered(ENV, WORDS)
    for map_ in (one, other, other, one):
        assert known.rows(map_, emphasis) == plain.rows(map_, emphasis)
        assert known.rows(map_, None) == plain.rows(map_, None)
        assert known.lay(map_, Size.NARROW) == plain.lay(map_, Size.NARROW)
        for choices in (Choices(), Choices(picture=Names.FULL)):
            assert known.save(map_, choices) == plain.save(map_, choices)


@given(maps(most=3))
def test_what_did_not_change_is_not_made_anew(map_: PersonalMap) -> None:
    """The very same list and picture, until the map is another one, even if it is equal."""
    known = remembered(ENV, WORDS)
    before = known.rows(map_, None)
    assert known.rows(map_, None) is before
    assert known.rows(replace(map_), None) is not before
    choices = Choices()
    drawn = known.save(map_, choices)
    assert known.save(map_, choices) is drawn
    assert known.save(replace(map_), choices) is not drawn
