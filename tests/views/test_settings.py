"""The settings of a host: the shipped ones hold, and a fault is named by its place."""

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest

from chn_self.views.settings import COLOURS, Settings, read_settings, settings_from

SHIPPED = (Path(__file__).parents[2] / "site.toml").read_text("utf-8")


@pytest.fixture
def settings() -> Settings:
    """The settings that ship."""
    return read_settings(SHIPPED)


def test_ships_the_help_numbers_for_england(settings: Settings) -> None:
    """Numbers as published by Samaritans, Shout, the NHS and Refuge, checked in November 2026."""
    assert settings.checked == date(2026, 11, 24)
    expected = {
        "samaritans": ("116 123", "tel:116123"),
        "shout": ("85258", "sms:85258?body=SHOUT"),
        "nhs_111": ("111", "tel:111"),
        "emergency": ("999", "tel:999"),
        "domestic_abuse": ("0808 2000 247", "tel:08082000247"),
    }
    for key, (number, href) in expected.items():
        found = settings.number(key)
        assert found is not None
        assert (found.number, found.href) == (number, href)


def test_a_number_to_press_dials_what_it_shows(settings: Settings) -> None:
    """What is shown and what is dialled cannot drift apart."""
    for help_number in settings.help:
        if help_number.href and help_number.href.startswith("tel:"):
            assert help_number.href == "tel:" + help_number.number.replace(" ", "")


def test_reads_the_same_from_json_as_from_toml(settings: Settings) -> None:
    """The page gets its settings as JSON, in which a date is a text."""
    as_json = json.loads(json.dumps(tomllib.loads(SHIPPED), default=str))
    assert settings_from(as_json) == settings


def test_an_unknown_number_is_not_there(settings: Settings) -> None:
    """A host that has no such number leaves it out."""
    assert settings.number("nobody") is None


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('name = "My connections"', 'name = " "', "name: expected a text"),
        ('name = "My connections"', "name = ", "not TOML"),
        ('language = "en"', 'language = "english please"', "language: 'english please'"),
        ('"away.html"', '"javascript:alert(1)"', "leave_now: expected a page"),
        ('"away.html"', '"http://example.org/"', "leave_now: expected a page"),
        ("checked = 2026-11-24", 'checked = "soon"', "help.checked: expected a date"),
        ("checked = 2026-11-24", "", "help.checked: expected a date"),
        (
            'number = "116 123"',
            "number = 116123",
            "help.numbers.samaritans.number: expected a text",
        ),
        ('"tel:116123"', '"data:text/html,x"', "help.numbers.samaritans.href"),
        ("[help.numbers]", "[help.numbers]\nshop = 1", "help.numbers.shop: expected a table"),
        ('paper = "#FBFAF7"', 'paper = "white"', "colours.light.paper: 'white' will not do"),
        ('paper = "#FBFAF7"', 'papre = "#FBFAF7"', "colours.light.papre: not a setting"),
        ("[colours.dark]", "[colours.dusk]", "colours.dusk: not a setting"),
        ("leave_now", "leave_then", "leave_then: not a setting"),
    ],
)
def test_names_the_place_of_a_fault(old: str, new: str, message: str) -> None:
    """A host is told which setting is wrong, in one line."""
    assert old in SHIPPED
    with pytest.raises(ValueError, match="^" + message.replace("(", r"\(")) as fault:
        read_settings(SHIPPED.replace(old, new, 1))
    assert "\n" not in str(fault.value)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("hue", ["ink", "muted", "people", "places", "activities"])
def test_text_holds_seven_to_one_on_paper(settings: Settings, scheme: str, hue: str) -> None:
    """WCAG 2.2, success criterion 1.4.6: contrast of at least 7:1 for text."""
    colours = settings.light if scheme == "light" else settings.dark
    assert contrast(colours[hue], colours["paper"]) >= 7


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", ["people", "places", "activities"])
def test_ink_holds_seven_to_one_on_every_wash(settings: Settings, scheme: str, kind: str) -> None:
    """Ink is the colour for text on a wash."""
    colours = settings.light if scheme == "light" else settings.dark
    assert contrast(colours["ink"], colours[f"{kind}_wash"]) >= 7


def test_both_schemes_have_every_colour(settings: Settings) -> None:
    """Dark is a scheme of its own, not a few patches."""
    assert tuple(settings.light) == tuple(settings.dark) == COLOURS


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, by the formula of WCAG 2.2."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of `#rrggbb`, 0 to 1, by the formula of WCAG 2.2."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
