"""A summary as a value."""

from __future__ import annotations

import pytest
from judging import SENTENCES, source_of
from made import check, evidence, fact
from pydantic import ValidationError

from summarizer.summary.summary import Section, Summary, SummarySentence
from summarizer.text.span import Evidence


def said(text: str) -> SummarySentence:
    """A sentence of a summary."""
    evidence = Evidence(start=0, end=len(text), text=text)
    return SummarySentence(text=text, fact_ids=("f",), evidence=(evidence,), verdict="supported", decided_by="judge")


SUMMARY = Summary(
    headline="The mill",
    lead=((said("1"), said("2")), (said("3"),)),
    sections=(
        Section(title="One", paragraphs=((said("4"),), (said("5"),)), bullets=(said("6"), said("7"))),
        Section(title="Two", bullets=(said("8"),)),
    ),
    written_by="model",
)


def test_sentences_come_in_reading_order() -> None:
    """The lead, then each section's paragraphs and bullets; nothing is left out."""
    assert [s.text for s in SUMMARY.sentences()] == list("12345678")


def test_a_summary_survives_json() -> None:
    """A summary is the same after a round trip, nested tuples included."""
    assert Summary.model_validate_json(SUMMARY.model_dump_json()) == SUMMARY


def test_an_empty_summary_has_no_sentences() -> None:
    """Lead and sections may be empty."""
    assert list(Summary(headline="x", written_by="extractive").sentences()) == []


def test_who_wrote_it_is_one_of_three() -> None:
    """There is no other author than a model, the evidence or the extractive engine."""
    with pytest.raises(ValidationError, match="written_by"):
        Summary.model_validate({"headline": "x", "written_by": "somebody"})


def test_a_fact_is_told_with_all_that_it_stands_on() -> None:
    """Words, evidence, checks and who decided are the fact's; the sentence names it."""
    document = source_of().document
    told = fact("c1.2", "It costs 4.2 million.", evidence(document, SENTENCES[2]), checks=(check("number", "4.2"),))
    sentence = SummarySentence.of_fact(told)
    assert (sentence.text, sentence.fact_ids, sentence.verdict) == (told.statement, ("c1.2",), "supported")
    assert (sentence.evidence, sentence.checks, sentence.decided_by) == (told.evidence, told.checks, told.decided_by)
