"""A folder of texts is many articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.batch.folders import files_of, others_in
from summarizer.errors import InputError


def filled(folder: Path) -> Path:
    """A folder with texts, folders, and what is none."""
    for name in ("b.txt", "a.MD", "c.html", ".hidden.txt", "d.pdf", "f.odt", "e", "sub/z.txt", "sub/.git/y.txt"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    return folder


def test_each_text_is_called_by_its_path_from_there(tmp_path: Path) -> None:
    """In the order of names; hidden files and other kinds are none."""
    found = [name for name, _ in files_of(filled(tmp_path))]
    assert found == ["a.MD", "b.txt", "c.html", "d.pdf", "sub/z.txt"]


def test_what_is_passed_over_can_be_told(tmp_path: Path) -> None:
    """By the endings of its names."""
    assert others_in(filled(tmp_path)) == {".odt": 1, "": 1}


def test_a_folder_without_a_text_is_an_error(tmp_path: Path) -> None:
    """And so is one that cannot be read."""
    with pytest.raises(InputError, match="holds no text"):
        list(files_of(tmp_path))
    with pytest.raises(InputError, match="cannot read the folder"):
        list(files_of(tmp_path / "missing"))
