"""A sentence that says "she" is the source's only behind the one whom the source means."""

from __future__ import annotations

import pytest

from summarizer import Document, verify_text
from summarizer.verification.rules.antecedents import same_antecedent

SOURCE = Document.of(
    "Smith resigned in May. Jones followed. He was convicted in 2019. He never spoke of it. The council met for hours."
    " It went home late.",
    title="A mayor leaves",
)


@pytest.mark.parametrize(
    ("before", "statement", "sentence", "holds"),
    [
        ("Then Jones came.", "He was convicted in 2019.", 2, True),
        ("The new mayor, Jones, came.", "He was convicted in 2019.", 2, True),
        ("In May Smith resigned.", "He was convicted in 2019.", 2, False),
        ("In the end Jones won.", "He never spoke of it.", 3, True),  # through the "he" before it
        ("The council sat.", "It went home late.", 5, True),
        ("A ferry sank.", "It went home late.", 5, False),
        ("A ferry sank.", "The council met for hours.", 4, True),  # refers to nothing
        ("", "He was convicted in 2019.", 2, True),
    ],
)
def test_the_sentence_before_must_speak_of_whom_the_source_means(
    before: str, statement: str, sentence: int, holds: object
) -> None:
    """A name where there is one, else a word that says something, stands where the source's own pronoun points."""
    assert same_antecedent(statement, before=before, document=SOURCE, sentence=sentence) is holds


def test_the_title_is_what_a_first_sentence_points_at() -> None:
    """An article that opens with "He left" has named him above."""
    document = Document.of("He left at noon.", title="Mayor Jones goes")
    assert same_antecedent("He left at noon.", before="It was all about Jones.", document=document, sentence=0)
    assert not same_antecedent("He left at noon.", before="It was all about Smith.", document=document, sentence=0)


def test_sentences_put_together_anew_get_no_tick_for_their_pronoun() -> None:
    """Each sentence stands in the source to the letter; together they say of Smith what it says of Jones."""
    made = verify_text("Once more Smith resigned in May. He was convicted in 2019.", SOURCE)
    assert made.sentences[1].verdict == "unchecked"
    assert "another may be meant" in made.sentences[1].reason
    kept = verify_text("Jones followed. He was convicted in 2019.", SOURCE)
    assert [sentence.verdict for sentence in kept.sentences] == ["supported", "supported"]
