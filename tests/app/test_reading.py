"""What is read of what was handed over: what opens, what does not, and what is on the screen."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.app.effects import Effect, Focus, Print, Unseal
from chn_self.app.messages import Unsealed, WrongPassphrase
from chn_self.app.messages import reading as m
from chn_self.app.reading import MOST_FILES, Reading, day, message, update
from chn_self.domain.personal_map import COPY, PersonalMap
from chn_self.files.codec import encode
from chn_self.files.envelope import Envelope
from chn_self.files.summary_page import SummaryPage
from tests.app.kept_maps import ENVELOPE, SAM, SEALED
from tests.comparisons import NOW, THEN

MAY = replace(THEN, id="may", as_of="2026-05-02")
JUNE = replace(THEN, id="june", as_of="2026-06-01")
NOVEMBER = replace(NOW, id="november", as_of="2026-11-24")
SUMMARY = b'<!doctype html><div class="summary"><h1>Mine</h1></div>'


def given_(*files: bytes, stamp: str = "s") -> m.Given:
    """Files that were chosen at once, called by their number."""
    return m.Given(tuple((f"file {i}", data) for i, data in enumerate(files)), stamp)


def after(*messages: m.Reading) -> Reading:
    """What is read after some messages."""
    reading = Reading()
    for one in messages:
        reading, _ = update(reading, one)
    return reading


def effects(reading: Reading, one: m.Reading) -> tuple[Effect, ...]:
    """What the shell is asked to do."""
    return update(reading, one)[1]


def shown(reading: Reading) -> object:
    """What is on the screen by itself."""
    return reading.on_screen and reading.on_screen.holds


class TestOpening:
    """Files that come in."""

    def test_a_map_is_shown_at_once(self) -> None:
        """There is nothing else to do first."""
        assert shown(after(given_(encode(SAM)))) == SAM
        assert effects(Reading(), given_(encode(SAM))) == (Focus("opened"),)

    def test_a_summary_is_shown_at_once(self) -> None:
        """As its words."""
        assert isinstance(shown(after(given_(SUMMARY))), SummaryPage)

    def test_two_maps_are_shown_over_time(self) -> None:
        """Whichever was chosen first, in the order of their days."""
        reading = after(given_(encode(NOVEMBER), encode(MAY)), given_(encode(JUNE), stamp="t"))
        assert reading.comparable
        assert reading.on_screen is None
        assert [map_.id for map_ in reading.maps] == ["may", "june", "november"]

    def test_what_does_not_open_keeps_nothing_else_closed(self) -> None:
        """Each is told with its name, and the focus goes there."""
        files = given_(b"%PDF-", encode(SAM), b"\x89PNG")
        reading = after(files)
        assert shown(reading) == SAM
        told = [(name, fault.problem) for name, fault in reading.refused]
        assert told == [("file 0", "a_pdf"), ("file 2", "a_picture")]
        assert effects(Reading(), files) == (Focus("refused"),)

    def test_what_did_not_open_is_told_until_others_come(self) -> None:
        """It is of those that were chosen last."""
        assert not after(given_(b"%PDF-"), given_(encode(SAM))).refused

    def test_the_same_file_once_more_is_only_shown(self) -> None:
        """A map held against itself would tell nothing."""
        reading = after(given_(encode(SAM), SUMMARY), given_(encode(SAM), stamp="t"))
        assert len(reading.files) == 2
        assert shown(reading) == SAM

    def test_past_the_most_the_rest_is_told(self) -> None:
        """So that a folder chosen as a whole fills no phone."""
        maps = [encode(replace(SAM, id=f"m{i}")) for i in range(MOST_FILES + 1)]
        reading = after(given_(*maps))
        assert len(reading.files) == MOST_FILES
        assert [fault.problem for _, fault in reading.refused] == ["too_many_files"]

    def test_keys_are_never_the_same(self) -> None:
        """Each choice has a stamp of its own."""
        reading = after(given_(encode(SAM), SUMMARY), given_(encode(NOW), stamp="t"))
        assert len({file.key for file in reading.files}) == 3


class TestPassphrase:
    """A file that has one."""

    reading = after(given_(SEALED))
    key = reading.files[0].key

    def test_is_asked_for(self) -> None:
        """Nothing is shown of it meanwhile."""
        assert shown(self.reading) is None
        assert effects(Reading(), given_(SEALED)) == (Focus(f"passphrase/{self.key}"),)

    def test_is_tried_once_at_a_time(self) -> None:
        """A second press waits for what comes of the first."""
        tried, asked = update(self.reading, m.TryPassphrase(self.key, "kettle"))
        assert asked == (Unseal(ENVELOPE, "kettle"),)
        assert update(tried, m.TryPassphrase(self.key, "kettle")) == (tried, ())

    @pytest.mark.parametrize("key", [key, "another"])
    def test_an_empty_one_is_not_tried(self, key: str) -> None:
        """Nor is one for a file that is not there."""
        after_, asked = update(self.reading, m.TryPassphrase(key, ""))
        assert after_ == self.reading
        assert not any(isinstance(effect, Unseal) for effect in asked)

    def test_a_wrong_one_is_told_and_others_stay_open(self) -> None:
        """It can be tried again."""
        with_map, _ = update(self.reading, given_(encode(SAM), stamp="t"))
        trying, _ = update(with_map, m.TryPassphrase(self.key, "x"))
        wrong, asked = update(trying, WrongPassphrase(ENVELOPE))
        assert wrong.files[0] == replace(self.reading.files[0], failed=True)
        assert shown(wrong) == SAM
        assert asked == (Focus(f"passphrase/{self.key}"),)

    def test_a_right_one_opens_it(self) -> None:
        """In the place of what it was sealed in."""
        opened = after(given_(SEALED), Unsealed(ENVELOPE, encode(SAM)))
        assert [file.holds for file in opened.files] == [SAM]
        assert shown(opened) == SAM

    def test_what_was_sealed_and_is_no_map_is_told(self) -> None:
        """By the name of its file."""
        opened = after(given_(SEALED), Unsealed(ENVELOPE, b"Dear diary"))
        assert not opened.files
        assert [(name, fault.problem) for name, fault in opened.refused] == [
            ("file 0", "not_a_map")
        ]

    def test_one_that_was_closed_meanwhile_stays_closed(self) -> None:
        """What comes late says nothing any more."""
        for late in (Unsealed(ENVELOPE, encode(SAM)), WrongPassphrase(ENVELOPE)):
            assert after(given_(SEALED), m.CloseFile(self.key), late) == Reading()


class TestLooking:
    """What is on the screen."""

    both = after(given_(encode(MAY), encode(NOVEMBER)))

    def test_one_of_several_can_be_shown_by_itself(self) -> None:
        """And all over time again."""
        first = self.both.files[0]
        one, _ = update(self.both, m.ShowFile(first.key))
        assert shown(one) == MAY
        again, _ = update(one, m.ShowOverTime())
        assert again.on_screen is None

    def test_closing_one_leaves_the_other(self) -> None:
        """One map is not shown over time."""
        left, asked = update(self.both, m.CloseFile(self.both.files[1].key))
        assert shown(left) == MAY
        assert asked == (Focus("title"),)

    def test_a_whole_map_hides_what_stays_off_anything_shared(self) -> None:
        """Until whoever reads asks for it; the next file begins anew."""
        assert self.both.hides(MAY)
        asked, _ = update(self.both, m.ShowKeptOff())
        assert not asked.hides(MAY)
        for message_ in (m.ShowFile("s-0"), m.ShowOverTime(), given_(encode(JUNE), stamp="t")):
            assert update(asked, message_)[0].hides(MAY)

    def test_a_copy_hides_nothing(self) -> None:
        """All in it was put in."""
        assert not self.both.hides(replace(MAY, extra={COPY: True}))

    def test_printing_is_the_browser_s(self) -> None:
        """Nothing changes by it."""
        assert update(self.both, m.PrintShown()) == (self.both, (Print(),))


@pytest.mark.parametrize(
    ("map_", "on"),
    [
        (PersonalMap("m", as_of="2026-05-02", saved_at="2026-06-01T10:00:00Z"), "2026-05-02"),
        (PersonalMap("m", saved_at="2026-06-01T10:00:00Z"), "2026-06-01"),
        (PersonalMap("m"), ""),
    ],
)
def test_the_day_of_a_map_is_the_one_it_describes(map_: PersonalMap, on: str) -> None:
    """Else the one on which it was kept."""
    assert day(map_) == on


class TestRecords:
    """What the page's script tells."""

    @pytest.mark.parametrize(
        ("record", "said"),
        [
            (
                {"press": "read", "files": [{"name": "a", "data": memoryview(b"x")}, {}, 3]},
                m.Given((("a", b"x"),), "stamp"),
            ),
            ({"press": "seal", "of": "k", "text": "tea"}, m.TryPassphrase("k", "tea")),
            ({"press": "show-file", "of": "k"}, m.ShowFile("k")),
            ({"press": "show-over-time"}, m.ShowOverTime()),
            ({"press": "show-kept-off"}, m.ShowKeptOff()),
            ({"press": "close-file", "of": "k"}, m.CloseFile("k")),
            ({"press": "print"}, m.PrintShown()),
            ({"press": "add", "of": "person", "text": "Sam"}, None),
            ({"press": "went", "to": "#/map"}, None),
            ({}, None),
        ],
    )
    def test_make_a_message_or_none(
        self, record: Mapping[str, object], said: m.Reading | None
    ) -> None:
        """What belongs to the map that one makes is nothing here."""
        assert message(record, "stamp") == said


FILES = st.lists(
    st.sampled_from([encode(MAY), encode(NOVEMBER), SUMMARY, SEALED, b"%PDF-", b"{"]), max_size=3
)
MESSAGES = st.one_of(
    st.builds(lambda files: given_(*files), FILES),
    st.builds(m.ShowFile, st.sampled_from(["s-0", "s-1", "gone"])),
    st.builds(m.CloseFile, st.sampled_from(["s-0", "s-1", "gone"])),
    st.builds(m.TryPassphrase, st.just("s-0"), st.sampled_from(["", "tea"])),
    st.sampled_from(
        [
            m.ShowOverTime(),
            m.ShowKeptOff(),
            m.PrintShown(),
            WrongPassphrase(ENVELOPE),
            Unsealed(ENVELOPE, encode(JUNE)),
        ]
    ),
)


@given(st.lists(MESSAGES, max_size=8))
def test_whatever_happens_something_that_is_open_is_shown(messages: list[m.Reading]) -> None:
    """Never a file that was closed or is sealed; one is shown, or all over time, if any can be."""
    reading = after(*messages)
    readable = [file for file in reading.files if not isinstance(file.holds, Envelope)]
    one = reading.on_screen
    assert one is None or one in readable
    assert (one is not None) == (bool(readable) and not (reading.comparable and one is None))
