"""A plan names files, ids and digests, and what is left to spend."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.batch.plan import BatchPlan, BatchReport, digest_of, id_of, left_of
from summarizer.batch.rows import Row
from summarizer.runtime.budget import BudgetPolicy, Spent


def test_everything_of_a_batch_stands_beside_its_table() -> None:
    """Under its name."""
    plan = BatchPlan(out=Path("x/out.jsonl"))
    assert plan.failures == Path("x/out.jsonl.failures.jsonl")
    assert plan.folder == Path("x/out.jsonl.batch")
    assert plan.cache.path == Path("x/out.jsonl.batch/replies.sqlite3")


def test_what_shapes_a_row_is_a_setting() -> None:
    """Texts only where rows hold them."""
    assert BatchPlan(out=Path("a"), rows="facts", with_text=False).settings == {"rows": "facts"}
    assert BatchPlan(out=Path("a"), rows="results", with_text=False).settings == {"rows": "results", "texts": "False"}


def test_an_id_is_the_users_or_a_hash_of_the_text() -> None:
    """Equal texts have equal ones."""
    assert id_of(Row(number=1, article={"text": "x", "id": "a"})) == "a"
    hashed = id_of(Row(number=1, article={"text": "x"}))
    assert hashed == id_of(Row(number=9, article={"text": "x", "title": "t"})) != ""
    assert hashed != id_of(Row(number=1, article={"text": "y"}))


@pytest.mark.parametrize(
    "more", [{"title": "t"}, {"date": dt.date(2026, 1, 31)}, {"url": "u"}, {"format": "html"}, {"text": "x\ud83d"}]
)
def test_an_article_given_otherwise_has_another_digest(more: dict[str, object]) -> None:
    """With a title, a day, an address or a format."""
    one, other = Row(number=1, article={"text": "x"}), Row(number=1, article={"text": "x", **more})
    assert digest_of(one) == digest_of(Row(number=2, article={"text": "x"})) != digest_of(other)


def test_what_is_left_is_never_below_nothing() -> None:
    """And what has no bound keeps none."""
    spent = Spent(calls=7, tokens=50, cost=Decimal("0.3"))
    assert left_of(BudgetPolicy(calls=10, cost="1"), spent) == BudgetPolicy(calls=3, cost=Decimal("0.7"))
    assert left_of(BudgetPolicy(tokens=20, cost="0.1"), spent) == BudgetPolicy(tokens=0, cost=Decimal(0))
    assert left_of(BudgetPolicy(), spent) == BudgetPolicy()


def test_a_report_counts_what_failed() -> None:
    """Whole or in part."""
    report = BatchReport(finished=1, before=2, repeated=0, others=0, states={"failed": 2, "done": 1}, rows=1)
    assert (report.failed, report.partial) == (2, 0)
