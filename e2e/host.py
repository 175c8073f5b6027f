"""A static host of one site that can be stopped, given another build, and be in trouble."""

import re
import shutil
import threading
from collections.abc import Callable
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from builder.compressed import ENDINGS
from builder.integrity import with_integrity
from builder.manifest import MANIFEST, WORKER, with_manifest
from builder.paths import SITE
from builder.server import LOOPBACK, Handler, address
from e2e.browser import DIST, built

Trouble = Callable[["Recording"], None]

# On `html`, to tell a build from the one before.
ANOTHER = "data-another"


class Recording(Handler):
    """Answers like the small server, notes what was asked for, and has the host's troubles."""

    def __init__(self, *args: object, host: "Host", **kwargs: object) -> None:
        self.host = host
        super().__init__(*args, under=host.under, directory=str(host.folder), **kwargs)

    def do_GET(self) -> None:  # noqa: N802 (the base class names it so)
        """Answer, or do whatever is the trouble with this file; a page itself is spared it."""
        name = self.path.removeprefix(self.host.under)
        self.host.asked.append(name)
        by_worker = self.headers.get("Referer", "").endswith(WORKER) or name == WORKER
        trouble = self.host.troubles.get(name) if by_worker else None
        (trouble or Handler.do_GET)(self)

    @property
    def content(self) -> bytes:
        """What is asked for."""
        return Path(self.translate_path(self.path)).read_bytes()

    def give(self, content: bytes, *, of: int | None = None) -> None:
        """Answer with this content, said to be of that length."""
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Length", str(len(content) if of is None else of))
        self.end_headers()
        self.wfile.write(content)


class Host:
    """Serves a copy of the built site; `asked` are the addresses asked for, in their order."""

    def __init__(self, folder: Path, under: str = "/") -> None:
        self.folder = folder
        self.under = under
        self.asked: list[str] = []
        self.troubles: dict[str, Trouble] = {}
        self._port = 0
        shutil.copytree(DIST, folder)
        self.start()

    def start(self) -> None:
        """Serve, at the same address as before."""
        handler = partial(Recording, host=self)
        self._serving = ThreadingHTTPServer((LOOPBACK, self._port), handler)
        self._port = self._serving.server_address[1]
        self._thread = threading.Thread(target=self._serving.serve_forever, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Be gone, as with no network; it does no harm to do so twice."""
        self._serving.shutdown()
        self._serving.server_close()
        self._thread.join()

    @property
    def address(self) -> str:
        """The address of the site, with a slash at its end."""
        return address(self._serving, self.under)

    def bring_another_build(self) -> None:
        """The same site, but for one folder's name and a mark on every page, and their digests."""
        now = built("assets/").encode()
        later = b"assets-0123456789/"
        files = {
            path.relative_to(DIST).as_posix(): path.read_bytes()
            for path in DIST.rglob("*")
            if path.is_file() and path.name != MANIFEST and path.suffix not in ENDINGS
        }
        files[WORKER] = (SITE / WORKER).read_bytes()
        changed = {
            path.replace(now.decode(), later.decode()): re.sub(
                rb' integrity="[^"]+"', b"", content.replace(now, later)
            ).replace(b"<html ", f"<html {ANOTHER} ".encode())
            for path, content in files.items()
        }
        shutil.rmtree(self.folder)
        for path, content in with_manifest(with_integrity(changed)).items():
            target = self.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
