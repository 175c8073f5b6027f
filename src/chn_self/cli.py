"""The same core from a terminal: `chn-self check`, `type`, `summary`, `compare` and `export`."""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
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
from chn_self.terminal import Answer, Parser, line, one_of, say, shown, why, write
from chn_self.views.comparison import told
from chn_self.views.comparison_text import comparison_json, comparison_text
from chn_self.views.data_files import EVERYTHING, Format, data_files
from chn_self.views.faults import fault_text
from chn_self.views.reasons import type_json
from chn_self.views.render import environment, source_loader
from chn_self.views.summary import summary, summary_html, summary_json, summary_text
from chn_self.views.words import Words, load_words

FORMATS = ("html", "text", "json")
COMPARED = ("text", "json")
MODEL_FILE = "network_types.json"


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; 0 if all input was good, else 2 and a line a fault on standard error."""
    words = load_words("en")
    asked = _parser(words).parse_args(argv)
    command: Callable[[argparse.Namespace, Words], Answer] = asked.command
    return say(command(asked, words), words)


def check(asked: argparse.Namespace, words: Words) -> Answer:
    """Say for each file whether it is a map that opens."""
    said: list[str] = []
    faults: list[str] = []
    for path in asked.files:
        match read(path, words):
            case PersonalMap() as map_:
                count = len(map_.connections)
                said.append(words("cli.good", file=shown(path), count=count) + "\n")
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
        return Answer(faults=(line(Path(MODEL_FILE), words("cli.no_model"), words),))
    return Answer(type_json(classify(map_, model), words))


def summarise(asked: argparse.Namespace, words: Words) -> Answer:
    """Make the summary that the page makes, and print it or write it to a file."""
    map_ = read(asked.file, words)
    if not isinstance(map_, PersonalMap):
        return Answer(faults=map_)
    choices = Choices(parts=asked.only, names=Names(asked.names))
    today = datetime.now().astimezone().date().isoformat()
    made = summary(map_, choices, words, model=load_model(), today=today, with_helper=None)
    match asked.to:
        case "html":
            text = summary_html(made, environment(source_loader(), words))
        case "json":
            text = summary_json(made)
        case _:
            text = summary_text(made)
    if asked.out is None:
        return Answer(text)
    return write(asked.out, text.encode(), words, source=asked.file)


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


def export(asked: argparse.Namespace, words: Words) -> Answer:
    """Write maps as data files into a folder, and say which number each has in them.

    The number is the place of the file among those given. One that is no map is told of, and the
    rest are done.
    """
    found = [read(path, words) for path in asked.files]
    faults = [fault for one in found if not isinstance(one, PersonalMap) for fault in one]
    maps = {n: one for n, one in enumerate(found, start=1) if isinstance(one, PersonalMap)}
    if not maps:
        return Answer(faults=tuple(faults))
    names = None if asked.names == "none" else Names(asked.names)
    made = data_files(maps, EVERYTHING, words, to=Format(asked.to), names=names)
    try:
        asked.out.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        return Answer(faults=(*faults, line(asked.out, why(fault, words), words)))
    for name, content in made.items():
        faults += write(asked.out / name, content, words).faults
    numbered = (words("cli.numbered", number=n, file=shown(asked.files[n - 1])) for n in maps)
    return Answer("".join(f"{told}\n" for told in numbered), tuple(faults))


def read(path: Path, words: Words) -> PersonalMap | tuple[str, ...]:
    """The map in a file, or a line for each thing that keeps it from being opened."""
    try:
        with path.open("rb") as file:
            found = decode(file.read(MOST_BYTES + 1))
    except OSError as fault:
        return (line(path, why(fault, words), words),)
    if isinstance(found, Refusal):
        return tuple(line(path, fault_text(fault, words), words) for fault in found.faults)
    return found


def load_model() -> Model | None:
    """The trained types: those of this checkout, else those packed with the installed code."""
    checkout = Path(__file__).parents[2] / "model" / MODEL_FILE
    for place in (checkout, files("chn_self") / MODEL_FILE):
        if place.is_file():
            return read_model(json.loads(place.read_text("utf-8")))
    return None


def _parser(words: Words) -> argparse.ArgumentParser:
    parser = Parser(prog="chn-self", description=words("cli.about"))
    commands = parser.add_subparsers(metavar="COMMAND", required=True, title=words("cli.commands"))

    def command(name: str, run: Callable[[argparse.Namespace, Words], Answer]) -> Parser:
        says = words(f"cli.{name}")
        added = commands.add_parser(name, help=says, description=says)
        added.set_defaults(command=run)
        return added

    file: dict[str, Any] = {"type": Path, "metavar": "FILE", "help": words("cli.file")}
    command("check", check).add_argument("files", nargs="+", **file)
    command("type", type_).add_argument("file", **file)
    _summary_options(command("summary", summarise), file, words)
    comparing = command("compare", compare_)
    for name in ("old", "new"):
        comparing.add_argument(name, type=Path, metavar=name.upper(), help=words(f"cli.{name}"))
    _to(comparing, COMPARED, words, default="text")
    exporting = command("export", export)
    exporting.add_argument("files", nargs="+", **file)
    _to(exporting, [*Format], words, required=True)
    _names(exporting, ("none", *Names), "none", words)
    exporting.add_argument(
        "-o", dest="out", type=Path, metavar="DIR", required=True, help=words("cli.folder")
    )
    return parser


def _summary_options(parser: Parser, file: Mapping[str, Any], words: Words) -> None:
    parser.add_argument("file", **file)
    _to(parser, FORMATS, words, required=True)
    _names(parser, [*Names], Names.ROLES, words)
    parser.add_argument(
        "--only",
        type=lambda given: _parts(given, words),
        default=DEFAULT_PARTS,
        metavar="PART,…",
        help=words("cli.only", parts=", ".join(Part)),
    )
    parser.add_argument("-o", dest="out", type=Path, metavar="OUT", help=words("cli.out"))


def _to(parser: Parser, formats: Sequence[str], words: Words, **options: Any) -> None:
    takes, says = one_of(formats, words), words("cli.to", formats=", ".join(formats))
    parser.add_argument("--to", type=takes, metavar="FORMAT", help=says, **options)


def _names(parser: Parser, ways: Sequence[str], default: str, words: Words) -> None:
    takes, says = one_of(ways, words), words("cli.names", names=", ".join(ways), default=default)
    parser.add_argument("--names", type=takes, default=default, metavar="NAMES", help=says)


def _parts(text: str, words: Words) -> frozenset[Part]:
    return frozenset(Part(one_of([*Part], words)(name)) for name in text.split(",") if name)
