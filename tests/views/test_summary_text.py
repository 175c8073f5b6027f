"""The summary as text to paste into a record."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Names, Part
from chn_self.views.summary import summary_text
from tests.maps import map_of, maps, person
from tests.summaries import EVERYTHING, full_map, summary_of


class TestText:
    """The text to paste into a record."""

    @given(maps(), st.sampled_from(Names))
    def test_lines_fit(self, map_: PersonalMap, names: Names) -> None:
        """No line is over 80 characters, and the last one ends."""
        text = summary_text(summary_of(map_, replace(EVERYTHING, names=names, words="x" * 200)))
        assert text.endswith("\n")
        assert all(len(line) <= 80 for line in text.split("\n"))

    def test_own_words_cannot_pass_for_a_heading(self) -> None:
        """What is typed in capitals with a line under it stands in from the edge."""
        choices = replace(EVERYTHING, words="MY MAP\n------\nNot it")
        lines = summary_text(summary_of(map_of(), choices)).split("\n")
        assert "MY MAP" not in lines
        assert "------" not in lines

    def test_names_stay_on_their_line(self) -> None:
        """What other programs take for the end of a line is a space in the text."""
        made = summary_of(map_of(person("a", "Sam\u2028MY MAP\u2029---")))
        assert "- Sam MY MAP ---: Friend" in summary_text(made)

    def test_direction_stays_inside_a_name(self) -> None:
        """A name that turns the direction of text is held in an isolate, even if it ends one."""
        text = summary_text(summary_of(map_of(person("a", "\u202egnp\u2069.exe"))))
        assert "- \u2068\u202egnp.exe\u2069: Friend" in text

    def test_picture_alone_is_told_in_words(self) -> None:
        """Without the list the text tells what the picture would have shown."""
        only = Choices(frozenset({Part.PICTURE}), Names.FULL)
        assert "- Sam: Friend, very close" in summary_text(summary_of(full_map(), only))
