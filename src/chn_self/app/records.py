"""From what the page's script records of an event to a message.

A record is a flat mapping of strings, as `site/boot/boot.js` makes them: `press` names what was
pressed; `of`, `value` and `text` say what on and with what. Records come from the page, so
anything may be in them: what makes no sense makes no message.
"""

from collections.abc import Mapping
from hashlib import sha256

from chn_self.app import messages as m
from chn_self.app.effects import Paper
from chn_self.app.kept import QUIET_TIMES
from chn_self.app.leaving import Way
from chn_self.app.session import Act, Device, Wish
from chn_self.app.steps import Fold, Place, Step
from chn_self.domain.connection import Closeness, Kind, Support
from chn_self.domain.emphasis import Emphasis


def message(record: Mapping[str, object], stamp: str) -> m.Message | None:
    """The message a record stands for, or None; `stamp` is text that no other record carries."""
    of, value, text = (_text(record, key) for key in ("of", "value", "text"))
    try:
        press = _text(record, "press")
        return (
            _message(press, of, value, text, stamp)
            or _about_comparing(press, of, value)
            or _about_keeping(press, of, value, text)
            or _with_more(record)
        )
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
        case "add-row":
            return m.AddRow(stamp)
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
        case "remove":
            return m.Remove(of)
        case _:
            return _about_placing(press, of, value)


def _about_placing(press: str, of: str, value: str) -> m.Message | None:
    match press:
        case "select":
            return m.Select(of)
        case "look":
            return m.Look(of)
        case "look-away":
            return m.LookAway()
        case "earlier":
            return m.Move(of, -1)
        case "later":
            return m.Move(of, 1)
        case "nearer":
            return m.Nearer(of, 1)
        case "further":
            return m.Nearer(of, -1)
        case "put":
            ring, _, before = value.partition("=")
            return m.Put(of, Closeness(int(ring)), before or None)
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
        case "view":
            return m.View(Emphasis(of))
        case "unfold":
            return m.Unfold(Fold(of))
        case "example":
            return m.LookAtExample()
        case "leave-example":
            return m.LeaveExample()
        case _:
            return _about_the_page(press, of, value)


def _about_the_page(press: str, of: str, value: str) -> m.Message | None:
    match press:
        case "guide":
            return m.Guide(Act(of))
        case "whose":
            return m.Whose(Device(value))
        case "want":
            return m.Want(Wish(of))
        case "keep-later":
            return m.KeepLater()
        case "another-starter":
            return m.AnotherStarter()
        case "no-starters":
            return m.NoStarters()
        case "prefer":
            return m.Prefer(Way(of))
        case "print":
            return m.Print()
        case "use-newer":
            return m.UseNewer()
        case "installable":
            return m.Installable()
        case "install":
            return m.Install()
        case _:
            return None


def _about_comparing(press: str, of: str, value: str) -> m.Message | None:
    match press:
        case "same":
            return m.Same(of, value)
        case "not-same":
            return m.NotSame(of, value)
        case "ask-again":
            return m.AskAgain()
        case "put-away":
            return m.PutAway()
        case _:
            return None


def _about_keeping(press: str, of: str, value: str, text: str) -> m.Message | None:
    match press:
        case "take":
            return m.Take(Paper(of))
        case "share":
            return m.Share(Paper(of))
        case "save-as":
            return m.SaveAs()
        case "seal" if of == "file":
            return m.TakeSealed(text, value)
        case "seal" if of == "copy":
            return m.TakeSealed(text, value, Paper.COPY)
        case "seal" if of == "here":
            return m.KeepHere(text, value)
        case "seal" if of == "asked":
            return m.Unlock(text)
        case "stop-unlocking":
            return m.StopUnlocking()
        case "open-anyway":
            return m.OpenAnyway()
        case "keep-mine":
            return m.KeepMine()
        case "paste-map":
            return m.Opened(text.encode(errors="replace"), pasted=True)
        case _:
            return _about_the_shelf(press, of, value)


def _about_the_shelf(press: str, of: str, value: str) -> m.Message | None:
    match press:
        case "keep-plain":
            return m.KeepPlain()
        case "keep-another":
            return m.KeepAnother()
        case "open-kept":
            return m.OpenKept(of)
        case "take-off":
            return m.TakeOff(of)
        case "take-off-now":
            return m.TakeOffNow()
        case "lock":
            return m.LockNow()
        case "lock-after":
            return m.LockAfter(next((n for n in QUIET_TIMES if str(n) == value), None))
        case _:
            return None


def _with_more(record: Mapping[str, object]) -> m.Message | None:
    match record:
        case {"press": "went", "to": str(to)}:
            return m.Went(place(to, record.get("at"), record.get("editing")))
        case {"press": "opened", "data": bytes(data)}:
            return m.Opened(data)
        case {"press": "check-file", "data": bytes(data)}:
            return m.CheckFile(sha256(data).hexdigest())
        case _:
            return None


def _text(record: Mapping[str, object], key: str) -> str:
    found = record.get(key)
    return found if isinstance(found, str) else ""
