"""Folders get a hash in their name, and every address follows."""

import re

from hypothesis import given
from hypothesis import strategies as st

from builder.hashes import fingerprint, with_hashes

SITE = {
    "index.html": b"""<link href="assets/app.css"><script src='./assets/start.js'></script>""",
    "manifest.webmanifest": b'{"src": "assets/icon.png"}',
    "assets/app.css": b'a{b:url("images/one.svg")}',
    "assets/images/one.svg": b"<svg/>",
    "assets/start.js": b'import("../pyscript/core.js"); use("./pyodide/a.wasm", "./assets/parts")',
    "pyodide/a.wasm": b'"assets/"',
    "pyscript/core.js": b'"./pyodide/a"',
    "about.html": b"<p>Our assets/ and pyodide/ are no addresses here.</p>",
}

FILES = st.dictionaries(st.text("abc/", min_size=1, max_size=5), st.binary(max_size=5))


def test_each_folder_gets_ten_digits_and_keeps_what_is_in_it() -> None:
    """Neighbours find each other as before."""
    made = with_hashes(SITE)
    plain = {re.sub(r"^(\w+)-[0-9a-f]{10}/", r"\1/", path) for path in made}
    assert plain == set(SITE)
    assert len({path.split("/")[0] for path in made if "/" in path}) == 3


def test_every_address_leads_to_the_folder_as_it_is_called_now() -> None:
    """In pages, in the manifest of the app, and in our own scripts."""
    made = with_hashes(SITE)
    for path in ("index.html", "manifest.webmanifest"):
        for address in re.findall(rb"""["'](?:\./)?(assets[^"']+)["']""", made[path]):
            assert address.decode() in made or b"icon" in address
    (start,) = (content for path, content in made.items() if path.endswith("start.js"))
    named = re.findall(r'"\.{1,2}/([a-z0-9-]+)/', start.decode())
    assert sorted(named) == sorted({path.split("/")[0] for path in made if "/" in path})


def test_nothing_else_is_changed() -> None:
    """Prose stays prose, and what others made stays as they made it."""
    made = with_hashes(SITE)
    assert made["about.html"] == SITE["about.html"]
    for name in ("a.wasm", "core.js", "one.svg", "app.css"):
        (now,) = (content for path, content in made.items() if path.endswith(f"/{name}"))
        (before,) = (content for path, content in SITE.items() if path.endswith(f"/{name}"))
        assert now == before


def test_a_change_in_one_folder_changes_the_names_of_those_that_name_it() -> None:
    """A kept copy of a script never looks for what is not there any more."""
    changed = {*with_hashes({**SITE, "pyodide/a.wasm": b"new"})} - {*with_hashes(SITE)}
    assert {path.split("-")[0] for path in changed} == {"pyodide", "assets"}


def test_is_the_same_in_any_order() -> None:
    """Two builds agree."""
    assert with_hashes(dict(reversed(SITE.items()))) == with_hashes(SITE)


@given(FILES, FILES)
def test_a_fingerprint_tells_any_two_apart(one: dict[str, bytes], other: dict[str, bytes]) -> None:
    """By names and contents, wherever one ends and the next begins."""
    assert (fingerprint(one) == fingerprint(other)) == (one == other)
