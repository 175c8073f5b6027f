"""`python -m model train` writes the model file, card and plots; `report` its figures anew."""

import argparse
import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from chn_self.domain.model_file import read_model
from model.assumptions import load_assumptions
from model.building import MODEL_FILE, build, text
from model.card import card
from model.reporting import figures


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and say what was written."""
    parser = argparse.ArgumentParser(prog="model", description=__doc__)
    parser.add_argument("command", choices=("train", "report"))
    parser.add_argument(
        "--out", type=Path, default=MODEL_FILE.parent, help="the folder to write to"
    )
    asked = parser.parse_args(argv)
    assumptions, processes = load_assumptions(), os.cpu_count() or 1
    if asked.command == "train":
        content = build(assumptions, processes)
    else:
        content = json.loads((asked.out / MODEL_FILE.name).read_text("utf-8"))
    content["figures"] = figures(read_model(content), assumptions, processes)
    for name, written in files(content).items():
        path = asked.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, "utf-8")
        print(f"wrote {name}")
    return 0


def files(content: Mapping[str, object]) -> dict[str, str]:
    """Every file that is made of the content of a model file, by its path."""
    return {MODEL_FILE.name: text(content), "CARD.md": card(content, load_assumptions())}


if __name__ == "__main__":
    raise SystemExit(main())
