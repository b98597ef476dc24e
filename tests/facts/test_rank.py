"""Facts in the order of their importance and spread."""

from __future__ import annotations

from made import evidence, fact

from summarizer.document.document import Document
from summarizer.facts.rank import rank_facts

SENTENCES = [f"Sentence number {n} of the article says something of its own." for n in range(30)]
ARTICLE = Document.of(" ".join(SENTENCES))


def test_importance_comes_first() -> None:
    """Far apart in the document, the more important fact stands first."""
    low = fact("low", "a", evidence(ARTICLE, SENTENCES[0]), importance=0.2)
    high = fact("high", "b", evidence(ARTICLE, SENTENCES[29]), importance=1.0)
    assert [f.id for f in rank_facts([low, high], document=ARTICLE)] == ["high", "low"]


def test_spread_breaks_up_a_crowd() -> None:
    """Of equally important facts, one from an untouched stretch goes before the second from the same one."""
    facts = [fact(f"n{n}", str(n), evidence(ARTICLE, SENTENCES[n])) for n in (0, 1, 2, 15, 29)]
    assert [f.id for f in rank_facts(facts, document=ARTICLE)][:3] == ["n0", "n15", "n29"]


def test_every_fact_comes_back_once() -> None:
    """Ranking orders and never drops."""
    facts = [fact(f"n{n}", str(n), evidence(ARTICLE, SENTENCES[n]), importance=n % 5 / 5) for n in range(30)]
    assert sorted(f.id for f in rank_facts(facts, document=ARTICLE)) == sorted(f.id for f in facts)
