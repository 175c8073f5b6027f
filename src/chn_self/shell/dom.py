"""The page as Python sees it: show, focus, history, downloads."""

from collections.abc import Callable, Collection
from typing import Any, TypeVar

from js import URL, Blob, File, Object, chn, console, document, history, navigator, window
from pyodide.ffi import JsException, to_js

from chn_self.app.records import address
from chn_self.app.state import State
from chn_self.app.steps import Place
from chn_self.views.render import dom_id
from chn_self.views.unchanged import thinned

T = TypeVar("T")

# From this width on there is room for the large picture beside the list.
WIDE = "(min-width: 48rem)"


def show(html: str, step: str, *, same_screen: bool, before: Collection[str]) -> None:
    """Put the screen in place of the one before, changing no more than differs.

    What it has in common with the parts that were shown `before` is not sent at all.
    """
    main = document.getElementById("main")
    main.setAttribute("data-step", step)
    held = main.contains(document.activeElement)
    if not chn.show(thinned(html, before), same_screen):
        chn.show(thinned(html, ()), same_screen)
    if held and not main.contains(document.activeElement):
        # What had the focus is gone; without one, a screen reader starts again from nowhere.
        focus("title", top=False, scroll=False)


def focus(id: str, *, top: bool, scroll: bool = True) -> None:
    """Move the focus, and to the top of the page for a new screen."""
    if top:
        window.scrollTo(0, 0)
    element = document.getElementById(dom_id(id))
    if element:  # what JavaScript calls null is not None here, but false
        element.focus(_object({"preventScroll": top or not scroll}))
        if scroll and not top:
            # Where the focus was there already, it scrolls nothing.
            element.scrollIntoView(_object({"block": "nearest", "behavior": "instant"}))


def visit(place: Place) -> None:
    """Note a place in the browser's history; the address holds no more than the step's name."""
    state = _object({"at": place.at, "editing": place.editing})
    history.pushState(state, "", address(place.step))


def language() -> str:
    """The language that the page was built in."""
    return str(document.documentElement.lang)


def is_wide() -> bool:
    """Whether there is room for the large picture."""
    return bool(window.matchMedia(WIDE).matches)


def download(name: str, type: str, content: bytes) -> None:
    """Hand a file to the person, from memory."""
    url = URL.createObjectURL(Blob.new([to_js(content)], _object({"type": type})))
    link = document.createElement("a")
    link.href = url
    link.download = name
    link.click()
    window.setTimeout(URL.revokeObjectURL, 60_000, url)


def print_screen() -> None:
    """Show the browser's own way to print what is on the screen."""
    window.print()


def when_idle(act: Any) -> None:
    """Call this once the browser has nothing more urgent to do."""
    if hasattr(window, "requestIdleCallback"):
        window.requestIdleCallback(act)
    else:
        window.setTimeout(act, 200)


def calmly(at: str, act: Callable[[], T]) -> T | None:
    """What comes of an act, or None where it fails: that is logged, and what was there stays."""
    try:
        return act()
    except Exception as fault:  # noqa: BLE001 - whatever goes wrong, nothing that is open is lost
        log(at, fault)
        return None


def log(at: str, fault: Exception) -> None:
    """Tell whoever looks after the page only the kind of fault: its text could hold a name."""
    console.error(f"{at}: {type(fault).__name__}")


def say(text: str) -> None:
    """Show a sentence where notices stand, and have it read out."""
    said = document.getElementById("said")
    if said:
        said.textContent = text


def mark(name: str) -> None:
    """Note on the page that it has come so far: `ready`, `settled`."""
    document.documentElement.setAttribute(f"data-{name}", "")


def loaded() -> None:
    """Say that nothing has to wait any longer."""
    line = document.getElementById("loading")
    line.textContent = line.dataset.readyText


def mark_state(state: State) -> None:
    """Note on the page what its scripts go by: if closing would lose something, ways of leaving."""
    chn.unkept = state.unkept
    root = document.documentElement
    root.toggleAttribute("data-unkept", state.unkept)
    root.toggleAttribute("data-shift-leaves", state.ways.shift)
    root.toggleAttribute("data-no-leave", not state.ways.button)


def can_share() -> bool:
    """Whether the device can hand a file to another app."""
    if not hasattr(navigator, "canShare"):
        return False
    return bool(navigator.canShare(_shared("map.txt", "text/plain", b" ")))


async def share(name: str, type: str, content: bytes) -> None:
    """Let the person pick an app for a file; raises JsException where they go back.

    Some browsers hand on no file of type JSON: then it goes as the text that it is.
    """
    data = _shared(name, type, content)
    if not navigator.canShare(data):
        data = _shared(f"{name.rpartition('.')[0]}.txt", "text/plain", content)
    await navigator.share(data)


def can_save_as() -> bool:
    """Whether the person can pick a place for a file, which the page can read back then."""
    return hasattr(window, "showSaveFilePicker")


async def save_as(name: str, content: bytes) -> bool | None:
    """Write a file where the person picks, read it back, and say if it is the same.

    None where no place was picked.
    """
    try:
        picked = await window.showSaveFilePicker(_object({"suggestedName": name}))
    except JsException:
        return None
    try:
        stream = await picked.createWritable()
        await stream.write(to_js(content))
        await stream.close()
        written = await (await picked.getFile()).arrayBuffer()
    except JsException:
        return False
    return bool(written.to_bytes() == content)


def _shared(name: str, type: str, content: bytes) -> Any:
    return _object({"files": [File.new([to_js(content)], name, _object({"type": type}))]})


def _object(values: dict[str, Any]) -> Any:
    return to_js(values, dict_converter=Object.fromEntries)
