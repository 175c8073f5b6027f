"""The sections of a summary: their order, and what each says of connections."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.connection import Kind
from chn_self.domain.personal_map import Fits, PersonalMap, TypeView
from chn_self.domain.share import Choices, Part
from chn_self.views.summary import summary_text
from tests.maps import map_of, maps
from tests.summaries import EVERYTHING, WORDS, example, full_map, part, summary_of, titles


class TestOrder:
    """What is read first, and what is not there."""

    def test_everything(self) -> None:
        """Their words first, details after the minute it takes, the kind of map last."""
        choices = replace(EVERYTHING, words="Hello", talk=("The choir", "", ""))
        assert titles(summary_of(full_map(), choices)) == [
            "What I want you to know",
            "What I'd like to talk about",
            "What matters to me",
            "What I marked as a help",
            "Who I can turn to",
            "What I do for others",
            "My map",
            "What is missing for me",
            "What I hope for",
            "My last step",
            "Each one on my map",
            "What is mixed, or makes things harder",
            "What I thought about",
            "What kind of map this is like",
        ]

    def test_a_step_of_which_nothing_is_told_yet_is_the_next(self) -> None:
        """How a step went can only be told of one from before."""
        told = full_map().next_step
        assert told is not None
        ahead = replace(full_map(), next_step=replace(told, how_it_went=None))
        assert "My next step" in titles(summary_of(ahead, EVERYTHING))

    def test_an_empty_map(self) -> None:
        """No heading stands over nothing; how to read the page is there all the same."""
        made = summary_of(map_of(), replace(EVERYTHING, parts=EVERYTHING.parts - {Part.TYPE}))
        assert made.sections == ()
        assert WORDS("summary.note.private") in summary_text(made)

    def test_starts_off(self) -> None:
        """What is harder, what was written and the kind of map are in no summary unasked."""
        parts = {section.part for section in summary_of(full_map(), Choices(words="Hi")).sections}
        assert not parts & {Part.HARDER, Part.REFLECTIONS, Part.TYPE, Part.CHANGE}

    @given(maps(), st.frozensets(st.sampled_from(Part)))
    def test_only_what_was_chosen(self, map_: PersonalMap, parts: frozenset[Part]) -> None:
        """Every section is of a chosen part, has a title and says something."""
        made = summary_of(map_, Choices(parts, words="Hi"))
        assert {section.part for section in made.sections} <= parts
        assert all(section.title and section.says_something for section in made.sections)


class TestWords:
    """What is said of connections."""

    def test_what_matters(self) -> None:
        """A starred one with whose choice it is and who the person is there."""
        [cluster] = part(summary_of(full_map()), Part.MATTERS).clusters
        [sam] = cluster.entries
        assert (sam.name, sam.facts, sam.quote) == ("Sam", ("a shared choice",), "The funny one")

    def test_one_by_one(self) -> None:
        """What was answered by button, in one order, with what goes with it."""
        told = part(summary_of(full_map()), Part.LIST).clusters
        assert [cluster.title for cluster in told] == ["People", "Places", "Activities"]
        sam, ray = told[0].entries
        assert sam.facts == ("Friend", "very close", "helps", "goes with Choir")
        assert ray.facts == ("Worker", "makes things harder")

    def test_by_role_the_role_is_told_once(self) -> None:
        """Where "Friend" is the name, that it is a friend is not said again."""
        told = part(summary_of(full_map(), Choices()), Part.LIST).clusters
        assert told[0].entries[0].facts == ("very close", "helps", "goes with Making or music")

    def test_kind_of_map_is_asked_for_and_has_its_limits(self) -> None:
        """With the type turned on its limits stand beside it; else there is no word of it."""
        map_ = example("formal")
        without = summary_text(summary_of(map_, Choices()))
        assert "small circle" not in without
        assert "150 people" not in without
        told = part(summary_of(map_), Part.TYPE)
        assert WORDS("type.limits") in told.lines
        assert any(WORDS("type.kind.formal_and_sparse") in line for line in told.lines)

    def test_own_shape_where_the_name_of_the_kind_is_not_true(self) -> None:
        """Of nobody at all: no kind, no counts, no agreement, no word on how a kind feels."""
        nobody = PersonalMap("m", complete=tuple(Kind), type_view=TypeView(Fits.YES))
        assert part(summary_of(nobody), Part.TYPE).lines == (
            WORDS("summary.kind.unlike"),
            WORDS("summary.kind.from_this"),
            WORDS("type.limits"),
        )

    def test_the_middle_of_the_picture_is_me(self) -> None:
        """Whoever reads it must not take "You" for themselves."""
        drawn = part(summary_of(full_map()), Part.PICTURE).picture or ""
        assert ">Me</text>" in drawn
        assert "You" not in drawn

    def test_kinds_are_read_in_one_order(self) -> None:
        """People, places, activities: the order of the list and of the picture."""
        told = part(summary_of(example("diverse")), Part.LIST).clusters
        assert [cluster.title for cluster in told] == [WORDS(f"kinds.{kind}") for kind in Kind]
