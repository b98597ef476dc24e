"""The step of the action that checks: each summary against its source, by `summarizer verify-text`.

It needs Python alone beside the library, and runs on any machine:
PAIRS='summaries/*.md -> articles/{stem}.txt' python check_summaries.py
"""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path.cwd().resolve()
WRONG = ("contradicted", "not_stated", "partly_supported")
BELOW = 3  # the exit status of `verify-text` where less is supported than `--fail-under` asks for
MOST_SHOWN = 50  # sentences of one summary; a page of GitHub's holds 1 MiB


class UsageError(Exception):
    """The action is set up wrongly; the message says what to write."""


@dataclass(frozen=True)
class Settings:
    """What the action was given."""

    pairs: list[tuple[str, str]]
    fail_under: float
    allow_unchecked: bool
    changed_only: bool
    options: list[str]

    @classmethod
    def of(cls, environment: Mapping[str, str]) -> Settings:
        """The settings in an environment."""
        lines = [line.strip() for line in environment.get("PAIRS", "").splitlines() if line.strip()]
        pairs = [tuple(part.strip() for part in line.split("->")) for line in lines]
        if not pairs or any(len(pair) != 2 or not all(pair) for pair in pairs):
            raise UsageError('pairs has to be lines of "GLOB -> SOURCE", as in "summaries/*.md -> articles/{stem}.txt"')
        try:
            fail_under = float(environment.get("FAIL_UNDER") or 1)
        except ValueError:
            fail_under = -1
        if not 0 <= fail_under <= 1:
            raise UsageError(f"fail-under has to be a share from 0 to 1, not {environment.get('FAIL_UNDER')}")
        base_url = environment.get("BASE_URL", "")
        return cls(
            pairs=[(pair[0], pair[1]) for pair in pairs],
            fail_under=fail_under,
            allow_unchecked=environment.get("ALLOW_UNCHECKED", "").lower() == "true",
            changed_only=environment.get("CHANGED_ONLY", "true").lower() == "true",
            options=["--model", environment.get("MODEL") or "none", *(["--base-url", base_url] if base_url else [])],
        )


@dataclass(frozen=True)
class Checked:
    """A summary and what came of it; `problem` is why it could not be checked."""

    summary: str
    source: str
    score: float = 0.0
    failed: bool = True
    problem: str = ""
    sentences: tuple[dict[str, Any], ...] = ()


def pairs_of(settings: Settings) -> Iterator[tuple[str, str]]:
    """Each summary with its source, by their paths from here.

    Raises:
        UsageError: a glob finds nothing, so that it would pass for ever.
    """
    for glob, template in settings.pairs:
        if Path(glob).is_absolute() or ".." in Path(glob).parts:
            raise UsageError(f"{glob} has to be below the folder of the repository")
        found = sorted(path for path in HERE.glob(glob) if path.is_file())
        if not found:
            raise UsageError(f"no file fits {glob}; a check of nothing would always pass")
        fixed = HERE.joinpath(*_before_wildcard(Path(glob)))
        for path in found:
            below = path.relative_to(fixed) if path.is_relative_to(fixed) else Path(path.name)
            source = "".join(
                {"{stem}": path.stem, "{path}": below.with_suffix("").as_posix()}.get(part, part)
                for part in re.split(r"(\{stem\}|\{path\})", template)
            )
            yield path.relative_to(HERE).as_posix(), source


def _before_wildcard(glob: Path) -> Iterator[str]:
    """The folders that a glob names before its first sign."""
    for part in glob.parts[:-1]:
        if re.search(r"[*?\[]", part):
            return
        yield part


def changed_files() -> set[str] | None:
    """What the pull request changes, by paths from here; None where that is not known."""
    if os.environ.get("GITHUB_EVENT_NAME") not in ("pull_request", "pull_request_target"):
        return None
    # The commit that GitHub checks out for a pull request merges it into its base, which is the first parent.
    command = ["git", "diff", "--name-only", "--no-renames", "--relative", "-z", "HEAD^1", "HEAD"]
    run = subprocess.run(command, capture_output=True, check=False, cwd=HERE)
    if run.returncode != 0:
        say("notice", "What the pull request changes is not known: check out with fetch-depth 2. All is checked.")
        return None
    return {os.fsdecode(name) for name in run.stdout.split(b"\0") if name}


def check(summary: str, source: str, settings: Settings) -> Checked:
    """What the library says of one summary."""
    for name in (summary, source):
        if not (HERE / name).is_file():
            return Checked(summary, source, problem=f"there is no file {name}")
        # A link in a pull request could show what else is on this machine.
        if not (HERE / name).resolve().is_relative_to(HERE):
            return Checked(summary, source, problem=f"{name} leads out of the repository")
    bound = [] if settings.allow_unchecked else ["--fail-under", str(settings.fail_under)]
    command = [sys.executable, "-m", "summarizer", "verify-text", *settings.options, *bound, "--format", "json"]
    # Full paths, so that no name is taken for an option.
    run = subprocess.run(
        [*command, str(HERE / summary), str(HERE / source)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if run.returncode not in (0, BELOW):
        return Checked(summary, source, problem=run.stderr.strip() or f"exit status {run.returncode}")
    found = json.loads(run.stdout)
    sentences = tuple(one for one in found["sentences"] if not one["label"])
    wrong = any(one["verdict"] in WRONG for one in sentences)
    failed = wrong if settings.allow_unchecked else run.returncode == BELOW
    problem = "; ".join(failure["message"] for failure in found["failures"])
    return Checked(
        summary,
        source,
        score=found["score"],
        failed=failed or bool(problem),
        problem=problem,
        sentences=tuple({**one, "lines": _lines(one["place"], found["text"], summary)} for one in sentences),
    )


def _lines(place: Mapping[str, Any], text: str, summary: str) -> tuple[int, int] | None:
    """The first and last line of a sentence in its file; None where the text that was read is not the file's own."""
    written = (HERE / summary).read_bytes().decode("utf-8-sig", "replace")
    if written != text:
        return None
    return text.count("\n", 0, place["start"]) + 1, text.count("\n", 0, place["end"]) + 1


def say(command: str, message: str, **properties: object) -> None:
    """A workflow command; nothing of a text or a name can end it, or begin another."""
    given = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value is not None)
    print(f"::{command}{' ' if given else ''}{given}::{_data(message)}", flush=True)


def _data(value: object) -> str:
    return str(value).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def annotate(checked: Checked) -> None:
    """A mark at each line that does not hold: errors where it is known, warnings where nobody could judge."""
    if checked.problem:
        say("error", f"Not checked: {checked.problem}", file=checked.summary, title="summary not checked")
    for one in sorted(checked.sentences, key=lambda one: one["verdict"] not in WRONG):
        if one["verdict"] == "supported":
            continue
        first, last = one["lines"] or (None, None)
        near = f"\nNearest in {checked.source}: {one['evidence'][0]['text']}" if one["evidence"] else ""
        say(
            "error" if one["verdict"] in WRONG else "warning",
            f"{one['statement']}\n{one['reason']}{near}",
            file=checked.summary,
            line=first,
            endLine=last,
            title=one["verdict"].replace("_", " "),
        )


def markdown_of(results: list[Checked]) -> str:
    """The page of the job: a table of all, and below it what does not hold."""
    passed = sum(not one.failed for one in results)
    lines = [
        f"## Summaries: {passed} of {len(results)} pass",
        "",
        "| | summary | source | supported |",
        "|---|---|---|---|",
    ]
    for one in results:
        mark, score = "❌" if one.failed else "✅", "not checked" if one.problem else f"{one.score:.0%}"
        lines.append(f"| {mark} | {_plain(one.summary)} | {_plain(one.source)} | {score} |")
    for one in results:
        wrong = [sentence for sentence in one.sentences if sentence["verdict"] != "supported"]
        if not wrong and not one.problem:
            continue
        lines += ["", f"### {_plain(one.summary)}", ""]
        lines += [f"{_plain(one.problem)}", ""] if one.problem else []
        for sentence in wrong[:MOST_SHOWN]:
            where = f" (line {sentence['lines'][0]})" if sentence["lines"] else ""
            lines.append(f"- **{_plain(sentence['verdict'])}**{where}: {_plain(sentence['statement'])}")
            lines.append(f"  <br>{_plain(sentence['reason'])}")
            lines += [f"  <br>nearest: {_plain(one['text'])}" for one in sentence["evidence"][:1]]
        if len(wrong) > MOST_SHOWN:
            lines.append(f"- and {len(wrong) - MOST_SHOWN} more")
    return "\n".join(lines) + "\n"


def _plain(text: str) -> str:
    """Words of others as words: no mark, link, picture or tag of Markdown, all in one line."""
    line = "".join(sign if sign.isprintable() else " " for sign in " ".join(text.split()))
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", line)


def _append(variable: str, text: str) -> None:
    """Write to a file that the runner reads, where there is one."""
    if os.environ.get(variable):
        with Path(os.environ[variable]).open("a", encoding="utf-8") as file:
            file.write(text)


def main() -> int:
    """Check all, say what does not hold, and fail where a summary does."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")
    try:
        settings = Settings.of(os.environ)
        pairs = list(pairs_of(settings))
    except UsageError as error:
        say("error", str(error), title="the check of summaries is set up wrongly")
        return 2
    changed = changed_files() if settings.changed_only else None
    chosen = [pair for pair in pairs if changed is None or changed.intersection(pair)]
    results = []
    for summary, source in chosen:
        results.append(check(summary, source, settings))
        annotate(results[-1])
    failed = [one.summary for one in results if one.failed]
    _append("GITHUB_STEP_SUMMARY", markdown_of(results) if results else "No summary or source is changed.\n")
    _append("GITHUB_OUTPUT", f"checked={len(results)}\nfailed={json.dumps(failed)}\n")
    print(f"{len(results)} of {len(pairs)} summaries checked, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
