"""Tests of what code says of a claim in another language than the source, and of what it lets a judge say."""

from __future__ import annotations

from itertools import permutations

import pytest
from scripts import json_lines_of
from translations import TRANSLATIONS

from summarizer import ScriptedModel, Summarizer
from summarizer.calls.call import Call
from summarizer.document.document import Document
from summarizer.document.numbered_sentences import read_numbered
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules, Ruling

PAIRS = sorted(permutations(TRANSLATIONS, 2))
PLACES = {
    text: place
    for one in TRANSLATIONS.values()
    for place, text in (
        *enumerate(one.sentences),
        *zip((place for place, *_ in one.changed), one.false_claims(), strict=True),
    )
}
ENGLISH = (
    "The road agency ordered its 32,000 staff to remove the app Veloro by 15 March 2026. It is in Munich, with 40 cars."
)


def rule_on(claim: str, *, cited: bool = False, language: str = "") -> Ruling:
    """What code says of a claim about a short English text."""
    document = Document.of(ENGLISH, language="en")
    spans = [document.sentences[0].body] if cited else []
    return Rules.of(Index.of(document)).rule_on(claim, cited=spans, language=language)


def nodding(call: Call) -> dict[str, object]:
    """A judge that says yes to everything, and names the sentence of the page that stands where the claim does."""
    shown = read_numbered(call.messages[-1].content)
    judged = []
    for asked in json_lines_of(call):
        claim = str(asked["claim"])
        sentences = [number for number, sentence in shown.items() if PLACES.get(sentence) == PLACES[claim]]
        finding = {"text": claim, "sentences": sentences, "relation": "entailed"}
        judged.append({"id": asked["id"], "assertions": [finding], "correction": ""})
    return {"claims": judged}


@pytest.mark.parametrize(("source", "language"), PAIRS)
def test_a_translation_that_a_judge_supports_is_supported(source: str, language: str) -> None:
    """Between any two languages that have a record."""
    with Summarizer(model=ScriptedModel(nodding)) as summarizer:
        judged = summarizer.verify(TRANSLATIONS[language].sentences, TRANSLATIONS[source].article)
    assert [one.verdict for one in judged] == ["supported"] * 5


@pytest.mark.parametrize(("source", "language"), PAIRS)
def test_a_changed_value_is_not_supported_though_a_judge_nods(source: str, language: str) -> None:
    """A number, a month, a weekday, a currency, a share, a small number."""
    with Summarizer(model=ScriptedModel(nodding)) as summarizer:
        judged = summarizer.verify(TRANSLATIONS[language].false_claims(), TRANSLATIONS[source].article)
    assert [one.verdict for one in judged] == ["contradicted"] * 6


@pytest.mark.parametrize(("source", "language"), PAIRS)
def test_without_a_judge_no_translation_is_ticked_or_denied(source: str, language: str) -> None:
    """No code can say whether a sentence of one language says what one of another does."""
    with Summarizer(model=None) as summarizer:
        read = summarizer.verify(TRANSLATIONS[language].sentences, TRANSLATIONS[source].article)
    assert [one.verdict for one in read] == ["unchecked"] * 5
    assert all("no code can say" in one.reason for one in read)


def test_the_reason_names_both_languages() -> None:
    """As far as they have names."""
    ruling = rule_on("Die Behörde in München hat 32.000 Mitarbeiter.")
    assert (
        ruling.reason == "the claim is in German, the source in English: no code can say whether the one says the other"
    )
    assert (ruling.language, ruling.decided_by, ruling.score) == ("de", None, 0.5)


def test_a_figure_that_stands_nowhere_is_not_stated() -> None:
    """As in the source's own language; its evidence is what shares most with it."""
    ruling = rule_on("Die Behörde hat für Veloro 35.000 Mitarbeiter.")
    assert ruling.verdict == "not_stated"
    assert ruling.reason == "the number “35.000” stands nowhere in the source, which has “32,000”"
    assert [one.text for one in ruling.evidence] == [ENGLISH.split(" It is", maxsplit=1)[0]]


def test_a_value_in_the_place_of_one_of_a_named_sentence_contradicts_it() -> None:
    """And the check of it fails."""
    ruling = rule_on("Die Behörde hat 35.000 Mitarbeiter.", cited=True)
    assert (ruling.verdict, ruling.reason) == ("contradicted", "the source says “32,000”, not “35.000”")
    assert [(check.item, check.outcome) for check in ruling.checks] == [("35.000", "conflict")]


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("Die Behörde rief bis zum 15. März 2026 ihre 40 Mitarbeiter auf.", "contradicted"),
        ("Die Behörde rief ihre 40 Mitarbeiter auf.", "unchecked"),
        ("Die Behörde rief ihre 15 Mitarbeiter auf.", "unchecked"),  # the fifteenth of March
    ],
)
def test_a_value_that_stands_elsewhere_differs_where_the_rest_of_the_claim_stands(claim: str, verdict: str) -> None:
    """The judge named the first sentence; 40 stands in the second, and may be what the claim speaks of."""
    assert rule_on(claim, cited=True).verdict == verdict


def test_a_value_that_has_no_place_in_a_named_sentence_is_a_question() -> None:
    """The judge who named it is asked once more, as the check did not find it."""
    ruling = rule_on("Die Behörde hat 12 Prozent der 32.000 Mitarbeiter.", cited=True)
    assert ruling.verdict == "unchecked"
    assert ruling.reason.endswith(", and no value was found there for “12 Prozent”")
    assert [(check.item, check.found, check.passed) for check in ruling.checks] == [
        ("12 Prozent", "absent", False),
        ("32.000", "in_span", True),
    ]


def test_the_language_of_its_text_is_that_of_a_short_claim() -> None:
    """Read as English, 32.000 would be thirty-two."""
    assert rule_on("32.000 Mitarbeiter", language="de").verdict == "unchecked"
    assert rule_on("32.000 Mitarbeiter", language="de").language == "de"


def test_words_that_the_source_quotes_are_stated_in_whatever_language() -> None:
    """A claim that stands there as it is needs no reading."""
    document = Document.of(
        "The firm wrote to all of its customers. Wir bedauern den Fehler. It paid them.", language="en"
    )
    ruling = Rules.of(Index.of(document)).rule_on("Wir bedauern den Fehler.")
    assert (ruling.verdict, ruling.decided_by) == ("supported", "verbatim")


def test_a_sentence_in_the_claims_own_language_is_read_in_it() -> None:
    """In a German text 1.200 is twelve hundred, in an English sentence of it one and a fifth."""
    document = Document.of(
        "Der Rat der Stadt hat sich am Montag mit der Brücke befasst. The bridge was built for 1,200 cars a day.",
        language="de",
    )
    ruling = Rules.of(Index.of(document)).rule_on(
        "The bridge was made for 1,200 cars every day.", cited=[document.sentences[1].body]
    )
    assert [(check.item, check.found) for check in ruling.checks] == [("1,200", "in_span")]


def test_a_date_from_elsewhere_in_the_source_is_a_question() -> None:
    """A claim may name the day that "on Wednesday" is, which another sentence dates; the evidence has another date."""
    text = (
        "Lund, 12 March 2026. The ferry burned on Wednesday at the quay of Lund. "
        "It was towed away by noon on 11 March 2026."
    )
    rules = Rules.of(Index.of(Document.of(text, language="en")))
    claim = "Die Fähre brannte am Mittwoch, dem 11. März 2026, am Kai von Lund."
    ruling = rules.rule_on(claim, cited=[rules.reading.span(0, 1)], language="de")
    assert not [check for check in ruling.checks if check.conflict]
    assert ruling.verdict == "unchecked"
