"""From what the page's script records of an event to a message.

A record is a flat mapping of strings, as `site/boot/boot.js` makes them: `press` names what was
pressed; `of`, `value` and `text` say what on and with what. Records come from the page, so
anything may be in them: what makes no sense makes no message.
"""

from collections.abc import Mapping

from chn_self.app import messages as m
from chn_self.app.effects import Paper
from chn_self.app.steps import Place, Step
from chn_self.domain.connection import Kind, Support


def message(record: Mapping[str, object], stamp: str) -> m.Message | None:
    """The message a record stands for, or None; `stamp` is text that no other record carries."""
    of, value, text = (_text(record, key) for key in ("of", "value", "text"))
    try:
        return _message(_text(record, "press"), of, value, text, stamp) or _went(record)
    except ValueError:
        return None


def place(address: str, at: object = 0, editing: object = None) -> Place:
    """The place an address names, `#/people`; any other address is the welcome."""
    name = address.removeprefix("#/")
    if name not in {*Step}:
        return Place(Step.WELCOME)
    return Place(
        Step(name),
        at if type(at) is int and at >= 0 else 0,
        editing if isinstance(editing, str) and editing else None,
    )


def address(step: Step) -> str:
    """The address of a step; it never holds more than the step's name."""
    return f"#/{step.value}"


def _message(press: str, of: str, value: str, text: str, stamp: str) -> m.Message | None:
    match press:
        case "add":
            return m.Add(Kind(of), text, stamp)
        case "typed":
            return m.Typed(of, text)
        case "add-missing":
            return m.AddMissing(text)
        case "next":
            return m.Next()
        case "back":
            return m.Back()
        case "list-done":
            return m.ListDone(Kind(of), m.Said(value))
        case "edit":
            return m.Edit(of)
        case "edit-done":
            return m.EditDone()
        case "undo":
            return m.Undo()
        case _:
            return _about_connections(press, of, value) or _about_the_rest(press, of, value)


def _about_connections(press: str, of: str, value: str) -> m.Message | None:
    match press:
        case "answer":
            question, _, answer = value.partition("=")
            return m.Answer(of, question, answer)
        case "receives":
            return m.Receives(of, Support(value))
        case "no-one":
            return m.NoOne(Support(value))
        case "gives":
            return m.Gives(of, Support(value))
        case "pair":
            return m.Pair(of, value)
        case "link":
            return m.ToggleLink(of, value)
        case "earlier":
            return m.Move(of, -1)
        case "later":
            return m.Move(of, 1)
        case "remove":
            return m.Remove(of)
        case "select":
            return m.Select(of)
        case _:
            return None


def _about_the_rest(press: str, of: str, value: str) -> m.Message | None:
    match press:
        case "answer-map":
            return m.AnswerMap(of, value)
        case "show-type":
            return m.ShowType()
        case "another-prompt":
            return m.AnotherPrompt()
        case "not-for-me":
            return m.NotForMe(of)
        case "choose":
            return m.Choose(of, value)
        case "take":
            return m.Take(Paper(of))
        case "open-anyway":
            return m.OpenAnyway()
        case "keep-mine":
            return m.KeepMine()
        case "example":
            return m.LookAtExample()
        case "leave-example":
            return m.LeaveExample()
        case _:
            return None


def _went(record: Mapping[str, object]) -> m.Message | None:
    match record:
        case {"press": "went", "to": str(to)}:
            return m.Went(place(to, record.get("at"), record.get("editing")))
        case {"press": "opened", "data": bytes(data)}:
            return m.Opened(data)
        case _:
            return None


def _text(record: Mapping[str, object], key: str) -> str:
    found = record.get(key)
    return found if isinstance(found, str) else ""
