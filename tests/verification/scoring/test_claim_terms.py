"""A claim is read into terms, clauses and names once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.scoring.claim_terms import ClaimTerms

INDEX = Index.of(Document.of("The harbor of Lindow was closed on Monday. Engineers had found a crack in the pier."))


def test_content_leaves_small_words_out() -> None:
    """Unless there is nothing else."""
    assert ClaimTerms.of("The harbor of Lindow", INDEX).content == ("harbor", "lindow")
    assert ClaimTerms.of("of the", INDEX).content == ("of", "the")


def test_clauses_end_at_marks_and_conjunctions() -> None:
    """In any language that has a record."""
    assert ClaimTerms.of("Sales rose, but Acme fell.", INDEX).clauses == (("sal", "ros"), (), ("acm", "fell"))
    assert len(ClaimTerms.of("Die Preise stiegen und Acme fiel", INDEX).clauses) == 2


def test_names_have_a_capital_inside_a_sentence() -> None:
    """The first word has one anyway."""
    assert ClaimTerms.of("Engineers met Ada Brandt", INDEX).names == {"ada", "brandt"}


@given(st.text(max_size=60), st.sets(st.sampled_from(["harbor", "lindow", "pier", "x"])))
def test_a_share_is_a_share(claim: str, held: set[str]) -> None:
    """Between none and all of the claim."""
    assert 0 <= ClaimTerms.of(claim, INDEX).share_in(held) <= 1.000001
