"""The files of configuration, as text: each says what the table says."""

from html import unescape
from xml.etree import ElementTree as ET

import pytest

from builder.hosting.answers import HEADERS, HTTPS_ONLY, LASTING, TYPES
from builder.hosting.written import beside, to_include
from builder.paths import ROOT
from tests.views.drawn import tree

SITE = ("index.html", "manifest.json", "assets-0123456789/app.css", "pdf-0123456789/a.js")
BESIDE = {name: content.decode() for name, content in beside(SITE).items()}


def test_those_in_the_documents_are_these() -> None:
    """`build.py hosting docs/hosting` writes them anew."""
    folder = ROOT / "docs" / "hosting"
    assert {path.name: path.read_text("utf-8") for path in folder.iterdir()} == to_include()


@pytest.mark.parametrize("text", [*to_include().values(), *BESIDE.values()])
def test_every_host_is_told_every_header(text: str) -> None:
    """None is forgotten, and none has another value on one host."""
    for name, value in HEADERS.items():
        assert name in text
        assert value in unescape(text)


@pytest.mark.parametrize("name", ["nginx.conf", "apache.conf"])
def test_https_alone_is_asked_for_only_by_who_can_promise_it(name: str) -> None:
    """It binds the whole name of a host, for a year: a line to take the mark from."""
    (header,) = HTTPS_ONLY
    told = [line.strip() for line in to_include()[name].split("\n") if header in line]
    assert told
    assert all(line.startswith("#") for line in told)


@pytest.mark.parametrize(("name", "text"), to_include("/some/where/", "/srv/a").items())
def test_a_site_can_lie_under_a_path(name: str, text: str) -> None:
    """With its own page for what is not there; without the slash one is sent to it."""
    assert "/some/where/404.html" in text
    assert "/srv/a" in text
    assert ("location = /some/where {" if name == "nginx.conf" else 'Alias "/some/where" ') in text


@pytest.mark.parametrize("under", ["", "maps", "/maps", "/a b/", "/a;b/", '/"/', "/$uri/", "//"])
def test_a_path_that_could_be_misread_is_refused(under: str) -> None:
    """Told, before a server reads it as something else."""
    with pytest.raises(ValueError, match="expected a path"):
        to_include(under)


@pytest.mark.parametrize("folder", ["", "srv", "/srv/", "/srv/a b", "/srv/$a", "/srv/a;"])
def test_a_folder_that_could_be_misread_is_refused(folder: str) -> None:
    """Told, before a server reads it as something else."""
    with pytest.raises(ValueError, match="expected a folder"):
        to_include(folder=folder)


def rules() -> dict[str, dict[str, str]]:
    """The headers by path that `_headers` tells."""
    found: dict[str, dict[str, str]] = {}
    path = ""
    for line in filter(None, BESIDE["_headers"].split("\n")):
        if line.startswith("/"):
            path = line
            found[path] = {}
        else:
            name, value = line.strip().split(": ", 1)
            found[path][name] = value
    return found


def test_headers_file_names_the_folders_that_last() -> None:
    """Those of this build, and the rest by the rule for all."""
    assert rules() == {
        "/*": {**HEADERS, **HTTPS_ONLY},
        "/assets-0123456789/*": {"Cache-Control": LASTING},
        "/pdf-0123456789/*": {"Cache-Control": LASTING},
    }


def config() -> ET.Element:
    """What `web.config` says."""
    return tree(BESIDE["web.config"])


def test_web_config_tells_headers_and_types() -> None:
    """Each added once, after any that the server has by itself was taken away."""
    headers = {add.get("name"): add.get("value") for add in config().iter("add") if add.get("name")}
    assert headers == HEADERS
    types = {one.get("fileExtension"): one.get("mimeType") for one in config().iter("mimeMap")}
    assert types == {f".{ending}": kind for ending, kind in TYPES.items()}
    removed = [one.get("fileExtension") for one in config().iter("remove")]
    assert {*types} <= {*removed}


def test_web_config_names_the_folders_that_last() -> None:
    """For a year; nothing else is used without asking."""
    folders = {found.get("path"): found for found in config().findall("location")}
    assert [*folders] == ["assets-0123456789", "pdf-0123456789"]
    for folder in folders.values():
        (cache,) = folder.iter("clientCache")
        assert cache.get("cacheControlMaxAge") == "365.00:00:00"
        assert cache.get("cacheControlCustom") == "public, immutable"
    (rest,) = config().findall("system.webServer/staticContent/clientCache")
    assert rest.get("cacheControlMode") == "DisableCache"  # IIS writes it as `no-cache`
