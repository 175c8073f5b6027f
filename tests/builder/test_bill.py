"""The bill of materials, held to what CycloneDX 1.6 (ECMA-424) asks of one."""

import json
import re
from dataclasses import replace
from typing import Any

import pytest

from builder.bill import bill
from builder.shipped import Part, shipped

ALL = tuple(shipped())
PLAIN = Part("some", "1.0", "MIT", "https://example.org", (), "pkg:npm/some@1.0", ())


def told(*parts: Part) -> dict[str, Any]:
    """What the bill of these parts says."""
    content: dict[str, Any] = json.loads(bill(parts, name="app", version="2"))
    return content


def test_says_what_it_is() -> None:
    """The head that every reader looks at first; the number is a UUID, as RFC 9562 writes them."""
    content = told(*ALL)
    assert (content["bomFormat"], content["specVersion"], content["version"]) == (
        "CycloneDX",
        "1.6",
        1,
    )
    number = r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"
    assert re.fullmatch(number, content["serialNumber"])


def test_each_component_has_what_is_required() -> None:
    """Type and name by the schema; version and address since they are what is looked up."""
    for component in told(*ALL)["components"]:
        assert component["type"] == "library"
        assert component["name"]
        assert component["version"]
        assert component["purl"] == component["bom-ref"]
        assert component["licenses"]


def test_no_two_components_share_a_reference() -> None:
    """The schema asks for it; npm holds some packages twice."""
    references = [component["bom-ref"] for component in told(*ALL, *ALL)["components"]]
    assert len(references) == len({*references})


def test_digests_are_as_long_as_their_algorithm_makes_them() -> None:
    """In hexadecimal digits: 64 of SHA-256, 128 of SHA-512."""
    lengths = {"SHA-256": 64, "SHA-512": 128}
    for component in told(*ALL)["components"]:
        for digest in component.get("hashes", ()):
            assert re.fullmatch(r"[0-9a-f]+", digest["content"])
            assert len(digest["content"]) == lengths[digest["alg"]]


def test_all_are_needed_by_the_application() -> None:
    """Whatever is named in a dependency is there."""
    content = told(*ALL)
    (needed,) = content["dependencies"]
    assert needed["ref"] == content["metadata"]["component"]["bom-ref"]
    assert needed["dependsOn"] == [component["bom-ref"] for component in content["components"]]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("APACHE-2.0", {"license": {"id": "Apache-2.0"}}),
        ("MIT AND OFL-1.1", {"expression": "MIT AND OFL-1.1"}),
        ("BSD License", {"license": {"name": "BSD License"}}),
        ("", {"license": {"name": "as its own text says, in THIRD-PARTY.txt"}}),
    ],
)
def test_licences_are_named_as_spdx_does_where_it_can(said: str, written: object) -> None:
    """The schema takes an id from SPDX's list only; any other name is one."""
    (component,) = told(replace(PLAIN, licence=said))["components"]
    assert component["licenses"] == [written]


def test_is_the_same_in_any_order() -> None:
    """Two builds agree; it names no time."""
    assert told(*ALL) == told(*reversed(ALL))
    assert "timestamp" not in told(*ALL)["metadata"]
