"""Where a claim is backed least, each feature moving the way that its name says."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.scoring.claim_terms import ClaimTerms
from summarizer.verification.scoring.coverage import NearSentences
from summarizer.verification.scoring.weak_places import weak_places

TEXT = (
    "The harbor of Lindow was closed on Monday. Engineers had found a crack of 14 centimeters in the north pier. "
    "Mayor Ada Brandt did not resign. Prices rose."
)
INDEX = Index.of(Document.of(TEXT))


def read(claim: str, *, best: int = 1) -> dict[str, float]:
    """The features of a claim that all sentences are near to."""
    terms = {number: frozenset(row) for number, row in enumerate(INDEX.sentences)}
    near = NearSentences(index=INDEX, terms=terms, evidence=(best,), best=tuple(INDEX.sentences[best]))
    return weak_places(ClaimTerms.of(claim, INDEX), near)


def test_absent_figures_are_counted() -> None:
    """A figure that the document lacks."""
    assert read("A crack of 41 centimeters")["figures_absent"] == 1
    assert read("A crack of 14 centimeters")["figures_absent"] == 0


def test_one_foreign_word_in_known_company_stands_out() -> None:
    """The weakest place of a claim is not drowned in its average."""
    assert read("Engineers had found a treasure of 14 centimeters in the north pier.")["alien"] > 0.5
    assert read("Engineers had found a harbor of 14 centimeters in the north pier.")["swapped_sum"] > 0.5


def test_the_least_backed_clause_counts() -> None:
    """One clause that nothing backs pulls the least down, and the mean by half."""
    values = read("Engineers found a crack, but nobody paid taxes")
    assert values["clause_least"] == 0
    assert values["clause_mean"] == 0.5
    assert values["clauses"] == 2


def test_turned_negations_are_seen() -> None:
    """One that the claim adds, and one that it drops."""
    added = read("Engineers had not found a crack of 14 centimeters in the north pier.")
    assert added["denied_affirmed_there"] > 0
    assert read("Mayor Ada Brandt did resign.", best=2)["affirmed_denied_there"] > 0


def test_contraries_are_seen() -> None:
    """A claim says "fell" for "rose"."""
    assert read("Prices fell.", best=3)["turned_near"] == 1
