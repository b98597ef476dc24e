"""The answers of the MCP server's tools hold what the values of the library hold, and their places."""

from __future__ import annotations

from summarizer import Alignment, ScriptedModel, locate, summarize, verify, verify_text
from summarizer.document.document import Document
from summarizer.integrations.mcp_answers import CheckAnswer, QuoteAnswer, SummaryAnswer

SOURCE = "The mill closed in 2021. It did not reopen. Forty people worked there."


def test_what_was_refused_is_told_apart_from_what_stands() -> None:
    """A drafted fact that does not hold is among the refused with its reason, and in no list of facts."""
    facts = [
        {"statement": "The mill closed in 2021.", "sentences": [1], "importance": 5},
        {"statement": "The mill closed in 2022.", "sentences": [1], "importance": 5},
    ]
    model = ScriptedModel({"extract": {"facts": facts}, "write": {"headline": "", "parts": []}})
    answer = SummaryAnswer.of(summarize(SOURCE, model=model), given=SOURCE)
    assert [one.statement for one in answer.facts] == ["The mill closed in 2021."]
    assert "The mill closed in 2022." in [one.statement for one in answer.refused]
    assert all(one.reason and one.verdict != "supported" for one in answer.refused)
    assert answer.model == "scripted"
    assert answer.read_text is None


def test_the_text_that_was_read_is_given_where_it_is_another() -> None:
    """Places are of no use without it."""
    result = summarize(SOURCE, model=None)
    assert SummaryAnswer.of(result, given="<p>" + SOURCE).read_text == SOURCE


def test_a_check_counts_the_supported() -> None:
    """Over claims and over the sentences of a text alike; labels are no statements."""
    document = Document.of(SOURCE)
    claims = CheckAnswer.of_claims(
        verify(["The mill closed in 2021.", "The mill closed in 2022."], SOURCE), source=document, given=SOURCE
    )
    text = CheckAnswer.of_text(verify_text("The mill closed in 2022.", SOURCE), source=document, given=SOURCE)
    assert (claims.score, text.score) == (0.5, 0.0)
    assert [one.verdict for one in claims.statements] == ["supported", "contradicted"]
    assert text.statements[0].place is not None
    assert text.statements[0].place.text == "The mill closed in 2022."


def test_a_quote_answers_with_its_place() -> None:
    """Or that it was not found."""
    found = QuoteAnswer.of(locate("did not reopen", SOURCE))
    assert found.place is not None
    assert SOURCE[found.place.start : found.place.end] == "did not reopen"
    assert QuoteAnswer.of(None) == QuoteAnswer(found=False)
    near = Alignment(start=0, end=8, text="The mill", kind="near", score=0.8)
    assert QuoteAnswer.of(near).score == 0.8
