"""Two saved results are laid beside each other, with the exit status of diff."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from counted import NEWS

from summarizer import Changes, Summarizer
from summarizer.cli.main import main

CLAIMS = ["Nobody was seriously hurt.", "The ferry is red."]


@pytest.fixture
def saved(tmp_path: Path) -> tuple[str, str]:
    """Two results of one article."""
    files = tmp_path / "a.json", tmp_path / "b.json"
    engine = Summarizer(model=None)
    engine.summarize(NEWS).save(files[0])
    engine.summarize(NEWS, max_facts=3, length="short").save(files[1])
    return str(files[0]), str(files[1])


def test_what_differs_is_named(saved: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Status 1 and what changed, as text or as JSON; 0 and nothing where nothing differs."""
    assert main(["diff", *saved]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    assert {"Lost", "Summary"} <= set(said.out.splitlines())
    assert main(["diff", *saved, "--format", "json"]) == 1
    assert Changes.model_validate_json(capsys.readouterr().out).lost
    assert main(["diff", saved[0], saved[0]]) == 0
    assert capsys.readouterr().out == ""


def test_other_words_and_verdicts_are_shown(
    saved: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The edit word by word, and both verdicts; words of a file drive no terminal."""
    given = json.loads(Path(saved[0]).read_text())
    given["facts"][0]["statement"] = given["facts"][0]["statement"].replace("suspended", "stopped\x1b[2J")
    given["rejected"].append({**given["facts"].pop(), "verdict": "contradicted", "outcome": "refused"})
    given["rejected"].append({**given["facts"].pop(), "outcome": "surplus", "reason": ""})
    given["summary"]["headline"] = ""
    changed = tmp_path / "c.json"
    changed.write_text(json.dumps(given))
    assert main(["diff", saved[0], str(changed)]) == 1
    out = capsys.readouterr().out
    for part in ("In other words\n", "[-suspended-]", "supported → contradicted", "In or out", "+ (no headline)"):
        assert part in out
    assert "\x1b" not in out
    assert main(["diff", str(changed), saved[0]]) == 1
    assert "ticked now" in capsys.readouterr().out


def test_verifications_are_compared(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON of verify and of verify-text, each with its own kind; two kinds are status 2."""
    (tmp_path / "source.txt").write_text(NEWS)
    (tmp_path / "claims.txt").write_text("\n".join(CLAIMS))
    (tmp_path / "fewer.txt").write_text(CLAIMS[0])
    made = {}
    for command in ("verify", "verify-text"):
        for claims in ("claims", "fewer"):
            given = [str(tmp_path / f"{claims}.txt"), str(tmp_path / "source.txt"), "--model", "none"]
            assert main([command, *given, "--format", "json"]) == 0
            made[command, claims] = tmp_path / f"{command}-{claims}.json"
            made[command, claims].write_text(capsys.readouterr().out)
    for command in ("verify", "verify-text"):
        assert main(["diff", str(made[command, "claims"]), str(made[command, "fewer"])]) == 1
        assert capsys.readouterr().out == "Lost\n────\n- The ferry is red.\n"
    assert main(["diff", str(made["verify", "claims"]), str(made["verify-text", "claims"])]) == 2
    assert "two files of one kind" in capsys.readouterr().err


@pytest.mark.parametrize("text", ["{}", "no JSON", "[1]", "[" * 100_000, '{"sentences": 1}', ""])
def test_what_cannot_be_compared_is_status_2(
    text: str, saved: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that holds something else, or nothing, or is not there: one line, and 2 as of diff."""
    other = tmp_path / "other.json"
    other.write_text(text)
    for file in (str(other), str(tmp_path / "missing.json")):
        assert main(["diff", saved[0], file]) == 2
        said = capsys.readouterr()
        assert (said.out, said.err.count("\n")) == ("", 1)
