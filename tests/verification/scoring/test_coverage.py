"""How much of a claim a document has, each feature moving the way that its name says."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.scoring.claim_terms import ClaimTerms
from summarizer.verification.scoring.coverage import NearSentences, coverage

TEXT = "The harbor of Lindow was closed on Monday. Engineers had found a crack of 14 centimeters in the north pier."
INDEX = Index.of(Document.of(TEXT))


def read(claim: str) -> dict[str, float]:
    """The features of a claim that both sentences are near to, the second the best."""
    terms = {number: frozenset(row) for number, row in enumerate(INDEX.sentences)}
    near = NearSentences(index=INDEX, terms=terms, evidence=(1,), best=tuple(INDEX.sentences[1]))
    return coverage(ClaimTerms.of(claim, INDEX), near)


def test_new_words_are_counted() -> None:
    """What stands nowhere in the document."""
    values = read("Engineers under Mira Falk had found a crack of 41 centimeters in the pier.")
    assert values["novel"] == 3
    assert values["cover_document"] < 1


def test_a_word_in_another_form_is_derived() -> None:
    """A new word with the root of a known one counts less than a foreign one."""
    values = read("An engineerless harbor")
    assert (values["novel"], values["underived"]) == (1, 0)


def test_order_is_seen() -> None:
    """The same words the other way round have fewer pairs and less of the sequence."""
    straight, turned = read("Engineers found a crack"), read("A crack found engineers")
    assert straight["concordance"] == 1
    assert turned["concordance"] == 0
    assert straight["sequence"] > turned["sequence"]
    assert straight["pairs"] > turned["pairs"]


def test_company_is_seen() -> None:
    """Two words of one sentence belong together, words of two sentences do not."""
    assert read("Engineers found crack")["together"] == 1
    assert read("Monday engineers")["all_together"] == 0
