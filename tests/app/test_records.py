"""From what the page records of an event to a message."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chn_self.app import messages as m
from chn_self.app.effects import Paper
from chn_self.app.leaving import Way
from chn_self.app.records import address, message, place
from chn_self.app.session import Act, Device, Wish
from chn_self.app.steps import Fold, Place, Step
from chn_self.app.update import update
from chn_self.domain.connection import Closeness, Kind, Support
from chn_self.domain.emphasis import Emphasis
from tests.app.visits import EMPTY

# Every message that the page can ask for, with the record that `site/boot/boot.js` makes of it.
RECORDS: tuple[tuple[dict[str, object], m.Message], ...] = (
    ({"press": "add", "of": "place", "text": "Park"}, m.Add(Kind.PLACE, "Park", "s")),
    ({"press": "typed", "of": "hope", "text": "a b"}, m.Typed("hope", "a b")),
    ({"press": "add-missing", "text": "A dog"}, m.AddMissing("A dog")),
    ({"press": "add-row", "of": "activity", "text": "activity"}, m.AddRow("s")),
    ({"press": "next"}, m.Next()),
    ({"press": "back"}, m.Back()),
    (
        {"press": "list-done", "of": "person", "value": "all"},
        m.ListDone(Kind.PERSON, m.Said.ALL),
    ),
    ({"press": "edit", "of": "sam"}, m.Edit("sam")),
    ({"press": "edit-done"}, m.EditDone()),
    ({"press": "undo"}, m.Undo()),
    (
        {"press": "answer", "of": "sam", "value": "effect=helps"},
        m.Answer("sam", "effect", "helps"),
    ),
    (
        {"press": "receives", "of": "sam", "value": "advice"},
        m.Receives("sam", Support.ADVICE),
    ),
    ({"press": "no-one", "value": "company"}, m.NoOne(Support.COMPANY)),
    ({"press": "gives", "of": "sam", "value": "health"}, m.Gives("sam", Support.HEALTH)),
    ({"press": "pair", "of": "a", "value": "b"}, m.Pair("a", "b")),
    ({"press": "link", "of": "a", "value": "b"}, m.ToggleLink("a", "b")),
    ({"press": "earlier", "of": "sam"}, m.Move("sam", -1)),
    ({"press": "later", "of": "sam"}, m.Move("sam", 1)),
    ({"press": "remove", "of": "sam"}, m.Remove("sam")),
    ({"press": "select", "of": "sam"}, m.Select("sam")),
    ({"press": "look", "of": "sam"}, m.Look("sam")),
    ({"press": "look-away"}, m.LookAway()),
    ({"press": "nearer", "of": "sam"}, m.Nearer("sam", 1)),
    ({"press": "further", "of": "sam"}, m.Nearer("sam", -1)),
    ({"press": "put", "of": "sam", "value": "2=ali"}, m.Put("sam", Closeness.MIDDLE, "ali")),
    ({"press": "put", "of": "sam", "value": "3="}, m.Put("sam", Closeness.OUTER, None)),
    ({"press": "answer-map", "of": "usual", "value": "no"}, m.AnswerMap("usual", "no")),
    ({"press": "show-type"}, m.ShowType()),
    ({"press": "another-prompt"}, m.AnotherPrompt()),
    ({"press": "not-for-me", "of": "open.1"}, m.NotForMe("open.1")),
    ({"press": "choose", "of": "part", "value": "type"}, m.Choose("part", "type")),
    ({"press": "view", "of": "matters"}, m.View(Emphasis.MATTERS)),
    ({"press": "unfold", "of": "shows"}, m.Unfold(Fold.SHOWS)),
    ({"press": "take", "of": "png"}, m.Take(Paper.PNG)),
    ({"press": "same", "of": "a", "value": "b"}, m.Same("a", "b")),
    ({"press": "not-same", "of": "a", "value": "b"}, m.NotSame("a", "b")),
    ({"press": "ask-again"}, m.AskAgain()),
    ({"press": "put-away"}, m.PutAway()),
    ({"press": "take", "of": "html"}, m.Take(Paper.HTML)),
    ({"press": "take", "of": "pdf"}, m.Take(Paper.PDF)),
    ({"press": "print"}, m.Print()),
    ({"press": "share", "of": "text"}, m.Share(Paper.TEXT)),
    ({"press": "save-as"}, m.SaveAs()),
    ({"press": "seal", "of": "file", "text": "a", "value": "b"}, m.TakeSealed("a", "b")),
    (
        {"press": "seal", "of": "copy", "text": "a", "value": "b"},
        m.TakeSealed("a", "b", Paper.COPY),
    ),
    ({"press": "seal", "of": "here", "text": "a", "value": "b"}, m.KeepHere("a", "b")),
    ({"press": "seal", "of": "asked", "text": "a"}, m.Unlock("a")),
    ({"press": "stop-unlocking"}, m.StopUnlocking()),
    ({"press": "keep-plain"}, m.KeepPlain()),
    ({"press": "keep-another"}, m.KeepAnother()),
    ({"press": "open-kept", "of": "k"}, m.OpenKept("k")),
    ({"press": "take-off", "of": "k"}, m.TakeOff("k")),
    ({"press": "take-off-now"}, m.TakeOffNow()),
    ({"press": "lock"}, m.LockNow()),
    ({"press": "lock-after", "value": "15"}, m.LockAfter(15)),
    ({"press": "lock-after", "value": ""}, m.LockAfter(None)),
    ({"press": "lock-after", "value": "16"}, m.LockAfter(None)),
    ({"press": "guide", "of": "turn"}, m.Guide(Act.TURN)),
    ({"press": "whose", "of": "device", "value": "mine"}, m.Whose(Device.MINE)),
    ({"press": "want", "of": "paper"}, m.Want(Wish.PAPER)),
    ({"press": "keep-later"}, m.KeepLater()),
    ({"press": "another-starter"}, m.AnotherStarter()),
    ({"press": "no-starters"}, m.NoStarters()),
    ({"press": "prefer", "of": "shift"}, m.Prefer(Way.SHIFT)),
    ({"press": "use-newer"}, m.UseNewer()),
    ({"press": "installable"}, m.Installable()),
    ({"press": "install"}, m.Install()),
    ({"press": "open-anyway"}, m.OpenAnyway()),
    ({"press": "keep-mine"}, m.KeepMine()),
    ({"press": "example"}, m.LookAtExample()),
    ({"press": "leave-example"}, m.LeaveExample()),
    ({"press": "went", "to": "#/people", "at": 2, "editing": None}, m.Went(Place(Step.PEOPLE, 2))),
    ({"press": "opened", "data": b"{}"}, m.Opened(b"{}")),
    ({"press": "paste-map", "text": "{é}"}, m.Opened("{é}".encode(), pasted=True)),
    # The digest of "abc" is the one that FIPS 180-2 gives as an example.
    (
        {"press": "check-file", "data": b"abc"},
        m.CheckFile("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ),
)
PRESSES = st.sampled_from(sorted({str(record["press"]) for record, _ in RECORDS}))

ANYTHING = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=20),
    st.binary(max_size=20),
    st.lists(st.integers(), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(), max_size=2),
    st.sampled_from([*Kind, *Support, *Paper, "all", "#/people", "answer=", "=", "9" * 5_000]),
)
KEYS = st.sampled_from(["press", "of", "value", "text", "to", "at", "editing", "data"])


@pytest.mark.parametrize(
    ("record", "meant"), RECORDS, ids=[str(record["press"]) for record, _ in RECORDS]
)
def test_a_record_is_the_message_it_stands_for(record: dict[str, object], meant: m.Message) -> None:
    """Under the names that stand in `data-press`."""
    assert message(record, "s") == meant


def test_every_message_has_its_record() -> None:
    """But for those that the shell makes itself, of what the device tells."""
    asked_for = {type(meant) for _, meant in RECORDS}
    told = {*m.Background.__args__} - {m.Installable}
    assert {*m.Message.__args__} - asked_for == told


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"press": "jump"},
        {"press": "add", "of": "pet", "text": "Rex"},
        {"press": "list-done", "of": "person", "value": "some"},
        {"press": "receives", "of": "sam", "value": "money"},
        {"press": "take", "of": "docx"},
        {"press": "view", "of": "everything"},
        {"press": "unfold", "of": "everything"},
        {"press": "went"},
        {"press": "opened", "data": "text"},
        {"press": 7},
    ],
)
def test_a_record_that_makes_no_sense_makes_no_message(record: dict[str, object]) -> None:
    """Nothing is guessed."""
    assert message(record, "s") is None


@given(st.dictionaries(KEYS, ANYTHING) | st.dictionaries(st.text(max_size=8), ANYTHING), PRESSES)
@example({"of": 'reflection/["\\ud800", []]', "text": "x"}, "typed")
@example({"of": "reflection/" + "[" * 100_000, "text": "x"}, "typed")
@example({"of": "missing/" + "9" * 5_000, "text": "x"}, "typed")
def test_any_record_is_a_message_or_none(record: dict[str, object], press: str) -> None:
    """Whatever the page sends, nothing breaks: not here, and not in what follows from it."""
    for sent in (record, {**record, "press": press}):
        known = message(sent, "s")
        if known is not None:
            update(EMPTY, known)


class TestPlace:
    """Places from addresses and the browser's history."""

    @pytest.mark.parametrize("step", Step)
    def test_every_step_has_its_address(self, step: Step) -> None:
        """Which leads back to it."""
        assert place(address(step)) == Place(step)

    @pytest.mark.parametrize("to", ["", "#", "#/", "#/nowhere", "#main", "people/..", "#/PEOPLE"])
    def test_any_other_address_is_the_welcome(self, to: str) -> None:
        """Old links and slips lead somewhere."""
        assert place(to) == Place(Step.WELCOME)

    def test_history_brings_the_screen_and_what_was_open(self) -> None:
        """Neither stands in the address."""
        assert place("#/details", 3, "sam") == Place(Step.DETAILS, 3, "sam")
        assert address(Step.DETAILS) == "#/details"

    @pytest.mark.parametrize("at", [-1, 1.0, True, "1", None])
    def test_history_may_hold_anything_for_the_screen(self, at: object) -> None:
        """Then it is the first."""
        assert place("#/details", at) == Place(Step.DETAILS)

    @pytest.mark.parametrize("editing", ["", 7, True])
    def test_history_may_hold_anything_for_what_was_open(self, editing: object) -> None:
        """Then nothing is."""
        assert place("#/details", 0, editing) == Place(Step.DETAILS)
