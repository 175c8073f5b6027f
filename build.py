"""Builds the site from what is installed, with no network: `python build.py`.

`build.py serve` serves it to this computer, and `build.py hosting FOLDER` writes what a server
includes to serve it to others.

Reads `src/`, `site/`, `site.toml`, the packages of the Python that runs it and
`site/node_modules/`. Writes `dist/`, which any static host can serve, under any path.
"""

import argparse
import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from builder.app import app as app_files
from builder.bill import BILL
from builder.bill import bill as bill_of
from builder.commit import commit
from builder.compiled import compiled
from builder.compressed import compressed
from builder.hashes import with_hashes
from builder.hosting.written import FOLDER, UNDER, beside, to_include
from builder.integrity import with_integrity
from builder.licences import licences
from builder.manifest import LICENCES, WORKER, with_manifest
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
from builder.shipped import shipped
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
    for step in (pages, plots, style, scripts, pdf, python, parts, app, others):
        print(f"  {step.__doc__}", flush=True)
        made.update(step())
    named = with_manifest(with_sizes(with_integrity(with_hashes(made))), commit(ROOT))
    print("  Compressed beside each, as gzip and brotli, for hosts that send those.", flush=True)
    shutil.rmtree(dist, ignore_errors=True)
    whole = {**named, **compressed(named, CACHE / "compressed"), **beside(named)}
    for name, content in whole.items():
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


def others() -> Made:
    """Parts of others: their licences, and a bill of them for whoever looks for known faults."""
    yield LICENCES, licences().encode()
    yield BILL, bill_of(shipped(), name="chn-self", version=version("chn-self")).encode()


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


def hosting(to: Path, under: str, folder: str) -> None:
    """Write what a server includes, for a site at a path, out of a folder of its machine."""
    texts = to_include(under, folder)
    to.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (to / name).write_text(text, "utf-8")
        print(to / name)


def main(arguments: list[str]) -> None:
    """Build, serve what was built, or write what a server includes."""
    parser = argparse.ArgumentParser(description="Build the site into dist/, or help to serve it.")
    acts = parser.add_subparsers(dest="act")
    acts.add_parser("build", help="build it, as with nothing said")
    serving = acts.add_parser("serve", help="serve it to this computer")
    serving.add_argument("--port", type=int, default=8000, help="any free one if 0")
    including = acts.add_parser("hosting", help="write what nginx and Apache include")
    including.add_argument("to", type=Path, metavar="FOLDER", help="where to write it")
    including.add_argument("--under", default=UNDER, metavar="PATH", help=f"as {UNDER} or /maps/")
    including.add_argument("--from", default=FOLDER, dest="folder", help="where the site lies")
    match parser.parse_args(arguments):
        case argparse.Namespace(act="serve", port=port):
            serve(DIST, port)
        case argparse.Namespace(act="hosting", to=to, under=under, folder=folder):
            try:
                hosting(to, under, folder)
            except ValueError as fault:
                parser.error(str(fault))
        case _:
            build(DIST)


if __name__ == "__main__":
    main(sys.argv[1:])
