"""What the person chooses for a summary."""

import pytest

from chn_self.app.choices import choose
from chn_self.domain.share import (
    DEFAULT_PARTS,
    Choices,
    Detail,
    Names,
    Part,
    Reader,
    Ready,
    Record,
    Shown,
)

DEFAULT = Choices()


@pytest.mark.parametrize("part", Part)
def test_a_part_is_turned_over_and_back(part: Part) -> None:
    """One press puts it in or leaves it out, the next one is back where it was."""
    once = choose(DEFAULT, "part", part)
    assert once.parts == DEFAULT_PARTS ^ {part}
    assert choose(once, "part", part) == DEFAULT


def test_a_connection_is_left_out_and_put_back() -> None:
    """By its id."""
    once = choose(DEFAULT, "connection", "sam")
    assert once.left_out == {"sam"}
    assert choose(once, "connection", "sam") == DEFAULT


@pytest.mark.parametrize("names", Names)
def test_names_are_given_in_one_form(names: Names) -> None:
    """There is always one; a second press keeps it."""
    once = choose(DEFAULT, "names", names)
    assert once.names == names
    assert choose(once, "names", names) == once


@pytest.mark.parametrize("names", Names)
def test_names_in_a_picture_are_a_choice_of_their_own(names: Names) -> None:
    """A summary keeps the form that was chosen for it."""
    once = choose(DEFAULT, "picture", names)
    assert once == Choices(picture=names)


@pytest.mark.parametrize("record", Record)
def test_whether_it_may_be_kept_can_be_said_and_unsaid(record: Record) -> None:
    """It is a question like any other."""
    once = choose(DEFAULT, "record", record)
    assert once.record == record
    assert choose(once, "record", record) == DEFAULT


@pytest.mark.parametrize("ready", Ready)
def test_a_ready_choice_is_one_press(ready: Ready) -> None:
    """From whatever was chosen before."""
    chosen = choose(DEFAULT, "detail", Detail.NOTES)
    assert choose(chosen, "ready", ready).ready == ready


@pytest.mark.parametrize("detail", Detail)
def test_a_detail_is_turned_on_and_off(detail: Detail) -> None:
    """It starts off."""
    once = choose(DEFAULT, "detail", detail)
    assert once.details == {detail}
    assert choose(once, "detail", detail) == DEFAULT


def test_for_whom_it_is_can_be_said_and_unsaid() -> None:
    """Someone on the map, or nobody on it; one at a time."""
    sam = choose(DEFAULT, "reader", "sam")
    assert sam.reader == Reader("sam")
    stranger = choose(sam, "not_on_map", "yes")
    assert stranger.reader == Reader(None)
    assert choose(stranger, "not_on_map", "yes") == choose(sam, "reader", "sam") == DEFAULT


@pytest.mark.parametrize("shown", Shown)
def test_a_reader_is_shown_in_one_way(shown: Shown) -> None:
    """Another reader begins like everyone else again."""
    sam = choose(choose(DEFAULT, "reader", "sam"), "shown", shown)
    assert sam.reader == Reader("sam", shown)
    assert choose(sam, "reader", "ali").reader == Reader("ali")


def test_a_reader_who_was_left_out_comes_back_like_any_other() -> None:
    """By the press that puts a connection back in."""
    left_out = choose(choose(DEFAULT, "reader", "sam"), "shown", Shown.LEFT_OUT)
    assert choose(left_out, "connection", "sam").reader == Reader("sam")


def test_nobody_is_shown_otherwise_before_it_is_said_who_reads_it() -> None:
    """There is nobody to show so."""
    assert choose(DEFAULT, "shown", Shown.LEFT_OUT) == DEFAULT


@pytest.mark.parametrize(
    ("choice", "value"),
    [
        ("part", "all"),
        ("names", "nicknames"),
        ("picture", "nicknames"),
        ("record", "maybe"),
        ("ready", "everything"),
        ("detail", "secrets"),
        ("shown", "twice"),
        ("nonsense", "full"),
        ("", ""),
    ],
)
def test_a_choice_that_is_none_changes_nothing(choice: str, value: str) -> None:
    """Records come from the page, so anything may be in them."""
    assert choose(DEFAULT, choice, value) == DEFAULT
