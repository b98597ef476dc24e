"""Facts and summary without a model: the article's own sentences."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.document.document import Document
from summarizer.pipelines.extractive import extractive
from summarizer.settings.options import Options
from summarizer.verification.judging.source import Source

ARTICLES = sorted((Path(__file__).parents[2] / "examples" / "articles").glob("*-*"))

FERRY = next(path for path in ARTICLES if path.stem == "harbor-ferry")


def source(text: str) -> Source:
    """A text, read."""
    return Source.of(Document.of(text))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_every_fact_is_a_sentence_of_the_article(article: Path) -> None:
    """Each is ticked as what stands there, at its place, no two of the same sentence; the rest has a reason."""
    read = source(article.read_text("utf-8"))
    found = extractive(read, options=Options())
    assert 1 <= len(found.facts) <= Options().most_facts(read.document)
    for fact in found.facts:
        (evidence,) = fact.evidence
        assert fact.decided_by == "verbatim"
        assert read.document.prose(evidence.span) == fact.statement
    assert len({fact.evidence for fact in found.facts}) == len(found.facts)
    assert all(fact.reason and fact.outcome != "ticked" for fact in found.rejected)
    assert found.summary is not None
    assert list(found.summary.sentences())


def test_facts_given_come_first() -> None:
    """They keep their ids, and none of them is chosen a second time."""
    read = source(FERRY.read_text("utf-8"))
    own = extractive(read, options=Options())
    last = own.facts[-1].model_copy(update={"id": "c1.1"})
    index = read.document.sentence_at(last.evidence[0].start)
    found = extractive(read, options=Options(), given={index: last})
    assert found.facts[0] == last
    assert [fact.statement for fact in found.facts].count(last.statement) == 1
    assert len(found.facts) == len(own.facts)
    assert found.summary is not None
    assert "c1.1" in {i for sentence in found.summary.sentences() for i in sentence.fact_ids} | {found.facts[0].id}


def test_no_more_than_wanted() -> None:
    """`max_facts` bounds the ticks; what the summary stands on beyond them is surplus, and says so."""
    found = extractive(source(FERRY.read_text("utf-8")), options=Options(max_facts=1, length="long"))
    assert len(found.facts) == 1
    surplus = [fact for fact in found.rejected if fact.outcome == "surplus"]
    assert surplus
    assert all("max_facts" in fact.reason for fact in surplus)
