"""A page is told how many bytes it waits for."""

from builder.sizes import with_sizes

BAR = '<progress id="arriving" max="1" value="0"></progress>'
PAGE = (
    '<link rel="modulepreload" href="a/x.mjs">'
    '<link rel="preload" as="fetch" crossorigin href="a/y.wasm">'
    '<link rel="stylesheet" href="a/z.css">'
)
FILES = {"a/x.mjs": b"12", "a/y.wasm": b"345", "a/z.css": b"6"}


def test_what_is_preloaded_is_added_up() -> None:
    """Scripts and what is fetched; the style sheet is there before anything is shown."""
    made = with_sizes({**FILES, "index.html": (PAGE + BAR).encode()})
    assert made["index.html"].decode() == PAGE + BAR.replace('max="1"', 'max="5"')


def test_a_page_that_waits_for_nothing_stays_as_it_is() -> None:
    """As does whatever is no page."""
    files = {**FILES, "help.html": b"<p>Help</p>"}
    assert with_sizes(files) == files
