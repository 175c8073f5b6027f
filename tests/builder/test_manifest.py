"""What a build holds, as told to whoever checks and to the worker."""

import json

from builder.integrity import integrity
from builder.manifest import kept, with_manifest

SITE = {
    "index.html": b"<p>",
    "404.html": b"<p>none",
    "THIRD-PARTY.txt": b"MIT",
    "sbom.cdx.json": b"{}",
    "pdf-1a2b3c4d5e/pdfkit.js": b"draw()",
    "assets-1a2b3c4d5e/app.css": b"a{}",
    "sw.js": b"use(BUILT);\n",
}


def told_to_the_worker(files: dict[str, bytes]) -> dict[str, object]:
    """What the first line of the worker says."""
    line = with_manifest(files)["sw.js"].decode().split("\n", 1)[0]
    told: dict[str, object] = json.loads(line.removeprefix("const BUILT = ").removesuffix(";"))
    return told


def test_lists_every_file_as_it_is_served() -> None:
    """The worker too; of all that is there, only the manifest itself is not in it."""
    made = with_manifest(SITE)
    listed = json.loads(made["manifest.json"])["files"]
    assert listed == {
        path: integrity(content) for path, content in made.items() if path != "manifest.json"
    }


def test_the_worker_is_told_what_is_needed_with_no_network() -> None:
    """Not itself, nor what nobody looks for then; the first page by the name of its folder."""
    assert told_to_the_worker(SITE)["files"] == {
        "./": integrity(b"<p>"),
        "assets-1a2b3c4d5e/app.css": integrity(b"a{}"),
    }
    assert with_manifest(SITE)["sw.js"].endswith(b"\nuse(BUILT);\n")


def test_what_is_kept_once_it_is_asked_for_is_told_apart() -> None:
    """It is large, and few ever ask for it."""
    wanted = {"pdf-1a2b3c4d5e/pdfkit.js": integrity(b"draw()")}
    assert told_to_the_worker(SITE)["onDemand"] == wanted


def test_both_know_the_same_version() -> None:
    """One name for one build."""
    version = told_to_the_worker(SITE)["version"]
    assert json.loads(with_manifest(SITE)["manifest.json"])["version"] == version


def test_names_the_commit_beside_the_version() -> None:
    """Where the files come from changes nothing of what they are."""
    before, after = (json.loads(with_manifest(SITE, c)["manifest.json"]) for c in (None, "1a2b"))
    assert (before.pop("commit"), after.pop("commit")) == (None, "1a2b")
    assert before == after


def test_any_change_is_another_version() -> None:
    """Of a page, a name, or the worker itself."""
    changes: list[dict[str, bytes]] = [
        {**SITE, "index.html": b"<p>new"},
        {**SITE, "sw.js": b"useOther(BUILT);\n"},
        {**SITE, "new.html": b""},
    ]
    versions = {told_to_the_worker(files)["version"] for files in [SITE, *changes]}
    assert len(versions) == 1 + len(changes)


def test_is_the_same_in_any_order() -> None:
    """Two builds agree."""
    turned = dict(reversed(SITE.items()))
    assert with_manifest(turned) == with_manifest(SITE)
    assert list(kept(turned)) == list(kept(SITE))
