"""Which sentences open with a word for somebody or something that was named before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.anaphora import Opening, anaphor

POINTING = [
    ("en", "She left."),
    ("en", "“It’s over,” the mayor said."),
    ("en", "These figures are new."),
    ("en", "In this case nothing was paid."),
    ("en", "As she said, the bridge is closed."),
    ("de", "Sie kostet 40 Millionen."),
    ("de", "Seit 2019 kostet sie mehr."),
    ("de", "Damals gehörte er der Stadt."),
    ("fr", "Elle a fermé."),
    ("es", "Esta suma basta."),
    ("es", "Esa suma basta."),
]
STANDING = [
    ("en", "This year the bridge stays closed."),
    ("en", "However, the mayor left."),
    ("en", "Residents said they were tired."),
    ("en", "After years in Oslo the painter left it."),
    ("de", "Die Brücke kostet mehr, sagten sie."),
    ("de", "Anwohner sagten, sie seien müde."),
    ("de", "Dieses Jahr bleibt die Brücke zu."),
    ("ja", "She left."),
    ("en", "ESA launched the probe."),
    ("en", "The ESA launched the probe."),
    ("en", "Son of a farmer, the mayor left."),
    ("en", ""),
]


@pytest.mark.parametrize(("language", "sentence"), POINTING)
def test_a_pronoun_with_nothing_before_it_refers(language: str, sentence: str) -> None:
    """Without the sentence before, its reader does not know who or what is meant."""
    assert anaphor(sentence, language)


@pytest.mark.parametrize(("language", "sentence"), STANDING)
def test_what_names_its_subject_does_not(language: str, sentence: str) -> None:
    """A connective, a date, or a pronoun behind its noun refers to nothing outside."""
    assert not anaphor(sentence, language)


@given(text=st.text(max_size=200), language=st.sampled_from(["de", "en", "es", "fr"]))
def test_any_text_has_an_opening(text: str, language: str) -> None:
    """Its three parts are of one length, and nothing is raised."""
    opening = Opening.of(text)
    assert len(opening.words) == len(opening.head) == len(opening.commas)
    assert anaphor(text, language) in ("", *Opening.of(text).words)
