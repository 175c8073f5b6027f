"""Which modules a page can come to need: the import graph, and what is reached in it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath


@dataclass(frozen=True, slots=True)
class Imports:
    """The dotted names that a module imports with itself, and those its functions import later."""

    at_once: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


def module_of(path: str) -> str:
    """The dotted name of the module at a path such as `a/b.py` or `a/b/__init__.py`."""
    pure = PurePosixPath(path).with_suffix("")
    return ".".join(pure.parent.parts if pure.name == "__init__" else pure.parts)


def reached(
    known: Mapping[str, Imports], roots: Iterable[str], followed: Iterable[str]
) -> frozenset[str]:
    """The known modules that the roots reach, with the packages they are in.

    What functions import later is counted for modules in the packages `followed` only: those are
    run here, while most of a large library's functions never are.
    """
    packages = frozenset(followed)
    found: set[str] = set()
    waiting = [name for root in roots for name in _with_packages(root, known)]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        named = known[name].at_once
        if name.partition(".")[0] in packages or name in packages:
            named += known[name].later
        waiting += (other for one in named for other in _with_packages(one, known))
    return frozenset(found)


def _with_packages(name: str, known: Mapping[str, Imports]) -> Iterator[str]:
    parts = name.split(".")
    wholes = (".".join(parts[:end]) for end in range(1, len(parts) + 1))
    return (whole for whole in wholes if whole in known)
