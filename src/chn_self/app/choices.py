"""What the person chooses for a summary, or a picture by itself, one press at a time."""

from dataclasses import replace

from chn_self.domain.choices import as_ready
from chn_self.domain.share import Choices, Detail, Names, Part, Reader, Ready, Record, Shown


def choose(choices: Choices, choice: str, value: str) -> Choices:
    """Turn something in or out, or set how it is given; a choice that is none changes nothing."""
    try:
        return _choose(choices, choice, value)
    except ValueError:
        return choices


def _choose(choices: Choices, choice: str, value: str) -> Choices:
    match choice:
        case "ready":
            return as_ready(choices, Ready(value))
        case "part":
            return replace(choices, parts=choices.parts ^ {Part(value)})
        case "detail":
            return replace(choices, details=choices.details ^ {Detail(value)})
        case "connection" if choices.reader == Reader(value, Shown.LEFT_OUT):
            # Whoever reads it was left out as such, and comes back by the same press as others.
            return replace(choices, reader=Reader(value))
        case "connection":
            return replace(choices, left_out=choices.left_out ^ {value})
        case "put_in":
            return replace(choices, put_in=choices.put_in ^ {value})
        case "names":
            return replace(choices, names=Names(value))
        case "picture":
            return replace(choices, picture=Names(value))
        case "record":
            chosen = Record(value)
            return replace(choices, record=None if choices.record == chosen else chosen)
        case _:
            return replace(choices, reader=_reader(choices.reader, choice, value))


def _reader(reader: Reader | None, choice: str, value: str) -> Reader | None:
    """For whom it is: a second press takes that back, and how they are shown along with it."""
    match choice:
        case "reader":
            return None if reader and reader.id == value else Reader(value)
        case "not_on_map":
            return None if reader == Reader(None) else Reader(None)
        case "shown" if reader is not None:
            return replace(reader, shown=Shown(value))
        case _:
            return reader
