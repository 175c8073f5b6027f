"""`python -m model train` writes the model file and its card; `report` writes the card alone."""

import argparse
import json
from collections.abc import Sequence

from chn_self.domain.network_type import read_model
from model.assumptions import load_assumptions
from model.building import MODEL_FILE, build, stream, text
from model.card import CARD_FILE, card
from model.evaluation import evaluate


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and say what was written."""
    parser = argparse.ArgumentParser(prog="model", description=__doc__)
    parser.add_argument("command", choices=("train", "report"))
    command = parser.parse_args(argv).command
    if command == "train":
        MODEL_FILE.write_text(text(build(load_assumptions())), "utf-8")
        print(f"wrote {MODEL_FILE.name}")
    CARD_FILE.write_text(report(), "utf-8")
    print(f"wrote {CARD_FILE.name}")
    return 0


def report() -> str:
    """The card of the model file as it stands, evaluated afresh."""
    assumptions = load_assumptions()
    content = json.loads(MODEL_FILE.read_text("utf-8"))
    evaluation = evaluate(read_model(content), stream(assumptions, "evaluation"), assumptions)
    return card(content, evaluation, assumptions)


if __name__ == "__main__":
    raise SystemExit(main())
