"""Rows of a table become articles, and what they come to becomes rows of one schema."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pyarrow as pa
import pytest

from summarizer import ConfigError, Failed, Result, Summarizer
from summarizer.integrations.tables import Columns, articles_in, schema_of, table_of
from summarizer.many.items import content_id

TEXT = "The council of Brenta closed the bridge on 3 May 2026. A ferry carries walkers until then."
DAY = dt.date(2026, 5, 3)
ALL = Columns(text="body", id="doc", url="link", title="head", date="day", keep=("lot",))


def table(**columns: list[Any]) -> pa.Table:
    """A table of one row, with these columns otherwise."""
    plain = {"body": [TEXT], "doc": [7], "link": ["https://a.example"], "head": ["H"], "day": [DAY], "lot": [[1, 2]]}
    return pa.table({**plain, **columns})


def test_a_row_is_an_article() -> None:
    """A number is a name, and what goes along is as it was."""
    [row] = articles_in(table(), ALL)
    assert row.article == {"text": TEXT, "id": "7", "url": "https://a.example", "title": "H", "date": DAY}
    assert row.kept == {"lot": [1, 2]}


@pytest.mark.parametrize("day", [DAY, "2026-05-03", " 2026-05-03 ", dt.datetime(2026, 5, 3)])  # noqa: DTZ001 - as frames have days
def test_a_day_is_read_however_tables_hold_it(day: Any) -> None:
    """Dates, texts, and midnights without a time zone."""
    [row] = articles_in(table(day=[day]), ALL)
    assert row.article["date"] == DAY


@pytest.mark.parametrize("day", ["3 May", dt.datetime(2026, 5, 3, 12), dt.datetime(2026, 5, 3, tzinfo=dt.UTC), 5])  # noqa: DTZ001 - as above
def test_what_says_no_day_is_a_failure_of_its_article(day: Any) -> None:
    """It is handed on, and the article says what is wrong with it."""
    rows = articles_in(table(day=[day]), ALL)
    with Summarizer(model=None) as summarizer:
        [result] = summarizer.map(row.article for row in rows)
    assert isinstance(result, Failed)
    assert (result.id, result.error) == ("7", "InputError")
    assert "date must be" in result.message


def test_what_is_blank_is_not_there() -> None:
    """A column holds something in each row, and a blank is none."""
    for blank in (None, "", "  "):
        rows = articles_in(
            pa.table({"body": [TEXT], "doc": pa.array([blank], pa.string()), "link": pa.array([blank], pa.string())}),
            Columns(text="body", id="doc", url="link"),
        )
        assert rows[0].article == {"text": TEXT}


def test_a_key_changes_with_all_that_is_given() -> None:
    """And with nothing that merely goes along."""
    [first] = articles_in(table(), ALL)
    others: list[dict[str, list[Any]]] = [
        {"body": [TEXT + " "]},
        {"doc": [8]},
        {"link": ["https://b.example"]},
        {"head": ["I"]},
        {"day": [dt.date(2026, 5, 4)]},
    ]
    keys = {articles_in(table(**other), ALL)[0].key for other in others}
    assert len(keys | {first.key}) == len(others) + 1
    assert articles_in(table(lot=[[3]]), ALL)[0].key == first.key


def test_results_and_failures_are_rows_of_one_schema() -> None:
    """A result comes back whole, a failure says why; both in their place."""
    given = pa.table({"body": [TEXT, None], "lot": ["a", "b"]})
    columns = Columns(text="body", keep=("lot",))
    rows = articles_in(given, columns)
    with Summarizer(model=None) as summarizer:
        results = list(summarizer.map(row.article for row in rows))
    schema = schema_of(columns, given=given.schema)
    found = table_of(rows, results, schema=schema)
    assert found.schema == schema
    good, bad = found.to_pylist()
    assert (good["lot"], good["article_id"], good["error"]) == ("a", content_id(TEXT), None)
    assert Result.model_validate_json(good["result"]) == results[0]
    assert (bad["lot"], bad["result"], bad["facts"], bad["error"]) == ("b", None, [], "InputError")
    assert "must be a str" in bad["message"]
    assert table_of([], [], schema=schema).schema == schema


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (Columns(text="text"), "no column 'text'; those that are there: body, doc"),
        (Columns(text="body", id="name"), "no column 'name'"),
        (Columns(text="body", keep=("more",)), "no column 'more'"),
        (Columns(text="body", keep=("title",)), "'title' cannot go along"),
    ],
)
def test_columns_that_cannot_be_are_refused(columns: Columns, said: str) -> None:
    """Before any work."""
    with pytest.raises(ConfigError, match=said):
        columns.check_in(["body", "doc", "title"])
    Columns(text="body", id="doc").check_in(["body", "doc"])
