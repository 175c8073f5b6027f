"""Keeping on the device: nothing until it is asked for, nothing over another, nothing lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.app import messages as m
from chn_self.app.effects import (
    Focus,
    Lock,
    ReadKept,
    ReadShelf,
    Shelve,
    ShelveAgain,
    TakeOffShelf,
    Unseal,
    Visit,
)
from chn_self.app.kept import OnDevice, Shelved, Trouble
from chn_self.app.state import Notice, State
from chn_self.app.steps import Place, Step
from chn_self.domain.connection import Kind
from chn_self.files.codec import encode
from chn_self.files.envelope import ITERATIONS, Envelope, Header, write_envelope
from tests.app.visits import EMPTY, after, at, effects
from tests.maps import map_of, person

SAM = replace(map_of(person("sam", "Sam")), id="mine")
ALI = replace(map_of(person("ali", "Ali")), id="other")
MINE = at(Step.KEEP, SAM)
KEPT = replace(MINE, device=OnDevice("k", True, SAM))
ADD = m.Add(Kind.PERSON, "Kim", "k")
ENVELOPE = Envelope(Header(ITERATIONS, bytes(16), bytes(12)), bytes(16))
SEALED = write_envelope(ENVELOPE)


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


class TestOpen:
    """Opening what is kept."""

    def test_the_shelf_is_looked_at_on_the_way_in(self) -> None:
        """And shown without a word of what is in it."""
        assert ReadShelf() in effects(EMPTY, m.Went(Place(Step.KEEP)))
        shelf = (Shelved("k", "2026-11-24T09:30", True),)
        assert after(MINE, m.ShelfRead(shelf)).shelf == shelf

    def test_a_plain_one_opens_in_its_place(self) -> None:
        """Each change is kept there again."""
        assert effects(EMPTY, m.OpenKept("k")) == (ReadKept("k"),)
        opened = after(EMPTY, m.KeptRead("k", encode(SAM)))
        assert (opened.map, opened.device) == (SAM, OnDevice("k", False, SAM))
        assert opened.place == Place(Step.MAP)
        assert not opened.unkept

    def test_a_sealed_one_asks_for_its_passphrase(self) -> None:
        """And opens once that is right, with its time of quiet."""
        asked = after(EMPTY, m.KeptRead("k", SEALED, "r", 15))
        assert asked.map == EMPTY.map
        assert effects(asked, m.Unlock("tea")) == (Unseal(ENVELOPE, "tea", "k"),)
        opened = after(asked, m.Unlock("tea"), m.Unsealed(ENVELOPE, encode(SAM)))
        assert opened.device == OnDevice("k", True, SAM, "r", lock_after=15)
        assert opened.asking is None

    def test_looking_at_what_another_tab_kept_changes_nothing_for_the_one_here(self) -> None:
        """Its place and the writing that this tab knows of stay, until the other map is shown."""
        changed = after(KEPT, m.NotKept("k", Trouble.CHANGED))
        for came in (SEALED, encode(ALI)):
            looked = after(changed, m.KeptRead("k", came, "theirs"))
            let_be = after(looked, m.StopUnlocking(), m.KeepMine())
            assert let_be.device == changed.device

    def test_an_answer_about_another_envelope_opens_nothing(self) -> None:
        """A slow phone may answer for one that the person let be, while another is asked about."""
        other = replace(ENVELOPE, sealed=bytes(17))
        asked = after(EMPTY, m.KeptRead("k", SEALED), m.Unlock("tea"), m.StopUnlocking())
        again = after(asked, m.KeptRead("l", write_envelope(other)))
        assert after(again, m.Unsealed(ENVELOPE, encode(SAM))) == again
        assert after(again, m.WrongPassphrase(ENVELOPE)) == again

    def test_a_second_press_while_a_passphrase_is_tried_tries_nothing(self) -> None:
        """It says that the map is being opened."""
        trying = after(EMPTY, m.KeptRead("k", SEALED), m.Unlock("tea"))
        assert trying.notice == Notice("opening")
        assert effects(trying, m.Unlock("")) == ()

    def test_pasted_text_is_in_no_file(self) -> None:
        """It is in this tab only, until it is kept."""
        pasted = after(EMPTY, m.Opened(encode(SAM), pasted=True))
        assert (pasted.map, pasted.kept) == (SAM, None)
        assert pasted.unkept

    def test_a_wrong_passphrase_changes_nothing(self) -> None:
        """It can be tried again, as often as one likes."""
        asked = after(MINE, m.KeptRead("k", SEALED), m.Unlock("ta"), m.WrongPassphrase(ENVELOPE))
        assert asked.map == SAM
        assert asked.asking is not None
        assert asked.asking.failed
        assert effects(asked, m.Unlock("tea")) == (Unseal(ENVELOPE, "tea", "k"),)

    def test_an_empty_passphrase_is_not_tried(self) -> None:
        """It is told at the field."""
        asked = after(EMPTY, m.KeptRead("k", SEALED), m.Unlock(""))
        assert asked.notice == Notice("passphrase_empty", {"at": "asked"})

    def test_one_that_was_let_be_stays_closed(self) -> None:
        """Also if the answer comes late."""
        let_be = after(EMPTY, m.KeptRead("k", SEALED), m.Unlock("tea"), m.StopUnlocking())
        assert after(let_be, m.Unsealed(ENVELOPE, encode(SAM))) == let_be

    def test_one_that_is_gone_is_told(self) -> None:
        """The list is looked at anew."""
        assert after(MINE, m.KeptRead("k", None)).notice == Notice("not_there")
        assert effects(MINE, m.KeptRead("k", None)) == (ReadShelf(),)

    def test_it_waits_while_the_map_in_the_tab_is_not_kept(self) -> None:
        """Its place on the shelf waits with it."""
        asked = after(MINE, m.KeptRead("k", encode(ALI)))
        assert (asked.map, asked.device) == (SAM, None)
        opened = after(asked, m.OpenAnyway())
        assert (opened.map, opened.device) == (ALI, OnDevice("k", False, ALI))

    def test_undo_never_puts_one_map_in_the_place_of_another(self) -> None:
        """What Undo brings back is in the tab only, and due nowhere."""
        opened = after(MINE, m.KeptRead("k", encode(ALI)), m.OpenAnyway(), ADD)
        undone = after(opened, m.Undo())
        assert (undone.map, undone.device) == (ALI, opened.device)
        undone = after(undone, m.Undo())
        assert (undone.map, undone.device, undone.due) == (SAM, None, None)
        assert undone.unkept

    def test_a_map_that_is_safe_on_the_shelf_is_not_kept_in_memory_too(self) -> None:
        """It opens from there, in its place."""
        opened = after(KEPT, m.Opened(encode(ALI)))
        assert (opened.map, opened.past, opened.device) == (ALI, (), None)

    @given(st.binary(max_size=60))
    def test_no_bytes_at_all_are_too_odd(self, data: bytes) -> None:
        """Off the shelf or out of an envelope: opened, or refused with a reason."""
        for came in (
            after(MINE, m.KeptRead("k", data)),
            after(MINE, m.KeptRead("k", SEALED), m.Unsealed(ENVELOPE, data)),
        ):
            assert came.map == SAM
            assert came.faults or came.waiting


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


class TestLock:
    """Locking the map in the tab."""

    def test_nothing_of_the_map_is_left(self) -> None:
        """Not in what could be undone, not in what was typed, not in what was chosen."""
        busy = after(KEPT, ADD, m.Typed("share/words", "Dear"), m.Typed("add/person", "Le"))
        saved = after(busy, m.Saved("k", busy.map, "r"))
        locked = after(saved, m.LockNow(), m.Locked(EMPTY.map))
        expected = replace(
            State(map=EMPTY.map, place=Place(Step.KEEP)), notice=Notice("locked"), offered=True
        )
        assert locked == expected

    def test_it_leads_to_its_passphrase(self) -> None:
        """Which is asked for at once."""
        assert effects(KEPT, m.LockNow()) == (Lock(),)
        visit = Visit(Place(Step.KEEP))
        assert effects(KEPT, m.Locked(EMPTY.map)) == (visit, ReadShelf(), ReadKept("k"))
        asked = after(KEPT, m.Locked(EMPTY.map), m.KeptRead("k", SEALED))
        assert asked.asking is not None
        assert asked.notice == Notice("locked")

    @pytest.mark.parametrize("trouble", Trouble)
    def test_what_is_not_kept_is_not_locked_away(self, trouble: Trouble) -> None:
        """It would be lost."""
        troubled = after(KEPT, ADD, m.NotKept("k", trouble))
        stays = after(troubled, m.LockNow(), m.Locked(EMPTY.map))
        assert stays.map == troubled.map
        assert stays.notice == Notice("not_locked")

    def test_only_a_map_with_a_passphrase_locks(self) -> None:
        """Another would be lost, or open to anyone."""
        plain = replace(KEPT, device=OnDevice("k", False, SAM))
        for state in (MINE, plain):
            assert effects(state, m.LockNow()) == ()
            assert after(state, m.LockAfter(15)) == state
            assert after(state, m.Locked(EMPTY.map)) == state

    def test_the_time_of_quiet_is_kept_with_the_map(self) -> None:
        """So the map is due to be kept again."""
        timed = after(KEPT, m.LockAfter(15))
        assert timed.due == SAM
        assert timed.device == OnDevice("k", True, None, lock_after=15)


class TestOffer:
    """Keeping is offered once there is something to lose."""

    LISTED = at(Step.PEOPLE)

    def test_comes_with_the_third_connection_and_once(self) -> None:
        """Not before, and not again."""
        two = after(self.LISTED, ADD, m.Add(Kind.PERSON, "Lee", "l"))
        assert not two.offer
        three = after(two, m.Add(Kind.PLACE, "Park", "p"))
        assert three.offer
        later = after(three, m.KeepLater())
        assert not after(later, m.Undo(), m.Add(Kind.PLACE, "Pub", "q")).offer

    def test_comes_with_several_at_once(self) -> None:
        """A pasted list is more to lose."""
        assert after(self.LISTED, m.Add(Kind.PERSON, "a\nb\nc\nd", "s")).offer

    def test_goes_with_the_screen(self) -> None:
        """It is calm: nobody has to answer."""
        three = after(self.LISTED, m.Add(Kind.PERSON, "a\nb\nc", "s"))
        assert not after(three, m.Next()).offer

    def test_is_not_made_for_what_is_kept_or_is_nobody_s(self) -> None:
        """Nothing would be lost."""
        three = m.Add(Kind.PERSON, "a\nb\nc", "s")
        kept = replace(self.LISTED, device=OnDevice("k", False, None))
        assert not after(kept, three).offer
        assert not after(self.LISTED, m.ExampleRead(ALI), three).offer
