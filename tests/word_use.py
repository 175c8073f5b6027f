"""Which keys of the words the code asks for: read out of the code, not run."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from jinja2 import Environment, nodes

SOURCE = Path(__file__).parents[1] / "src" / "chn_self"

# What words are asked for by, in Python (`words(…)`, `s.words(…)`, `words.at(…)`) and in
# templates (`t(…)`, `rich(…)`, `words.at(…)`).
_ASKING = {"t", "rich", "words"}
_METHODS = {"at", "under", "has"}


@dataclass(frozen=True, slots=True)
class Asked:
    """A key as it is written somewhere, as a pattern in which `.+` stands for what is filled in.

    `surely` where it is handed to the words right there; elsewhere it may be any text.
    """

    pattern: str
    surely: bool
    where: str

    @property
    def is_telling(self) -> bool:
        """Whether enough of the key is written out to say anything."""
        return re.search(r"[a-z]{3}", self.pattern.replace(".+", "")) is not None


def asked_for() -> Iterator[Asked]:
    """Every text in the code that may be a key, made up of pieces or not."""
    for path in sorted(SOURCE.rglob("*.py")):
        yield from _in_python(path)
    for path in sorted(SOURCE.rglob("*.jinja")):
        yield from _in_template(path)


def given_names() -> frozenset[str]:
    """Every name by which the code fills something in."""
    python = (ast.walk(ast.parse(p.read_text("utf-8"))) for p in SOURCE.rglob("*.py"))
    keywords = {n.arg for tree in python for n in tree if isinstance(n, ast.keyword) and n.arg}
    texts = {
        asked.pattern for asked in asked_for() if re.fullmatch(r"[a-z_]+", asked.pattern)
    }  # such as {"name": …} in a dict
    templates = {
        found.key
        for path in SOURCE.rglob("*.jinja")
        for found in _template(path).find_all(nodes.Keyword)
    }
    return frozenset(keywords | texts | templates)


# --- Python ------------------------------------------------------------------------------------


def _in_python(path: Path) -> Iterator[Asked]:
    tree = ast.parse(path.read_text("utf-8"))
    handed = {id(n.args[0]) for n in ast.walk(tree) if isinstance(n, ast.Call) and _asks(n)}
    inside = {id(v) for n in ast.walk(tree) if isinstance(n, ast.JoinedStr) for v in n.values}
    for node in ast.walk(tree):
        pattern = None if id(node) in inside else _python_pattern(node)
        if pattern is not None:
            where = f"{path.name}:{getattr(node, 'lineno', 0)}"
            yield Asked(pattern, id(node) in handed, where)


def _asks(call: ast.Call) -> bool:
    match call.func:
        case ast.Name(name):
            asking = name in _ASKING
        case ast.Attribute(value, "words" | "t" | "rich"):
            asking = not isinstance(value, ast.Constant)
        case ast.Attribute(ast.Name("words") | ast.Attribute(_, "words"), method):
            asking = method in _METHODS
        case _:
            asking = False
    return asking and bool(call.args)


def _python_pattern(node: ast.AST) -> str | None:
    match node:
        case ast.Constant(str(text)):
            return re.escape(text)
        case ast.JoinedStr(values):
            return "".join(_python_pattern(v) or ".+" for v in values)
        case _:
            return None


# --- Templates ---------------------------------------------------------------------------------


def _template(path: Path) -> nodes.Template:
    return Environment().parse(path.read_text("utf-8"))  # noqa: S701  # only read, never rendered


def _in_template(path: Path) -> Iterator[Asked]:
    tree = _template(path)
    handed = {id(call.args[0]) for call in tree.find_all(nodes.Call) if _template_asks(call)}
    joined = list(tree.find_all(nodes.Concat))
    inside = {id(piece) for concat in joined for piece in concat.nodes}
    for node in (*joined, *tree.find_all(nodes.Const)):
        pattern = None if id(node) in inside else _template_pattern(node)
        if pattern is not None:
            yield Asked(pattern, id(node) in handed, f"{path.name}:{node.lineno}")


def _template_asks(call: nodes.Call) -> bool:
    match call.node:
        case nodes.Name(name=name):
            asking = name in _ASKING
        case nodes.Getattr(node=nodes.Name(name="words"), attr=method):
            asking = method in _METHODS
        case _:
            asking = False
    return asking and bool(call.args)


def _template_pattern(node: nodes.Node) -> str | None:
    match node:
        case nodes.Const(value=str(text)):
            return re.escape(text)
        case nodes.Concat(nodes=pieces):
            return "".join(_template_pattern(p) or ".+" for p in pieces)
        case _:
            return None
