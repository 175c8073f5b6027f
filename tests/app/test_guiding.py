"""A guided session: agreed to, covered, ended; nothing is cleared that somebody wants."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.app import messages as m
from chn_self.app.effects import Focus, Paper, Print, ReadShelf, Visit
from chn_self.app.guiding import Stage, stage
from chn_self.app.kept import Kept, OnDevice
from chn_self.app.session import Act, Device, Session, Wish
from chn_self.app.state import Notice, State, has_content
from chn_self.app.steps import Place, Step
from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import encode
from tests.app.kept_maps import ADD, ALI, SAM
from tests.app.visits import EMPTY, after, at, effects

TITLE = Focus("title", top=True)
HELPED = replace(at(Step.MAP, SAM), session=Session(helped=True), with_helper=True)
END = replace(HELPED, place=Place(Step.CLOSING, 2))
TAKEN = m.Taken(Paper.MAP, SAM, "2026-11-24T14:05", "digest")


class TestBegin:
    """How a session begins, and how it goes on alone."""

    def test_begins_once_both_agreed(self) -> None:
        """Not by coming to the screen that asks, and the next screen follows."""
        there = after(EMPTY, m.Went(Place(Step.GUIDED)))
        assert not there.session.helped
        begun = after(there, m.Guide(Act.BEGIN))
        assert (begun.session.helped, begun.with_helper) == (True, True)
        assert begun.place == Place(Step.GUIDED, 1)
        assert effects(there, m.Guide(Act.BEGIN)) == (Visit(Place(Step.GUIDED, 1)), TITLE)

    def test_whose_device_it_is_can_be_taken_back(self) -> None:
        """Nothing has to be answered."""
        said = after(HELPED, m.Whose(Device.SHARED))
        assert said.session.device == Device.SHARED
        assert after(said, m.Whose(Device.SHARED)) == HELPED

    def test_can_be_done_alone_from_the_first_screen(self) -> None:
        """Then the first list comes, and the map is made alone."""
        alone = after(at(Step.GUIDED), m.Guide(Act.ALONE))
        assert alone.place == Place(Step.ACTIVITIES)
        assert (alone.session.helped, alone.with_helper) == (False, False)

    def test_can_be_gone_on_with_alone_at_any_point(self) -> None:
        """The screen stays; a helper who was there stays part of how the map was made."""
        alone = after(HELPED, m.Guide(Act.ALONE))
        assert alone == replace(HELPED, session=Session(), notice=Notice("alone"))

    def test_nobody_says_how_a_map_was_made_that_was_there_before(self) -> None:
        """Alone from now on is not alone from the start."""
        assert after(at(Step.MAP, SAM), m.Guide(Act.ALONE)).with_helper is None

    def test_another_map_was_made_nobody_knows_how(self) -> None:
        """A helper who is here while it is opened was not there for that."""
        kept = replace(HELPED, kept=Kept(SAM))
        other = after(kept, m.Opened(encode(ALI)))
        assert other.map == ALI
        assert other.with_helper is None
        assert after(kept, m.Opened(encode(SAM))).with_helper is True

    def test_a_map_that_was_there_was_not_made_in_this_session(self) -> None:
        """To begin together says nothing of what was put down before."""
        assert after(at(Step.GUIDED, SAM), m.Guide(Act.BEGIN)).with_helper is None

    def test_a_locked_map_takes_along_nothing_of_what_was_said(self) -> None:
        """The helper is still here, and the device is still whose it was."""
        talk = Session(True, Device.SHARED, wishes=frozenset({Wish.FILE}), again="Monday")
        kept = replace(HELPED, device=OnDevice("k", True, SAM), session=talk)
        locked = after(kept, m.Locked(EMPTY.map))
        assert locked.session == Session(True, Device.SHARED)

    def test_another_map_takes_along_nothing_of_what_was_said_either(self) -> None:
        """It may be somebody else's; the same map, opened to look at it again, is no other one."""
        talk = Session(True, Device.SHARED, wishes=frozenset({Wish.FILE}), again="Monday")
        kept = replace(HELPED, kept=Kept(SAM), session=talk)
        assert after(kept, m.Opened(encode(SAM))).session == talk
        other = after(kept, m.Opened(encode(ALI)))
        assert (other.map, other.session) == (ALI, Session(True, Device.SHARED))


class TestCover:
    """The screen is turned."""

    def test_is_covered_and_shown_again_as_it_was(self) -> None:
        """One press each, with the focus on what there is to read."""
        covered = after(HELPED, m.Guide(Act.TURN))
        assert covered.session.covered
        assert after(covered, m.Guide(Act.SHOW)) == HELPED
        assert effects(HELPED, m.Guide(Act.TURN)) == effects(covered, m.Guide(Act.SHOW)) == (TITLE,)

    def test_stays_covered_when_the_browser_goes_back(self) -> None:
        """Only the person uncovers it."""
        covered = after(HELPED, m.Guide(Act.TURN), m.Went(Place(Step.PEOPLE)))
        assert covered.session.covered

    def test_stays_covered_when_the_map_is_locked_or_another_one_comes_in(self) -> None:
        """Time may lock it while the screen is turned."""
        device = OnDevice("k", True, SAM)
        covered = after(replace(HELPED, device=device), m.Guide(Act.TURN))
        assert after(covered, m.Locked(EMPTY.map)).session.covered
        assert after(covered, m.Opened(encode(ALI))).session.covered

    def test_is_not_covered_for_someone_who_goes_on_alone(self) -> None:
        """There would be nobody to hide it from."""
        assert not after(HELPED, m.Guide(Act.TURN), m.Guide(Act.ALONE)).session.covered


class TestEnd:
    """From what to keep to nothing left behind."""

    def test_asks_first_what_to_keep(self) -> None:
        """Nothing is cleared that nobody spoke of."""
        assert stage(END) == Stage.ASK

    def test_is_over_at_once_where_nothing_is_wanted(self) -> None:
        """Or where there is nothing."""
        assert stage(after(END, m.Want(Wish.NOTHING))) == Stage.OVER
        assert stage(at(Step.CLOSING)) == Stage.OVER

    def test_paper_is_done_once_the_person_has_it(self) -> None:
        """The page cannot see it: they say so."""
        wanted = after(END, m.Want(Wish.PAPER))
        assert stage(wanted) == Stage.PAPER
        assert effects(wanted, m.Print()) == (Print(),)
        assert stage(after(wanted, m.Print())) == Stage.PAPER
        assert stage(after(wanted, m.Guide(Act.ON_PAPER))) == Stage.OVER

    def test_a_file_is_handed_over_then_opened_and_compared(self) -> None:
        """In the downloads it may not be whole, or not be there."""
        wanted = after(END, m.Want(Wish.FILE))
        assert stage(wanted) == Stage.FILE
        handed = after(wanted, TAKEN)
        assert stage(handed) == Stage.CHECK
        other = after(handed, m.CheckFile("another"))
        assert (stage(other), other.notice) == (Stage.CHECK, Notice("file_differs"))
        whole = after(handed, m.CheckFile("digest"))
        assert (stage(whole), whole.notice) == (Stage.OVER, Notice("saved"))

    def test_a_change_asks_for_both_anew(self) -> None:
        """What is on paper and in the file is the map as it was."""
        wanted = after(END, m.Want(Wish.PAPER), m.Want(Wish.FILE), m.Guide(Act.ON_PAPER))
        safe = after(wanted, TAKEN, m.CheckFile("digest"))
        assert stage(safe) == Stage.OVER
        assert stage(after(safe, ADD)) == Stage.PAPER
        assert stage(after(safe, ADD, m.Guide(Act.ON_PAPER))) == Stage.FILE

    @given(
        st.frozensets(st.sampled_from(Wish)),
        st.sampled_from([None, SAM, ALI]),
        st.sampled_from([None, Kept(SAM), Kept(ALI, checked=True), Kept(SAM, checked=True)]),
        st.sampled_from([SAM, EMPTY.map]),
    )
    def test_is_never_over_while_something_wanted_is_not_safe(
        self,
        wishes: frozenset[Wish],
        on_paper: PersonalMap | None,
        kept: Kept | None,
        map_: PersonalMap,
    ) -> None:
        """Whatever came before."""
        session = Session(True, wishes=wishes, on_paper=on_paper)
        state = State(map=map_, kept=kept, session=session)
        if stage(state) == Stage.OVER and has_content(map_):
            assert wishes
            assert Wish.PAPER not in wishes or on_paper == map_
            assert Wish.FILE not in wishes or kept == Kept(map_, checked=True)

    def test_when_to_talk_again_is_not_on_the_map(self) -> None:
        """It is in the tab and on paper, and nowhere else."""
        said = after(END, m.Typed("session/again", "Monday"))
        assert said.session.again == "Monday"
        assert (said.map, said.past) == (END.map, ())

    def test_the_maps_kept_here_are_looked_up(self) -> None:
        """Clearing would take all of them, so it has to be known if there are others."""
        assert ReadShelf() in effects(HELPED, m.Went(Place(Step.CLOSING)))


@pytest.mark.parametrize("act", Act)
def test_no_act_changes_the_map_or_can_be_undone(act: Act) -> None:
    """Being helped is not on the map."""
    done = after(HELPED, m.Guide(act))
    assert (done.map, done.past) == (HELPED.map, HELPED.past)
