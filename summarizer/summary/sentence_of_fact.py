"""A ticked fact told as a sentence of a summary: its statement, with the verdict and the evidence of the fact."""

from __future__ import annotations

from summarizer.facts.fact import CheckedFact
from summarizer.summary.summary import SummarySentence


def sentence_of_fact(fact: CheckedFact) -> SummarySentence:
    """The statement of a supported fact as a sentence: `result.text == fact.statement`."""
    return SummarySentence(
        text=fact.statement,
        fact_ids=(fact.id,),
        evidence=fact.evidence,
        verdict="supported",
        decided_by=fact.decided_by or "rule",
        checks=fact.checks,
    )
