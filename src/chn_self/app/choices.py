"""What the person chooses for a summary, or a picture by itself, one press at a time."""

from dataclasses import replace

from chn_self.domain.share import Choices, Names, Part, Record


def choose(choices: Choices, choice: str, value: str) -> Choices:
    """Turn a part or a connection in or out, or set how names are given; else no change."""
    try:
        match choice:
            case "part":
                return replace(choices, parts=choices.parts ^ {Part(value)})
            case "connection":
                return replace(choices, left_out=choices.left_out ^ {value})
            case "names":
                return replace(choices, names=Names(value))
            case "picture":
                return replace(choices, picture=Names(value))
            case "record":
                chosen = Record(value)
                return replace(choices, record=None if choices.record == chosen else chosen)
            case _:
                return choices
    except ValueError:
        return choices
