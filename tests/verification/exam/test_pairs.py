"""The pairs of the exam are sound: each kind of mistake, several languages, and left open by the rules."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from exams import CLAIMS, FALSE, TRUE

from summarizer.verification.exam.pairs import exam_sha256, exam_texts

ROOT = Path(__file__).parents[3]
KINDS = (
    "number unit name negation hedge modal role time bound condition attribution part"  # each in English first
).split()


def test_half_of_the_claims_hold() -> None:
    """Forty claims of twenty texts: of each text one that holds and one that does not."""
    assert (len(TRUE), len(FALSE)) == (20, 20)
    assert all(sorted(one.holds for one in text.claims) == [False, True] for text in exam_texts())
    assert len({one.claim.id for one in CLAIMS}) == 40


def test_neither_comes_first_as_a_rule() -> None:
    """A judge who goes by the place of a claim is right in half of the texts."""
    assert sum(text.claims[0].holds for text in exam_texts()) == 10


def test_every_kind_of_mistake_and_several_languages_are_among_them() -> None:
    """Twelve texts are English, one for each kind; eight are of four other languages."""
    languages = Counter(text.source.document.language for text in exam_texts())
    assert languages == {"en": 12, "de": 2, "fr": 2, "es": 2, "zh": 2}
    english = [one.kind for text in exam_texts()[:12] for one in text.claims if one.kind]
    assert sorted(english) == sorted(KINDS)
    assert {one.kind for one in CLAIMS if one.kind} == set(KINDS)


def test_the_rules_leave_every_claim_to_the_judge() -> None:
    """Code alone ticks none that holds and refuses none, true or false: the exam is of judges."""
    decided = {
        one.claim.statement: ruling.reason
        for text in exam_texts()
        for one in text.claims
        if (ruling := text.source.rules.rule_on(one.claim.statement)).verdict != "unchecked"
    }
    assert decided == {}


def test_no_text_of_it_stands_in_tests_or_examples() -> None:
    """What a developer may have looked at while writing the rules is no exam."""
    elsewhere = "".join(
        path.read_text("utf-8")
        for folder in ("tests", "examples", "benchmarks", "prompts")
        for path in (ROOT / folder).rglob("*")
        if path.suffix in {".py", ".txt", ".md", ".json"}
    )
    sentences = [s.body.of(t.source.document.text) for t in exam_texts() for s in t.source.document.sentences]
    assert [text for text in (*sentences, *TRUE, *FALSE) if text in elsewhere] == []


def test_another_exam_has_another_name() -> None:
    """Its hash is that of the file, so that results of other pairs count no more."""
    assert len(exam_sha256()) == 64
