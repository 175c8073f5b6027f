"""Looking at the map as a whole: its type, prompts to think with, what a summary holds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShowType:
    """Ask to see which network type the map is most like."""


@dataclass(frozen=True, slots=True)
class AnotherPrompt:
    """Show another prompt."""


@dataclass(frozen=True, slots=True)
class NotForMe:
    """Put a prompt away for good."""

    prompt: str


@dataclass(frozen=True, slots=True)
class Choose:
    """Change one choice for the summary: a part, the form of names, or a connection."""

    choice: str
    value: str


Looking = ShowType | AnotherPrompt | NotForMe | Choose
