"""What a module imports, read from its source by the Python that runs it."""

import ast
from collections.abc import Iterable, Iterator

# Run by the page's own Python, which alone reads its own grammar: see site/compile.mjs.


def imports(source: str | bytes, module: str, *, is_package: bool) -> dict[str, list[str]]:
    """The dotted names that a module may import: `at_once` with itself, `later` in its functions.

    Of `from a import b` both `a` and `a.b` are given, since `b` may be a module. What is only for
    type checkers, or for a module that is run by itself, is left out.
    """
    package = module if is_package else module.rpartition(".")[0]
    found: dict[str, set[str]] = {"at_once": set(), "later": set()}
    for node, later in _imports(ast.parse(source).body, later=False):
        found["later" if later else "at_once"].update(_named(node, package))
    return {when: sorted(names) for when, names in found.items()}


def _imports(
    nodes: Iterable[ast.AST], *, later: bool
) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    for node in nodes:
        match node:
            case ast.Import() | ast.ImportFrom():
                yield node, later
            case ast.If() if _is_for_others(node.test):
                yield from _imports(node.orelse, later=later)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                yield from _imports(ast.iter_child_nodes(node), later=True)
            case _:
                yield from _imports(ast.iter_child_nodes(node), later=later)


def _is_for_others(test: ast.expr) -> bool:
    return ast.unparse(test) in ("TYPE_CHECKING", "typing.TYPE_CHECKING", "__name__ == '__main__'")


def _named(node: ast.Import | ast.ImportFrom, package: str) -> Iterator[str]:
    if isinstance(node, ast.Import):
        yield from (name.name for name in node.names)
        return
    above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
    origin = ".".join((*above, *filter(None, [node.module])))
    yield origin
    yield from (f"{origin}.{name.name}" for name in node.names)
