import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import model.__main__ as program
from chn_self.domain.model_file import read_model
from model.assumptions import Assumptions
from model.building import MODEL_FILE, text
from model.cohort import generate
from tests.model.conftest import few
from tests.model.real.people import as_line, write


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, content: dict[str, Any]) -> None:
    """Training and figures that are the committed ones; what they are is tested elsewhere."""
    bare = {key: value for key, value in content.items() if key != "figures"}
    monkeypatch.setattr(program, "build", lambda *_: dict(bare))
    monkeypatch.setattr(program, "figures", lambda *_: content["figures"])


@pytest.mark.usefixtures("quick")
def test_train_writes_what_is_committed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Model file, card and plots, to the byte, each named; a plot of another model goes."""
    (tmp_path / "plots").mkdir()
    (tmp_path / "plots" / "of-another-model.svg").touch()
    assert program.main(["train", "--out", str(tmp_path)]) == 0
    written = [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()]
    assert {"network_types.json", "CARD.md"} < {*written}
    for name in written:
        assert (tmp_path / name).read_bytes() == (MODEL_FILE.parent / name).read_bytes(), name
    assert sorted(capsys.readouterr().out.splitlines()) == sorted(f"wrote {n}" for n in written)


@pytest.mark.usefixtures("quick")
def test_report_makes_the_figures_of_a_model_file_anew(
    tmp_path: Path, content: dict[str, Any]
) -> None:
    """The types stay as they are in the file; figures, card and plots are written."""
    bare = {key: value for key, value in content.items() if key != "figures"}
    (tmp_path / MODEL_FILE.name).write_text(text(bare), "utf-8")
    assert program.main(["report", "--out", str(tmp_path)]) == 0
    assert json.loads((tmp_path / MODEL_FILE.name).read_text("utf-8")) == content
    assert (tmp_path / "CARD.md").is_file()


@pytest.mark.parametrize("of", ["generated maps", "real rows"])
def test_types_of_other_assumptions_get_no_report(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    content: dict[str, Any],
    of: str,
) -> None:
    """One plain line says that they have to be trained again; the file stays as it is."""
    monkeypatch.setattr(program, "figures", lambda *_: pytest.fail("figures were made"))
    provenance = content["provenance"] | {"assumptions_sha256": "0" * 64}
    provenance |= {"cohort": {"file": "people.csv"}} if of == "real rows" else {}
    old = text(content | {"provenance": provenance})
    (tmp_path / MODEL_FILE.name).write_text(old, "utf-8")
    assert program.main(["report", "--out", str(tmp_path)]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err == (
        f"{tmp_path / MODEL_FILE.name}: the assumptions have changed since these types were "
        "trained; run train\n"
    )
    assert [(p.name, p.read_text("utf-8")) for p in tmp_path.iterdir()] == [(MODEL_FILE.name, old)]


def test_the_help_of_report_says_what_becomes_of_real_rows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Their figures cannot be made without the rows, which are not kept."""
    with pytest.raises(SystemExit):
        program.main(["report", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "Figures of real rows are made in training and kept" in said


def test_a_file_that_will_not_do_is_told_line_by_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A fault a line on standard error, with the file and the place in it; nothing is written."""
    file = tmp_path / "people.csv"
    file.write_text("family,friends\n1,2\n", "utf-8")
    assert program.main(["train", "--cohort", str(file), "--out", str(tmp_path / "out")]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert all(line.startswith(f"{file}: ") for line in told.err.splitlines())
    assert "wider" in told.err
    assert not (tmp_path / "out").exists()


def test_real_rows_train_to_the_same_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, assumptions: Assumptions
) -> None:
    """Model file, card and the plots that need no generating type; a report keeps its figures."""
    fewer = few(assumptions)
    monkeypatch.setattr(program, "load_assumptions", lambda: fewer)
    people = generate(np.random.default_rng(1), fewer, 100)
    file = write(tmp_path / "people.csv", [as_line(m.map) for m in people])
    out = tmp_path / "out"
    assert program.main(["train", "--cohort", str(file), "--out", str(out)]) == 0
    written = {p.relative_to(out).as_posix(): p.read_bytes() for p in out.rglob("*") if p.is_file()}
    assert {*written} == {
        "network_types.json",
        "CARD.md",
        "plots/profiles.svg",
        "plots/stability.svg",
    }
    assert read_model(json.loads(written["network_types.json"])).ensemble
    assert b"`people.csv`" in written["CARD.md"]
    assert program.main(["report", "--out", str(out)]) == 0
    assert {name: (out / name).read_bytes() for name in written} == written


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The usage is shown and nothing is written."""
    with pytest.raises(SystemExit):
        program.main(["guess"])
    assert "train" in capsys.readouterr().err
