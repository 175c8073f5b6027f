"""A passphrase as it is typed: nothing about it is judged but that it is there, and known."""

from collections.abc import Callable
from dataclasses import replace

from chn_self.app.effects import Effect, Focus
from chn_self.app.state import Notice, State

Told = Callable[[State], tuple[State, tuple[Effect, ...]]]


def problem_with(passphrase: str, again: str, form: str) -> Told | None:
    """How to tell what keeps a passphrase from being used, if anything does.

    It is empty, or not the same twice; told at its form, with the field in focus.
    """
    if passphrase and passphrase == again:
        return None
    notice = Notice("passphrase_differs" if passphrase else "passphrase_empty", {"at": form})
    return lambda state: (replace(state, notice=notice), (Focus(f"passphrase/{form}"),))
