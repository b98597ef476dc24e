"""Records are plain values that lose nothing that a table can hold."""

from __future__ import annotations

import json

import pytest

from summarizer import Summarizer
from summarizer.errors import ConfigError
from summarizer.render.records import ARTICLE_COLUMNS, FACT_COLUMNS, failed_record

TEXT = "The mill of Orsk closed in 2021. It was the last one. Nobody bought it. Its wheel was sold to Brena for £900."
RESULT = Summarizer(model=None).summarize({"text": TEXT, "id": "a7", "url": "https://example.org/7"})


def test_a_row_for_each_drafted_fact() -> None:
    """Ticked or not; its places are those of its evidence, and the first stands in columns of its own."""
    rows = RESULT.to_records()
    assert len(rows) == len(RESULT.facts) + len(RESULT.rejected)
    assert json.loads(json.dumps(rows)) == rows
    for row in rows:
        assert tuple(row) == tuple(FACT_COLUMNS)
        fact = RESULT.fact(str(row["fact_id"]))
        assert (row["statement"], row["outcome"], row["source_id"]) == (fact.statement, fact.outcome, "a7")
        assert row["places"] == [one.model_dump() for one in fact.evidence]
        assert TEXT[int(str(row["start"])) : int(str(row["end"]))] == row["evidence"]


def test_a_row_for_the_article() -> None:
    """With its names, facts, summary and what it cost."""
    (row,) = RESULT.to_records(rows="articles")
    assert tuple(row) == tuple(ARTICLE_COLUMNS)
    assert json.loads(json.dumps(row)) == row
    assert (row["article_id"], row["url"], row["calls"], row["error"]) == ("a7", "https://example.org/7", 0, None)
    assert row["facts"] == [fact.statement for fact in RESULT.facts]
    assert all(sentence.text in str(row["summary"]) for sentence in RESULT.summary.sentences())


def test_a_failed_article_has_the_same_columns() -> None:
    """Blank but for its names and why."""
    row = failed_record(article_id="a", url=None, error="InputError", message="it is empty")
    assert tuple(row) == tuple(ARTICLE_COLUMNS)
    assert {name: value for name, value in row.items() if value} == {
        "article_id": "a",
        "error": "InputError",
        "message": "it is empty",
    }


def test_other_rows_are_refused() -> None:
    """There are two kinds."""
    with pytest.raises(ConfigError, match="'facts'"):
        RESULT.to_records(rows="pages")  # type: ignore[arg-type] # what a user may give
