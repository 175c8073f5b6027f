"""Maps as files for those who work with data: only what was chosen, without names if so chosen."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from enum import StrEnum

from chn_self.domain.personal_map import PersonalMap
from chn_self.domain.share import Choices, Detail, Names, Part, reduced
from chn_self.files.exports.egor import egor
from chn_self.files.exports.graphml import graphml
from chn_self.files.exports.network_canvas import network_canvas
from chn_self.files.exports.network_data import network_data
from chn_self.views.summary_names import called
from chn_self.views.words import Words

# All that was answered, of every connection that is not kept off what is shared.
EVERYTHING = Choices(frozenset(Part), details=frozenset({Detail.WORKERS_CLOSENESS}))


class Format(StrEnum):
    """For whose tools."""

    GRAPHML = "graphml"
    CSV = "csv"
    NETWORK_CANVAS = "network-canvas"


def data_files(
    maps: Mapping[int, PersonalMap],
    choices: Choices,
    words: Words,
    *,
    to: Format,
    names: Names | None,
) -> Mapping[str, bytes]:
    """The files by their names; `maps` by the number that each has as an ego.

    Of GraphML there is a file for each map; the tables hold all maps. Without `names` there are
    none in them.
    """
    named = names is not None
    shown = {
        ego: called(reduced(map_, choices), names or Names.ROLES, words)
        for ego, map_ in maps.items()
    }
    graphs = {ego: network_data(map_, named=named) for ego, map_ in shown.items()}
    match to:
        case Format.GRAPHML:
            return {f"{ego}.graphml": graphml(graph) for ego, graph in graphs.items()}
        case Format.CSV:
            return egor(graphs, named=named)
        case Format.NETWORK_CANVAS:
            return network_canvas(graphs, named=named)


def data_archive(map_: PersonalMap, choices: Choices, words: Words, names: Names | None) -> bytes:
    """One map in every format, a folder each, and what is in them in words, as one zip file."""
    files = {
        f"{to}/{name}": content
        for to in Format
        for name, content in data_files({1: map_}, choices, words, to=to, names=names).items()
    }
    return _zip({"README.txt": _about(words).encode(), **files}.items())


def _about(words: Words) -> str:
    said = words.at("data.about")
    return "".join(f"{line}\n\n" for line in said) if isinstance(said, list) else ""


def _zip(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files as one: the same bytes whenever and wherever it is made, hence not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as made:
        for name, content in files:
            made.writestr(zipfile.ZipInfo(name), content)
    return buffer.getvalue()
