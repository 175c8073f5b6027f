"""The page as Python sees it: show, focus, history, downloads."""

from typing import Any

from js import URL, Blob, Object, Uint8Array, chn, document, history, window
from pyodide.ffi import to_js

from chn_self.app.records import address
from chn_self.app.steps import Place
from chn_self.views.render import dom_id

# From this width on there is room for the large picture beside the list.
WIDE = "(min-width: 48rem)"


def show(html: str, place: Place, *, same_screen: bool) -> None:
    """Put the screen in place of the one before, changing no more than differs."""
    main = document.getElementById("main")
    main.setAttribute("data-step", place.step.value)
    held = main.contains(document.activeElement)
    chn.show(html, same_screen)
    if held and not main.contains(document.activeElement):
        # What had the focus is gone; without one, a screen reader starts again from nowhere.
        focus("title", top=False, scroll=False)


def focus(id: str, *, top: bool, scroll: bool = True) -> None:
    """Move the focus, and to the top of the page for a new screen."""
    if top:
        window.scrollTo(0, 0)
    element = document.getElementById(dom_id(id))
    if element:  # what JavaScript calls null is not None here, but false
        options = {"preventScroll": top or not scroll}
        element.focus(to_js(options, dict_converter=Object.fromEntries))


def visit(place: Place) -> None:
    """Note a place in the browser's history; the address holds no more than the step's name."""
    state = to_js({"at": place.at, "editing": place.editing}, dict_converter=Object.fromEntries)
    history.pushState(state, "", address(place.step))


def language() -> str:
    """The language that the page was built in."""
    return str(document.documentElement.lang)


def is_wide() -> bool:
    """Whether there is room for the large picture."""
    return bool(window.matchMedia(WIDE).matches)


def download(name: str, type: str, content: bytes) -> None:
    """Hand a file to the person, from memory."""
    options = to_js({"type": type}, dict_converter=Object.fromEntries)
    url = URL.createObjectURL(Blob.new([Uint8Array.new(to_js(content))], options))
    link = document.createElement("a")
    link.href = url
    link.download = name
    link.click()
    window.setTimeout(URL.revokeObjectURL, 60_000, url)


def when_idle(act: Any) -> None:
    """Call this once the browser has nothing more urgent to do."""
    if hasattr(window, "requestIdleCallback"):
        window.requestIdleCallback(act)
    else:
        window.setTimeout(act, 200)


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


def warn_of_loss(unkept: bool) -> None:
    """Whether closing the tab has to be asked about."""
    chn.unkept = unkept
