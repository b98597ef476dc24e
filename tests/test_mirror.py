"""Tests mirror the modules: each has a test file of its name, in the folder of its name."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "summarizer"

# What is tested under another name, and why.
ELSEWHERE = {
    "__main__": "two lines that call the command line: test_main.py",
    "languages/records/de_unasserted": "tables of words, seen through the modules that read them",
    "languages/records/en": "tables of words, seen through the modules that read them",
    "languages/records/en_capitals": "tables of words, seen through the modules that read them",
    "languages/records/en_unasserted": "tables of words, seen through the modules that read them",
    "languages/records/page_words/de": "tables of words, seen through the modules that read them",
    "languages/records/page_words/en": "tables of words, seen through the modules that read them",
    "languages/records/page_words/es": "tables of words, seen through the modules that read them",
    "languages/records/page_words/fr": "tables of words, seen through the modules that read them",
    "languages/records/page_words/it": "tables of words, seen through the modules that read them",
    "languages/records/page_words/mail": "tables of words, seen through the modules that read them",
    "languages/records/page_words/nl": "tables of words, seen through the modules that read them",
    "languages/records/page_words/pt": "tables of words, seen through the modules that read them",
    "languages/records/page_words/zh": "tables of words, seen through the modules that read them",
    "languages/records/pointers/de": "tables of words, seen through the modules that read them",
    "languages/records/pointers/en": "tables of words, seen through the modules that read them",
    "languages/records/pointers/es": "tables of words, seen through the modules that read them",
    "languages/records/pointers/fr": "tables of words, seen through the modules that read them",
    "languages/records/pointers/it": "tables of words, seen through the modules that read them",
    "languages/records/pointers/nl": "tables of words, seen through the modules that read them",
    "languages/records/pointers/pt": "tables of words, seen through the modules that read them",
    "languages/records/pointers/zh": "tables of words, seen through the modules that read them",
    "languages/records/it": "tables of words, seen through the modules that read them",
    "languages/records/nl": "tables of words, seen through the modules that read them",
    "languages/records/others": "tables of words, seen through the modules that read them",
    "languages/records/pt": "tables of words, seen through the modules that read them",
    "languages/records/en_turns": "tables of words, seen through the modules that read them",
    "languages/records/zh_words": "tables of words, seen through the modules that read them",
    "verification/reading/lexemes": "tables of words, seen through the modules that read them",
}


def modules() -> list[str]:
    """Every module of the package by its path without the suffix."""
    found = [path.relative_to(PACKAGE).with_suffix("").as_posix() for path in PACKAGE.rglob("*.py")]
    return sorted(name for name in found if not name.endswith("__init__"))


def test_every_module_has_its_test_file() -> None:
    """summarizer/document/chunks.py is tested by tests/text/test_chunk.py."""
    missing = []
    for name in modules():
        folder, _, module = name.rpartition("/")
        if name not in ELSEWHERE and not (ROOT / "tests" / folder / f"test_{module}.py").is_file():
            missing.append(name)
    assert missing == []


def test_the_exceptions_are_modules() -> None:
    """A name that is gone, or has its own test by now, leaves the list of exceptions."""
    assert set(ELSEWHERE) <= set(modules())


def test_the_modules_are_found() -> None:
    """The walk sees the whole package, so that an empty list is no success."""
    assert len(modules()) >= 70


def test_every_test_file_holds_a_test() -> None:
    """A mirror without a test in it is none."""
    files = sorted((ROOT / "tests").rglob("test_*.py"))
    assert len(files) >= 60
    assert [f.name for f in files if "\ndef test_" not in f.read_text("utf-8")] == []
