"""A map is changed and kept, over and over; something is killed; what is left is looked at."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from random import Random

from playwright.sync_api import Error, expect

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode
from e2e import person
from e2e.killed.device import Device
from e2e.killed.diary import CHANGING, Diary
from e2e.killed.store import Stored, map_file, stored
from e2e.large_map import large_map

MAP = replace(large_map(60, 200), hope="0")

# The device can keep up with the slowest of these and not with the fastest.
GAPS = (10, 20, 100)
LONGEST = 1_500  # milliseconds of changes, before the kill


class Victim(StrEnum):
    """What is killed."""

    TAB = "tab"
    BROWSER = "browser"


class LossError(AssertionError):
    """What a person was told is kept is not there, or not whole."""


@dataclass(frozen=True, slots=True)
class Found:
    """A map that was whole after a kill: how far behind, and whether one was just being written.

    `saves_behind` counts saves that had begun after it, `changes_behind` what was typed since.
    """

    writing: bool
    saves_behind: int
    changes_behind: int


def kills(device: Device, victims: Iterable[Victim], rng: Random) -> Iterator[Found]:
    """Keep a map, then change it until a random moment, kill, look at what is left, open that.

    Raises LossError where it is not the last map that was kept, nor one being kept just then.
    """
    device.keep(MAP)
    record, change = _left(device)
    for n, victim in enumerate(victims):
        if n > 0:
            device.open_kept()
        diary = Diary.of(record.revision, change)
        device.page.on("console", diary.hear)
        _change(device, change, rng)
        if victim == Victim.TAB:
            device.kill_tab()
        else:
            device.kill_browser()
        record, change = _left(device)
        yield _compare(diary, record.revision, change)


def _change(device: Device, first: int, rng: Random) -> None:
    """Go to the field, and change it on and on until the moment to kill."""
    every = rng.choice(GAPS)
    changes = max(1, rng.randrange(LONGEST) // every)
    person.go(device.page, "missing")
    person.next_screen(device.page)
    hope = person.field(device.page, "hope.label")
    expect(hope).to_have_value(str(first))
    with device.page.expect_console_message(lambda said: said.text.startswith("now")):
        given = {"first": first, "changes": changes, "every": every, "wait": rng.randrange(50)}
        hope.evaluate(CHANGING, given)


def _left(device: Device) -> tuple[Stored, int]:
    """The one record there is and the change that it holds; raises LossError if it is not whole."""
    with device.other_tab() as tab:
        try:
            (record,) = stored(tab)
        except (Error, ValueError) as fault:
            raise LossError("lost") from fault
        try:
            found = decode(map_file(tab, record, device.passphrase))
        except (Error, ValueError) as fault:
            raise LossError("half-written") from fault
    if record.sealed != (device.passphrase is not None):
        raise LossError("kept in another way")
    match found:
        case PersonalMap(hope=str(change)) if change.isdigit() and _rest(found) == _rest(MAP):
            return record, int(change)
        case _:
            raise LossError("half-written")


def _rest(map_: PersonalMap) -> PersonalMap:
    return replace(map_, hope=None, saved_at=None, as_of=None)


def _compare(diary: Diary, revision: str, change: int) -> Found:
    if diary.refused:
        raise LossError(f"not kept: {diary.refused}")
    if revision in diary.kept[:-1] or not diary.safe <= change <= diary.typed:
        raise LossError(f"older than what was told as kept: {revision}, {change} of {diary}")
    behind = 0 if revision == diary.begun[-1] else 1
    return Found(diary.is_writing, behind, diary.typed - change)
