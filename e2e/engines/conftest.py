"""One browser an engine for all tests, and for each test a host of its own.

A host of its own is a port of its own: no test finds what another stored.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from e2e.engines.driving import ENGINES, Browser, screen
from e2e.engines.person import Person
from e2e.host import Host


@pytest.fixture(scope="session")
def _screen() -> Iterator[None]:
    with screen():
        yield


@pytest.fixture(scope="session", params=ENGINES)
def engine(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, _screen: None
) -> Iterator[Browser]:
    """A browser of each engine in turn."""
    name: str = request.param
    browser = Browser(ENGINES[name], tmp_path_factory.mktemp(name))
    yield browser
    browser.close()


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """The site at an address that no browser was at before; it can be stopped and started."""
    serving = Host(tmp_path / "site")
    yield serving
    serving.stop()


@pytest.fixture
def person(engine: Browser, host: Host) -> Person:
    """Somebody who comes to the site for the first time."""
    return Person(engine, host.address)
