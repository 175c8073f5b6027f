"""nginx and Apache of Debian's packages, each on a free port and in a folder of its own."""

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPMessage
from pathlib import Path

from builder.hosting.written import to_include
from builder.server import LOOPBACK

# Where Debian's packages put them: not on the path of every user.
_PATH = "/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin"
_APACHE_MODULES = Path("/usr/lib/apache2/modules")
_BROTLI = Path("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")

_NGINX = """\
{brotli}
daemon off;
master_process off;
pid {home}/pid;
error_log {home}/errors;
events {{}}
http {{
    access_log off;
    client_body_temp_path {home}/1;
    proxy_temp_path {home}/2;
    fastcgi_temp_path {home}/3;
    uwsgi_temp_path {home}/4;
    scgi_temp_path {home}/5;
    server {{
        listen {listen};
        include {home}/nginx.conf;
    }}
}}
"""

_APACHE = """\
{modules}
ServerRoot {home}
ServerName {listen}
Listen {listen}
DefaultRuntimeDir {home}
PidFile {home}/pid
ErrorLog {home}/errors
DocumentRoot {home}
TypesConfig /dev/null
<VirtualHost {listen}>
    Include {home}/apache.conf
</VirtualHost>
"""
_NEEDED = "mpm_event authz_core alias dir headers mime rewrite"


@contextmanager
def serving(host: str, dist: Path, home: Path, under: str) -> Iterator[int]:
    """Serve a build by `nginx` or `apache` at a path, with the configuration that we give out.

    Gives the port. Whatever is written lies in `home`. Raises FileNotFoundError where the host is
    not installed, and RuntimeError with what it said where it does not start.
    """
    port = _free_port()
    site = home / "site"
    site.symlink_to(dist)
    for name, text in to_include(under, str(site)).items():
        # Debian has it as a package of its own, which the tests ask for.
        (home / name).write_text(text.replace("# brotli_static", "brotli_static"), "utf-8")
    command = _command(host, home, f"{LOOPBACK}:{port}")
    with (home / "said").open("wb") as said:
        started = subprocess.Popen(command, stdout=said, stderr=subprocess.STDOUT)
    try:
        _until_it_answers(started, port, home)
        yield port
    finally:
        started.terminate()
        started.wait()


def get(port: int, path: str, accepts: str = "") -> tuple[int, HTTPMessage, bytes]:
    """What is answered at a path: status, headers, content as it was sent."""
    connection = HTTPConnection(LOOPBACK, port, timeout=30)
    connection.request("GET", path, headers={"Accept-Encoding": accepts} if accepts else {})
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response.status, response.headers, content


def _command(host: str, home: Path, listen: str) -> list[str]:
    file = home / "whole.conf"
    if host == "nginx":
        brotli = f"load_module {_BROTLI};"
        file.write_text(_NGINX.format(home=home, listen=listen, brotli=brotli), "utf-8")
        return [_program("nginx"), "-p", str(home), "-e", str(home / "errors"), "-c", str(file)]
    modules = "\n".join(
        f"LoadModule {name}_module {_APACHE_MODULES}/mod_{name}.so" for name in _NEEDED.split()
    )
    file.write_text(_APACHE.format(home=home, listen=listen, modules=modules), "utf-8")
    return [_program("apache2"), "-D", "FOREGROUND", "-f", str(file)]


def _program(name: str) -> str:
    found = shutil.which(name, path=_PATH)
    if found is None:
        raise FileNotFoundError(f"{name}: not found; `make test` installs it, or says how")
    return found


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind((LOOPBACK, 0))
        port: int = taken.getsockname()[1]
        return port


def _until_it_answers(started: subprocess.Popen[bytes], port: int, home: Path) -> None:
    while started.poll() is None:
        with suppress(OSError):
            get(port, "/")
            return
        with suppress(subprocess.TimeoutExpired):
            started.wait(0.02)
    said = [path.read_text("utf-8") for path in (home / "said", home / "errors") if path.exists()]
    raise RuntimeError(f"it did not start: {' '.join(said)}")
