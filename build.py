"""Builds the site from what is installed, with no network: `python build.py [serve]`.

Reads `src/`, `site/`, `site.toml`, the packages of the Python that runs it and
`site/node_modules/`. Writes `dist/`, which any static host can serve, under any path.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from builder.app import app as app_files
from builder.compiled import compiled
from builder.compressed import compressed
from builder.hashes import with_hashes
from builder.integrity import with_integrity
from builder.licences import licences as licences_text
from builder.manifest import WORKER, with_manifest
from builder.parts import archive, library, modules, needed, templates, toml_as_json
from builder.paths import (
    CACHE,
    CONTENT,
    CORE,
    DIST,
    FONTS,
    NETWORK_TYPES,
    NODE_MODULES,
    PLOTS,
    ROOT,
    SITE,
    matching,
)
from builder.server import address, server
from builder.sizes import with_sizes
from builder.style import colours, standing_alone
from chn_self.domain.model_file import read_model
from chn_self.views.render import environment, source_loader
from chn_self.views.settings import Settings, read_settings
from chn_self.views.site import pages as site_pages
from chn_self.views.words import load_words

# What a step makes: a path in `dist/` and its content.
Made = Iterator[tuple[str, bytes]]

# What of these two runs in the page; the rest of them is for other uses.
PYODIDE = "pyodide.mjs pyodide.asm.mjs pyodide.asm.wasm"
PYSCRIPT = "core.js core-*.js error-*.js"


def build(dist: Path) -> None:
    """Take every step in turn, and say so; then name and list what they made."""
    made: dict[str, bytes] = {}
    for step in (pages, plots, style, scripts, pdf, python, parts, app, licences):
        print(f"  {step.__doc__}", flush=True)
        made.update(step())
    named = with_manifest(with_sizes(with_integrity(with_hashes(made))))
    print("  Compressed beside each, as gzip and brotli, for hosts that send those.", flush=True)
    shutil.rmtree(dist, ignore_errors=True)
    for name, content in {**named, **compressed(named, CACHE / "compressed")}.items():
        target = dist / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def pages() -> Made:
    """Pages, from the same templates as in the page, to be read before Python is there."""
    chosen, content = settings(), network_types()
    model, figures = read_model(content), content.get("figures", {})
    for name, html in site_pages(load_words(chosen.language), chosen, model, figures).items():
        yield name, html.encode()


def plots() -> Made:
    """Plots of how the three kinds were made."""
    for path in matching(PLOTS, "*.svg"):
        yield f"assets/plots/{path.name}", path.read_bytes()


def style() -> Made:
    """Style: the NHS design system, our colours, our own layer."""
    nhsuk = NODE_MODULES / "nhsuk-frontend" / "dist" / "nhsuk"
    css, images = standing_alone((nhsuk / "nhsuk-frontend.min.css").read_text("utf-8"))
    sheets = (*sorted((SITE / "css").glob("*.css")), CORE / "templates" / "summary.css")
    own = [path.read_text("utf-8") for path in sheets]
    yield "assets/app.css", "\n".join([css, colours(settings()), *own]).encode()
    for image in images:
        yield f"assets/images/{image}", (nhsuk / "assets" / "images" / image).read_bytes()


def scripts() -> Made:
    """Scripts: what runs before Python, changes a page without a jump, keeps a copy of it."""
    for path in matching(SITE / "boot", "*.js"):
        yield f"assets/{path.name}", path.read_bytes()
    idiomorph = NODE_MODULES / "idiomorph" / "dist" / "idiomorph.esm.js"
    yield "assets/idiomorph.js", idiomorph.read_bytes()
    yield WORKER, (SITE / WORKER).read_bytes()


def pdf() -> Made:
    """PDF: what draws one, and its letters; fetched when the first is asked for."""
    for path in matching(SITE / "pdf", "*.js"):
        yield f"pdf/{path.name}", path.read_bytes()
    yield "pdf/pdfkit.js", (NODE_MODULES / "pdfkit" / "js" / "pdfkit.standalone.js").read_bytes()
    for name, path in FONTS.items():
        yield f"pdf/{name}.ttf", path.read_bytes()


def python() -> Made:
    """Python itself: the few files of Pyodide and PyScript that run in the page."""
    for path in matching(NODE_MODULES / "pyodide", PYODIDE):
        yield f"pyodide/{path.name}", path.read_bytes()
    # A list of packages to load by name, of which the page loads none.
    lock = json.loads((NODE_MODULES / "pyodide" / "pyodide-lock.json").read_text("utf-8"))
    yield "pyodide/pyodide-lock.json", json.dumps({**lock, "packages": {}}).encode()
    for path in matching(NODE_MODULES / "@pyscript" / "core" / "dist", PYSCRIPT):
        yield f"pyscript/{path.name}", path.read_bytes()


def parts() -> Made:
    """Python parts: its library, our own and what they need, compiled ahead, in one archive."""
    language = settings().language
    env = environment(source_loader(), load_words(language))
    code = needed(compiled({**library(), **modules(), **templates(env)}, CACHE / "pyc"))
    data = {
        f"chn_self/content/{language}.json": toml_as_json(CONTENT / f"{language}.toml"),
        f"chn_self/content/{example(language).name}": example(language).read_bytes(),
        "chn_self/network_types.json": json.dumps(without_figures(network_types())).encode(),
    }
    yield "pyodide/python.pack", archive({**code, **data})


def app() -> Made:
    """App: a name and icons, for a device that is told to install the page."""
    yield from app_files(settings())


def licences() -> Made:
    """Licences of everything that is served."""
    yield "licences.txt", licences_text().encode()


def network_types() -> dict[str, Any]:
    """The content of the model file."""
    content: dict[str, Any] = json.loads(NETWORK_TYPES.read_text("utf-8"))
    return content


def without_figures(content: Mapping[str, Any]) -> dict[str, Any]:
    """What a map is compared with: the page has no use for how it was tried."""
    return {key: value for key, value in content.items() if key != "figures"}


def settings() -> Settings:
    """The settings of this host."""
    return read_settings((ROOT / "site.toml").read_text("utf-8"))


def example(language: str) -> Path:
    """The ready-made map to look at, in the language of the site."""
    return CONTENT / f"example.{language}.chn.json"


def serve(dist: Path, port: int) -> None:
    """Serve a built site to this computer until interrupted; a port that is taken is let be."""
    try:
        opened = server(dist, port)
    except OSError:
        opened = server(dist)
    with opened as serving:
        print(f"My connections is at {address(serving)} (Ctrl+C stops it)", flush=True)
        try:
            serving.serve_forever()
        except KeyboardInterrupt:
            print("\nStopped.")


def main(arguments: list[str]) -> None:
    """Build, or serve what was built."""
    parser = argparse.ArgumentParser(description="Build the site into dist/, or serve it.")
    parser.add_argument("act", nargs="?", choices=("build", "serve"), default="build")
    parser.add_argument("--port", type=int, default=8000, help="any free one if 0")
    chosen = parser.parse_args(arguments)
    if chosen.act == "serve":
        serve(DIST, chosen.port)
    else:
        build(DIST)


if __name__ == "__main__":
    main(sys.argv[1:])
