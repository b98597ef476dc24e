"""What becomes of a drafted fact."""

from __future__ import annotations

import pytest
from made import fact

from summarizer.facts.chunk_draft import ChunkDraft
from summarizer.facts.fact import DraftedFact
from summarizer.failure import Failure
from summarizer.pipelines.outcomes import checked, claim_of, facts_of, failures_of, surplus, unjudged, unreadable
from summarizer.text.span import Span
from summarizer.verification.judging.conclusion import Conclusion
from summarizer.verification.verdict import Verdict
from summarizer.verification.verifier import Verified

DRAFT = DraftedFact(id="c1.1", chunk_id="c1", statement="A bridge closed.", cited=(Span(0, 4),), importance=0.8)


def verified(verdict: Verdict) -> Verified:
    """The draft with this verdict, in words that were mended."""
    conclusion = Conclusion(
        verdict=verdict, decided_by="judge", evidence=(), checks=(), assertions=(), reason="why", score=0.5
    )
    return Verified(id="c1.1", drafted="A bridge closed.", statement="The bridge closed.", conclusion=conclusion)


@pytest.mark.parametrize("verdict", ["supported", "partly_supported", "contradicted", "not_stated", "unchecked"])
def test_only_what_is_supported_is_ticked(verdict: Verdict) -> None:
    """Every other verdict is refused; what was drafted and what was checked both stay."""
    found = checked(DRAFT, verified(verdict))
    assert found.outcome == ("ticked" if verdict == "supported" else "refused")
    assert (found.drafted, found.statement) == ("A bridge closed.", "The bridge closed.")
    assert (found.importance, found.reason, found.score) == (0.8, "why", 0.5)


def test_what_cites_the_unseen_is_never_looked_at() -> None:
    """It is refused, unchecked, and says why."""
    found = unjudged(DRAFT, reason="no such sentence")
    assert (found.outcome, found.verdict, found.evidence) == ("refused", "unchecked", ())
    assert found.reason == "no such sentence"


def test_what_is_true_and_left_over_says_why() -> None:
    """Supported facts that are not ticked keep their verdict, and name what stood in the way."""
    given = fact("c1.1", "The bridge closed.")
    assert surplus(given, max_facts=6).outcome == unreadable(given).outcome == "surplus"
    assert "6 key facts (max_facts)" in surplus(given, max_facts=6).reason
    assert "read alone" in unreadable(given).reason
    assert surplus(given, max_facts=6).verdict == given.verdict


def test_a_draft_becomes_a_claim_of_its_chunk() -> None:
    """What is verified is what was drafted, where its author says that it stands."""
    claim = claim_of(DRAFT)
    assert (claim.id, claim.statement, claim.cited, claim.group) == ("c1.1", "A bridge closed.", DRAFT.cited, "c1")


def test_the_drafts_of_all_chunks_are_one_list() -> None:
    """Facts and failures of the chunks follow each other in their order, and none is left out."""
    failure = Failure(stage="extract", call_id="extract:c2", error="ReplyEmpty", message="none", lost="c2")
    one = ChunkDraft(facts=(DRAFT,), failures=(), answered=True)
    other = ChunkDraft(facts=(), failures=(failure,), answered=False)
    assert facts_of([one, other, one]) == [DRAFT, DRAFT]
    assert failures_of([one, other, other]) == (failure, failure)
