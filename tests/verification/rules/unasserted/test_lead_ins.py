"""Sentences under a lead-in or heading that bears on them."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.unasserted.lead_ins import sentences_under_lead_ins


def _under(text: str) -> list[str]:
    document = Document.of(text, language="en")
    read = [canonicalize(sentence.body.of(document.text), language="en") for sentence in document.sentences]
    found = dict.fromkeys(sentences_under_lead_ins(document, read))
    return [document.prose(document.sentences[number].body) for number in found]


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("He denied this:\n\n- The road is closed.\n- The bridge fell.\n\nIt rained. She left.", 2),
        ("He listed this:\n\n- The road is closed.\n- The bridge fell.", 0),
        ("The following is false.\n\n- The road is closed.", 1),
        ("It is not true that\n\nthe mayor resigned.\n\nNobody said it.", 1),
        ("# Myths\n\nThe road is closed. It fell.\n\n# Facts\n\nIt rained.", 2),
        ("# H\n\n- [ ] The bridge was repaired.\n- [x] The road was closed.", 1),
        ("```\nThe mayor resigned.\n```\n\nText here.", 1),
    ],
)
def test_how_many_sentences_are_borne_on(text: str, under: int) -> None:
    """A denial reaches through its list, a denied topic to the next heading; a plain lead-in bears on nothing."""
    assert len(_under(text)) == under


def test_which_they_are() -> None:
    """The items of the list, and not what comes behind it."""
    assert _under("He denied this:\n\n- The road is closed.\n- The bridge fell.\n\nIt rained.") == [
        "The road is closed.",
        "The bridge fell.",
    ]
