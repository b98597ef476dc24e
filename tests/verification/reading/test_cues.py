"""Words of weight."""

from __future__ import annotations

from summarizer.verification.reading.cues import cues_of, opposite


def test_roles() -> None:
    """Every language's words are known in that language."""
    assert "negation" in cues_of("not", "en")
    assert "negation" in cues_of("nicht", "de")
    assert "negation" in cues_of("jamais", "fr")
    assert "negation" in cues_of("nunca", "es")
    assert "negation" in cues_of("不", "zh")
    assert "modality" in cues_of("allegedly", "en")
    assert "modality" in cues_of("mutmasslich", "de")
    assert cues_of("house", "en") == cues_of("not", "xx") == frozenset()


def test_opposites_go_both_ways() -> None:
    """Rose and fell are contrary whichever comes first, rose and grew are not."""
    assert opposite("rose", "fell")
    assert opposite("fell", "rose")
    assert not opposite("rose", "grew")
    assert opposite("höchstens", "mindestens")
    assert opposite("grösste", "kleinste")
