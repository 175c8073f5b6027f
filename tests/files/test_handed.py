"""What a file is that somebody was handed: a map, a summary, something sealed, or none of these."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import encode
from chn_self.files.faults import Refusal
from chn_self.files.handed import read_handed
from chn_self.files.summary_page import MOST_BYTES, SummaryPage
from chn_self.views.summary import summary_html
from tests.app.kept_maps import ENVELOPE, SAM, SEALED
from tests.maps import maps
from tests.summaries import ENV, summary_of


def problem(data: bytes) -> str:
    """Why a file is not shown."""
    found = read_handed(data)
    assert isinstance(found, Refusal), found
    return found.faults[0].problem


@given(maps())
def test_a_map_is_read_as_it_is(map_: PersonalMap) -> None:
    """As in the page where it is made."""
    assert read_handed(encode(map_)) == map_


def test_an_envelope_is_read_up_to_its_seal() -> None:
    """A passphrase is the person's to give."""
    assert read_handed(SEALED) == ENVELOPE


def test_a_summary_is_read_with_or_without_a_mark_of_its_order_of_bytes() -> None:
    """Some editors of text put one in front."""
    html = summary_html(summary_of(SAM), ENV).encode()
    found = read_handed(html)
    assert isinstance(found, SummaryPage)
    assert read_handed(b"\xef\xbb\xbf" + html) == found


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"%PDF-1.7\n", "a_pdf"),
        (b"PK\x03\x04\x14", "a_zip"),
        (b"\x1f\x8b\x08", "a_zip"),
        (b"\x89PNG\r\n", "a_picture"),
        (b"\xff\xd8\xff\xe0", "a_picture"),
        (b"GIF89a", "a_picture"),
        (b"RIFF....WEBP", "a_picture"),
        (b"\x00\x00\x00\x18ftypheic", "a_picture"),
        (b"<svg xmlns=", "a_picture"),
        (b"", "empty_file"),
        (b"Dear doctor", "not_a_map"),
        (b"\xfe\xff\x00", "not_utf8"),
        (encode(SAM)[:-40], "cut_off"),
        (SEALED[:-40], "cut_off"),
        (encode(SAM).replace(b'"version": 1', b'"version": 2'), "newer"),
        (SEALED.replace(b'"version": 1', b'"version": 2'), "newer"),
        (b"<html>" + b"x" * MOST_BYTES, "too_big"),
        (b"{" + b" " * 7_000_000, "too_big"),
        (b"<!doctype html><p>News</p>", "not_a_summary"),
    ],
)
def test_each_other_sort_of_file_is_told_by_its_name(data: bytes, why: str) -> None:
    """One reason, which says what it is."""
    assert problem(data) == why


@given(st.binary(max_size=200))
def test_any_bytes_at_all_give_something_or_a_reason(data: bytes) -> None:
    """Nothing that anyone could hand over stops it."""
    assert read_handed(data) is not None
