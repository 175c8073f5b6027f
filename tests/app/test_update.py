"""The one place where a message changes the state: presses, undo, and what a change takes along."""

from dataclasses import replace

import pytest

from chn_self.app import messages as m
from chn_self.app.effects import Focus, Paper
from chn_self.app.state import Draft, Notice, State
from chn_self.app.steps import Place, Step
from chn_self.app.update import LONGEST_PAST
from chn_self.domain.connection import Closeness, Kind, Support
from chn_self.domain.personal_map import Fits, Link, TypeView
from chn_self.domain.share import Part
from tests.app.visits import EMPTY, after, at, effects
from tests.maps import activity, map_of, person, place

MAP = map_of(
    person("sam", "Sam"), person("ali", "Ali"), place("home", "Home"), activity("walk", "Walking")
)
HERE = at(Step.PEOPLE, MAP)
# With a name in the row of quick entry, so that there is something to add.
READY = replace(HERE, drafts={"quick/name": Draft("Tea")})

# One message for every way in which a map can be changed.
CHANGES: tuple[m.Message, ...] = (
    m.Add(Kind.PERSON, "Kim", "k"),
    m.AddRow("r"),
    m.Typed("name/sam", "Samira"),
    m.Typed("note/sam", "kind"),
    m.Typed("me_there/walk", "myself"),
    m.Typed("hope", "Music"),
    m.Typed("own_words", "Busy"),
    m.Typed("step/when", "Friday"),
    m.Typed('reflection/["map.new.1", ["sam"]]', "Good"),
    m.AddMissing("A dog"),
    m.Answer("sam", "relation", "family"),
    m.Answer("home", "type", "home"),
    m.AnswerMap("usual", "no"),
    m.Receives("sam", Support.ADVICE),
    m.NoOne(Support.ADVICE),
    m.Gives("sam", Support.COMPANY),
    m.Pair("sam", "walk"),
    m.ToggleLink("sam", "home"),
    m.Move("ali", -1),
    m.Nearer("sam", 1),
    m.Put("ali", Closeness.INNER, "sam"),
    m.Remove("sam"),
    m.ListDone(Kind.PLACE, m.Said.ALL),
)


class TestUndo:
    """Undo on every step, for every change."""

    @pytest.mark.parametrize("change", CHANGES, ids=lambda change: type(change).__name__)
    def test_it_restores_the_map_before_any_change(self, change: m.Message) -> None:
        """Exactly, and then there is nothing more to undo."""
        changed = after(READY, change)
        assert changed.map != MAP
        undone = after(changed, m.Undo())
        assert (undone.map, undone.past) == (MAP, ())

    def test_every_change_is_here(self) -> None:
        """What never changes a map: going, looking, being helped, keeping, and the page itself."""
        going = {m.Went, m.Next, m.Back, m.Edit, m.EditDone, m.Undo, m.Select, m.Look, m.LookAway}
        other = {
            *m.Looking.__args__,
            *m.Comparing.__args__,
            *m.Guiding.__args__,
            *m.Files.__args__,
            *m.Shelf.__args__,
            *m.Page.__args__,
        }
        assert {*m.Message.__args__} - going - other == {type(change) for change in CHANGES}

    def test_a_map_that_is_gone_on_with_tells_of_today(self) -> None:
        """Its date is that of the last change, also within one text; Undo brings back the old."""
        later = replace(HERE, today="2027-03-01")
        typed = after(later, m.Typed("hope", "Mus"), m.Typed("hope", "Music"))
        assert typed.map.as_of == "2027-03-01"
        assert after(typed, m.Undo()).map == MAP
        assert after(later, m.Next(), m.Select("sam")).map == MAP

    def test_it_goes_back_to_the_start(self) -> None:
        """Change by change, the last one first."""
        changed = after(READY, *CHANGES)
        maps = [*changed.past, changed.map]
        while changed.past:
            assert changed.map == maps.pop()
            changed = after(changed, m.Undo())
        assert changed.map == MAP

    def test_it_says_so(self) -> None:
        """And moves the focus only when the button goes."""
        once = after(HERE, m.Typed("hope", "Music"))
        twice = after(once, m.AddMissing("A dog"))
        assert after(twice, m.Undo()).notice == Notice("undone")
        assert effects(twice, m.Undo()) == ()
        assert effects(once, m.Undo()) == (Focus("title"),)

    def test_it_shows_the_map_in_fields_again(self) -> None:
        """What was typed is not on the map any more, so no field shows it."""
        undone = after(HERE, m.Typed("hope", "Music"), m.Undo())
        assert undone.drafts == {}

    def test_it_leaves_what_is_unfinished(self) -> None:
        """A half-typed name is no change to the map."""
        typed = after(HERE, m.Typed("hope", "Music"), m.Typed("add/person", "Al"), m.Undo())
        assert typed.drafts.keys() == {"add/person"}

    def test_it_stays_where_the_person_is(self) -> None:
        """It is about the map, not about the way."""
        there = after(HERE, m.Typed("hope", "Music"), m.Went(Place(Step.KEEP)), m.Undo())
        assert there.place == Place(Step.KEEP)

    def test_with_nothing_to_undo_nothing_happens(self) -> None:
        """The button is not there then; a record may be."""
        assert after(HERE, m.Undo()) == HERE

    def test_a_press_that_changes_nothing_has_no_undo(self) -> None:
        """An undo that does nothing would make people doubt it."""
        idle = after(HERE, m.Answer("nobody", "effect", "helps"), m.Remove("x"), m.Move("sam", -1))
        assert idle.past == ()

    def test_it_reaches_far_back(self) -> None:
        """Five hundred changes, and no more, so that memory has an end."""
        presses = [m.Answer("sam", "matters", "yes")] * (LONGEST_PAST + 10)
        assert len(after(HERE, *presses).past) == LONGEST_PAST


class TestTyping:
    """One text is one undo."""

    def test_typing_on_in_a_field_is_one_change(self) -> None:
        """Letter by letter, with a slip that was taken back."""
        texts = ("M", "Mu", "Mus", "Mu", "Mus", "Musi", "Music")
        typed = after(HERE, *(m.Typed("hope", text) for text in texts))
        assert typed.past == (MAP,)

    def test_another_field_is_another_change(self) -> None:
        """Each can be undone alone."""
        typed = after(HERE, m.Typed("hope", "Music"), m.Typed("own_words", "Busy"))
        assert after(typed, m.Undo()).map == replace(MAP, hope="Music")

    def test_typing_after_an_undo_is_a_new_change(self) -> None:
        """Else there would be no undo for it."""
        typed = after(HERE, m.Typed("hope", "Music"), m.Undo(), m.Typed("hope", "Art"))
        assert after(typed, m.Undo()).map == MAP

    @pytest.mark.parametrize("first", ["x" * 2_001, " ", ""])
    def test_a_text_that_changed_nothing_at_first_can_be_undone(self, first: str) -> None:
        """Typed too long and made shorter, or begun with a space."""
        typed = after(HERE, m.Typed("hope", first), m.Typed("hope", "Music"))
        assert typed.map.hope == "Music"
        assert after(typed, m.Undo()).map == MAP

    def test_an_emptied_wish_keeps_its_place_while_typed_anew(self) -> None:
        """The one after it must not slip under the letters that follow."""
        wishes = after(HERE, m.AddMissing("A dog"), m.AddMissing("Music"))
        retyped = after(wishes, *(m.Typed("missing/0", text) for text in ("", "A", "A cat")))
        assert [wish.text for wish in retyped.map.missing] == ["A cat", "Music"]
        assert after(retyped, m.Undo()).map == wishes.map


class TestPressed:
    """Messages that take no more than a line."""

    def test_what_someone_is_given_is_ticked_and_unticked(self) -> None:
        """For people alone."""
        ticked = after(HERE, m.Gives("sam", Support.COMPANY))
        sam = ticked.map.connection("sam")
        assert sam is not None
        assert sam.gives == (Support.COMPANY,)
        assert after(ticked, m.Gives("sam", Support.COMPANY)).map == MAP
        assert after(HERE, m.Gives("home", Support.COMPANY)).map == MAP

    def test_a_pair_is_linked_once_however_often_it_is_added(self) -> None:
        """A double press adds once, either way round."""
        paired = after(HERE, m.Pair("sam", "walk"), m.Pair("sam", "walk"), m.Pair("walk", "sam"))
        assert paired.map.links == (Link("sam", "walk"),)

    def test_a_link_is_ticked_and_unticked(self) -> None:
        """Either way round."""
        linked = after(HERE, m.ToggleLink("sam", "walk"))
        assert linked.map.links == (Link("sam", "walk"),)
        assert after(linked, m.ToggleLink("walk", "sam")).map == MAP

    @pytest.mark.parametrize("pair", [("sam", "sam"), ("sam", "nobody"), ("", "sam")])
    def test_what_cannot_be_linked_is_not(self, pair: tuple[str, str]) -> None:
        """Nothing goes with itself, or with what is not there."""
        assert after(HERE, m.ToggleLink(*pair), m.Pair(*pair)).map == MAP

    def test_a_connection_moves_among_its_kind(self) -> None:
        """Places and activities stay where they are."""
        moved = after(HERE, m.Move("sam", 1))
        assert [c.id for c in moved.map.connections] == ["ali", "sam", "home", "walk"]

    def test_removing_takes_the_links_along_and_says_who_went(self) -> None:
        """Undo, in focus then, brings both back."""
        linked = after(HERE, m.Pair("sam", "walk"))
        removed = after(linked, m.Remove("sam"))
        assert removed.map.links == ()
        assert removed.notice == Notice("removed", {"name": "Sam"})
        assert after(removed, m.Undo()).map == linked.map

    def test_a_prompt_makes_way_for_another(self) -> None:
        """Or is put away and stays away."""
        state = after(HERE, m.AnotherPrompt(), m.NotForMe("open.1"), m.NotForMe("open.2"))
        assert state.reflecting.at == 1
        assert state.reflecting.put_away == {"open.1", "open.2"}

    def test_a_wrong_prompt_does_not_change_the_map(self) -> None:
        """Nor does a right one."""
        assert after(HERE, m.AnotherPrompt(), m.NotForMe("x")).map == MAP


class TestType:
    """The network type is asked for, never pushed."""

    def test_it_is_shown_once_it_is_asked_for(self) -> None:
        """With the focus on the title, since the whole screen is new."""
        assert not HERE.type_shown
        assert after(HERE, m.ShowType()).type_shown
        assert effects(HERE, m.ShowType()) == (Focus("title", top=True),)

    def test_it_leaves_the_summary_when_it_does_not_feel_right(self) -> None:
        """After No it is in a summary only if it is turned on again."""
        chosen = after(HERE, m.Choose("part", Part.TYPE))
        said_no = after(chosen, m.AnswerMap("fits", "no"))
        assert Part.TYPE not in said_no.choices.parts
        turned_on = after(said_no, m.Choose("part", Part.TYPE), m.AnswerMap("usual", "yes"))
        assert Part.TYPE in turned_on.choices.parts

    def test_it_leaves_the_summary_when_an_undo_brings_no_back(self) -> None:
        """The person's word is No then, as it was."""
        said_yes = after(HERE, m.AnswerMap("fits", "no"), m.AnswerMap("fits", "yes"))
        undone = after(said_yes, m.Choose("part", Part.TYPE), m.Undo())
        assert undone.map.type_view.fits == Fits.NO
        assert Part.TYPE not in undone.choices.parts

    def test_looking_at_the_example_leaves_the_choice_alone(self) -> None:
        """Who turned the type on after No finds it on again."""
        no = State(map=replace(MAP, type_view=TypeView(Fits.NO)))
        chosen = after(no, m.Choose("part", Part.TYPE))
        back = after(chosen, m.ExampleRead(EMPTY.map), m.LeaveExample())
        assert Part.TYPE in back.choices.parts


class TestNotices:
    """One calm sentence, until the next press."""

    def test_a_press_clears_it(self) -> None:
        """It is about the press before."""
        added = after(HERE, m.Add(Kind.PERSON, "Kim", "k"))
        assert added.notice is not None
        assert after(added, m.Answer("sam", "effect", "helps")).notice is None

    def test_typing_does_not(self) -> None:
        """The next name is begun while the last one is still being read."""
        added = after(HERE, m.Add(Kind.PERSON, "Kim", "k"))
        typed = after(added, m.Typed("add/person", "L"))
        assert (typed.notice, typed.fresh) == (added.notice, added.fresh)

    @pytest.mark.parametrize("message", [m.Take(Paper.MAP), m.LookAtExample(), m.KeepMine()])
    def test_asking_for_something_changes_nothing_else(self, message: m.Message) -> None:
        """The shell answers with a message of its own."""
        assert after(HERE, message) == HERE
