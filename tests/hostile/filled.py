"""A map file with somebody's text in every place that can hold one, and its harmless twin."""

import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import count, cycle, islice
from typing import Any

from chn_self.domain.personal_map import PersonalMap
from chn_self.files.codec import decode, encode
from tests.hostile.corpus import LINES, TEXTS

# Each place of one text, as faults name it: the most characters, and whether it is one line.
PLACES = {
    "id": (80, True),
    "hope": (2_000, False),
    "connections[0].id": (80, True),
    "connections[0].name": (80, True),
    "connections[1].note": (500, False),
    "connections[2].me_there": (2_000, False),
    "missing[0].text": (2_000, False),
    "reflections[0].prompt": (80, True),
    "reflections[0].about[0]": (80, True),
    "reflections[0].text": (2_000, False),
    "type_view.own_words": (2_000, False),
    "next_step.what": (2_000, False),
    "next_step.who": (2_000, False),
    "next_step.when": (2_000, False),
}
# The objects of a file: each may hold keys that we do not know, with anything in them.
OBJECTS = ("connections[0]", "links[0]", "missing[0]", "reflections[0]", "type_view", "next_step")

_KINDS = ("person", "person", "person", "place", "place", "activity", "activity")
_SORTS = {
    "person": ("friend", "family", "practitioner"),
    "place": ("home", "community"),
    "activity": ("creative", "hobby"),
}
_STEP = re.compile(r"\[(\d+)\]|\.?([a-z_]+)")


def tree() -> dict[str, Any]:
    """A map file as data, in which everything is answered and every text is harmless."""
    sorts = {kind: cycle(every) for kind, every in _SORTS.items()}
    connections = [_connection(i, kind, next(sorts[kind])) for i, kind in enumerate(_KINDS)]
    return {
        "format": "chn-map",
        "version": 1,
        "id": "m",
        "as_of": "2026-11-02",
        "usual": False,
        "connections": connections,
        "links": [{"a": "c1", "b": "c5"}, {"a": "c1", "b": "c3"}, {"a": "c2", "b": "c5"}],
        "complete": ["person", "place", "activity"],
        "support_answered": ["listening", "advice", "practical", "company", "health"],
        "week_at_home": 3,
        "satisfaction": 3,
        "hope": "hope",
        "missing": [{"text": "one"}, {"text": "two"}],
        "reflections": [
            {"prompt": "open.a.1", "about": ["c1"], "text": "said"},
            {"prompt": "map.new.1", "about": ["c1", "c5"], "text": "said too"},
        ],
        "type_view": {"fits": "partly", "own_words": "words"},
        "next_step": {"what": "what", "who": "who", "when": "when", "how_it_went": "some"},
    }


def _connection(number: int, kind: str, sort: str) -> dict[str, Any]:
    person = kind == "person"
    return {
        "id": f"c{number}",
        "kind": kind,
        "name": f"name{number}",
        "relation" if person else "type": sort,
        "closeness": number % 3 + 1,
        "often": "weekly",
        "effect": ("helps", "mixed", "drains", "neutral")[number % 4],
        "new": number % 2 == 0,
        "matters": number < 4,
        "me_there": "me",
        "whose_choice": "mine",
        "note": "note",
        **({"gives": ["advice"], "receives": ["listening", "practical"]} if person else {}),
    }


def put(tree_: Any, place: str, value: object) -> None:
    """Put a value at a place such as `connections[0].name`."""
    *way, last = _way(place)
    for step in way:
        tree_ = tree_[step]
    tree_[last] = value


def at(tree_: Any, place: str) -> Any:
    """What stands at a place."""
    for step in _way(place):
        tree_ = tree_[step]
    return tree_


def _way(place: str) -> list[int | str]:
    return [int(item) if item else key for item, key in _STEP.findall(place)]


def opened(tree_: object) -> PersonalMap:
    """The map in a file that holds this."""
    found = decode(json.dumps(tree_).encode())
    assert isinstance(found, PersonalMap), found
    return found


@dataclass
class Given:
    """Harmless words by which texts are known again: one for each line of each of them."""

    texts: dict[str, str] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=count)

    def twin(self, text: str) -> str:
        """A harmless text with the same lines."""
        return re.sub("[^\n\u2028\u2029]+", self._word, text)

    def back(self, text: str, say: Callable[[str], str] = str) -> str:
        """A text in which harmless words stand, with what they stand for in their place."""
        return re.sub(r"qz\d+zq", lambda found: say(self.texts[found[0]]), text)

    def _word(self, found: re.Match[str]) -> str:
        word = f"qz{next(self.numbers)}zq"
        self.texts[word] = found[0]
        return word


@dataclass(frozen=True)
class Pair:
    """A map full of hostile texts, one that is the same but for harmless ones, and which is which.

    `words` are two more hostile texts, for the fields that no map holds, and their twins.
    """

    map: PersonalMap
    twin: PersonalMap
    given: Given
    words: tuple[tuple[str, str], tuple[str, str]]

    @property
    def namesake(self) -> PersonalMap:
        """The twin with the hostile ids, on which hangs how prompts are worded."""
        ids = dict(zip(_ids(self.twin), _ids(self.map), strict=True))
        found = json.loads(encode(replace(self.twin, id=self.map.id)))
        return opened(_renamed(found, ids))


# So many places there are in the file below for a text of each sort.
MOST_LINES = 2 * len(_KINDS) + 2


def pair(turn: int) -> Pair:
    """The map of a turn: all turns together have every text in every place."""
    lines = islice(cycle(LINES), turn, None)
    texts = islice(cycle(TEXTS), turn, None)
    given = Given()
    hostile, harmless = tree(), tree()

    def both(place: str, text: str) -> None:
        put(hostile, place, text)
        put(harmless, place, given.twin(text))

    both("id", next(lines))
    for number in range(len(_KINDS)):
        both(f"connections[{number}].name", next(lines))
        both(f"connections[{number}].note", next(texts))
        both(f"connections[{number}].me_there", next(texts))
    for place in PLACES:
        if not place.startswith(("id", "connections", "reflections")):
            both(place, next(texts))
    both("reflections[0].text", next(texts))
    both("reflections[1].text", next(texts))
    words = [(text, given.twin(text)) for text in islice(texts, 2)]
    known = {f"c{number}": next(lines) for number in range(len(_KINDS))}
    twins = {id_: given.twin(text) for id_, text in known.items()}
    return Pair(
        opened(_renamed(hostile, known)),
        opened(_renamed(harmless, twins)),
        given,
        (words[0], words[1]),
    )


def _ids(map_: PersonalMap) -> list[str]:
    return [c.id for c in map_.connections]


def _renamed(tree_: dict[str, Any], ids: dict[str, str]) -> dict[str, Any]:
    """The file with other ids for its connections, wherever they are named."""
    found = deepcopy(tree_)
    for connection in found["connections"]:
        connection["id"] = ids[connection["id"]]
    for link in found["links"]:
        link["a"], link["b"] = ids[link["a"]], ids[link["b"]]
    for reflection in found["reflections"]:
        reflection["about"] = [ids[about] for about in reflection["about"]]
    return found
