"""Sentences under a lead-in or heading that bears on them."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.unasserted.lead_ins import sentences_under_lead_ins


def _under(text: str) -> list[str]:
    document = Document.of(text, language="en")
    read = [canonicalize(sentence.body.of(document.text), language="en") for sentence in document.sentences]
    found = dict(sentences_under_lead_ins(document, read))
    return [document.prose(document.sentences[number].body) for number in found]


@pytest.mark.parametrize(
    ("text", "under"),
    [
        ("He denied this:\n\n- The road is closed.\n- The bridge fell.\n\nIt rained. She left.", 2),
        ("He listed this:\n\n- The road is closed.\n- The bridge fell.", 0),
        ("The following is false.\n\n- The road is closed.", 1),
        ("It is not true that\n\nthe mayor resigned.\n\nNobody said it.", 1),
        ("This is what the leaflet says. It fell. It sank.\n\nIt rained.", 2),
        ("This is what the leaflet says.\n\nIt fell. It sank.\n\nIt rained.", 2),
        ("“This is what the leaflet says,” he said. It fell. It sank.", 0),
        ("I think it could fall, and here is why:\n\n- It is old.\n- It is wet.", 0),
        ("The board has three ideas on the table:\n\n- It is sold.\n- It is closed.", 2),
        ("Mark each sentence as true or false.\n\n1. It fell.\n2. It sank.\n\nIt rose.\n\nIt stayed.", 4),
        ("Claim: It fell in May. It sank.\n\nIt rained.", 1),
        ("Claim: It fell in May. Verdict: It did not. It rained.", 0),
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
