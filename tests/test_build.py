"""The built site: whole, by itself, and nothing in it that does not belong."""

import json
import re
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from build import build, main, without_figures
from builder.compressed import ENDINGS
from builder.hosting.answers import answer
from builder.hosting.written import to_include
from builder.integrity import integrity
from builder.parts import unpacked
from builder.paths import CORE, NETWORK_TYPES, PLOTS

# A style sheet or script that names one of these would fetch from it.
REMOTE = re.compile(rb"""(url\(\s*["']?|\b(import|from)\b\s*\(?\s*["'])(https?:)?//""")


# No page asks for these, and no copy holds them.
NEVER_ASKED_FOR = ("404.html", "THIRD-PARTY.txt", "sbom.cdx.json", "manifest.json")

# For hosts that look for their configuration there; no part of what is served.
BESIDE = ("_headers", "web.config")


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site built for these tests."""
    folder = tmp_path_factory.mktemp("dist")
    build(folder)
    return folder


@pytest.fixture(scope="module")
def parts(dist: Path) -> dict[str, bytes]:
    """What is in the archive of Python parts, by path."""
    return unpacked((folder(dist, "pyodide") / "python.pack").read_bytes())


class Addresses(HTMLParser):
    """Collects the addresses that a page loads or links to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note every address of a tag."""
        self.found += [value for name, value in attrs if name in ("src", "href") and value]


def addresses(dist: Path) -> Iterator[tuple[str, str]]:
    """Each page's name with each address on it."""
    for page in dist.rglob("*.html"):
        for address in Addresses(page.read_text("utf-8")).found:
            yield page.relative_to(dist).as_posix(), address


def test_packs_the_words_of_its_own_language_and_no_other(parts: dict[str, bytes]) -> None:
    """A site is in one language; nobody waits for the words of another."""
    start = "chn_self/content/"
    found = {name.removeprefix(start) for name in parts if name.startswith(start)}
    assert {name for name in found if name.endswith(".json")} == {"en.json", "example.en.chn.json"}


def test_every_address_of_this_site_leads_somewhere(dist: Path) -> None:
    """Nothing is missing, and everything is relative: the site works under any path."""
    for page, address in addresses(dist):
        split = urlsplit(address)
        if split.scheme or not split.path:
            continue
        assert not split.path.startswith("/"), f"{page}: {address}"
        target = (dist / page).parent / split.path
        assert target.is_file() or (target / "index.html").is_file(), f"{page}: {address}"


def test_nothing_is_loaded_from_elsewhere(dist: Path) -> None:
    """Style sheets and our own scripts name no other host."""
    scripts = [*folder(dist, "assets").glob("*.js"), *folder(dist, "pdf").glob("*.js")]
    for path in (*dist.rglob("*.css"), *scripts, dist / "sw.js"):
        assert not REMOTE.search(path.read_bytes()), path.name


def test_images_of_the_style_sheet_are_there(dist: Path) -> None:
    """Each is found beside the style sheet."""
    css = (folder(dist, "assets") / "app.css").read_text("utf-8")
    for address in re.findall(r"url\(\"?([^)\"]+)\"?\)", css):
        if not address.startswith(("data:", "#")):
            assert (folder(dist, "assets") / address).is_file(), address


def test_pyscript_has_every_part_that_it_loads_at_once(dist: Path) -> None:
    """Its files import each other by names that change with its version."""
    for path in folder(dist, "pyscript").glob("*.js"):
        for name in re.findall(r"""(?:from|import)\s*"\./([^"]+)";""", path.read_text("utf-8")):
            assert path.with_name(name).is_file(), f"{path.name}: {name}"


def test_the_manifest_tells_every_file(dist: Path) -> None:
    """Whoever has a copy of the site can see if it is this one, byte by byte."""
    told = json.loads((dist / "manifest.json").read_text("utf-8"))["files"]
    assert told == {
        path: integrity(content)
        for path, content in contents(dist).items()
        if path not in ("manifest.json", *BESIDE)
    }


def test_every_file_has_a_type_that_hosts_are_told(dist: Path) -> None:
    """A file of a new kind would be served as who knows what, and perhaps be refused."""
    for path in contents(dist).keys() - {*BESIDE}:
        assert answer(path)["Content-Type"], path


def test_hosts_that_look_for_their_configuration_find_it(dist: Path) -> None:
    """It names the folders of this very build, each of which never changes."""
    names = [path.name for path in dist.iterdir() if path.is_dir()]
    assert names
    for beside in BESIDE:
        text = (dist / beside).read_text("utf-8")
        assert not [name for name in names if name not in text]


def test_the_bill_of_materials_names_what_runs_in_the_page(dist: Path) -> None:
    """By the addresses that scanners know packages by."""
    told = json.loads((dist / "sbom.cdx.json").read_text("utf-8"))["components"]
    names = {component["name"] for component in told}
    assert {"networkx", "jinja2", "pyodide", "@pyscript/core", "nhsuk-frontend"} <= names


def test_what_lies_in_a_folder_lies_in_one_with_a_hash(dist: Path) -> None:
    """The worker takes such an address to stand for the same for ever."""
    lasting = re.compile(r"[a-z]+-[0-9a-f]{10}")
    assert all(lasting.fullmatch(path.name) for path in dist.iterdir() if path.is_dir())


def test_ships_no_source_maps_and_no_editor(dist: Path) -> None:
    """What the page never uses is not there to be fetched."""
    names = [path.name for path in dist.rglob("*") if path.is_file()]
    assert not [n for n in names if n.endswith((".map", ".d.ts")) or "codemirror" in n]


def test_python_parts_are_compiled_and_without_tests(parts: dict[str, bytes]) -> None:
    """The page compiles nothing: the first connection is not kept waiting."""
    kinds = {Path(name).suffix for name in parts}
    assert kinds == {".pyc", ".json"}
    assert not [name for name in parts if "/tests/" in name]


def test_python_parts_are_what_is_imported_and_no_more(parts: dict[str, bytes]) -> None:
    """Its own library goes without what nobody here imports; each package with what it needs."""
    assert {"asyncio/__init__.pyc", "networkx/classes/graph.pyc", "encodings/utf_8.pyc"} <= {*parts}
    unused = ("unittest/", "pdb.pyc", "http/", "sqlite3/", "smtplib.pyc", "doctest.pyc")
    assert not [name for name in parts if name.startswith(unused)]


def test_a_first_visit_is_within_its_budget(dist: Path) -> None:
    """With the copy for use with no network: sent as it is, as gzip and as brotli."""
    sent = [
        dist / path
        for path in contents(dist)
        if path not in (*NEVER_ASKED_FOR, *BESIDE) and not path.startswith("pdf-")
    ]
    for ending, most in (("", 15_000_000), (".gz", 7_000_000), (".br", 6_000_000)):
        beside = (path.with_name(path.name + ending) for path in sent)
        sizes = [(b if b.exists() else a).stat().st_size for a, b in zip(sent, beside, strict=True)]
        assert sum(sizes) <= most, ending


def test_what_draws_a_pdf_is_about_as_large_as_the_page_says(dist: Path) -> None:
    """1 MB more, with gzip."""
    sent = [dist / f"{path}.gz" for path in contents(dist) if path.startswith("pdf-")]
    assert 800_000 <= sum(path.stat().st_size for path in sent) <= 1_200_000


def test_python_parts_say_nothing_of_where_they_were_made(parts: dict[str, bytes]) -> None:
    """A folder's name on the builder's computer is nobody's business."""
    here = str(Path(__file__).parents[1]).encode()
    for name, content in parts.items():
        assert here not in content, name


def test_words_and_types_are_those_of_the_project(parts: dict[str, bytes]) -> None:
    """The page says and reckons what was reviewed."""
    words = tomllib.loads((CORE / "content" / "en.toml").read_text("utf-8"))
    assert json.loads(parts["chn_self/content/en.json"]) == words
    types = json.loads(NETWORK_TYPES.read_text("utf-8"))
    shipped = json.loads(parts["chn_self/network_types.json"])
    assert shipped == {key: value for key, value in types.items() if key != "figures"}


def test_ships_no_figures_of_how_the_types_were_tried(parts: dict[str, bytes]) -> None:
    """A phone does not load what no map is compared with."""
    assert without_figures({"centres": {}, "figures": {}}) == {"centres": {}}
    assert b'"figures"' not in parts["chn_self/network_types.json"]
    assert b'"evaluation"' not in parts["chn_self/network_types.json"]


def test_plots_are_those_of_the_model(dist: Path) -> None:
    """Beside the pages, as they were drawn when the model was made."""
    drawn = {path.name: path.read_bytes() for path in PLOTS.glob("*.svg")}
    assert drawn
    assert contents(folder(dist, "assets") / "plots") == drawn


def test_is_the_same_when_built_again(dist: Path, tmp_path: Path) -> None:
    """Anyone can rebuild what is served and compare."""
    build(tmp_path)
    assert contents(tmp_path) == contents(dist)


def test_writes_what_a_server_includes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """For a site under a path, in another folder; and says what it wrote."""
    main(["hosting", str(tmp_path / "made"), "--under", "/maps/", "--from", "/srv/maps"])
    told = to_include("/maps/", "/srv/maps")
    assert {path.name: path.read_text("utf-8") for path in (tmp_path / "made").iterdir()} == told
    assert capsys.readouterr().out.count("\n") == len(told)


def test_a_path_that_will_not_do_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """In one line, and nothing is written."""
    with pytest.raises(SystemExit):
        main(["hosting", "nowhere", "--under", "maps"])
    assert "maps: expected a path such as / or /some/where/" in capsys.readouterr().err
    assert not Path("nowhere").exists()


def folder(dist: Path, name: str) -> Path:
    """The folder of this name, to which the build gave a hash."""
    (found,) = dist.glob(f"{name}-*")
    return found


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path, but for what lies compressed beside one."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix not in ENDINGS
    }
