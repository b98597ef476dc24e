"""Blocks as a worker of a cluster does them: each row once, whatever was written before."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scripts import honest

from summarizer import Result, ScriptedModel, Summarizer
from summarizer.integrations.blocks import report_of, sorted_keys, summarized_block
from summarizer.integrations.parts import Parts
from summarizer.integrations.tables import KEY, Columns, articles_in

COLUMNS = Columns(text="body", id="doc", keep=("lot",))


def block(*numbers: int) -> pa.Table:
    """A block with these articles; each tenth is blank, and fails."""
    texts = [
        f"The council closed bridge {n} on 3 May 2026. A ferry runs until then." if n % 10 else " " for n in numbers
    ]
    return pa.table({"doc": list(numbers), "body": texts, "lot": [n * 2 for n in numbers]})


def done(table: pa.Table, *, model: ScriptedModel | None = None, **options: Any) -> pa.Table:
    """What a worker makes of it."""
    with Summarizer(model=model or ScriptedModel(honest())) as summarizer:
        return asyncio.run(summarized_block(table, summarizer=summarizer, columns=COLUMNS, **options))


def begun(folder: Path) -> Parts:
    """A folder that is begun."""
    parts = Parts.at(folder / "out")
    parts.begin({})
    return parts


def in_done(folder: Path) -> list[str]:
    """The ids in it."""
    return sorted(pq.read_table(folder / "out/done")["article_id"].to_pylist())


def test_rows_equal_what_map_makes_of_them() -> None:
    """In their order, the failure in its place, each with what goes along."""
    found = done(block(9, 10, 11)).to_pylist()
    with Summarizer(model=ScriptedModel(honest())) as summarizer:
        expected = list(summarizer.map(row.article for row in articles_in(block(9, 10, 11), COLUMNS)))
    assert [row["lot"] for row in found] == [18, 20, 22]
    assert [row["error"] for row in found] == [None, "InputError", None]
    for row, result in zip(found, expected, strict=True):
        if isinstance(result, Result):
            again = Result.model_validate_json(row["result"])
            assert again.model_copy(update={"usage": result.usage}) == result
        else:
            assert (row["article_id"], row["message"]) == (result.id, result.message)


def test_a_block_is_written_and_counted(tmp_path: Path) -> None:
    """Done again after its worker was killed, nothing is asked."""
    parts = begun(tmp_path)
    [report] = done(block(9, 10, 11), parts=parts).to_pylist()
    assert (report["done"], report["failed"], report["refused"]) == (2, 1, None)
    model = ScriptedModel(honest())
    assert len(done(block(9, 10, 11), parts=parts, model=model)) == 0
    assert model.calls == ()
    assert in_done(tmp_path) == ["11", "9"]


def test_a_block_of_which_one_file_was_written_is_completed(tmp_path: Path) -> None:
    """A worker killed between its two files leaves the failures open."""
    parts = begun(tmp_path)
    done(block(9, 10, 11), parts=parts)
    [failed] = (tmp_path / "out/failed").iterdir()
    failed.unlink()
    [report] = done(block(9, 10, 11), parts=parts).to_pylist()
    assert (report["done"], report["failed"]) == (0, 1)
    assert in_done(tmp_path) == ["11", "9"]


def test_what_was_written_before_is_left_out(tmp_path: Path) -> None:
    """However the rows lie in blocks this time."""
    parts = begun(tmp_path)
    done(block(*range(1, 8)), parts=parts)
    written = sorted_keys(pq.read_table(tmp_path / "out/done")[KEY].to_pylist())
    [report] = done(block(*range(5, 10)), parts=parts, written=written).to_pylist()
    assert report["done"] == 2
    assert in_done(tmp_path) == [str(n) for n in range(1, 10)]
    assert len(done(block(*range(1, 8)), parts=parts, written=written)) == 0


def test_a_block_without_rows_is_nothing(tmp_path: Path) -> None:
    """With and without a folder."""
    assert len(done(block())) == 0
    assert len(done(block(), parts=begun(tmp_path), written=sorted_keys(()))) == 0


@given(st.sets(st.binary(min_size=16, max_size=16)), st.sets(st.binary(min_size=16, max_size=16)))
def test_keys_are_found_as_in_a_set(some: set[bytes], others: set[bytes]) -> None:
    """Those that end in zeros too."""
    keys = sorted_keys(one.hex() for one in some)
    assert len(keys) == len(some)
    for one in some | others:
        place = keys.searchsorted(one)
        assert (place < len(keys) and keys[place] == one.rstrip(b"\0")) == (one in some)


def test_a_refusal_is_told_in_its_own_words() -> None:
    """It is a row, since an exception would come back as another."""
    assert report_of(refused="no key").to_pylist() == [{"part": None, "done": 0, "failed": 0, "refused": "no key"}]


@pytest.mark.parametrize("keep", [(), ("lot",)])
def test_what_goes_along_is_a_choice(keep: tuple[str, ...]) -> None:
    """The other columns stay behind."""
    with Summarizer(model=None) as summarizer:
        columns = Columns(text="body", keep=keep)
        found = asyncio.run(summarized_block(block(1), summarizer=summarizer, columns=columns))
    assert ("lot" in found.column_names) == bool(keep)
    assert "body" not in found.column_names
