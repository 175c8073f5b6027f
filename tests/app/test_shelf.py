"""Keeping on the device: nothing until it is asked for, nothing over another, nothing lost."""

from dataclasses import replace

import pytest

from chn_self.app import messages as m
from chn_self.app.effects import (
    Focus,
    Paper,
    Shelve,
    ShelveAgain,
    TakeOffShelf,
)
from chn_self.app.kept import OnDevice, Trouble
from chn_self.app.state import Notice
from chn_self.app.steps import Place, Step
from chn_self.files.codec import encode
from tests.app.kept_maps import ADD, ALI, KEPT, MINE, SAM
from tests.app.visits import after, effects


class TestKeep:
    """Putting a map on the shelf."""

    def test_nothing_is_kept_until_it_is_asked_for(self) -> None:
        """Whatever is done to the map."""
        assert after(MINE, ADD, m.Typed("hope", "Music"), m.Undo()).due is None

    def test_a_passphrase_goes_to_the_shell_and_nowhere_else(self) -> None:
        """It is in no state, and in no text that a message or an effect is printed as."""
        message = m.KeepHere("blue tea", "blue tea")
        (asked,) = effects(MINE, message)
        assert asked == Shelve("blue tea", None)
        for thing in (message, asked, after(MINE, message), m.Unlock("blue tea")):
            assert "blue" not in repr(thing)

    @pytest.mark.parametrize(
        ("first", "again", "key"),
        [("", "", "passphrase_empty"), ("tea", "ta", "passphrase_differs")],
    )
    def test_a_passphrase_that_will_not_do_is_told_at_its_field(
        self, first: str, again: str, key: str
    ) -> None:
        """Nothing is kept, and the field has the focus."""
        for form, message in (
            ("here", m.KeepHere(first, again)),
            ("file", m.TakeSealed(first, again)),
            ("copy", m.TakeSealed(first, again, Paper.COPY)),
        ):
            assert effects(MINE, message) == (Focus(f"passphrase/{form}"),)
            assert after(MINE, message).notice == Notice(key, {"at": form})

    def test_any_passphrase_at_all_will_do(self) -> None:
        """No rule shames anyone."""
        assert effects(MINE, m.KeepHere("a", "a")) == (Shelve("a", None),)

    def test_without_a_passphrase_is_another_press(self) -> None:
        """Nobody comes to it by leaving a field empty."""
        assert effects(MINE, m.KeepPlain()) == (Shelve(None, None),)

    def test_what_is_kept_has_its_place(self) -> None:
        """From then on each change is due to be kept."""
        kept = after(MINE, m.KeptHere("k", True, SAM, "r"))
        assert kept.device == OnDevice("k", True, SAM, "r")
        assert (kept.unkept, kept.due) == (False, None)
        changed = after(kept, ADD)
        assert changed.due == changed.map
        assert changed.unkept

    def test_a_change_made_while_it_was_being_kept_is_due(self) -> None:
        """The one on the shelf is the one before."""
        changed = after(MINE, m.KeepPlain(), ADD, m.KeptHere("k", False, SAM, "r"))
        assert changed.due == changed.map

    def test_another_map_that_came_meanwhile_is_not_kept_in_its_place(self) -> None:
        """The place belongs to the one that was asked for."""
        opened = after(MINE, m.Opened(encode(ALI)), m.OpenAnyway(), m.KeptHere("k", True, SAM, "r"))
        assert (opened.map, opened.device) == (ALI, None)

    def test_a_second_press_while_it_is_being_kept_keeps_no_second_one(self) -> None:
        """A slow phone and an impatient finger leave no copy behind, least of all an open one."""
        keeping = after(MINE, m.KeepHere("a", "a"))
        for again in (m.KeepHere("a", "a"), m.KeepPlain(), m.KeepAnother()):
            assert effects(keeping, again) == ()
        told = after(keeping, m.NotKept("", Trouble.FAILED))
        assert effects(told, m.KeepPlain()) == (Shelve(None, None),)

    def test_a_map_with_a_passphrase_is_not_kept_without_one_by_a_press(self) -> None:
        """It would lie open in the place where it was sealed."""
        assert effects(KEPT, m.KeepPlain()) == ()

    def test_a_new_passphrase_is_never_set_over_another_tab_s_map(self) -> None:
        """It is kept in a new place then."""
        changed = after(KEPT, m.NotKept("k", Trouble.CHANGED))
        assert effects(changed, m.KeepHere("a", "a")) == (Shelve("a", None),)

    def test_an_example_is_never_kept(self) -> None:
        """It is nobody's."""
        looking = after(MINE, m.ExampleRead(ALI))
        assert effects(looking, m.KeepPlain()) == ()
        assert after(replace(looking, device=KEPT.device), ADD).due is None

    def test_a_new_passphrase_keeps_the_place(self) -> None:
        """Once the map is there; where it is gone, it gets a place anew."""
        assert effects(KEPT, m.KeepHere("a", "a")) == (Shelve("a", "k"),)
        gone = after(KEPT, m.NotKept("k", Trouble.GONE))
        assert effects(gone, m.KeepHere("a", "a")) == (Shelve("a", None),)

    def test_the_time_of_quiet_is_the_one_that_was_kept(self) -> None:
        """One that was chosen while the map was being kept is still to be kept."""
        timed = after(KEPT, m.LockAfter(15))
        for minutes in (15, None):
            kept = after(timed, m.KeptHere("k", True, SAM, "r", minutes)).device
            assert kept == OnDevice("k", True, SAM, "r", lock_after=minutes)
        late = after(KEPT, m.LockAfter(15), m.Saved("k", SAM, "r", None))
        assert late.due == SAM


class TestSaved:
    """What the shell tells of saving."""

    def test_takes_nothing_off_the_screen(self) -> None:
        """What is being read and typed stays, and one text is one undo."""
        typed = after(KEPT, m.Typed("hope", "Mu"))
        noticed = replace(typed, notice=Notice("added", {"name": "x"}), fresh=("sam",))
        saved = after(noticed, m.Saved("k", typed.map, "r"))
        assert (saved.notice, saved.fresh, saved.typing) == (noticed.notice, ("sam",), "hope")
        assert len(after(saved, m.Typed("hope", "Mus")).past) == len(typed.past)

    def test_is_of_one_place_only(self) -> None:
        """What was saved elsewhere says nothing of this one."""
        for told in (m.Saved("j", ALI, "r"), m.NotKept("j", Trouble.FULL)):
            assert after(KEPT, told) == KEPT

    @pytest.mark.parametrize("trouble", [Trouble.FULL, Trouble.FAILED])
    def test_what_could_not_be_kept_is_tried_again(self, trouble: Trouble) -> None:
        """And is in the tab until then."""
        troubled = after(KEPT, ADD, m.NotKept("k", trouble))
        assert troubled.unkept
        assert troubled.due == troubled.map
        saved = after(troubled, m.Saved("k", troubled.map, "r"))
        assert saved.device == OnDevice("k", True, troubled.map, "r")

    @pytest.mark.parametrize("trouble", [Trouble.CHANGED, Trouble.GONE])
    def test_what_is_another_tab_s_is_never_written_over(self, trouble: Trouble) -> None:
        """Whatever is changed here from then on."""
        troubled = after(KEPT, ADD, m.NotKept("k", trouble), m.Typed("hope", "Music"))
        assert troubled.unkept
        assert troubled.due is None

    def test_mine_can_be_kept_beside_it(self) -> None:
        """Then both are on the shelf."""
        troubled = after(KEPT, ADD, m.NotKept("k", Trouble.CHANGED))
        assert effects(troubled, m.KeepAnother()) == (ShelveAgain(),)
        kept = after(troubled, m.KeptHere("l", True, troubled.map, "r"))
        assert kept.device == OnDevice("l", True, troubled.map, "r")

    def test_trouble_is_told_when_it_begins(self) -> None:
        """Once, where notices are read out; and it is no longer said to be kept."""
        troubled = after(KEPT, m.NotKept("k", Trouble.FULL))
        assert troubled.notice == Notice("trouble")
        quiet = after(troubled, m.Typed("hope", "x"), m.Next(), m.NotKept("k", Trouble.FULL))
        assert quiet.notice is None

    @pytest.mark.parametrize("trouble", [Trouble.FULL, Trouble.FAILED])
    def test_the_first_time_it_is_told_and_a_file_offered(self, trouble: Trouble) -> None:
        """The map is where it was."""
        told = after(MINE, m.KeepPlain(), m.NotKept("", trouble))
        assert told.notice == Notice(f"not_kept_{trouble}")
        assert (told.map, told.device) == (SAM, None)

    def test_whether_it_lasts_is_known_once_the_browser_says_so(self) -> None:
        """Some browsers ask the person."""
        assert after(KEPT, m.Lasting(True)).device == OnDevice("k", True, SAM, lasting=True)
        assert after(MINE, m.Lasting(True)) == MINE


class TestTakeOff:
    """Taking a map off the device."""

    def test_it_is_asked_about_once(self) -> None:
        """It cannot be brought back."""
        asked = after(MINE, m.TakeOff("j"))
        assert asked.taking_off == "j"
        assert effects(asked, m.TakeOffNow()) == (TakeOffShelf("j"),)
        assert after(asked, m.TakeOff("")).taking_off is None

    def test_nothing_is_taken_off_unasked(self) -> None:
        """A second press finds nothing to take off, nor does one after going elsewhere."""
        assert effects(MINE, m.TakeOffNow()) == ()
        away = after(MINE, m.TakeOff("j"), m.Went(Place(Step.MAP)), m.Went(Place(Step.KEEP)))
        assert effects(away, m.TakeOffNow()) == ()

    def test_the_map_in_the_tab_stays_there(self) -> None:
        """In this tab only from then on."""
        off = after(KEPT, m.TakeOff("k"), m.TakeOffNow(), m.TakenOff("k"))
        assert (off.map, off.device) == (SAM, None)
        assert off.unkept

    def test_another_one_changes_nothing_for_it(self) -> None:
        """It has its own place."""
        assert after(KEPT, m.TakenOff("j")).device == KEPT.device
