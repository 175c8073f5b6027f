"""How long it takes to work out the type of a large map: run in CPython and inside Pyodide."""

import json
from pathlib import Path
from time import perf_counter

from chn_self.domain.model_file import read_model
from chn_self.domain.network_type import classify
from e2e.large_map import large_map

MODEL_FILE = Path(__file__).parents[1] / "model" / "network_types.json"
TIMED = 60
TIMES = 100


def timed() -> list[float]:
    """Milliseconds that each of many times took, the first one, which warms up, left out.

    The list of people may go on, so that what makes an answer clear is looked at twice.
    """
    map_ = large_map(TIMED, links=0, complete=False)
    model = read_model(json.loads(MODEL_FILE.read_text("utf-8")))
    taken = []
    for _ in range(TIMES + 1):
        began = perf_counter()
        classify(map_, model)
        taken.append(1_000 * (perf_counter() - began))
    return taken[1:]
