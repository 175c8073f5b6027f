"""What a file that was handed over is: a map, a map behind a passphrase, or a summary."""

from chn_self.domain.personal_map import PersonalMap
from chn_self.files import summary_page
from chn_self.files.codec import decode
from chn_self.files.envelope import Envelope, read_envelope
from chn_self.files.faults import Refusal, refuse
from chn_self.files.summary_page import SummaryPage, is_html, read_summary

Handed = PersonalMap | SummaryPage | Envelope

# What other sorts of file begin with, which people hand over as well.
_OTHERS = (
    (b"%PDF-", "a_pdf"),
    (b"PK\x03\x04", "a_zip"),
    (b"\x1f\x8b", "a_zip"),
    (b"\x89PNG", "a_picture"),
    (b"\xff\xd8\xff", "a_picture"),
    (b"GIF8", "a_picture"),
    (b"RIFF", "a_picture"),
    (b"<svg", "a_picture"),
    (b"<?xml", "a_picture"),
)
# Photos of some phones have their sign a little further on.
_PHOTO = slice(4, 8), b"ftyp"


def read_handed(data: bytes) -> Handed | Refusal:
    """What these bytes hold, or why it cannot be shown; any bytes give one or the other."""
    at, sign = _PHOTO
    if data[at] == sign:
        return refuse("a_picture")
    for start, problem in _OTHERS:
        if data.startswith(start):
            return refuse(problem)
    text = data.decode("utf-8-sig", "replace")
    if not is_html(text):
        return read_envelope(data) or decode(data)
    if len(data) > summary_page.MOST_BYTES:
        return refuse("too_big", most=summary_page.MOST_BYTES // 1_000_000)
    return read_summary(text)
