"""Records are a result as rows of plain values, one a fact or one an article, for tables and data frames.

fact_record(fact, article_id="a7", …)   ->  {"article_id": "a7", "fact_id": "c1.1", "statement": "…", "start": 0, …}
failed_record(article_id="a8", …)       ->  {"article_id": "a8", "error": "ModelBusy", "message": "…", "title": None, …}
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, TypeAlias

from summarizer.facts.fact import CheckedFact
from summarizer.summary.summary import Summary, SummarySentence
from summarizer.text.span import Span

Rows = Literal["facts", "articles"]
Kind = Literal["text", "texts", "number", "count", "places"]
Record: TypeAlias = dict[str, object]

# The columns of a row for each fact, and what stands in them; `places` are all places of its evidence, `start`, `end`
# and `evidence` the first.
FACT_COLUMNS: Final[Mapping[str, Kind]] = {
    "article_id": "text",
    "url": "text",
    "fact_id": "text",
    "statement": "text",
    "outcome": "text",
    "verdict": "text",
    "decided_by": "text",
    "reason": "text",
    "score": "number",
    "importance": "number",
    "source_id": "text",
    "start": "count",
    "end": "count",
    "evidence": "text",
    "places": "places",
}
# The columns of a row for each article; one that failed has `error` and `message`, and nothing else but its names.
ARTICLE_COLUMNS: Final[Mapping[str, Kind]] = {
    "article_id": "text",
    "url": "text",
    "title": "text",
    "date": "text",
    "language": "text",
    "sha256": "text",
    "headline": "text",
    "summary": "text",
    "written_by": "text",
    "facts": "texts",
    "rejected": "count",
    "failures": "texts",
    "notices": "texts",
    "model": "text",
    "calls": "count",
    "tokens_in": "count",
    "tokens_out": "count",
    "cost": "number",
    "error": "text",
    "message": "text",
}


def fact_record(
    fact: CheckedFact, *, places: Sequence[Span], article_id: str | None, url: str | None, source_id: str | None
) -> Record:
    """The row of one fact: `tuple(result) == tuple(FACT_COLUMNS)`.

    Args:
        fact: ticked or not.
        places: those of its evidence, in the unit that they are wanted in.
        article_id: what its article is called.
        url: where that can be read.
        source_id: which of several sources its first evidence stands in.
    """
    first = fact.evidence[0] if fact.evidence else None
    return {
        "article_id": article_id,
        "url": url,
        "fact_id": fact.id,
        "statement": fact.statement,
        "outcome": fact.outcome,
        "verdict": fact.verdict,
        "decided_by": fact.decided_by,
        "reason": fact.reason,
        "score": fact.score,
        "importance": fact.importance,
        "source_id": source_id,
        "start": places[0].start if places else None,
        "end": places[0].end if places else None,
        "evidence": first.text if first else None,
        "places": [
            {"start": place.start, "end": place.end, "text": one.text}
            for place, one in zip(places, fact.evidence, strict=True)
        ],
    }


def failed_record(*, article_id: str, url: str | None, error: str, message: str) -> Record:
    """The row of an article of which nothing came: `tuple(result) == tuple(ARTICLE_COLUMNS)`.

    Args:
        article_id: what it is called.
        url: where it can be read.
        error: the name of what went wrong.
        message: what went wrong, in words.
    """
    blank: Record = {name: [] if kind == "texts" else None for name, kind in ARTICLE_COLUMNS.items()}
    return {**blank, "article_id": article_id, "url": url, "error": error, "message": message}


def summary_in_plain_text(summary: Summary) -> str:
    """The paragraphs of a summary with a blank line between, titles and bullets on lines of their own."""
    parts = [_told(paragraph) for paragraph in summary.lead]
    for section in summary.sections:
        parts += [section.title] if section.title else []
        parts += [_told(paragraph) for paragraph in section.paragraphs]
        parts += ["\n".join(f"- {sentence.text}" for sentence in section.bullets)] if section.bullets else []
    return "\n\n".join(parts)


def _told(sentences: Iterable[SummarySentence]) -> str:
    return " ".join(sentence.text for sentence in sentences)
