"""The licences of what is served."""

import re

import pytest

from builder.licences import licences

TEXT = licences()


@pytest.mark.parametrize(
    ("name", "licence"),
    [
        ("chn-self", "MIT License"),
        ("networkx 3.6.1", "BSD-3-Clause"),
        ("jinja2 3.1.6", "Pallets"),
        ("markupsafe 3.0.4", "BSD-3-Clause"),
        ("nhsuk-frontend-jinja 0.10.2", "MIT"),
        ("nhsuk-frontend 10.6.1", "MIT"),
        ("pyodide 314.0.7", "MPL-2.0"),
        ("@pyscript/core 0.7.31", "APACHE-2.0"),
        ("polyscript 0.20.20", "APACHE-2.0"),
        ("idiomorph 0.8.0", "0BSD"),
        ("pdfkit 0.20.2", "MIT"),
        ("fontkit 2.0.4", "MIT"),
        ("@expo-google-fonts/noto-sans 0.4.2", "SIL OPEN FONT LICENSE"),
    ],
)
def test_names_each_part_with_its_version_and_licence(name: str, licence: str) -> None:
    """As the package itself says, read in November 2026."""
    entry = next(part for part in re.split(r"\n-{78}\n\n", TEXT) if part.startswith(f"{name}\n"))
    assert licence in entry


def test_leaves_out_what_only_checks() -> None:
    """What is not served needs no notice."""
    assert "axe-core" not in TEXT
    assert "html-validate" not in TEXT


def test_every_part_may_be_used_beside_ours() -> None:
    """No part is under terms that would bind our own code."""
    assert not re.search(r"\b(AGPL|GPL|SSPL|BUSL)-", TEXT)
