"""The same core from a terminal: `chn-self check`, `type`, `summary` and `compare`."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

from chn_self.domain.comparison import compare
from chn_self.domain.model_file import read_model
from chn_self.domain.network_type import classify
from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import DEFAULT_PARTS, Choices, Names, Part
from chn_self.domain.trained_types import Model
from chn_self.files.codec import decode
from chn_self.files.faults import Refusal
from chn_self.files.json_tree import MOST_BYTES
from chn_self.terminal import BAD, Parser, one_of
from chn_self.views.comparison import told
from chn_self.views.comparison_text import comparison_json, comparison_text
from chn_self.views.faults import fault_text
from chn_self.views.reasons import type_json
from chn_self.views.render import environment, source_loader
from chn_self.views.summary import summary, summary_html, summary_json, summary_text
from chn_self.views.words import Words, load_words

GOOD = 0
FORMATS = ("html", "text", "json")
COMPARED = ("text", "json")
MODEL_FILE = "network_types.json"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: a text to print or write, and a line for each thing wrong."""

    text: str = ""
    faults: tuple[str, ...] = ()


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 if all input was good, else 2 and a line a fault on standard error."""
    words = load_words("en")
    asked = _parser(words).parse_args(argv)
    command: Callable[[argparse.Namespace, Words], Answer] = asked.command
    answer = command(asked, words)
    unsaid = _print(answer.text, words) if answer.text else ()
    if sys.stderr is not None:
        with suppress(OSError):  # nobody listens; the exit code still tells
            for fault in (*answer.faults, *unsaid):
                print(fault, file=sys.stderr)
    return BAD if answer.faults or unsaid else GOOD


def check(asked: argparse.Namespace, words: Words) -> Answer:
    """Say for each file whether it is a map that opens."""
    said: list[str] = []
    faults: list[str] = []
    for path in asked.files:
        match read(path, words):
            case PersonalMap() as map_:
                count = len(map_.connections)
                said.append(words("cli.good", file=_shown(path), count=count) + "\n")
            case wrong:
                faults += wrong
    return Answer("".join(said), tuple(faults))


def type_(asked: argparse.Namespace, words: Words) -> Answer:
    """Print which network type a map is most like, as JSON."""
    map_ = read(asked.file, words)
    if not isinstance(map_, PersonalMap):
        return Answer(faults=map_)
    model = load_model()
    if model is None:
        return Answer(faults=(_line(Path(MODEL_FILE), words("cli.no_model"), words),))
    return Answer(type_json(classify(map_, model), words))


def summarise(asked: argparse.Namespace, words: Words) -> Answer:
    """Make the summary that the page makes, and print it or write it to a file."""
    map_ = read(asked.file, words)
    if not isinstance(map_, PersonalMap):
        return Answer(faults=map_)
    choices = Choices(parts=asked.only, names=asked.names)
    today = datetime.now().astimezone().date().isoformat()
    made = summary(map_, choices, words, model=load_model(), today=today, with_helper=None)
    match asked.to:
        case "html":
            text = summary_html(made, environment(source_loader(), words))
        case "json":
            text = summary_json(made)
        case _:
            text = summary_text(made)
    return Answer(text) if asked.out is None else _write(asked.out, asked.file, text, words)


def compare_(asked: argparse.Namespace, words: Words) -> Answer:
    """Say what is the same in two maps and what is not, in the words of the page or as JSON."""
    before, now = read(asked.old, words), read(asked.new, words)
    if not isinstance(before, PersonalMap) or not isinstance(now, PersonalMap):
        wrong = (found for found in (before, now) if not isinstance(found, PersonalMap))
        return Answer(faults=tuple(line for lines in wrong for line in lines))
    found = compare(before, now)
    if asked.to == "json":
        return Answer(comparison_json(found))
    return Answer(comparison_text(told(found, words)))


def read(path: Path, words: Words) -> PersonalMap | tuple[str, ...]:
    """The map in a file, or a line for each thing that keeps it from being opened."""
    try:
        with path.open("rb") as file:
            found = decode(file.read(MOST_BYTES + 1))
    except OSError as fault:
        return (_line(path, _why(fault, words), words),)
    if isinstance(found, Refusal):
        return tuple(_line(path, fault_text(fault, words), words) for fault in found.faults)
    return found


def load_model() -> Model | None:
    """The trained types: those of this checkout, else those packed with the installed code."""
    checkout = Path(__file__).parents[2] / "model" / MODEL_FILE
    for place in (checkout, files("chn_self") / MODEL_FILE):
        if place.is_file():
            return read_model(json.loads(place.read_text("utf-8")))
    return None


def _write(out: Path, source: Path, text: str, words: Words) -> Answer:
    try:
        if out.exists() and out.samefile(source):
            return Answer(faults=(_line(out, words("cli.same_file"), words),))
        out.write_bytes(text.encode())
    except OSError as fault:
        return Answer(faults=(_line(out, _why(fault, words), words),))
    return Answer()


def _print(text: str, words: Words) -> tuple[str, ...]:
    """Print in UTF-8 whatever the terminal, so that the bytes equal those the page makes."""
    if sys.stdout is None:
        return (words("cli.no_output"),)
    try:
        sys.stdout.buffer.write(text.encode())
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads the other end has seen enough.
        _give_up_printing()
    except OSError:
        _give_up_printing()
        return (words("cli.no_output"),)
    return ()


def _give_up_printing() -> None:
    """Without this Python would try once more on its way out, and complain."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _line(path: Path, what: str, words: Words) -> str:
    return words("cli.fault", file=_shown(path), what=what)


def _shown(path: Path) -> str:
    """A file's name on one line, whatever characters are in it."""
    name = str(path)
    return name if name.isprintable() else json.dumps(name)


def _why(fault: OSError, words: Words) -> str:
    match fault:
        case FileNotFoundError():
            return words("cli.no_file")
        case IsADirectoryError():
            return words("cli.directory")
        case PermissionError():
            return words("cli.no_permission")
        case _:
            return words("cli.no_access")


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = Parser(prog="chn-self", description=words("cli.about"))
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title=words("cli.commands"))

    def command(name: str, run: Callable[[argparse.Namespace, Words], Answer]) -> Parser:
        says = words(f"cli.{name}")
        added = commands.add_parser(name, help=says, description=says)
        added.set_defaults(command=run)
        return added

    one_file: dict[str, Any] = {"type": Path, "metavar": "FILE", "help": words("cli.file")}
    command("check", check).add_argument("files", nargs="+", **one_file)
    command("type", type_).add_argument("file", **one_file)
    sharing = command("summary", summarise)
    sharing.add_argument("file", **one_file)
    sharing.add_argument(
        "--to",
        required=True,
        type=one_of(FORMATS, words),
        metavar="FORMAT",
        help=words("cli.to", formats=", ".join(FORMATS)),
    )
    sharing.add_argument(
        "--names",
        type=lambda given: Names(one_of([*Names], words)(given)),
        default=Names.ROLES,
        metavar="NAMES",
        help=words("cli.names", names=", ".join(Names)),
    )
    sharing.add_argument(
        "--only",
        type=lambda given: _parts(given, words),
        default=DEFAULT_PARTS,
        metavar="PART,…",
        help=words("cli.only", parts=", ".join(Part)),
    )
    sharing.add_argument("-o", dest="out", type=Path, metavar="OUT", help=words("cli.out"))
    comparing = command("compare", compare_)
    comparing.add_argument("old", type=Path, metavar="OLD", help=words("cli.old"))
    comparing.add_argument("new", type=Path, metavar="NEW", help=words("cli.new"))
    comparing.add_argument(
        "--to",
        default="text",
        type=one_of(COMPARED, words),
        metavar="FORMAT",
        help=words("cli.to", formats=", ".join(COMPARED)),
    )
    return parser


def _parts(text: str, words: Words) -> frozenset[Part]:
    return frozenset(Part(one_of([*Part], words)(name)) for name in text.split(",") if name)
