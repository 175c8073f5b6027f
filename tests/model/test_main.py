import json
from pathlib import Path
from typing import Any

import pytest

import model.__main__ as program
from model.building import MODEL_FILE, text


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch, content: dict[str, Any]) -> None:
    """Training and figures that are the committed ones; what they are is tested elsewhere."""
    bare = {key: value for key, value in content.items() if key != "figures"}
    monkeypatch.setattr(program, "build", lambda *_: dict(bare))
    monkeypatch.setattr(program, "figures", lambda *_: content["figures"])


@pytest.mark.usefixtures("quick")
def test_train_writes_what_is_committed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Model file, card and plots, to the byte, each named as it is written."""
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


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The usage is shown and nothing is written."""
    with pytest.raises(SystemExit):
        program.main(["guess"])
    assert "train" in capsys.readouterr().err
