"""The views, the findings and the picture to save, as they stand on the map screen."""

from dataclasses import replace

import pytest

from chn_self.app import messages as m
from chn_self.app.state import State
from chn_self.app.steps import Fold, Place, Step
from chn_self.domain.connection import Effect, Support
from chn_self.domain.emphasis import Emphasis, standing
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Names
from chn_self.views.emphasis import sentence, tags
from chn_self.views.saved_picture import saved_picture
from tests.app.visits import after, at
from tests.maps import activity, map_of, person
from tests.summaries import WORDS, example
from tests.views.shown import Shown, shown

MAP = example("family")
CHOIR = replace(activity("choir", "Choir"), effect=Effect.HELPS)
SAM = replace(person("sam", "Sam"), receives=(Support.LISTENING,))
SMALL = map_of(SAM, CHOIR, links=(("sam", "choir"),))


def looked(map_: PersonalMap, *messages: m.Message) -> Shown:
    """The map screen after some messages."""
    return shown(after(at(Step.MAP, map_), *messages))


class TestViews:
    """What stands out, in the picture, in a sentence and in the list."""

    def test_are_offered_as_buttons_of_which_none_is_pressed(self) -> None:
        """The map as it is comes first."""
        buttons = looked(MAP).all("button", data_press="view")
        assert [b.get("data-of") for b in buttons] == [*Emphasis]
        assert {b.get("aria-pressed") for b in buttons} == {"false"}

    def test_are_not_offered_on_an_empty_map(self) -> None:
        """There is nothing to look for, to find or to save."""
        page = shown(at(Step.MAP))
        assert not page.all("button", data_press="view")
        assert not page.all("summary", data_press="unfold")

    @pytest.mark.parametrize("emphasis", Emphasis)
    def test_say_the_same_in_picture_list_and_sentence(self, emphasis: Emphasis) -> None:
        """Whoever sees no picture misses nothing."""
        page = looked(MAP, m.View(emphasis))
        found = standing(MAP, emphasis)
        in_picture = {
            e.get("data-connection") for e in page.all("g") if "map-out" in e.attributes["class"]
        }
        assert in_picture == {*found.lit}
        listed = [e.text for e in page.all("strong", **{"class": "tag"})]
        assert sorted(listed) == sorted(tags(found, WORDS).values())
        assert page.one(id="view-said").text.startswith(sentence(found, WORDS))

    def test_say_how_it_is_seen_only_where_anything_stands_out(self) -> None:
        """A ring: of the effects, round a help alone."""
        said = {e: looked(MAP, m.View(e)).one(id="view-said").text for e in Emphasis}
        assert said[Emphasis.MATTERS].endswith(WORDS("views.ring.any"))
        assert said[Emphasis.EFFECT].endswith(WORDS("views.ring.help"))
        assert said[Emphasis.NEW] == WORDS("views.none.new")
        harder = map_of(replace(CHOIR, effect=Effect.DRAINS))
        only_harder = looked(harder, m.View(Emphasis.EFFECT)).one(id="view-said").text
        assert "ring" not in only_harder

    def test_say_it_where_a_screen_reader_hears_it_once(self) -> None:
        """In a place that is there before, so that what comes into it is read."""
        for page in (looked(MAP), looked(MAP, m.View(Emphasis.NEW))):
            assert page.one(id="view-said").get("role") == "status"
        assert looked(MAP).one(id="view-said").text == ""

    def test_say_each_answer_once_in_the_list(self) -> None:
        """What the tag says is not said again beside it."""
        page = looked(map_of(CHOIR), m.View(Emphasis.EFFECT))
        assert page.one("span", **{"class": "row__role"}).text.count("helps") == 1


class TestChosen:
    """What is left once the one that was looked at is off the map."""

    def test_one_that_was_taken_off_leaves_the_links_as_they_were(self) -> None:
        """With nothing chosen nothing is faint."""
        page = looked(SMALL, m.Select("sam"), m.Remove("sam"))
        assert not page.all("div", id="chosen")
        assert not [e for e in page.all("g") if "map-faint" in e.attributes["class"]]


class TestFindings:
    """What the map shows."""

    def test_are_not_worked_out_before_they_are_asked_for(self) -> None:
        """A fold with nothing in it but its name."""
        page = looked(SMALL)
        assert not page.all("ul", **{"class": "found"})
        assert not page.all("summary", data_of="closer")

    def test_tell_first_what_needs_no_asking(self) -> None:
        """Where people are met, with a way to see how it was found."""
        page = looked(SMALL, m.Unfold(Fold.SHOWS))
        (found,) = page.all("ul", **{"class": "found"})
        assert found.text.startswith("You put Choir as a help, and one person with it.")
        assert WORDS("findings.how.met") in found.text
        assert "listening" not in found.text

    def test_tell_the_rest_on_request(self) -> None:
        """In a place of its own."""
        page = looked(SMALL, m.Unfold(Fold.SHOWS), m.Unfold(Fold.CLOSER))
        _, closer = page.all("ul", **{"class": "found"})
        assert closer.text.startswith("You put listening beside one person: Sam.")

    def test_say_one_calm_sentence_where_there_are_none(self) -> None:
        """For either."""
        page = looked(map_of(person("a")), m.Unfold(Fold.SHOWS), m.Unfold(Fold.CLOSER))
        said = [p.text for p in page.all("p", **{"class": "nothing"})]
        assert said[:2] == [WORDS("findings.none"), WORDS("findings.closer_none")]


class TestSaving:
    """The picture to save."""

    def test_is_drawn_once_it_is_asked_for(self) -> None:
        """With the very file as its preview, named by role."""
        assert not looked(MAP).all("img")
        state = State(map=MAP, place=Place(Step.MAP), unfolded=frozenset({Fold.SAVE}))
        drawn = saved_picture(MAP, state.choices, WORDS)
        image = shown(state).one("img")
        assert image.get("src") == drawn.address
        assert drawn.title in str(image.get("alt"))

    def test_follows_the_choice_of_names(self) -> None:
        """By what they are, by initials, in full."""
        sources = {
            looked(MAP, m.Unfold(Fold.SAVE), m.Choose("picture", names)).one("img").get("src")
            for names in Names
        }
        assert len(sources) == len(Names)

    def test_warns_before_and_offers_both_kinds(self) -> None:
        """As before any download."""
        page = looked(MAP, m.Unfold(Fold.SAVE))
        assert WORDS("share.before") in [p.text for p in page.all("p")]
        taken = [b.get("data-of") for b in page.all("button", data_press="take")]
        assert taken == ["png", "svg"]
