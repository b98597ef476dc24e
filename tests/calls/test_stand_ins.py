"""Sentences in other words, as stand-ins say them."""

from __future__ import annotations

from pathlib import Path

import pytest
from articles import ARTICLES, text_of
from hypothesis import given
from hypothesis import strategies as st

from summarizer.calls.stand_ins import (
    MOST_VARIANTS,
    corrected,
    is_overstated,
    overstated,
    restated_in,
    reworded,
)
from summarizer.document.document import Document
from summarizer.verification.judging.source import Source

SENTENCES = st.text(min_size=1).filter(lambda text: text.strip(".!?…。！？ ") != "")


@given(SENTENCES)
def test_variants_differ_and_none_holds_another(sentence: str) -> None:
    """Facts made of one sentence in two ways stay two facts."""
    said = [reworded(sentence, variant=variant) for variant in range(MOST_VARIANTS)]
    assert len(set(said)) == MOST_VARIANTS
    assert not any(one in other for one in said for other in said if one is not other)


@given(SENTENCES)
def test_a_correction_takes_a_word_away(sentence: str) -> None:
    """An overstated sentence is seen to be one, its correction is shorter and is none, and is not corrected again."""
    said = reworded(sentence)
    too_much = overstated(said)
    assert is_overstated(too_much)
    assert not is_overstated(said)
    mended = corrected(too_much)
    assert not is_overstated(mended)
    assert len(said) < len(mended) < len(too_much)
    assert corrected(mended) == mended


@given(SENTENCES, SENTENCES)
def test_the_sentence_is_found_again(one: str, other: str) -> None:
    """What was made of a sentence, by whatever steps, leads back to it or to a longer one with the same beginning."""
    shown = [(1, one), (2, other)]
    for said in (reworded(one), overstated(reworded(one)), reworded(reworded(one), variant=3)):
        found = restated_in(said, shown)
        assert found is not None
        assert said.startswith(dict(shown)[found].rstrip(".!?…。！？ "))


def test_words_of_one_s_own_are_no_sentence() -> None:
    """A statement that begins as no sentence does has no number."""
    assert restated_in("The ferry", [(1, "The ferry sank."), (2, "It rained.")]) is None


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_rules_leave_a_sentence_in_other_words_to_a_judge(path: Path) -> None:
    """They neither support it nor find anything in it that the source lacks, in every language and kind of article."""
    document = Document.of(text_of(path))
    rules = Source.of(document).rules
    for number, sentence in enumerate(document.sentences[:60]):
        words = reworded(document.prose(sentence.body), variant=number % MOST_VARIANTS)
        for said in (words, overstated(words), corrected(overstated(words))):
            ruling = rules.rule_on(said, cited=[sentence.body])
            assert ruling.verdict == "unchecked", (said, ruling.reason)
            assert all(check.passed for check in ruling.checks), said
