"""Sentences that only go on with the one before."""

from __future__ import annotations

import pytest

from summarizer.document.document import Document
from summarizer.document.sources.article import articles_of
from summarizer.document.sources.join import joined
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.statements.fragments import fragment_sentences


def _fragments(text: str) -> list[str]:
    document = Document.of(text, language="en")
    read = [canonicalize(sentence.body.of(document.text), language="en") for sentence in document.sentences]
    return [document.prose(document.sentences[number].body) for number in fragment_sentences(document, read)]


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        ("It rained. She left.", []),
        ("They hired approx. seven men here.", ["seven men here."]),
        ("The plan of Option B. Its cost rose.", []),
        ("It rained, he said softly. the end came.", []),
        ("It rained.\n\nA long night, and the bridge over\n\nthe river was closed.", ["the river was closed."]),
        ("It rained.\n\nA long night, and the bridge over\n\nThe river was closed.", []),
        ("It rained. The bridge is closed.\n\nthe river is not.", []),
        ("- It rained. The bridge over\n- the river", []),
    ],
)
def test_fragments(text: str, fragments: list[str]) -> None:
    """What follows an abbreviation, or a paragraph that breaks off, goes on with it; whole sentences do not."""
    assert _fragments(text) == fragments


def test_no_source_goes_on_with_another() -> None:
    """However the first breaks off, and however small the second begins."""
    document = joined(articles_of(["It rained.\n\nA long night, and the bridge over", "the river was closed."]))
    read = [canonicalize(sentence.body.of(document.text), language="en") for sentence in document.sentences]
    assert list(fragment_sentences(document, read)) == []
