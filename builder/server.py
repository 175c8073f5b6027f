"""A small server for one folder, for this computer only: what a plain static host does."""

import sys
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from builder.hosting.answers import TYPES

LOOPBACK = "127.0.0.1"


class Handler(SimpleHTTPRequestHandler):
    """Serves a folder under a path, with the types that browsers insist on and nothing cached."""

    extensions_map = {  # noqa: RUF012 (the base class has it so)
        **SimpleHTTPRequestHandler.extensions_map,
        **{f".{ending}": kind for ending, kind in TYPES.items()},
    }

    def __init__(self, *args: object, under: str, **kwargs: object) -> None:
        self.under = under
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def translate_path(self, path: str) -> str:
        """Where a requested path lies in the folder; what is not under ours is nowhere."""
        if not path.startswith(self.under):
            return str(Path(self.directory, "nowhere"))
        return super().translate_path("/" + path.removeprefix(self.under))

    def end_headers(self) -> None:
        """Whoever rebuilds the site sees the new one."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Say nothing: nobody keeps a record of who opened what."""


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Let go of whoever hung up: a browser that was closed is no fault of the server's."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def server(
    folder: Path, port: int = 0, under: str = "/", handler: type[Handler] = Handler
) -> ThreadingHTTPServer:
    """A server for a folder, bound but not yet serving; port 0 takes any that is free.

    `under` is the path it is found at, with a slash at both ends.
    """
    return Server((LOOPBACK, port), partial(handler, directory=str(folder), under=under))


def address(serving: ThreadingHTTPServer, under: str = "/") -> str:
    """The address to open."""
    return f"http://{LOOPBACK}:{serving.server_address[1]}{under}"
