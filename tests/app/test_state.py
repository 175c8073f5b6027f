"""What the page knows, and whether closing it would lose any of that."""

from dataclasses import replace

import pytest

from chn_self.app.kept import Kept
from chn_self.app.state import Draft, Own, Reflecting, State, has_content, unfinished
from chn_self.domain.connection import Kind
from chn_self.domain.personal_map import Missing, PersonalMap, TypeView
from chn_self.domain.share import Choices
from chn_self.domain.text import TextProblem, TextRule
from tests.app.visits import EMPTY
from tests.maps import map_of, person

SAM = map_of(person("sam"))
LONG = Draft("x" * 501, TextProblem(TextRule.TOO_LONG, 501, 500))


def beside_an_example(own: State) -> State:
    """The state of somebody who looks at an example meanwhile."""
    aside = Own(own.map, own.past, own.drafts, False, Reflecting(), Choices())
    return replace(own, map=map_of(person("ex")), own=aside, drafts={})


class TestHasContent:
    """Whether anything was put on a map."""

    def test_a_map_is_empty_at_first(self) -> None:
        """An id and a date come with it; nobody put them there."""
        assert not has_content(PersonalMap("m", saved_at="2026-11-24T10:00:00Z", as_of="2026"))

    @pytest.mark.parametrize(
        "map_",
        [
            SAM,
            PersonalMap("m", usual=False),
            PersonalMap("m", complete=(Kind.PERSON,)),
            PersonalMap("m", hope="More music"),
            PersonalMap("m", missing=(Missing("A dog"),)),
            PersonalMap("m", type_view=TypeView(own_words="No")),
            PersonalMap("m", extra={"colour": "blue"}),
        ],
    )
    def test_any_answer_is_content(self, map_: PersonalMap) -> None:
        """What was said of the whole map too, and what came in a file from elsewhere."""
        assert has_content(map_)

    def test_a_wish_that_was_emptied_is_not(self) -> None:
        """It keeps its place on the map while it is typed anew, and says nothing."""
        assert not has_content(PersonalMap("m", missing=(Missing(""),)))


class TestUnfinished:
    """Texts that are nowhere but in their field."""

    def test_a_text_on_the_map_is_finished(self) -> None:
        """Its field may forget it."""
        assert not unfinished({"hope": Draft("Music")})

    def test_a_text_that_does_not_fit_is_not(self) -> None:
        """The map has only the last that fitted."""
        assert unfinished({"note/sam": LONG}) == {"note/sam": LONG}

    @pytest.mark.parametrize("box", ["add/person", "add/place", "missing/new"])
    def test_a_text_in_the_box_of_a_list_is_not(self, box: str) -> None:
        """It is on the list once it is added."""
        assert unfinished({box: Draft("Sa")}) == {box: Draft("Sa")}

    def test_an_empty_field_holds_nothing_to_lose(self) -> None:
        """A cleared name or an empty box."""
        empty = Draft("", TextProblem(TextRule.EMPTY))
        assert not unfinished({"name/sam": empty, "add/person": Draft("")})


class TestUnkept:
    """Whether closing the tab would lose something."""

    def test_an_empty_map_loses_nothing(self) -> None:
        """Nobody is warned about a page they only looked at."""
        assert not EMPTY.unkept

    def test_a_map_that_is_in_no_file_would_be_lost(self) -> None:
        """It is in this tab only."""
        assert replace(EMPTY, map=SAM).unkept

    def test_a_map_that_is_in_a_file_is_not(self) -> None:
        """As long as it is the very map of the file."""
        kept = replace(EMPTY, map=SAM, kept=Kept(SAM, "2026-11-24T14:05"))
        assert not kept.unkept
        assert replace(kept, map=replace(SAM, hope="Music")).unkept

    def test_a_half_typed_name_would_be_lost(self) -> None:
        """Also beside a map that is kept."""
        kept = replace(EMPTY, map=SAM, kept=Kept(SAM, "2026-11-24T14:05"))
        for state in (EMPTY, kept):
            assert replace(state, drafts={"add/person": Draft("Al")}).unkept

    def test_a_text_that_does_not_fit_would_be_lost(self) -> None:
        """The file has only the last text that fitted."""
        kept = replace(EMPTY, map=SAM, kept=Kept(SAM, "2026-11-24T14:05"))
        assert replace(kept, drafts={"note/sam": LONG}).unkept

    def test_a_field_whose_text_is_on_a_kept_map_is_not(self) -> None:
        """What was typed is in the file."""
        map_ = replace(SAM, hope="Music")
        kept = replace(EMPTY, map=map_, kept=Kept(map_, "2026-11-24T14:05"))
        assert not replace(kept, drafts={"hope": Draft("Music ")}).unkept

    def test_an_example_is_nothing_to_lose(self) -> None:
        """Nor is what is typed while it is looked at."""
        looking = beside_an_example(EMPTY)
        assert not looking.unkept
        assert not replace(looking, drafts={"add/person": Draft("Al")}).unkept

    def test_the_own_map_beside_an_example_would_be_lost(self) -> None:
        """It waits in this tab; so does a name that was half typed."""
        assert beside_an_example(replace(EMPTY, map=SAM)).unkept
        assert beside_an_example(replace(EMPTY, drafts={"add/person": Draft("Al")})).unkept


def test_the_own_map_is_known_beside_an_example() -> None:
    """It is the one to keep in a file."""
    state = replace(EMPTY, map=SAM)
    assert state.mine == SAM
    assert beside_an_example(state).mine == SAM
