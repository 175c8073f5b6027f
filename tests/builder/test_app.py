"""The page as an app: named as neutrally as the page itself, under any path."""

import json
import struct
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from builder.app import app
from tests.builder.test_style import SETTINGS

MADE = dict(app(SETTINGS))
MANIFEST = json.loads(MADE["manifest.webmanifest"])


def test_is_called_what_the_host_calls_the_page() -> None:
    """Whoever sees the device sees no more than that."""
    named = dict(app(replace(SETTINGS, name="Ours <& yours>")))["manifest.webmanifest"]
    told = json.loads(named)
    assert told["name"] == told["short_name"] == "Ours <& yours>"
    assert "description" not in told


def test_has_the_colours_of_the_host() -> None:
    """While it starts it looks as the page will."""
    assert MANIFEST["background_color"] == SETTINGS.light["paper"]
    assert MANIFEST["theme_color"] == SETTINGS.light["people"]


@pytest.mark.parametrize("address", [MANIFEST["start_url"], MANIFEST["scope"]])
def test_starts_and_stays_where_it_lies(address: str) -> None:
    """Two copies of the page on one host are two apps."""
    assert address == "./"
    assert "id" not in MANIFEST  # it would be one for the whole host


def test_every_icon_is_there_and_as_large_as_it_is_said_to_be() -> None:
    """192 and 512 pixels are what browsers ask for before they offer to install."""
    for told in MANIFEST["icons"]:
        assert not urlsplit(told["src"]).scheme
        width, height = struct.unpack(">II", MADE[told["src"]][16:24])
        assert told["sizes"] == f"{width}x{height}"
    assert {(told["sizes"], told["purpose"]) for told in MANIFEST["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }


def test_has_an_icon_for_apple_s_devices() -> None:
    """They ask for one of 180 pixels that fills its square."""
    assert struct.unpack(">II", MADE["assets/icon-apple.png"][16:24]) == (180, 180)
