from pathlib import Path

import pytest

import model.__main__ as program
from model.building import MODEL_FILE


def test_report_writes_the_card_and_leaves_the_model_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m model report` says what it wrote."""
    before = MODEL_FILE.read_bytes()
    monkeypatch.setattr(program, "CARD_FILE", tmp_path / "CARD.md")
    monkeypatch.setattr(program, "report", lambda: "the card\n")
    assert program.main(["report"]) == 0
    assert (tmp_path / "CARD.md").read_text("utf-8") == "the card\n"
    assert MODEL_FILE.read_bytes() == before
    assert capsys.readouterr().out == "wrote CARD.md\n"


def test_train_writes_model_and_card(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m model train` writes both files."""
    monkeypatch.setattr(program, "CARD_FILE", tmp_path / "CARD.md")
    monkeypatch.setattr(program, "MODEL_FILE", tmp_path / "network_types.json")
    monkeypatch.setattr(program, "build", lambda _: {"ensemble": None})
    monkeypatch.setattr(program, "report", lambda: "the card\n")
    assert program.main(["train"]) == 0
    assert (tmp_path / "network_types.json").read_text("utf-8") == '{\n "ensemble": null\n}\n'
    assert capsys.readouterr().out == "wrote network_types.json\nwrote CARD.md\n"


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """The usage is shown and nothing is written."""
    with pytest.raises(SystemExit):
        program.main(["guess"])
    assert "train" in capsys.readouterr().err
