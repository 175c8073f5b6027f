"""Digests of what a page loads."""

from builder.integrity import integrity, with_integrity


def test_gives_the_integrity_that_browsers_want() -> None:
    """The SHA-256 of "abc" in FIPS 180-2, ba7816bf 8f01cfea and so on, in base64."""
    assert integrity(b"abc") == "sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="


def test_a_page_names_the_digest_of_each_script_and_style() -> None:
    """A file that was changed on its way is refused by the browser."""
    files = {
        "index.html": b'<link rel="stylesheet" href="assets/a.css">'
        b'<script src="assets/a.js"></script>'
        b'<script type="module" src="assets/a.js"></script><link rel="icon" href="assets/a.css">',
        "assets/a.css": b"a{}",
        "assets/a.js": b"1",
    }
    css, js = (integrity(files[f"assets/a.{kind}"]) for kind in ("css", "js"))
    assert with_integrity(files)["index.html"].decode() == (
        f'<link rel="stylesheet" href="assets/a.css" integrity="{css}">'
        f'<script src="assets/a.js" integrity="{js}"></script>'
        f'<script type="module" src="assets/a.js" integrity="{js}"></script>'
        '<link rel="icon" href="assets/a.css">'
    )


def test_what_is_fetched_and_what_is_no_page_is_left() -> None:
    """A fetch would not take over what was asked for with a digest that it does not name."""
    files = {
        "index.html": b'<link rel="preload" as="fetch" crossorigin href="assets/a.wasm">',
        "assets/a.js": b'"<script src=\\"assets/b.js\\">"',
        "assets/a.wasm": b"",
    }
    assert with_integrity(files) == files
