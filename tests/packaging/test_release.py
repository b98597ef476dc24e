"""What a release needs beside code: locked versions, a way to report faults, forms for issues, a list of steps."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from summarizer.version import DISTRIBUTION

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PINNED = {
    canonicalize_name(name): version
    for name, version in re.findall(
        r"^([\w.-]+)==(\S+)$", (ROOT / ".ci" / "constraints.txt").read_text("utf-8"), re.MULTILINE
    )
}
ASKED = [
    Requirement(one)
    for group in (PROJECT["dependencies"], *PROJECT["optional-dependencies"].values())
    for one in group
    if not one.startswith(DISTRIBUTION)
]
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("*.yml"))


@pytest.mark.parametrize("asked", ASKED, ids=lambda one: one.name)
def test_ci_installs_what_is_asked_for(asked: Requirement) -> None:
    """Each dependency and extra is locked to a version that `pyproject.toml` takes; after a change run `make lock`."""
    assert asked.specifier.contains(PINNED[canonicalize_name(asked.name)])


def test_ci_uses_the_lock() -> None:
    """Every line of it is a version, and CI hands it to pip."""
    lines = (ROOT / ".ci" / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[\w.-]+==[\w.+!]+", line)] == []
    assert len(lines) > 60
    assert "PIP_CONSTRAINT" in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.skipif(not FORMS, reason="a source distribution has no forms for issues")
@pytest.mark.parametrize("form", FORMS, ids=lambda path: path.name)
def test_forms_for_issues_can_be_filled_in(form: Path) -> None:
    """Each has a name, says when it is for, and asks for something; the one for faults of security is another way."""
    asked: dict[str, Any] = yaml.safe_load(form.read_text("utf-8"))
    if form.name == "config.yml":
        assert asked == {"blank_issues_enabled": True}
        return
    assert asked["name"]
    assert asked["description"]
    ids = [one["id"] for one in asked["body"]]
    assert len(ids) == len(set(ids)) >= 2
    assert any(one.get("validations", {}).get("required") for one in asked["body"])


def test_the_steps_of_a_release_can_be_taken() -> None:
    """Each command that the list names is a target of the Makefile, and each file is there."""
    steps = (ROOT / "docs" / "releases.md").read_text("utf-8").split("## How a release is made")[1]
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = {word for words in re.findall(r"`make ([a-z ]+)`", steps) for word in words.split()}
    assert named >= {"lock", "check", "test", "docs", "dist", "sbom"}
    assert named <= targets
    files = re.findall(r"`([\w./]+\.(?:py|toml|md))`", steps)
    assert [name for name in files if not (ROOT / name).is_file()] == []
    assert len(re.findall(r"^\d+\. ", steps, re.MULTILINE)) >= 6


def test_faults_of_security_have_a_way() -> None:
    """SECURITY.md says how to report one, what counts, and which versions are mended; the documents lead there."""
    page = (ROOT / "SECURITY.md").read_text("utf-8")
    assert {"## Report a fault", "## What counts", "## Versions"} <= set(page.splitlines())
    assert "SECURITY.md" in (ROOT / "docs" / "threat-model.md").read_text("utf-8")
