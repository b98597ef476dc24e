"""The status says how far articles are, as the file says."""

from __future__ import annotations

from pathlib import Path

import pytest
from a_store import a_store, pending

from summarizer import BatchStatus, ConfigError


def test_it_counts_what_is_kept(tmp_path: Path) -> None:
    """Articles by what became of them, requests by where they are."""
    with a_store(tmp_path / "b", articles=4) as store:
        for key in ("a", "b", "c"):
            store.want(1, pending(key))
        part = store.pack(model=0, most_requests=2, most_bytes=999, tag="t", now=0.0)
        store.sent(part, batch="batch_1")
        store.answer(part, key="a", number=1, status=200, body=b"")
        store.keep_result(2, state="done", result=b"")
        store.keep_result(3, state="failed", result=b"")
        with pytest.raises(ConfigError, match="in use"):
            BatchStatus.read(tmp_path / "b")
    status = BatchStatus.read(tmp_path / "b")
    assert (status.articles, status.done, status.failed, status.open) == (4, 1, 1, 2)
    assert (status.answered, status.waiting, status.complete) == (1, 1, False)
    assert [(one.id, one.requests) for one in status.under_way] == [("batch_1", 2)]
    assert BatchStatus.model_validate_json(status.model_dump_json()) == status
