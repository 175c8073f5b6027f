"""Where the person's map is at this moment, and what else is kept on this device."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chn_self.app.kept import QUIET_TIMES, Kept, OnDevice, Trouble
from chn_self.app.state import State
from chn_self.views.days import in_words
from chn_self.views.words import Words


class Where(StrEnum):
    """The one of the places that the sign beside the words shows."""

    NOWHERE = "nowhere"
    EXAMPLE = "example"
    TAB = "tab"
    DEVICE = "device"
    FILE = "file"
    TROUBLE = "trouble"


@dataclass(frozen=True, slots=True)
class Can:
    """What this device can do with files besides downloading them."""

    share: bool = False
    save_as: bool = False


DOWNLOADS_ONLY = Can()


def where_kept(state: State, words: Words, today: str) -> tuple[Where, str]:
    """Where all of the person's map is, in one or two plain sentences; `today` is ISO 8601."""
    if state.is_example:
        return Where.EXAMPLE, words("where_kept.example")
    kept, device = state.kept, state.device
    if device is not None:
        return _on_device(state, device, words, today)
    if kept is None:
        where = Where.TAB if state.unkept else Where.NOWHERE
        return where, words(f"where_kept.{where}")
    if state.unkept:
        return Where.TAB, _aged("changed", kept, words, today)
    return Where.FILE, _in_file(kept, words, today)


def _on_device(state: State, device: OnDevice, words: Words, today: str) -> tuple[Where, str]:
    if device.trouble is not None:
        return Where.TROUBLE, " ".join(_in_trouble(state, device.trouble, words, today))
    text = words("where_kept.sealed" if device.sealed else "where_kept.plain")
    if state.kept is None:
        return Where.DEVICE, text
    as_now = "file_too" if state.kept.map == state.mine else "file_before"
    return Where.DEVICE, f"{text} {_aged(as_now, state.kept, words, today)}"


def _in_trouble(state: State, trouble: Trouble, words: Words, today: str) -> Iterator[str]:
    """Why it is not on the device, then where all of it is, or the last of it."""
    kept = state.kept
    yield words(f"where_kept.trouble.{trouble}")
    if kept and kept.map == state.mine:
        yield _in_file(kept, words, today)
        return
    if not state.is_kept:
        nowhere_else = trouble == Trouble.GONE and kept is None
        yield words("where_kept.tab" if nowhere_else else "where_kept.trouble_tab")
    if kept:
        yield _aged("file_before", kept, words, today)


def _in_file(kept: Kept, words: Words, today: str) -> str:
    return _aged("file" if kept.checked else "handed", kept, words, today)


def _aged(key: str, kept: Kept, words: Words, today: str) -> str:
    day, _, clock = kept.at.partition("T")
    if not day:
        return words(f"where_kept.{key}.some_day")
    if day != today:
        return words(f"where_kept.{key}.day", date=in_words(date.fromisoformat(day), words))
    return words(f"where_kept.{key}.at" if clock else f"where_kept.{key}.today", at=clock)


def keeping(state: State, words: Words) -> Mapping[str, object]:
    """What the screen for keeping and opening shows besides."""
    device = state.device
    return {
        "device": device,
        "on_shelf": device is not None and device.trouble != Trouble.GONE,
        "quiet_times": QUIET_TIMES,
        "shelved": [
            (map_, _when(map_.at, words), device is not None and device.key == map_.key)
            for map_ in state.shelf or ()
        ],
        "can_check": state.kept is not None and bool(state.kept.digest) and not state.kept.checked,
    }


def _when(at: str, words: Words) -> str:
    day, _, clock = at.partition("T")
    return words("shelf.when", date=in_words(date.fromisoformat(day), words), at=clock)
