"""Looking at the map as a whole: its views, its type, prompts, what is handed on of it."""

from dataclasses import dataclass

from chn_self.app.steps import Fold
from chn_self.domain.emphasis import Emphasis


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
    """Change one choice for the summary, or how names are given in a picture by itself."""

    choice: str
    value: str


@dataclass(frozen=True, slots=True)
class View:
    """Make something on the map stand out; the same again shows it all alike."""

    emphasis: Emphasis


@dataclass(frozen=True, slots=True)
class Unfold:
    """Something was opened, or closed again: what is in it is worked out from now on."""

    fold: Fold


Looking = ShowType | AnotherPrompt | NotForMe | Choose | View | Unfold
