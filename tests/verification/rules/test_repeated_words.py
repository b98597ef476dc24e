"""A claim whose words stand in the source is never told that they do not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.text.fold import folded
from summarizer.verification.evidence.search import Index
from summarizer.verification.rules.ruling import Rules, Ruling


def _rule_on(claim: str, text: str) -> Ruling:
    return Rules.of(Index.of(Document.of(text, language="en"))).rule_on(claim)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("He denied that the mayor lied.", "only inside “He denied that the mayor lied.”"),
        ("“The mayor lied. We lost,” said Smith.", "in a quotation, with “"),
        ("Smith said: ‘We lost. The mayor lied. It rained.’ He left.", "in a quotation, with “Smith said: ‘We lost."),
        ("# News\n\n## Myths\n\nThe mayor lied.", "under “Myths”"),
        ("SMITH: We lost. The mayor lied.", "under the label “SMITH”"),
        ("The mayor lied. Not true.", "and takes them back: “Not true.”"),
        ("Suppose it rains. The mayor lied.", "behind “Suppose it rains.”"),
    ],
)
def test_the_reason_says_where_the_words_stand(text: str, words: str) -> None:
    """And names what bears on them there."""
    ruling = _rule_on("The mayor lied.", text)
    assert ruling.verdict == "unchecked"
    assert words in ruling.reason


def test_a_claim_of_other_words_has_another_reason() -> None:
    """Only where no sentence has the words it says so."""
    assert _rule_on("The mayor left.", "It rained. Nobody lied.").reason == (
        "no sentence of the source says this in the same words"
    )


PARTS = st.sampled_from(
    [
        "The mayor lied.",
        "Smith said: “We lost. It rained.”",
        "He denied that 5 of 7 bridges fell.",
        "That is a lie.",
        "Common myths:",
        "\n\n",
        "\n\n## Allegations\n\n",
        "\n\n- ",
        "SMITH: It rained.",
        "Ann Lee resigned on 3 May 2020, and it snowed.",
        "Suppose it falls.",
        "‘It is sad. The mayor lied.’",
    ]
)


@given(st.lists(PARTS, min_size=1, max_size=7).map(" ".join).filter(str.strip), st.data())
def test_reason_and_text_go_together(text: str, data: st.DataObject) -> None:
    """A row of words of the source is open or supported; what a reason shows stands in claim or source."""
    document = Document.of(text, language="en")
    words = document.prose(document.sentences[data.draw(st.integers(0, len(document.sentences) - 1))].body).split()
    start = data.draw(st.integers(0, len(words) - 1))
    claim = " ".join(words[start : data.draw(st.integers(start + 1, len(words)))])
    ruling = Rules.of(Index.of(document)).rule_on(claim)
    if re.search(r"\w", claim):
        assert ruling.verdict in ("supported", "unchecked")
        assert "no sentence" not in ruling.reason
        assert "does not say “" not in ruling.reason
    there = folded(" ".join((text + " " + claim).split()))
    assert all(folded(shown) in there for shown in re.findall("“([^”]*)”", ruling.reason))
