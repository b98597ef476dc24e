"""A frame has the same columns whatever is in it."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import pytest

from summarizer import Failed, Summarizer, to_frame
from summarizer.errors import ConfigError
from summarizer.many.frames import BACKENDS, Backend
from summarizer.render.records import ARTICLE_COLUMNS, FACT_COLUMNS, Rows

GIVEN: list[Any] = [
    {"text": "The mill of Orsk closed in 2021. It was the last one. Nobody bought it.", "id": "a"},
    {"text": "", "id": "b"},
    {"text": "The bridge was shut on 3 May. Its cables had cracks.", "id": "c", "url": "https://example.org/c"},
]
RESULTS = list(Summarizer(model=None).map(GIVEN))


@pytest.mark.parametrize("backend", BACKENDS)
@pytest.mark.parametrize("rows", ["facts", "articles"])
def test_every_backend_gets_the_same_rows(backend: Backend, rows: Rows) -> None:
    """One a fact, or one an article, those included that failed; an empty frame has the columns too."""
    columns = FACT_COLUMNS if rows == "facts" else ARTICLE_COLUMNS
    frame = nw.from_native(to_frame(RESULTS, rows=rows, backend=backend))
    assert frame.columns == list(columns)
    ids = frame["article_id"].to_list()
    assert sorted(set(ids)) == (["a", "c"] if rows == "facts" else ["a", "b", "c"])
    if rows == "articles":
        assert frame["error"].is_null().to_list() == [True, False, True]
        assert frame["error"].to_list()[1] == "InputError"
        assert all(frame["facts"].to_list()[0])
    else:
        place = frame["places"].to_list()[0][0]
        start, end = int(frame["start"].to_list()[0]), int(frame["end"].to_list()[0])
        assert (place["start"], place["end"]) == (start, end)
        assert GIVEN[0]["text"][start:end] == place["text"] == frame["evidence"].to_list()[0]
    assert nw.from_native(to_frame([], rows=rows, backend=backend)).columns == list(columns)


def test_the_first_backend_that_is_there_is_taken() -> None:
    """Unless one is named."""
    assert type(to_frame(RESULTS)).__module__.startswith("pandas")


@pytest.mark.parametrize(("rows", "backend"), [("pages", None), ("facts", "excel")])
def test_what_cannot_be_made_is_named(rows: Any, backend: Any) -> None:
    """With what there is instead."""
    with pytest.raises(ConfigError, match=r"facts|pandas"):
        to_frame([Failed(id="a", url=None, error="E", message="m")], rows=rows, backend=backend)
