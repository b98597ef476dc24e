"""Features: the same names for every claim, finite, and each moving the way that its name says."""

from __future__ import annotations

import math

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.verification.evidence.search import Index
from summarizer.verification.scoring.features import features
from summarizer.verification.verdict import Check

ARTICLE = (
    "The harbor of Lindow was closed on Monday. Engineers had found a crack of 14 centimeters in the north pier. "
    "Mayor Ada Brandt did not resign. Ferries might run again in spring, said Brandt."
)
INDEX = Index.of(Document.of(ARTICLE))


def read(claim: str, *checks: Check) -> dict[str, float]:
    return features(claim, index=INDEX, sentences=INDEX.evidence_set(claim), checks=checks)


def test_a_sentence_of_the_document_is_covered_fully() -> None:
    """Shares of a verbatim claim are one, what is missing is none."""
    values = read("Engineers had found a crack of 14 centimeters in the north pier.")
    for name in ("cover_one", "cover_evidence", "cover_document", "pairs", "triples", "sequence", "clause_least"):
        assert values[name] == 1, name
    for name in ("novel", "underived", "names_absent", "figures_absent", "alien", "swapped"):
        assert values[name] == 0, name


def test_new_words_figures_and_names_are_counted() -> None:
    """What stands nowhere in the document is seen as such."""
    values = read("Engineers under Mira Falk had found a crack of 41 centimeters in the pier.")
    assert values["figures_absent"] == 1
    assert values["names_absent"] == 2
    assert values["novel"] == 3


def test_facts_of_another_sentence_are_told_from_absent_ones() -> None:
    """A name that the document has, but not the evidence, is elsewhere."""
    values = features("The north pier of Lindow had a crack.", index=INDEX, sentences=(1,), checks=())
    assert (values["names_elsewhere"], values["names_absent"]) == (1, 0)


def test_a_word_in_another_form_is_derived() -> None:
    """A new word with the root of a known one counts less than a foreign one."""
    values = read("An engineerless harbor")
    assert values["novel"] == 1
    assert values["underived"] == 0


def test_one_foreign_word_in_known_company_stands_out() -> None:
    """The weakest place of a claim is not drowned in its average."""
    assert read("Engineers had found a treasure of 14 centimeters in the north pier.")["alien"] > 0.5


def test_lost_and_added_negations_are_seen() -> None:
    """A claim that drops or adds a "not" differs from its sentence."""
    assert read("Mayor Ada Brandt did resign.")["negation_lost"] == 1
    added = read("Engineers had not found a crack of 14 centimeters in the north pier.")
    assert added["negation_added"] == 1
    assert added["denied_affirmed_there"] > 0


def test_a_lost_hedge_is_seen() -> None:
    """A claim that is surer than its sentence differs from it."""
    assert read("Ferries run again in spring")["hedge_lost"] == 1


def test_checks_are_counted_by_kind_and_place() -> None:
    """Failed checks appear under their kind and where the value was found, passed ones apart."""
    values = read(
        "Lindow",
        Check(kind="number", item="41", found="absent", passed=False),
        Check(kind="name", item="Brandt", found="in_document", passed=False),
        Check(kind="name", item="Lindow", found="in_span", passed=True),
    )
    assert (values["failed_number"], values["failed_name"], values["passed"]) == (1, 1, 1)
    assert (values["failed_absent"], values["failed_elsewhere"], values["failed_in_span"]) == (1, 1, 0)


def test_chinese_is_covered_by_character_pairs() -> None:
    """A changed figure in Chinese lowers the coverage, and is an absent figure."""
    index = Index.of(Document.of("港口周一关闭。工程师在北码头发现14厘米的裂缝。"))
    claim = "工程师在北码头发现41厘米的裂缝。"
    values = features(claim, index=index, sentences=index.evidence_set(claim), checks=())
    assert values["figures_absent"] == 1
    assert values["cover_one"] < 1


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_gives_the_same_finite_features(claim: str, source: str) -> None:
    """Blank, foreign and broken texts included."""
    index = Index.of(Document.of(source)) if source.strip() else INDEX
    values = features(claim, index=index, sentences=index.evidence_set(claim), checks=())
    assert list(values) == list(read("Lindow"))
    assert all(math.isfinite(value) for value in values.values())
