"""What is handed to the person or to another app: its name, its type and its bytes."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from hashlib import sha256
from uuid import uuid4

from jinja2 import Environment

from chn_self.app.effects import Paper
from chn_self.app.messages import Taken
from chn_self.app.state import State
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.trained_types import Model
from chn_self.files.codec import encode
from chn_self.files.envelope import write_envelope
from chn_self.shell.crypto import new_seal, seal
from chn_self.views.copy_to_share import copy_to_share
from chn_self.views.data_files import data_archive
from chn_self.views.saved_picture import saved_picture
from chn_self.views.screens import chosen_summary
from chn_self.views.summary import summary_html, summary_text
from chn_self.views.summary_pdf import pdf_json, summary_pdf
from chn_self.views.words import Words


@dataclass(frozen=True, slots=True)
class File:
    """A file that is ready: its name says nothing of what is in it."""

    paper: Paper
    name: str
    type: str
    content: bytes
    map: PersonalMap

    def taken(self, *, checked: bool = False) -> Taken:
        """That it was handed over, now; `checked` once it was read back."""
        at = datetime.now().astimezone().strftime("%Y-%m-%dT%H:%M")
        digest = sha256(self.content).hexdigest() if self.paper == Paper.MAP else ""
        return Taken(self.paper, self.map, at, digest, checked)


def paper(asked: Paper, state: State, env: Environment, words: Words, model: Model) -> File:
    """A file of the person's own map, or of their summary or picture."""
    date = today()
    match asked:
        case Paper.MAP:
            return _map_file(state.mine, map_bytes(state.mine), date)
        case Paper.COPY:
            copy = copy_to_share(state.map, state.choices, words, id=str(uuid4()))
            name = f"copy-{date}.chn.json"
            return File(asked, name, "application/json", map_bytes(copy), state.mine)
        case Paper.HTML:
            html = summary_html(chosen_summary(state, model, words, date), env)
            return File(asked, f"summary-{date}.html", "text/html", html.encode(), state.mine)
        case Paper.TEXT:
            text = summary_text(chosen_summary(state, model, words, date))
            return File(asked, f"summary-{date}.txt", "text/plain", text.encode(), state.mine)
        case Paper.PDF:
            # As blocks: a PDF is made of them by a library of the page's.
            blocks = pdf_json(summary_pdf(chosen_summary(state, model, words, date), words))
            name = f"summary-{date}.json"
            return File(asked, name, "application/json", blocks.encode(), state.mine)
        case Paper.DATA | Paper.DATA_NAMED:
            names = state.choices.names if asked == Paper.DATA_NAMED else None
            content = data_archive(state.map, state.choices, words, names)
            return File(asked, f"data-{date}.zip", "application/zip", content, state.mine)
        case Paper.SVG | Paper.PNG:
            # As it is drawn; a PNG is made of it by the browser, which has the fonts.
            svg = saved_picture(state.map, state.choices, words).svg
            name = f"picture-{date}.svg"
            return File(Paper.SVG, name, "image/svg+xml", svg.encode(), state.mine)


async def sealed(file: File, passphrase: str) -> File:
    """The file of a map, or of a copy of one, that opens with a passphrase only."""
    envelope = await seal(await new_seal(passphrase), file.content)
    return replace(file, content=write_envelope(envelope))


def map_bytes(map_: PersonalMap) -> bytes:
    """The map as a file that says when it was made."""
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    return encode(replace(map_, saved_at=now))


def today() -> str:
    """The local date, as ISO 8601 writes it."""
    return datetime.now().astimezone().date().isoformat()


def _map_file(map_: PersonalMap, content: bytes, date: str) -> File:
    return File(Paper.MAP, f"map-{date}.chn.json", "application/json", content, map_)
