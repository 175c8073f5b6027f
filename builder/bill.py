"""The bill of materials (SBOM): what a scanner compares with lists of known faults."""

import json
import uuid
from collections.abc import Iterable
from typing import Any

from builder.shipped import Part

BILL = "sbom.cdx.json"

# Names of licences as SPDX writes them; packages do not always.
_SPDX = {
    name.casefold(): name
    for name in (
        *("0BSD", "Apache-2.0", "BSD-3-Clause", "ISC", "MIT", "MPL-2.0", "OFL-1.1"),
        "Python-2.0",
    )
}


def bill(parts: Iterable[Part], *, name: str, version: str) -> str:
    """The parts of an application, as CycloneDX 1.6 in JSON (ECMA-424).

    It names no time, and its number follows from what is in it: the same parts, the same bill.
    """
    ours = {
        "type": "application",
        "bom-ref": f"pkg:generic/{name}@{version}",
        "name": name,
        "version": version,
        "licenses": [{"license": {"id": "MIT"}}],
    }
    # npm may hold one package of one version in several places.
    unique = {part.purl: _component(part) for part in sorted(parts, key=lambda part: part.purl)}
    content = {
        "metadata": {"component": ours},
        "components": [*unique.values()],
        "dependencies": [{"ref": ours["bom-ref"], "dependsOn": [*unique]}],
    }
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(content, sort_keys=True))
    head = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{number}",
        "version": 1,
    }
    return json.dumps({**head, **content}, indent=1) + "\n"


def _component(part: Part) -> dict[str, Any]:
    told = {
        "licenses": _licences(part.licence),
        "hashes": [{"alg": algorithm, "content": digest} for algorithm, digest in part.hashes],
        "externalReferences": [{"type": "website", "url": part.home}] if part.home else [],
    }
    return {
        "type": "library",
        "bom-ref": part.purl,
        "name": part.name,
        "version": part.version,
        "purl": part.purl,
        **{key: value for key, value in told.items() if value},
    }


def _licences(said: str) -> list[dict[str, Any]]:
    """A licence by its SPDX name, as an expression of such, or else in the words of its package."""
    if said.casefold() in _SPDX:
        return [{"license": {"id": _SPDX[said.casefold()]}}]
    if all(word.casefold() in _SPDX for word in said.split(" AND ")):
        return [{"expression": said}]
    return [{"license": {"name": said or "as its own text says, in THIRD-PARTY.txt"}}]
