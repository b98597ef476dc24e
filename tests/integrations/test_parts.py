"""Parts of a folder: whole or not there, once each, and never mixed."""

from __future__ import annotations

import json
import pickle
import stat
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from pyarrow.fs import LocalFileSystem

from summarizer import ConfigError
from summarizer.integrations.parts import Parts, _put, name_of
from summarizer.integrations.tables import KEY

KEYS = ["ab" * 16, "cd" * 16, "ef" * 16]
HOW = {"model": "m", "length": "medium"}


def rows(*errors: str | None) -> pa.Table:
    """One row for each, with a key and an error or none."""
    return pa.table({"error": pa.array(errors, pa.string()), KEY: KEYS[: len(errors)]})


def begun(folder: Path) -> Parts:
    """A folder that is begun."""
    parts = Parts.at(folder / "out")
    parts.begin(HOW)
    return parts


def files_in(folder: Path) -> list[str]:
    """The Parquet files in it."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.parquet"))


def test_what_is_done_and_what_failed_stand_apart(tmp_path: Path) -> None:
    """Each in a file of the part's name; a reader passes over all else."""
    parts = begun(tmp_path)
    assert parts.folders() == []
    assert list(parts.keys()) == []
    name = name_of(KEYS)
    parts.write(rows(None, "ModelBusy", None), name=name)
    assert files_in(tmp_path / "out") == [f"done/{name}.parquet", f"failed/{name}.parquet"]
    assert pq.read_table(tmp_path / "out/done")[KEY].to_pylist() == [KEYS[0], KEYS[2]]
    assert pq.read_table(tmp_path / "out/failed")[KEY].to_pylist() == [KEYS[1]]
    assert parts.folders() == [str(tmp_path / "out/done"), str(tmp_path / "out/failed")]
    assert parts.written_in(name) == set(KEYS)
    assert parts.written_in("other") == set()
    assert sorted(parts.keys()) == sorted(KEYS)
    assert list((tmp_path / "out/_writing").iterdir()) == []


def test_what_is_written_twice_stands_there_once(tmp_path: Path) -> None:
    """A worker that was killed after it had written does it again under the same name."""
    parts = begun(tmp_path)
    again: Parts = pickle.loads(pickle.dumps(parts))  # noqa: S301
    for one in (parts, again):
        one.write(rows(None, None), name=name_of(KEYS))
    assert len(pq.read_table(tmp_path / "out/done")) == 2


def test_a_folder_is_gone_on_with_under_the_same_settings(tmp_path: Path) -> None:
    """Of others each change is named, and nothing is touched."""
    parts = begun(tmp_path)
    parts.write(rows(None), name="part")
    begun(tmp_path)
    with pytest.raises(
        ConfigError, match=r"length was medium, and is short; model was m, and is n\. Results are not mixed"
    ):
        parts.begin({"model": "n", "length": "short"}, retry_failed=True)
    assert files_in(tmp_path / "out") == ["done/part.parquet"]


def test_what_failed_is_forgotten_where_it_is_to_be_tried_again(tmp_path: Path) -> None:
    """And nothing else."""
    parts = begun(tmp_path)
    parts.write(rows(None, "ModelBusy"), name="part")
    parts.begin(HOW, retry_failed=True)
    assert files_in(tmp_path / "out") == ["done/part.parquet"]


def test_a_folder_of_something_else_is_left_alone(tmp_path: Path) -> None:
    """Files without our settings beside them, or with settings that are none of ours."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out/notes.txt").write_text("mine")
    with pytest.raises(ConfigError, match="holds files of something else"):
        begun(tmp_path)
    (tmp_path / "out/notes.txt").unlink()
    for text in ("", "[]", "{}", '{"layout": 1}', '{"layout": 1, "fingerprint": 5}', "\xff"):
        (tmp_path / "out/_settings.json").write_text(text, "latin-1")
        with pytest.raises(ConfigError, match="cannot be read"):
            begun(tmp_path)
    (tmp_path / "out/_settings.json").write_text(json.dumps({"layout": 2, "fingerprint": HOW}))
    with pytest.raises(ConfigError, match="another version"):
        begun(tmp_path)


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """With what to do; a file in the way of it too."""
    (tmp_path / "out").write_text("a file")
    with pytest.raises(ConfigError, match="out cannot be used"):
        begun(tmp_path)
    (tmp_path / "out").unlink()
    parts = begun(tmp_path)
    (tmp_path / "out/_writing").rmdir()
    (tmp_path / "out/_writing").write_text("a file")
    with pytest.raises(ConfigError, match="what was written before stays"):
        parts.write(rows(None), name="part")
    assert files_in(tmp_path / "out") == []
    assert stat.S_ISREG((tmp_path / "out/_settings.json").stat().st_mode)


@pytest.mark.parametrize("given", ["", 5, None, b"out", "nosuch://bucket/out"])
def test_what_is_no_folder_is_refused(given: Any) -> None:
    """Before any work."""
    with pytest.raises(ConfigError):
        Parts.at(given)


def test_a_bucket_shows_an_object_when_it_is_whole(tmp_path: Path) -> None:
    """There nothing is written beside and moved, which would copy it."""

    class Bucket:
        type_name = "s3"
        open_output_stream = LocalFileSystem().open_output_stream

    _put(Bucket(), str(tmp_path), "part", b"whole")
    assert (tmp_path / "part").read_bytes() == b"whole"
    assert [path.name for path in tmp_path.iterdir()] == ["part"]


def test_names_are_of_the_rows() -> None:
    """The same for the same rows, another for others."""
    assert name_of(KEYS) == name_of(list(KEYS))
    assert len({name_of(KEYS), name_of(KEYS[:2]), name_of([]), name_of(KEYS[::-1])}) == 4
