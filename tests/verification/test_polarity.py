"""Words of weight."""

from __future__ import annotations

from summarizer.verification.polarity import opposite, roles_of


def test_roles() -> None:
    """Every language's words are known in that language."""
    assert "negation" in roles_of("not", "en")
    assert "negation" in roles_of("nicht", "de")
    assert "negation" in roles_of("jamais", "fr")
    assert "negation" in roles_of("nunca", "es")
    assert "negation" in roles_of("不", "zh")
    assert "modality" in roles_of("allegedly", "en")
    assert "modality" in roles_of("mutmasslich", "de")
    assert roles_of("house", "en") == roles_of("not", "xx") == frozenset()


def test_opposites_go_both_ways() -> None:
    """Rose and fell are contrary whichever comes first, rose and grew are not."""
    assert opposite("rose", "fell")
    assert opposite("fell", "rose")
    assert not opposite("rose", "grew")
    assert opposite("höchstens", "mindestens")
    assert opposite("grösste", "kleinste")
