"""PDFs for tests: drawn under Node by the page's own scripts, read as a screen reader does.

`.venv/bin/python -m tests.pdfs` writes the golden ones anew.
"""

import io
import json
import re
import shutil
import subprocess
from base64 import b64decode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pikepdf

from builder.paths import FONTS
from chn_self.domain.share import Choices
from chn_self.views.blocks import Document
from chn_self.views.letters import can_show
from chn_self.views.summary_pdf import pdf_json, summary_pdf
from tests.maps import EXAMPLES
from tests.summaries import WORDS, example, summary_of

GOLDEN = Path(__file__).parent / "golden" / "pdf"
_DRAW = Path(__file__).with_name("pdf.mjs")

# What of a page shows: letters, and paths that are filled or stroked.
_SHOWS_TEXT = {"Tj", "TJ"}
_PAINTS = {"f", "f*", "F", "B", "B*", "b", "b*", "S", "s", "Do", "sh"}


def drawn(documents: Sequence[Document]) -> list[bytes]:
    """Each document as a PDF."""
    node = shutil.which("node")
    assert node
    asked = {
        **{name: str(path) for name, path in FONTS.items()},
        "documents": [json.loads(pdf_json(document)) for document in documents],
    }
    done = subprocess.run(
        [node, _DRAW], input=json.dumps(asked), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [b64decode(one) for one in json.loads(done.stdout)]


@dataclass(frozen=True, slots=True)
class Element:
    """An element of structure: what it is, its own text, what tells it, and what is in it."""

    tag: str
    text: str
    alt: str
    content: tuple[tuple[int, int], ...]
    inside: tuple["Element", ...]

    def walk(self) -> Iterator["Element"]:
        """It and all that is in it, in the order in which it is read."""
        yield self
        for element in self.inside:
            yield from element.walk()


@dataclass(frozen=True, slots=True)
class Read:
    """A PDF as read: its structure, and what on each page is set apart or marked as nothing.

    `content` in elements are pairs of a page and a mark on it, from 0.
    """

    opened: pikepdf.Pdf
    root: Element
    artifacts: tuple[tuple[str, str], ...]
    unmarked: tuple[str, ...]


def read(pdf: bytes) -> Read:
    """Open a PDF, and read it by its structure."""
    opened = pikepdf.open(io.BytesIO(pdf))
    marked: dict[tuple[int, int], str] = {}
    artifacts: list[tuple[str, str]] = []
    unmarked: list[str] = []
    for number, page in enumerate(opened.pages):
        for mark, text in _marks(page):
            match mark:
                case int():
                    assert (number, mark) not in marked
                    marked[number, mark] = text
                case str():
                    artifacts.append((mark, text))
                case _:
                    unmarked.append(text)
    pages = {page.objgen: number for number, page in enumerate(p.obj for p in opened.pages)}
    (root,) = opened.Root.StructTreeRoot.K
    return Read(opened, _element(root, pages, marked), tuple(artifacts), tuple(unmarked))


def _element(
    found: Any, pages: Mapping[Any, int], marked: Mapping[tuple[int, int], str]
) -> Element:
    content: list[tuple[int, int]] = []
    inside: list[Element] = []
    for kid in found.get("/K", ()):
        if isinstance(kid, int):
            content.append((pages[found.Pg.objgen], int(kid)))
        elif "/MCID" in kid:
            content.append((pages[kid.Pg.objgen], int(kid.MCID)))
        else:
            inside.append(_element(kid, pages, marked))
    text = "".join(marked[at] for at in content)
    return Element(
        str(found.S)[1:], text, str(found.get("/Alt", "")), tuple(content), tuple(inside)
    )


def _marks(page: pikepdf.Page) -> Iterator[tuple[int | str | None, str]]:
    """Each marked piece of a page with its text, and what is drawn with no mark at all."""
    fonts = {name: _letters(font) for name, font in page.resources.get("/Font", {}).items()}
    around: list[int | str] = []
    text, font = "", ""
    for found in pikepdf.parse_content_stream(page):
        operands = found.operands
        match str(found.operator):
            case "BDC" | "BMC":
                about: Any = operands[1] if len(operands) > 1 else {}
                around.append(int(about["/MCID"]) if "/MCID" in about else str(operands[0]))
                text = ""
            case "EMC":
                yield around.pop(), text
            case "Tf":
                font = str(operands[0])
            case shown if shown in _SHOWS_TEXT | _PAINTS:
                said = _text(operands, fonts.get(font, {})) if shown in _SHOWS_TEXT else ""
                text += said
                if not around:
                    yield None, said or shown


def _text(operands: Any, letters: Mapping[int, str]) -> str:
    pieces = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
    codes = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    found = (int.from_bytes(codes[i : i + 2], "big") for i in range(0, len(codes), 2))
    return "".join(letters[code] for code in found)


def _letters(font: Any) -> dict[int, str]:
    """What each glyph of a font stands for; the one for a missing letter for nothing."""
    told = font.ToUnicode.read_bytes().decode()
    found: dict[int, str] = {}
    for first, letters in re.findall(r"<(\w+)> <\w+> \[([^\]]*)\]", told):
        for code, hexes in enumerate(re.findall(r"<([^>]*)>", letters), start=int(first, 16)):
            found[code] = bytes.fromhex(hexes.replace(" ", "")).decode("utf-16-be")
    del found[0]
    return found


def outline(pdf: bytes) -> str:
    """A PDF as it is read out: a line for each element that holds text, with what it is."""
    root = read(pdf).root
    return "".join(
        f"{element.tag}: {element.alt or element.text}\n"
        for element in root.walk()
        if element.alt or element.text
    )


def golden() -> Iterator[tuple[str, str]]:
    """Every example as it is read out, by its file's name, when nothing else is chosen."""
    names = [path.name.partition(".")[0] for path in EXAMPLES]
    every = {name: summary_pdf(summary_of(example(name), Choices()), WORDS) for name in names}
    documents = {name: made for name, made in every.items() if can_show(made.texts)}
    for name, pdf in zip(documents, drawn([*documents.values()]), strict=True):
        yield f"{name}.txt", outline(pdf)


if __name__ == "__main__":
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for file, text in golden():
        (GOLDEN / file).write_text(text, "utf-8", newline="\n")
