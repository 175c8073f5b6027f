"""An earlier map beside the one in the tab: looked at, asked about, and never in its place."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.app import messages as m
from chn_self.app.effects import Focus, ReadKept, ReadShelf, Unseal, Visit
from chn_self.app.kept import OnDevice
from chn_self.app.state import Earlier, Notice, State
from chn_self.app.steps import Place, Step
from chn_self.domain.connection import Kind
from chn_self.files.codec import encode
from tests.app.kept_maps import ADD, ALI, ENVELOPE, KEPT, SAM, SEALED
from tests.app.visits import EMPTY, after, at, effects

HERE = at(Step.COMPARE, SAM)
BESIDE = after(HERE, m.Opened(encode(ALI)))
EXAMPLE = replace(ALI, id="example")


class TestOpen:
    """How an earlier map comes in."""

    def test_a_file_is_looked_at_beside_the_map(self) -> None:
        """The map in the tab stays as it is, unkept and all, and there is nothing to undo."""
        assert replace(HERE, earlier=Earlier(ALI)) == BESIDE
        assert BESIDE.unkept

    def test_what_is_there_is_read_out(self) -> None:
        """The title takes the focus; the history stays, as the screen is the same."""
        assert effects(HERE, m.Opened(encode(ALI))) == (Focus("title", top=True),)

    def test_pasted_text_too(self) -> None:
        """As on the screen for opening."""
        assert after(HERE, m.Opened(encode(ALI), pasted=True)) == BESIDE

    def test_one_from_the_shelf_too(self) -> None:
        """Without its place there: this tab keeps nothing in it."""
        here = replace(HERE, device=OnDevice("mine", False, SAM))
        assert effects(here, m.OpenKept("k")) == (ReadKept("k", to_compare=True),)
        beside = after(here, m.KeptRead("k", encode(ALI), "r", to_compare=True))
        assert beside == replace(here, earlier=Earlier(ALI))

    def test_one_with_a_passphrase_asks_for_it(self) -> None:
        """Its key is held by nobody: the map is not kept again."""
        read = m.KeptRead("k", SEALED, "r", 15, to_compare=True)
        assert effects(after(HERE, read), m.Unlock("tea")) == (Unseal(ENVELOPE, "tea", None),)
        beside = after(HERE, read, m.Unlock("tea"), m.Unsealed(ENVELOPE, encode(ALI)))
        assert beside == BESIDE

    def test_a_file_with_a_passphrase_too(self) -> None:
        """It asks, and the answer may come when the person is somewhere else."""
        asked = after(HERE, m.Opened(SEALED), m.Unlock("tea"), m.Went(Place(Step.MAP)))
        answer = m.Unsealed(ENVELOPE, encode(ALI))
        assert after(asked, answer) == BESIDE
        assert effects(asked, answer)[0] == Visit(Place(Step.COMPARE))

    def test_what_was_asked_for_here_never_opens_elsewhere(self) -> None:
        """A slow device may answer after the person went on to keep their map."""
        read = m.KeptRead("k", encode(ALI), "r", to_compare=True)
        assert after(replace(KEPT, place=Place(Step.KEEP)), read).map == SAM

    def test_what_was_asked_for_elsewhere_opens_as_ever(self) -> None:
        """Only this screen looks at a map beside another."""
        assert effects(at(Step.KEEP, SAM), m.OpenKept("k")) == (ReadKept("k"),)
        assert after(at(Step.KEEP), m.Opened(encode(ALI))).map == ALI

    def test_the_shelf_is_looked_at_on_the_way_in(self) -> None:
        """So that what is kept can be listed."""
        assert ReadShelf() in effects(EMPTY, m.Went(Place(Step.COMPARE)))

    @given(st.binary(max_size=60))
    def test_a_file_that_does_not_open_changes_nothing(self, data: bytes) -> None:
        """It is told as elsewhere, and an earlier map that is there stays."""
        for state in (HERE, BESIDE):
            refused = after(state, m.Opened(data))
            assert refused.faults
            assert replace(refused, faults=()) == state


class TestSay:
    """Which are the same is the person's to say."""

    def test_what_was_said_is_remembered(self) -> None:
        """For as long as the earlier map is there; the focus stays by the questions."""
        said = after(BESIDE, m.Same("ali", "sam"), m.NotSame("ali", "kim"))
        assert said.earlier == Earlier(ALI, same=(("ali", "sam"),), apart=(("ali", "kim"),))
        assert effects(BESIDE, m.Same("ali", "sam")) == (Focus("perhaps"),)
        assert after(said, m.AskAgain()) == BESIDE

    def test_it_changes_neither_map(self) -> None:
        """What is said is about them, not on them."""
        said = after(BESIDE, m.Same("ali", "sam"), m.NotSame("ali", "sam"))
        assert (said.map, said.past) == (SAM, ())
        assert said.earlier is not None
        assert said.earlier.map == ALI

    @pytest.mark.parametrize(
        "message", [m.Same("a", "b"), m.NotSame("a", "b"), m.AskAgain(), m.PutAway()]
    )
    def test_with_no_earlier_map_it_says_nothing(self, message: m.Message) -> None:
        """A late press."""
        assert after(HERE, message) == HERE


class TestPutAway:
    """When the earlier map leaves the tab."""

    def test_on_request(self) -> None:
        """The screen asks for one again."""
        assert after(BESIDE, m.PutAway()) == HERE

    def test_not_by_going_on_with_the_map(self) -> None:
        """One can change the map and look again."""
        again = after(BESIDE, m.Back(), ADD, m.Went(Place(Step.COMPARE)))
        assert again.earlier == Earlier(ALI)
        assert len(again.map.of_kind(Kind.PERSON)) == 2

    @pytest.mark.parametrize(
        "messages",
        [
            (m.Went(Place(Step.KEEP)), m.Opened(encode(ALI)), m.OpenAnyway()),
            (m.ExampleRead(EXAMPLE),),
            (m.Saved("k", SAM, "r"), m.LockNow(), m.Locked(EMPTY.map)),
        ],
        ids=["another map", "an example", "locked"],
    )
    def test_with_the_map_it_was_compared_with(self, messages: tuple[m.Message, ...]) -> None:
        """It is the person's own, and nothing to leave behind."""
        kept = replace(BESIDE, device=OnDevice("k", True, SAM))
        assert after(kept, *messages).earlier is None

    def test_by_leaving_the_example(self) -> None:
        """It was compared with the example."""
        example = after(EMPTY, m.ExampleRead(EXAMPLE), m.Went(Place(Step.COMPARE)))
        beside = after(example, m.Opened(encode(ALI)))
        assert beside.earlier == Earlier(ALI)
        assert after(beside, m.LeaveExample()).earlier is None

    def test_by_undoing_that_a_map_was_opened(self) -> None:
        """Then there is another map to compare with."""
        opened = after(at(Step.KEEP, SAM), m.Opened(encode(ALI)), m.OpenAnyway())
        beside = after(opened, m.Went(Place(Step.COMPARE)), m.Opened(encode(EXAMPLE)))
        assert beside.earlier == Earlier(EXAMPLE)
        undone = after(beside, m.Undo())
        assert (undone.map, undone.earlier, undone.notice) == (SAM, None, Notice("undone"))

    def test_undo_of_a_change_leaves_it(self) -> None:
        """The map is still the same one."""
        assert after(BESIDE, ADD, m.Undo()).earlier == Earlier(ALI)


def test_nothing_said_beforehand() -> None:
    """A visit starts with one map."""
    assert State(map=SAM).earlier is None
