"""What a host may change: name, language, help numbers, colours, where "Leave now" goes."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

COLOURS = (
    "paper",
    "ink",
    "muted",
    "line",
    "people",
    "people_wash",
    "places",
    "places_wash",
    "activities",
    "activities_wash",
)

# "Leave now" and help links may only go to a page of the site, to the web, a phone or a text.
_OWN_PAGE = re.compile(r"[a-z0-9-]+\.html")
_ADDRESS = re.compile(r"(https://|tel:|sms:)\S+")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True, slots=True)
class HelpNumber:
    """One way to reach somebody; what is said about it stands in the words, under the same key.

    `href` is null where the number is nothing to press by itself.
    """

    key: str
    number: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one host; `checked` is the day the help numbers were last checked."""

    name: str
    language: str
    leave_now: str
    help: tuple[HelpNumber, ...]
    checked: date
    light: Mapping[str, str]
    dark: Mapping[str, str]

    def number(self, key: str) -> HelpNumber | None:
        """The help number with this key, if this host has one."""
        return next((found for found in self.help if found.key == key), None)


def read_settings(text: str) -> Settings:
    """Settings from the text of `site.toml`; raises ValueError naming the place of a fault."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as fault:
        raise ValueError(f"not TOML: {fault}") from None
    return settings_from(table)


def settings_from(table: Mapping[str, object]) -> Settings:
    """Settings from a parsed table, as TOML or JSON gives it; raises ValueError like the above."""
    _only(table, "", {"name", "language", "leave_now", "help", "colours"})
    help_table = _table(table, "help")
    _only(help_table, "help", {"checked", "numbers"})
    colours = _table(table, "colours")
    _only(colours, "colours", {"light", "dark"})
    return Settings(
        name=_text(table, "name"),
        language=_matching(table, "language", re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]+)*")),
        leave_now=_leave_now(table),
        help=_numbers(_table(help_table, "numbers", "help")),
        checked=_date(help_table, "checked", "help"),
        light=_colours(colours, "light"),
        dark=_colours(colours, "dark"),
    )


def _numbers(table: Mapping[str, object]) -> tuple[HelpNumber, ...]:
    if not table:
        raise ValueError("help.numbers: expected at least one number")
    return tuple(_number(table, key) for key in table)


def _number(numbers: Mapping[str, object], key: str) -> HelpNumber:
    place = f"help.numbers.{key}"
    table = _table(numbers, key, "help.numbers")
    _only(table, place, {"number", "href"})
    href = _matching(table, "href", _ADDRESS, place) if "href" in table else None
    return HelpNumber(key, _text(table, "number", place), href)


def _leave_now(table: Mapping[str, object]) -> str:
    target = _text(table, "leave_now")
    if not (_OWN_PAGE.fullmatch(target) or target.startswith("https://")):
        raise ValueError("leave_now: expected a page of this site or an https address")
    return target


def _colours(colours: Mapping[str, object], scheme: str) -> dict[str, str]:
    place = f"colours.{scheme}"
    table = _table(colours, scheme, "colours")
    _only(table, place, set(COLOURS))
    return {name: _matching(table, name, _COLOUR, place) for name in COLOURS}


def _only(table: Mapping[str, object], place: str, known: set[str]) -> None:
    for key in table:
        if key not in known:
            raise ValueError(f"{_at(place, key)}: not a setting")


def _table(table: Mapping[str, object], key: str, place: str = "") -> Mapping[str, object]:
    found = table.get(key)
    if not isinstance(found, Mapping):
        raise ValueError(f"{_at(place, key)}: expected a table")
    return found


def _text(table: Mapping[str, object], key: str, place: str = "") -> str:
    found = table.get(key)
    if not isinstance(found, str) or not found.strip():
        raise ValueError(f"{_at(place, key)}: expected a text")
    return found


def _matching(
    table: Mapping[str, object], key: str, pattern: re.Pattern[str], place: str = ""
) -> str:
    found = _text(table, key, place)
    if not pattern.fullmatch(found):
        raise ValueError(f"{_at(place, key)}: {found!r} will not do")
    return found


def _date(table: Mapping[str, object], key: str, place: str) -> date:
    try:
        return date.fromisoformat(str(table.get(key)))
    except ValueError:
        raise ValueError(f"{_at(place, key)}: expected a date like 2026-11-24") from None


def _at(place: str, key: str) -> str:
    return f"{place}.{key}" if place else key
