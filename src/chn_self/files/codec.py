"""A map as the bytes of a map file, and back."""

import json

from chn_self.domain.connection import Connection, Kind
from chn_self.domain.personal_map import Link, Missing, NextStep, PersonalMap, Reflection, TypeView
from chn_self.files import envelope
from chn_self.files.entry import Entry
from chn_self.files.faults import Fault, Faults, Refusal, refuse
from chn_self.files.json_tree import read_tree, tree_faults
from chn_self.files.validation import FORMAT, VERSION, Part, known_keys, read_map

# Keys that say nothing of a place or an activity, and those that say nothing of a person.
_FOR_PEOPLE = frozenset({"relation", "gives", "receives"})
_NOT_FOR_PEOPLE = frozenset({"type"})


def encode(map_: PersonalMap) -> bytes:
    """The map as a map file: UTF-8 JSON, known keys in their order, then unknown ones."""
    tree = {"format": FORMAT, "version": VERSION, **_object(map_)}
    return (json.dumps(tree, ensure_ascii=False, allow_nan=False, indent=1) + "\n").encode()


def decode(data: bytes) -> PersonalMap | Refusal:
    """The map in a map file, or why it cannot be opened; any bytes at all give one or the other."""
    tree = read_tree(data)
    if isinstance(tree, Refusal):
        return tree
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        sealed = isinstance(tree, dict) and tree.get("format") == envelope.FORMAT
        return refuse("sealed" if sealed else "not_a_map")
    version = tree.get("version")
    if type(version) is int and version > VERSION:
        return Refusal((Fault("version", "newer"),))
    faults = Faults()
    if type(version) is not int or version != VERSION:
        faults.note("version", "expected_version", version=VERSION)
    tree_faults(tree, faults)
    map_ = read_map(Entry(tree, "", faults))
    return faults.refusal() or map_


def _object(part: Part) -> dict[str, object]:
    left_out: frozenset[str] = frozenset()
    if isinstance(part, Connection):
        left_out = _NOT_FOR_PEOPLE if part.kind == Kind.PERSON else _FOR_PEOPLE
    keys = [key for key in known_keys(type(part)) if key not in left_out]
    return {**{key: _value(getattr(part, key)) for key in keys}, **part.extra}


def _value(value: object) -> object:
    match value:
        case tuple():
            return [_value(item) for item in value]
        case Connection() | Link() | Missing() | Reflection() | TypeView() | NextStep():
            return _object(value)
        case _:
            return value
