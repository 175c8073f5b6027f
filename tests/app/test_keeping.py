"""Files in and out, and the example: never is a map replaced without a word."""

from dataclasses import replace
from pathlib import Path

import pytest

from chn_self.app import messages as m
from chn_self.app.effects import Download, Focus, Paper, ReadExample, Visit
from chn_self.app.kept import Kept, Waiting
from chn_self.app.state import Draft, Notice, State
from chn_self.app.steps import Place, Step
from chn_self.domain.connection import Kind
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Part
from chn_self.files.codec import decode, encode
from tests.app.visits import EMPTY, after, at, effects
from tests.maps import EXAMPLES, map_of, person

SAM = map_of(person("sam", "Sam"))
ALI = map_of(person("ali", "Ali"))
FILE = encode(ALI)
# A map out of a file: it is in that file already, of a day that this one does not tell.
WAITING = Waiting(ALI, kept=Kept(ALI, checked=True))
MINE = at(Step.KEEP, SAM)
EXAMPLE = map_of(person("ex", "Robin"))

# Files that do not open, and what keeps each from it.
REFUSED = (
    (b"", "empty_file"),
    (b"\xff\xfe\x00", "not_utf8"),
    (FILE[: len(FILE) // 2], "cut_off"),
    (b"a letter to a friend", "not_a_map"),
    (FILE.replace(b":", b"=", 3), "not_json"),
    (b'{"name": "someone else\'s file"}', "not_a_map"),
    (b"[1, 2, 3]", "not_a_map"),
    (FILE.replace(b'"version": 1', b'"version": 2'), "newer"),
    (FILE.replace(b'"person"', b'"pet"'), "expected_one_of"),
    (b" " * 5_000_001, "too_big"),
    (b"[" * 100_000, "too_deep"),
)


class TestOpen:
    """Opening a file."""

    @pytest.mark.parametrize(("data", "problem"), REFUSED, ids=[p for _, p in REFUSED])
    def test_a_file_that_does_not_open_says_why(self, data: bytes, problem: str) -> None:
        """And leaves the map, its past and all that was typed as they were."""
        before = after(MINE, m.Typed("add/person", "Al"))
        refused = after(before, m.Opened(data))
        assert [fault.problem for fault in refused.faults] == [problem]
        assert replace(refused, faults=(), notice=before.notice) == before

    def test_a_refusal_gets_the_focus(self) -> None:
        """It is read out, and stands where the person is."""
        assert effects(MINE, m.Opened(b"")) == (Focus("faults"),)

    def test_a_refusal_goes_with_the_next_press(self) -> None:
        """It is about a file that is not here."""
        assert after(MINE, m.Opened(b""), m.Next()).faults == ()

    def test_a_file_opens_at_once_over_nothing(self) -> None:
        """On the map step, in its file as far as the page knows."""
        opened = after(EMPTY, m.Opened(FILE))
        assert opened.map == ALI
        assert opened.place == Place(Step.MAP)
        assert opened.notice == Notice("opened")
        assert not opened.unkept

    def test_opening_leads_to_the_map(self) -> None:
        """With the title of the new screen in focus."""
        assert effects(EMPTY, m.Opened(FILE)) == (Visit(Place(Step.MAP)), Focus("title", top=True))

    def test_a_file_opens_at_once_over_a_map_that_is_kept(self) -> None:
        """Nothing would be lost."""
        assert after(replace(MINE, kept=Kept(SAM, "2026-11-24T14:05")), m.Opened(FILE)).map == ALI

    def test_a_file_waits_while_the_map_is_not_kept(self) -> None:
        """The person is asked first."""
        asked = after(MINE, m.Opened(FILE))
        assert (asked.map, asked.waiting) == (SAM, WAITING)
        assert effects(MINE, m.Opened(FILE)) == (Focus("waiting"),)

    def test_a_file_waits_while_a_name_is_half_typed(self) -> None:
        """That would be lost as well, even beside a map that is in a file."""
        kept = replace(MINE, kept=Kept(SAM, "2026-11-24T14:05"), drafts={"add/person": Draft("Al")})
        assert after(kept, m.Opened(FILE)).waiting == WAITING

    def test_a_file_can_be_opened_anyway_and_undone(self) -> None:
        """Undo brings back the map before, and that is not in the file."""
        opened = after(MINE, m.Opened(FILE), m.OpenAnyway())
        assert (opened.map, opened.waiting) == (ALI, None)
        undone = after(opened, m.Undo())
        assert undone.map == SAM
        assert undone.unkept

    def test_nothing_said_of_an_opened_map_is_said_of_the_one_before(self) -> None:
        """Undo leads from one to the other: names in full, say, were chosen for the first alone."""
        opened = after(MINE, m.Opened(FILE), m.OpenAnyway(), m.ShowType())
        chosen = after(opened, m.Typed("share/words", "Hello"), m.Choose("picture", "full"))
        undone = after(chosen, m.Undo())
        assert undone.map == SAM
        assert (undone.choices, undone.type_shown) == (Choices(), False)

    def test_a_file_can_be_let_go(self) -> None:
        """Then all is as it was."""
        stayed = after(MINE, m.Opened(FILE), m.KeepMine())
        assert (stayed.map, stayed.waiting) == (SAM, None)

    def test_the_map_can_be_kept_while_the_file_waits(self) -> None:
        """The file still waits afterwards."""
        asked = after(MINE, m.Opened(FILE), m.Taken(Paper.MAP, SAM, "2026-11-24T14:05"))
        assert asked.waiting == WAITING
        assert not asked.unkept

    def test_nothing_opens_where_nothing_waits(self) -> None:
        """A second press of the button finds no file."""
        assert after(MINE, m.OpenAnyway()) == MINE

    def test_nothing_of_one_map_goes_over_to_another(self) -> None:
        """What was chosen and written for a summary, put away and looked at is of the map before.

        Words to a reader are the worst of it: the file may be somebody else's.
        """
        told = after(
            MINE,
            m.Typed("share/words", "Dear Dr Patel"),
            m.Choose("connection", "sam"),
            m.Choose("part", Part.HARDER),
            m.NotForMe("open.stands_out.1"),
            m.Select("sam"),
            m.ShowType(),
            m.Opened(FILE),
            m.OpenAnyway(),
        )
        fresh = after(EMPTY, m.Opened(FILE))
        assert told == replace(fresh, past=(SAM,))
        assert told.choices == Choices()

    @pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name.partition(".")[0])
    def test_every_example_opens(self, path: Path) -> None:
        """As the map that its file holds."""
        assert after(EMPTY, m.Opened(path.read_bytes())).map == decode(path.read_bytes())


class TestTake:
    """Downloads."""

    @pytest.mark.parametrize("paper", Paper)
    def test_a_download_is_the_shell_s_to_make(self, paper: Paper) -> None:
        """It has the file system and the clock."""
        assert effects(MINE, m.Take(paper)) == (Download(paper),)

    def test_a_map_that_was_handed_over_is_kept(self) -> None:
        """The page says since when."""
        kept = after(MINE, m.Taken(Paper.MAP, SAM, "2026-11-24T14:05"))
        assert kept.kept == Kept(SAM, "2026-11-24T14:05")
        assert kept.notice == Notice("map_taken")
        assert not kept.unkept

    def test_saved_is_said_of_the_map_as_it_is(self) -> None:
        """A file that was read back and is older holds the map as it was."""
        handed = after(MINE, m.Taken(Paper.MAP, SAM, "2026-11-24T14:05", "digest"))
        assert after(handed, m.CheckFile("digest")).notice == Notice("saved")
        assert after(handed, m.CheckFile("another")).notice == Notice("file_differs")
        changed = after(handed, m.Typed("hope", "Music"), m.CheckFile("digest"))
        assert changed.notice == Notice("other_file_saved")
        assert changed.unkept

    @pytest.mark.parametrize("paper", [Paper.HTML, Paper.TEXT, Paper.COPY])
    def test_a_summary_keeps_no_map(self, paper: Paper) -> None:
        """It does not hold all of it."""
        taken = after(MINE, m.Taken(paper, SAM, "2026-11-24T14:05"))
        assert taken.notice == Notice("taken")
        assert taken.unkept


def looking(state: State) -> State:
    """Somebody who looks at the example."""
    return after(state, m.LookAtExample(), m.ExampleRead(EXAMPLE))


class TestExample:
    """The ready-made map."""

    def test_it_is_the_shell_s_to_read(self) -> None:
        """It comes with the page's own files."""
        assert effects(EMPTY, m.LookAtExample()) == (ReadExample(),)

    def test_it_is_shown_as_one(self) -> None:
        """On the map step, with no past of its own to undo."""
        shown = looking(MINE)
        assert (shown.map, shown.is_example, shown.past) == (EXAMPLE, True, ())
        assert shown.place == Place(Step.MAP)

    def test_leaving_it_brings_back_all_that_is_the_person_s(self) -> None:
        """The map, its past, what was half typed and what was chosen for a summary."""
        before = after(
            EMPTY,
            m.Add(Kind.PERSON, "Sam", "s"),
            m.Typed("note/s-0", "n" * 501),
            m.Typed("share/words", "Dear Dr Patel"),
            m.Choose("names", "full"),
            m.NotForMe("open.stands_out.1"),
            m.ShowType(),
            m.Next(),
            m.Typed("add/place", "Libr"),
        )
        back = after(looking(before), m.LeaveExample())
        for part in ("map", "past", "choices", "reflecting", "type_shown", "kept", "own"):
            assert getattr(back, part) == getattr(before, part), part
        assert back.drafts.keys() == {"note/s-0", "add/place"}
        assert back.place == Place(Step.ACTIVITIES)

    def test_nothing_of_the_person_s_is_seen_in_it(self) -> None:
        """Somebody may be shown the example by the one whose map waits behind it."""
        shown = looking(after(MINE, m.Typed("share/words", "Dear Dr Patel"), m.Typed("hope", "x")))
        assert shown.choices == Choices()
        assert shown.drafts == {}
        assert not shown.type_shown

    def test_what_is_done_in_it_stays_in_it(self) -> None:
        """Changes can be undone there, down to the example as it is."""
        changed = after(looking(MINE), m.Add(Kind.PERSON, "Kim", "k"), m.Typed("add/person", "Le"))
        assert after(changed, m.Undo()).map == EXAMPLE
        assert after(changed, m.Undo(), m.Undo()).map == EXAMPLE
        left = after(changed, m.LeaveExample())
        assert (left.map, left.past, left.drafts) == (SAM, (), {})

    def test_looking_again_from_within_keeps_the_own_map(self) -> None:
        """The example begins anew; what is set aside is still the person's."""
        again = looking(after(looking(MINE), m.Add(Kind.PERSON, "Kim", "k")))
        assert again.map == EXAMPLE
        assert again.mine == SAM

    def test_there_is_nothing_to_leave_outside_it(self) -> None:
        """A second press changes nothing."""
        assert after(MINE, m.LeaveExample()) == MINE

    def test_a_file_opened_beside_it_asks_about_the_own_map(self) -> None:
        """Which is not in a file, and comes back with Undo."""
        asked = after(looking(MINE), m.Opened(FILE))
        assert asked.waiting == WAITING
        opened = after(asked, m.OpenAnyway())
        assert (opened.map, opened.is_example) == (ALI, False)
        assert after(opened, m.Undo()).map == SAM

    def test_a_file_opened_beside_it_opens_over_nothing(self) -> None:
        """With no map of one's own, there is nothing to ask."""
        opened = after(looking(EMPTY), m.Opened(FILE))
        assert (opened.map, opened.is_example) == (ALI, False)

    def test_keeping_beside_it_keeps_the_own_map(self) -> None:
        """What is kept then is what the person would lose."""
        asked = after(looking(MINE), m.Opened(FILE))
        kept = after(asked, m.Taken(Paper.MAP, asked.mine, "2026-11-24T14:05"))
        assert kept.kept == Kept(SAM, "2026-11-24T14:05")
        assert not kept.unkept


def test_a_map_is_itself_again_after_a_file() -> None:
    """What is kept and opened is the very map; it is kept then."""
    map_: PersonalMap = replace(SAM, hope="Music")
    kept = at(Step.KEEP, map_)
    opened = after(EMPTY, m.Opened(encode(kept.map)))
    assert opened.map == map_
    assert not opened.unkept
