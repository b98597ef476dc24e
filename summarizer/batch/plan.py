"""A plan says what a batch is to do and where its files are, a report what a run of it came to.

BatchPlan(out=Path("out.jsonl")).failures  ->  Path("out.jsonl.failures.jsonl")
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Final, Literal, get_args

from summarizer.batch.rows import Row
from summarizer.batch.tables import BatchRows
from summarizer.many.items import content_id
from summarizer.runtime.budget import BudgetPolicy, Spent
from summarizer.runtime.cache import CachePolicy
from summarizer.runtime.observing.prices import amount_of

# A batch may lie for months, and what was paid for counts until its folder is deleted.
_YEARS: Final = 100 * 366 * 86_400.0
_NO_BOUND: Final = 1 << 60


Via = Literal["calls", "batch-api"]
VIAS: Final[tuple[Via, ...]] = get_args(Via)


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchPlan:
    """What a batch is to do.

    Attributes:
        out: The table.
        rows: What a row of it is.
        with_text: Keep the articles' texts in whole results.
        retry_failed: Work again on what failed, whole or in part.
        bounded: The summarizer has a budget for all articles together: what it does not reach is open, and not failed.
        via: How models are asked: by calls of their own, or by a provider's batch endpoint.
    """

    out: Path
    rows: BatchRows = "articles"
    with_text: bool = True
    retry_failed: bool = False
    bounded: bool = False
    via: Via = "calls"

    @property
    def submitted(self) -> Path:
        """Where articles are kept that were given to a batch endpoint."""
        return self.folder / "submitted.sqlite3"

    @property
    def failures(self) -> Path:
        """The file of what failed."""
        return self.out.with_name(f"{self.out.name}.failures.jsonl")

    @property
    def folder(self) -> Path:
        """Where the journal and the replies are kept."""
        return self.out.with_name(f"{self.out.name}.batch")

    @property
    def cache(self) -> CachePolicy:
        """How the replies are kept: all of them, for good."""
        return CachePolicy(path=self.folder / "replies.sqlite3", max_bytes=_NO_BOUND, max_age=_YEARS)

    @property
    def settings(self) -> dict[str, str]:
        """What of it shapes a row."""
        return {"rows": self.rows, **({"texts": str(self.with_text)} if self.rows == "results" else {})}


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchReport:
    """What a run of a batch came to.

    Attributes:
        finished: Articles that were worked off in this run.
        before: Articles of this input that were finished before it.
        repeated: Rows that say again what an earlier row says.
        others: Articles that were finished before it and that this input has not.
        states: How many articles are in each state now, rows that are none among the failed.
        rows: Rows of the table; None where there was no time to write it.
        stopped: Why articles are open still: "interrupted", "spent", the error that every article ended in; "" where
            none are.
    """

    finished: int
    before: int
    repeated: int
    others: int
    states: Mapping[str, int]
    rows: int | None
    stopped: str = ""

    @property
    def failed(self) -> int:
        """Articles of which nothing came."""
        return self.states.get("failed", 0)

    @property
    def partial(self) -> int:
        """Articles of which a part came."""
        return self.states.get("partial", 0)


def id_of(row: Row) -> str:
    """What the article of a row is called: by the user, or by the hash of its text."""
    article = row.article or {}
    return str(article.get("id") or content_id(article.get("text", "")))


def digest_of(row: Row) -> str:
    """Of all that was given of an article: with another title or day it is another one."""
    given = json.dumps(dict(row.article or {}), sort_keys=True, default=_told)
    return hashlib.sha256(given.encode("ascii")).hexdigest()


def _told(value: object) -> str:
    """What stands for a value that JSON does not have: a file is told by its hash."""
    return content_id(value) if isinstance(value, bytes) else str(value)


def left_of(bound: BudgetPolicy, spent: Spent) -> BudgetPolicy:
    """What may still be spent where so much was."""
    cost = None if bound.cost is None else max(Decimal(0), amount_of(bound.cost) - spent.cost)
    return BudgetPolicy(
        calls=None if bound.calls is None else max(0, bound.calls - spent.calls),
        tokens=None if bound.tokens is None else max(0, bound.tokens - spent.tokens),
        cost=cost,
    )
