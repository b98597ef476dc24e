"""Many articles by the batch server of `batch_server`, for tests: summarizers of it, and what came of all."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import Any

from batch_server import QUICK, BatchServer
from faulty import article
from scripts import honest

from summarizer import Failed, Result, ScriptedModel, Summarizer

KEY = "sk-very-secret-0123456789"


def articles(count: int) -> list[dict[str, Any]]:
    """So many short articles with ids."""
    return [
        {"text": article(number), "id": f"a{number}", "url": f"https://example.org/{number}"} for number in range(count)
    ]


def by(server: BatchServer, **options: Any) -> Summarizer:
    """A summarizer that asks the server."""
    given: dict[str, Any] = {"model": "scripted", "api_key": KEY, "batches": QUICK, **options}
    return Summarizer(base_url=server.base_url, **given)


def all_of(server: BatchServer, path: Path, count: int, **options: Any) -> list[Result | Failed]:
    """What comes of so many articles, submitted and collected at one go."""
    with by(server, **options) as summarizer:
        summarizer.submit(articles(count), path)
        return list(summarizer.collect(path))


def told(one: Result | Failed) -> object:
    """What a result says, without what it cost."""
    return (one.id, one.url, one.facts, one.rejected, one.summary, one.failures) if isinstance(one, Result) else one


@functools.cache
def mapped(count: int) -> list[object]:
    """What `map` makes of the same articles."""
    model = ScriptedModel(honest(reword=lambda text: f"Readers learn that {text}"))
    with Summarizer(model=model) as summarizer:
        return [told(one) for one in summarizer.map(articles(count))]


def none_paid_twice(server: BatchServer) -> bool:
    """True where no request was answered twice, by its name or by its body."""
    return max(server.answered.values(), default=0) <= 1 and max(server.paid.values(), default=0) <= 1
