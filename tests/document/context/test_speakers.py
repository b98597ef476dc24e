"""Speakers are who takes turns in a transcript, by the labels before what they say."""

from __future__ import annotations

import pytest

from summarizer.document.context.cast import cast_of
from summarizer.document.context.names import names_of
from summarizer.document.context.speakers import Speakers
from summarizer.document.document import Document

HEARING = "\n\n".join(
    (
        "Members present: Council Member Ifeoma Oko (Chair), Council Member Daniel Ruiz, Council Member Ana Lind.",
        "Staff: Odile Baptiste, Clerk of the council.",
        *(
            turn
            for _ in range(3)
            for turn in (
                "CHAIR OKO: Good evening. We have a quorum.",
                "CLERK BAPTISTE: Council Member Ruiz?",
                "MR. RUIZ: Present. Thank you, Madam Chair.",
                "CLERK BAPTISTE: Council Member Lind?",
                "MS. LIND: Here.",
                "HANNAH MOSS: I live on Pell Street.",
                "CLERK BAPTISTE: Thank you, Hannah.",
            )
        ),
    )
)


def test_who_speaks_is_told_by_the_labels() -> None:
    """Whoever speaks once, and a word before a colon that is no name, is none."""
    speakers = Speakers.of(Document.of(f"{HEARING}\n\nNote: the hearing was long."))
    assert speakers.surnames == {"oko", "baptiste", "ruiz", "lind", "moss"}
    assert set(speakers.labels.values()) == {
        ("CHAIR", "OKO"),
        ("CLERK", "BAPTISTE"),
        ("MR", "RUIZ"),
        ("MS", "LIND"),
        ("HANNAH", "MOSS"),
    }


@pytest.mark.parametrize(
    "text", ["It rained.", "Note: it rained.\n\nNote: it rained again.", "Anna: Yes. " + "It rained. " * 90]
)
def test_other_texts_have_no_speakers(text: str) -> None:
    """One label alone, or a few among many sentences, make no transcript."""
    assert Speakers.of(Document.of(text)).labels == {}


def test_what_somebody_is_stands_before_surnames_and_is_no_name() -> None:
    """It is said behind the full name, or stands before three surnames; a first name is neither."""
    document = Document.of(HEARING)
    titles = Speakers.of(document).titles(names_of(document), document=document)
    assert {"chair", "clerk", "council", "member"} <= titles
    assert "hannah" not in titles


def test_nobody_is_introduced_by_the_label_of_what_they_say() -> None:
    """The chair is who the list of those present says, and nobody is called Madam Chair."""
    document = Document.of(HEARING)
    found = {one.name: one.sentence for one in cast_of(document)}
    assert found["Council Member Ifeoma Oko"] == 0
    assert found["Odile Baptiste"] == 1
    assert "Madam Chair" not in found
