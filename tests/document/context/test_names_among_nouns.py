"""Names where every noun has a capital: the use of a word tells."""

from __future__ import annotations

import pytest

from summarizer.document.context.names_among_nouns import NamesAmongNouns
from summarizer.document.context.sentence_words import sentence_words


def names(*sentences: str) -> list[str]:
    """The names of German sentences."""
    read = [sentence_words(sentence) for sentence in sentences]
    reader = NamesAmongNouns(read, language="de")
    return [" ".join(word.text for word in name) for words in read for name in reader.names_of(words)]


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (["Gregor schlief.", "Gregor erwachte.", "Er hörte Gregors Stimme."], ["Gregor", "Gregor", "Gregor"]),
        (["Da kam Herr Brandt."], ["Herr Brandt"]),
        (["Das war Meike Harms.", "Später ging Meike Harms."], ["Meike Harms", "Meike Harms"]),
        (["Das war Meike Harms.", "Später ging Harms."], ["Meike Harms", "Harms"]),
        (["Die NATO tagt."], []),
        (["Heute tagt NATO in Brüssel."], ["NATO"]),
        (["Der Hafen schließt.", "Der Hafen öffnet.", "Im Sommer war der Hafen zu."], []),
        (["Sie kostet 148 Millionen Euro.", "Sie kostet 150 Millionen Euro."], []),
        (["Schon war es spät.", "Schon kam er.", "Er war schon da."], []),
    ],
)
def test_use_tells_names_from_nouns(sentences: list[str], found: list[str]) -> None:
    """A name is hardly ever behind an article, and owns, acts, has a title or comes back beside its first name."""
    assert names(*sentences) == found
