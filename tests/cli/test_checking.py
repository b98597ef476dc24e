"""Verdicts for people and for builds: the exit status says whether enough is supported."""

from __future__ import annotations

from pathlib import Path

import pytest
from model_server import honest_server
from scripted_server import status

from summarizer.cli.main import main

SOURCE = "The mill at Brenta closed in 2021. Nobody was hurt. It had stood for 140 years."
CLAIMS = ["The mill at Brenta closed in 2021.", "Nobody was hurt.", "The mill at Brenta closed in 2022."]


@pytest.fixture(autouse=True)
def _own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test may meet a model of this machine, and none waits for another try."""
    for name in ("SUMMARIZER_MODEL", "OPENAI_API_KEY", "OPENAI_BASE_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    """Claims of which two of three are supported, and their source."""
    (tmp_path / "claims.txt").write_text("\n".join(CLAIMS))
    (tmp_path / "source.txt").write_text(SOURCE)
    return [str(tmp_path / "claims.txt"), str(tmp_path / "source.txt")]


@pytest.mark.parametrize("command", ["verify", "verify-text"])
@pytest.mark.parametrize("output", ["text", "json"])
def test_less_than_asked_for_is_status_3(
    command: str, output: str, files: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """The verdicts are printed all the same; one line says what is lacking; exactly enough is enough."""
    arguments = [command, *files, "--model", "none", "--format", output]
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    assert main([*arguments, "--fail-under", "0.9"]) == 3
    said = capsys.readouterr()
    assert said.out == printed
    assert said.err == "summarizer: 2 of 3 are supported, which is less than the 90% asked for\n"
    assert main([*arguments, "--fail-under", "66%"]) == 0
    assert main([*arguments, "--fail-under", "0"]) == 0
    assert capsys.readouterr().err == ""


def test_a_text_is_shown_beside_its_source(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """`--format html` writes the page, and the status is as with the other formats; claims are no text to show."""
    assert main(["verify-text", *files, "--model", "none", "--format", "html", "--fail-under", "0.9"]) == 3
    page = capsys.readouterr().out
    assert page.startswith("<!DOCTYPE html>")
    assert "The mill at Brenta closed" in page
    assert "It had stood for 140 years." in page
    assert main(["verify", *files, "--model", "none", "--format", "html"]) == 2


def test_what_was_not_checked_for_a_failure_is_status_1(files: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Where failed calls leave it open, nobody says that too little is supported; where they do not, it is said."""
    Path(files[0]).write_text("\n".join([*CLAIMS[:2], "In 2021 readers learned that the mill went out of business."]))

    with honest_server(fault=lambda _call, _number: status(400)) as server:
        at = ["--model", "m", "--base-url", server.base_url, "--exam", "never"]
        assert main(["verify", *files, *at, "--fail-under", "0.9"]) == 1
        assert "nobody can tell whether 90% are" in capsys.readouterr().err
        Path(files[0]).write_text(
            "\n".join([CLAIMS[0], *CLAIMS[2:], "The mill closed for lack of grain, it was said."])
        )
        assert main(["verify", *files, *at, "--fail-under", "0.9"]) == 3


def test_wrong_arguments_are_status_2_and_missing_files_status_1(files: list[str]) -> None:
    """None of these is taken for too few supported claims."""
    assert main(["verify", *files, "--model", "none", "--fail-under", "2"]) == 2
    assert main(["verify", files[0], "missing.txt", "--model", "none", "--fail-under", "1"]) == 1
