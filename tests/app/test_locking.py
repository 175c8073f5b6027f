"""Locking the map in the tab, and the offer to keep one."""

from dataclasses import replace

import pytest

from chn_self.app import messages as m
from chn_self.app.effects import (
    Lock,
    ReadKept,
    ReadShelf,
    Visit,
)
from chn_self.app.kept import OnDevice, Trouble
from chn_self.app.state import Notice, State
from chn_self.app.steps import Place, Step
from chn_self.domain.connection import Kind
from tests.app.kept_maps import ADD, ALI, KEPT, MINE, SAM, SEALED
from tests.app.visits import EMPTY, after, at, effects


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
