"""The GitHub Action, its step run as GitHub runs it, on a small repository with real commits."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

yaml = pytest.importorskip("yaml", reason="PyYAML, which dask brings, is not installed")

ROOT = Path(__file__).parents[1]
ACTION = ROOT / "examples" / "github-action"
SOURCE = "The mill at Kessel closed on 3 May 2021. Forty people worked at the mill.\n\nIt was built in 1903.\n"
GIT, BASH = shutil.which("git") or "git", shutil.which("bash") or "bash"
PAIRS = "summaries/**/*.md -> articles/{path}.txt"


@dataclass(frozen=True)
class Ran:
    """What a run of the step came to."""

    status: int
    log: str
    page: str
    outputs: dict[str, str]

    @property
    def annotations(self) -> list[tuple[str, dict[str, str], str]]:
        """Each workflow command, as the runner reads it."""
        found = []
        for line in self.log.splitlines():
            if match := re.fullmatch(r"::(\w+)(?: ([^:]*))?::(.*)", line):
                given = dict(part.split("=", 1) for part in (match[2] or "").split(",") if part)
                found.append((match[1], {name: _read(value) for name, value in given.items()}, _read(match[3])))
        return found


def _read(value: str) -> str:
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        value = value.replace(code, sign)
    return value


def git(folder: Path, *arguments: str) -> None:
    """A command of git as somebody."""
    who = ["-c", "user.name=somebody", "-c", "user.email=somebody@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run([GIT, *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with a good summary, committed."""
    folder = tmp_path / "repository"
    write(folder, "articles/good.txt", SOURCE)
    write(folder, "summaries/good.md", "The mill at Kessel closed on 3 May 2021.\n")
    git(folder, "init")
    commit(folder)
    return folder


def write(folder: Path, name: str, text: str) -> None:
    """A file in a repository."""
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, "utf-8")


def commit(folder: Path) -> None:
    """All that is there, as a commit."""
    git(folder, "add", "-A")
    git(folder, "commit", "-m", "work")


def run(folder: Path, *, event: str = "pull_request", **inputs: str) -> Ran:
    """The step that checks, with these inputs, as the runner runs it: its script in bash, with its environment."""
    action = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))
    step = next(one for one in action["runs"]["steps"] if one.get("id") == "check")
    given = {name: str(one.get("default", "")) for name, one in action["inputs"].items()} | inputs
    assert given.keys() == action["inputs"].keys()
    values = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda m: given[m[1]], v) for name, v in step["env"].items()
    }
    page, outputs = folder.parent / "page.md", folder.parent / "outputs"
    page.unlink(missing_ok=True)
    outputs.unlink(missing_ok=True)
    bare = {key: value for key, value in os.environ.items() if not key.startswith(("OPENAI", "SUMMARIZER"))}
    runner = {
        "GITHUB_ACTION_PATH": str(ACTION),
        "GITHUB_WORKSPACE": str(folder),
        "GITHUB_EVENT_NAME": event,
        "GITHUB_STEP_SUMMARY": str(page),
        "GITHUB_OUTPUT": str(outputs),
        "PYTHONPATH": str(ROOT),
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
    }
    ran = subprocess.run(
        [BASH, "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**bare, **runner, **values},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in ran.stderr, ran.stderr
    lines = outputs.read_text("utf-8").splitlines() if outputs.exists() else []
    return Ran(
        status=ran.returncode,
        log=ran.stdout,
        page=page.read_text("utf-8") if page.exists() else "",
        outputs=dict(line.split("=", 1) for line in lines),
    )


def test_a_wrong_sentence_is_marked_at_its_line_and_the_check_fails(repository: Path) -> None:
    """The annotation names file, line, verdict, reason and the nearest place; the page has them too."""
    write(repository, "articles/2026/new.txt", SOURCE)
    write(
        repository,
        "summaries/2026/new.md",
        "# The mill\n\nForty people worked at the mill.\nThe mill at Kessel\nclosed on 3 May 2022.\n",
    )
    commit(repository)
    ran = run(repository, pairs=PAIRS, **{"allow-unchecked": "true"})
    assert ran.status == 1
    (wrong,) = [one for one in ran.annotations if one[0] == "error"]
    assert wrong[1] == {"file": "summaries/2026/new.md", "line": "4", "endLine": "5", "title": "contradicted"}
    assert "closed on 3 May 2022." in wrong[2]
    assert "Nearest in articles/2026/new.txt: The mill at Kessel closed on 3 May 2021." in wrong[2]
    assert ran.outputs == {"checked": "1", "failed": '["summaries/2026/new.md"]'}
    assert "## Summaries: 0 of 1 pass" in ran.page
    assert r"**contradicted** (line 4)" in ran.page


def test_only_what_changed_is_checked_and_a_changed_source_counts(repository: Path) -> None:
    """A summary that was right may be wrong once its source is another."""
    write(repository, "articles/other.txt", SOURCE)
    write(repository, "summaries/other.md", "The mill at Kessel closed on 3 May 2021.\n")
    commit(repository)
    assert run(repository, pairs=PAIRS).outputs == {"checked": "1", "failed": "[]"}
    write(repository, "articles/good.txt", SOURCE.replace("2021", "2020"))
    commit(repository)
    changed = run(repository, pairs=PAIRS)
    assert (changed.status, changed.outputs["failed"]) == (1, '["summaries/good.md"]')
    assert run(repository, event="push", pairs=PAIRS).outputs["checked"] == "2"
    write(repository, "README.md", "Hello.")
    commit(repository)
    nothing = run(repository, pairs=PAIRS)
    assert (nothing.status, nothing.outputs["checked"]) == (0, "0")
    assert nothing.page == "No summary or source is changed.\n"


def test_without_the_commit_before_all_is_checked_and_said(repository: Path) -> None:
    """A shallow checkout must not make the check pass by checking nothing."""
    shallow = repository.parent / "shallow"
    git(repository.parent, "clone", "--depth", "1", repository.as_uri(), str(shallow))
    ran = run(shallow, pairs=PAIRS)
    assert ran.outputs["checked"] == "1"
    assert ran.annotations[0][0] == "notice"
    assert "fetch-depth 2" in ran.annotations[0][2]


def test_unchecked_fails_by_the_share_and_is_a_warning(repository: Path) -> None:
    """Rules alone leave other words unchecked: the share decides, unless what nobody could judge may pass."""
    write(repository, "summaries/good.md", "The mill at Kessel closed on 3 May 2021. Work at the mill ended.\n")
    commit(repository)
    strict = run(repository, pairs=PAIRS)
    assert strict.status == 1
    assert [(one[0], one[1]["title"]) for one in strict.annotations] == [("warning", "unchecked")]
    assert run(repository, pairs=PAIRS, **{"fail-under": "0.5"}).status == 0
    assert run(repository, pairs=PAIRS, **{"allow-unchecked": "true"}).status == 0


def test_no_text_and_no_name_becomes_a_command_or_markdown(repository: Path) -> None:
    """Neither an article nor a file's name can forge an annotation, end one early, set an output, or show a picture."""
    name = "a,b%0A:: ![x](http:..x)<img src=x>"
    forged = "::error file=README.md::forged%0A ![x](http://example.org/x.png) <script>alert(1)</script> | 7 mills.\n"
    write(repository, f"articles/{name}.txt", SOURCE)
    write(repository, f"summaries/{name}.md", f"{forged}\n::set-output name=failed::[]\n\n[a](http://example.org)\n")
    commit(repository)
    ran = run(repository, pairs=PAIRS)
    assert ran.status == 1
    assert {one[1]["file"] for one in ran.annotations} == {f"summaries/{name}.md"}
    assert json.loads(ran.outputs["failed"]) == [f"summaries/{name}.md"]
    assert len(ran.annotations) == len([line for line in ran.log.splitlines() if line.startswith("::")])
    shown = MarkdownIt("commonmark", {"html": True}).enable("table").render(ran.page)
    assert "<table>" in shown
    assert re.findall(r"<(?:script|img|a)\b", shown) == []
    assert "alert(1)" in shown


def test_what_cannot_be_checked_fails_and_says_why(repository: Path) -> None:
    """No source, an empty summary, a link that leads out: a failure of its own, and the others are checked."""
    write(repository, "summaries/orphan.md", "The mill closed.\n")
    write(repository, "summaries/empty.md", "")
    write(repository, "articles/empty.txt", SOURCE)
    write(repository.parent, "secret.txt", "A secret.\n")
    (repository / "summaries" / "link.md").symlink_to(repository.parent / "secret.txt")
    write(repository, "articles/link.txt", SOURCE)
    ran = run(repository, pairs=PAIRS, **{"changed-only": "false"})
    told = {one[1]["file"]: one[2] for one in ran.annotations}
    assert ran.status == 1
    assert "no file articles/orphan.txt" in told["summaries/orphan.md"]
    assert "empty" in told["summaries/empty.md"]
    assert "leads out of the repository" in told["summaries/link.md"]
    assert "A secret" not in ran.log + ran.page
    assert "| ✅ | summaries\\/good\\.md |" in ran.page


@pytest.mark.parametrize(
    ("inputs", "told"),
    [
        ({"pairs": ""}, "GLOB -> SOURCE"),
        ({"pairs": "summaries/*.md"}, "GLOB -> SOURCE"),
        ({"pairs": "nothing/*.md -> articles/{stem}.txt"}, "no file fits nothing"),
        ({"pairs": "/etc/* -> articles/{stem}.txt"}, "below the folder"),
        ({"pairs": "../*.txt -> articles/{stem}.txt"}, "below the folder"),
        ({"pairs": PAIRS, "fail-under": "90"}, "share from 0 to 1"),
        ({"pairs": PAIRS, "fail-under": "most"}, "share from 0 to 1"),
    ],
)
def test_a_wrong_input_is_an_error_that_says_what_to_write(repository: Path, inputs: dict[str, str], told: str) -> None:
    """And no check that passes since it checked nothing."""
    ran = run(repository, **inputs)
    assert ran.status == 2
    assert told in ran.annotations[0][2]


def test_inputs_reach_no_script_as_text() -> None:
    """What a pull request can write, such as a title in an input, is never part of what bash reads."""
    steps: list[dict[str, Any]] = yaml.safe_load((ACTION / "action.yml").read_text("utf-8"))["runs"]["steps"]
    assert [one["run"] for one in steps if "${{" in one.get("run", "")] == []
    assert len([one for one in steps if "run" in one]) == 2
