"""How the terminal command takes what is typed after it: what is wrong is said in one line."""

import argparse
from collections.abc import Callable, Sequence
from typing import NoReturn

from chn_self.views.words import Words

BAD = 2


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
