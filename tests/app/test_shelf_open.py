"""Opening what is kept on the device: in its place, or not at all."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.app import messages as m
from chn_self.app.effects import (
    ReadKept,
    ReadShelf,
    Unseal,
)
from chn_self.app.kept import OnDevice, Shelved, Trouble
from chn_self.app.state import Notice
from chn_self.app.steps import Place, Step
from chn_self.files.codec import encode
from chn_self.files.envelope import write_envelope
from tests.app.kept_maps import ADD, ALI, ENVELOPE, KEPT, MINE, SAM, SEALED
from tests.app.visits import EMPTY, after, at, effects


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

    @pytest.mark.parametrize("step", [Step.KEEP, Step.COMPARE])
    def test_another_that_opens_is_not_asked_about(self, step: Step) -> None:
        """The question would stay on every screen, about a map that nobody waits for."""
        asked = after(at(step, EMPTY.map), m.Opened(SEALED))
        assert asked.asking is not None
        assert after(asked, m.Opened(encode(SAM))).asking is None

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
