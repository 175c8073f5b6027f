"""`python -m model train` writes the model file, card and plots; `report` its figures anew."""

import argparse
import json
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from chn_self.domain.model_file import read_model
from model.assumptions import Assumptions, load_assumptions
from model.building import MODEL_FILE, build, text
from model.card import CARD_FILE, card
from model.plots import plots
from model.real.file import CohortError, read_cohort
from model.real.training import train_cohort
from model.reporting import figures, figures_of_cohort


class ChangedError(Exception):
    """Types that other assumptions led to: figures of ours would not be theirs."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and say what was written; 2 where a file will not do, with each reason."""
    asked = _parser().parse_args(argv)
    assumptions = load_assumptions()
    try:
        content = _content(asked, assumptions)
    except CohortError as error:
        for fault in error.faults:
            print(f"{asked.cohort}: {fault}", file=sys.stderr)
        return 2
    except ChangedError as error:
        print(f"{asked.out / MODEL_FILE.name}: {error}", file=sys.stderr)
        return 2
    made = files(content, assumptions)
    for stale in {*asked.out.glob("plots/*.svg")} - {asked.out / name for name in made}:
        stale.unlink()
    for name, written in made.items():
        path = asked.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(written, "utf-8")
        print(f"wrote {name}")
    return 0


def files(content: Mapping[str, object], assumptions: Assumptions) -> dict[str, str]:
    """Every file that is made of the content of a model file, by its path."""
    drawn = {f"plots/{name}": plot for name, plot in plots(content).items()}
    return {MODEL_FILE.name: text(content), CARD_FILE.name: card(content, assumptions), **drawn}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="model", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    train = commands.add_parser("train", help="train, evaluate, validate, and write everything")
    train.add_argument("--cohort", type=Path, help="real rows to train on; docs/your-own-data.md")
    report = commands.add_parser(
        "report",
        help="make the figures, card and plots anew",
        description="Make the figures, card and plots of trained types anew. Figures of real rows "
        "are made in training and kept: of these only the card and the plots are anew.",
    )
    for command in (train, report):
        command.add_argument("--out", type=Path, default=MODEL_FILE.parent, help="the folder")
    return parser


def _content(asked: argparse.Namespace, assumptions: Assumptions) -> Mapping[str, object]:
    """The content of the model file with its figures; those of real rows are made in training."""
    processes = os.cpu_count() or 1
    if asked.command == "report":
        content: dict[str, Any] = json.loads((asked.out / MODEL_FILE.name).read_text("utf-8"))
        if content["provenance"]["assumptions_sha256"] != assumptions.sha256:
            raise ChangedError(
                "the assumptions have changed since these types were trained; run train"
            )
        if "cohort" in content["provenance"]:
            return content
    elif asked.cohort:
        trained = train_cohort(read_cohort(asked.cohort, assumptions), assumptions, processes)
        return trained.content | {"figures": figures_of_cohort(trained, assumptions, processes)}
    else:
        content = build(assumptions, processes)
    return content | {"figures": figures(read_model(content), assumptions, processes)}


if __name__ == "__main__":
    raise SystemExit(main())
