"""Sentences inside a quotation that opened before them are somebody's, not the source's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Document
from summarizer.verification.rules.unasserted.quotations import sentences_in_quotations


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Smith said: ‘It’s sad. The mayor lied. We lost.’ He left.", ["The mayor lied.", "We lost.’"]),
        ("Smith said: 'It's sad. The mayor lied. We lost.'\n\nHe left.", ["The mayor lied."]),
        ("The dogs' owner left. Nobody saw the girls' bags. It rained.", []),
        ("“It is sad.\n\n“The mayor lied. Nobody cared.\n\n“We lost,” said Smith. He left.", ["Nobody cared."]),
        ("“It is sad,” said Smith. The mayor lied.", []),
        ('Smith said: "It is sad.\n\nThe mayor lied.\n\nIt sank," he said.\n\nHe left.', ["The mayor lied."]),
        ("«C'est triste. Le maire a menti. Nous avons perdu», dit Petit. Il pleut.", []),
        ("He called it “sad.\n\nIt rained. Nobody cared. “We lost,” said Smith.", []),
    ],
)
def test_speech_of_several_sentences(text: str, spoken: list[str]) -> None:
    """Single marks over several sentences, and marks that several paragraphs open before one closes."""
    document = Document.of(text)
    inside = {document.prose(document.sentences[number].body) for number, _ in sentences_in_quotations(document)}
    assert set(spoken) <= inside
    assert not any("owner" in sentence or "He left" in sentence or "rained" in sentence for sentence in inside)


def test_who_speaks_is_shown() -> None:
    """The words before the quotation, or behind it."""
    document = Document.of(
        "Smith said: ‘It’s sad. The mayor lied.’ He left.\n\n“It fell.\n\nIt sank.\n\nIt rose,” said Lee.",
        language="en",
    )
    shown = [why.words for _, why in sentences_in_quotations(document)]
    assert shown == ["Smith said:", "said Lee"]


@given(st.text(alphabet="ab .’‘“”'\n", max_size=80).filter(str.strip))
def test_any_marks_give_sentences_of_the_document(text: str) -> None:
    """Whatever is left open, the numbers are those of sentences."""
    document = Document.of(text)
    found = dict(sentences_in_quotations(document))
    assert set(found) <= set(range(len(document.sentences)))
