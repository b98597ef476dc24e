"""Names by their capitals: which runs of words are one, and where they stand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.context.names import names_of
from summarizer.document.document import Document


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("We met Mira Hanlon there.", ["Mira Hanlon"]),
        ("We met Mr. Hanlon and J. R. Roe.", ["Mr Hanlon", "J R Roe"]),
        ("He sued the Bank of Lund in March.", ["Bank of Lund"]),
        ("We asked O'Neill, and l'Assemblée too.", ["O'Neill", "Assemblée"]),
        ("Construction of Sorrow Dam began. The construction failed.", ["Sorrow Dam"]),
        ("The Danish president spoke. President Falk left.", ["President Falk"]),
        ("Suddenly it rained. Then Suddenly nothing.", ["Suddenly", "Suddenly"]),
        ("Suddenly it rained. It stopped suddenly.", []),
        ("It took 11 GWh and Mary.", ["Mary"]),
        ("THE GATE STUCK AGAIN.", []),
        ("# Mira Hanlon\n\nThe gate stuck.", []),
    ],
)
def test_runs_of_capitals(text: str, names: list[str]) -> None:
    """A name has its capitals inside a sentence, too; what has them from its place, titles, peoples, units are none."""
    assert [" ".join(name.words) for name in names_of(Document.of(text, language="en"))] == names


def test_what_stands_before_a_name() -> None:
    """The word right before it, and whether it stands where every word has a capital."""
    text = "In Lund it rained. So Lund, said Roe."
    assert [(name.words, name.behind, name.opens) for name in names_of(Document.of(text, language="en"))] == [
        (("Lund",), "in", False),
        (("Lund",), "so", False),
        (("Roe",), "said", False),
    ]


@given(st.text(alphabet="Ab Cd.'’-\n“É", min_size=1), st.sampled_from(["en", "de", "fr", "xx"]))
def test_a_name_stands_where_it_is_said_to(text: str, language: str) -> None:
    """`document.text` has the first and the last word of a name at the ends of its span, in its sentence."""
    document = Document.of("x" + text, language=language)
    for name in names_of(document):
        words = name.span.of(document.text)
        sentence = document.sentences[name.sentence]
        assert words.startswith(name.words[0])
        assert words.endswith(name.words[-1])
        assert sentence.start <= name.span.start < name.span.end <= sentence.end
