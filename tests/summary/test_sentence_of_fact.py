"""A fact told as a sentence."""

from __future__ import annotations

from judging import SENTENCES, source_of
from made import check, evidence, fact

from summarizer.summary.sentence_of_fact import sentence_of_fact

DOCUMENT = source_of().document


def test_a_fact_is_told_with_all_that_it_stands_on() -> None:
    """Words, evidence, checks and who decided are the fact's; the sentence names it."""
    told = fact("c1.2", "It costs 4.2 million.", evidence(DOCUMENT, SENTENCES[2]), checks=(check("number", "4.2"),))
    sentence = sentence_of_fact(told)
    assert (sentence.text, sentence.fact_ids, sentence.verdict) == (told.statement, ("c1.2",), "supported")
    assert (sentence.evidence, sentence.checks, sentence.decided_by) == (told.evidence, told.checks, told.decided_by)
