"""The built site in other words: for languages that do not ship."""

import json
import shutil
from pathlib import Path

from builder.parts import archive, unpacked
from builder.paths import CONTENT, NETWORK_TYPES
from chn_self.domain.model_file import read_model
from chn_self.views.settings import read_settings
from chn_self.views.site import pages
from chn_self.views.words import Words
from e2e.browser import DIST, ROOT
from tests.pseudo import english

_FOLDERS = ("assets", "pyodide", "pyscript")


def in_words(words: Words, folder: Path) -> Path:
    """A copy of the built site with these words in its pages and in its Python."""
    shutil.copytree(DIST, folder)
    for path, html in _pages(words).items():
        (folder / path).write_text(_with_hashes(html), "utf-8")
    [library] = folder.glob("pyodide-*/python.pack")
    files = unpacked(library.read_bytes())
    texts = {name: words.at(name) for name in english()}
    files[f"chn_self/content/{words.language}.json"] = json.dumps(texts).encode()
    example = (CONTENT / "example.en.chn.json").read_bytes()
    files[f"chn_self/content/example.{words.language}.chn.json"] = example
    library.write_bytes(archive(files))
    return folder


def _pages(words: Words) -> dict[str, str]:
    settings = read_settings((ROOT / "site.toml").read_text("utf-8"))
    content = json.loads(NETWORK_TYPES.read_text("utf-8"))
    return dict(pages(words, settings, read_model(content), content["figures"]))


def _with_hashes(html: str) -> str:
    """A page that names the folders as the build named them."""
    for name in _FOLDERS:
        [found] = DIST.glob(f"{name}-*")
        html = html.replace(f'"{name}/', f'"{found.name}/')
    return html
