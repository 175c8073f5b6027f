"""The parts of others in what is served."""

import re

from builder.shipped import shipped

PARTS = {part.name: part for part in shipped()}


def test_each_is_told_with_all_that_a_bill_needs() -> None:
    """A version, terms or a text of them, and an address among packages."""
    for part in PARTS.values():
        assert re.fullmatch(r"[0-9][0-9A-Za-z.+-]*", part.version), part.name
        assert part.licence or part.texts, part.name
        assert part.purl.startswith(("pkg:pypi/", "pkg:npm/", "pkg:generic/")), part.name


def test_digests_are_those_that_the_lock_files_ask_for() -> None:
    """Of the wheel and the source of networkx, and of the archive of idiomorph (November 2026)."""
    assert [digest[:8] for _, digest in PARTS["networkx"].hashes] == ["26b7c357", "d47fbf30"]
    ((algorithm, digest),) = PARTS["idiomorph"].hashes
    assert (algorithm, len(digest)) == ("SHA-512", 128)


def test_a_name_with_a_scope_is_an_address_too() -> None:
    """As the specification of Package URLs writes npm's scopes."""
    assert PARTS["@pyscript/core"].purl.startswith("pkg:npm/%40pyscript/core@")


def test_python_itself_is_among_them() -> None:
    """Known faults of Python are told by its version, not by Pyodide's."""
    assert PARTS["python"].version.startswith("3.14.")
