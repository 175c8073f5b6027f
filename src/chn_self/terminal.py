"""How a command reads what is typed after it, prints, writes, and says what is wrong: in a line."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from chn_self.views.words import Words

GOOD, BAD = 0, 2


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command has to say: a text to print or write, and a line for each thing wrong."""

    text: str = ""
    faults: tuple[str, ...] = ()


class Parser(argparse.ArgumentParser):
    """A parser that says what is wrong in one plain line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and stop with the exit code for bad input."""
        self.exit(BAD, f"{self.prog}: {_plain(message)}\n")


def _plain(message: str) -> str:
    """The message on one line: it may quote what was typed, in which anything may be."""
    return "".join(
        letter if letter.isprintable() else letter.encode("unicode_escape").decode()
        for letter in message
    )


def one_of(options: Sequence[str], words: Words) -> Callable[[str], str]:
    """What takes one of these options; argparse.ArgumentTypeError for any other text."""

    def chosen(given: str) -> str:
        if given not in options:
            known = ", ".join(options)
            raise argparse.ArgumentTypeError(words("cli.one_of", expected=known, given=given))
        return given

    return chosen


def say(answer: Answer, words: Words) -> int:
    """Print an answer, and its faults on standard error; the exit code, 0 if all was good."""
    unsaid = _print(answer.text, words) if answer.text else ()
    if sys.stderr is not None:
        with suppress(OSError):  # nobody listens; the exit code still tells
            for fault in (*answer.faults, *unsaid):
                print(fault, file=sys.stderr)
    return BAD if answer.faults or unsaid else GOOD


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


def write(out: Path, content: bytes, words: Words, *, source: Path | None = None) -> Answer:
    """Write a file, never over the one that it was made from."""
    try:
        if source is not None and out.exists() and out.samefile(source):
            return Answer(faults=(line(out, words("cli.same_file"), words),))
        out.write_bytes(content)
    except OSError as fault:
        return Answer(faults=(line(out, why(fault, words), words),))
    return Answer()


def line(path: Path, what: str, words: Words) -> str:
    """What is to be said of a file, on one line."""
    return words("cli.fault", file=shown(path), what=what)


def shown(path: Path) -> str:
    """A file's name on one line, whatever characters are in it."""
    name = str(path)
    return name if name.isprintable() else json.dumps(name)


def why(fault: OSError, words: Words) -> str:
    """Why a file could not be read or written."""
    match fault:
        case FileNotFoundError():
            return words("cli.no_file")
        case IsADirectoryError():
            return words("cli.directory")
        case PermissionError():
            return words("cli.no_permission")
        case _:
            return words("cli.no_access")
