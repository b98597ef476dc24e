"""How what turns a statement is written in a record."""

from __future__ import annotations

from summarizer.languages.turns import backshifts, contrast


def test_a_contrast_is_read_from_its_classes() -> None:
    """Bars part the classes, blanks the words, and an underscore stands for a blank inside a phrase."""
    one = contrast("modality", "may might|going_to")
    assert one.kind == "modality"
    assert one.classes == ((("may",), ("might",)), (("going", "to"),))


def test_pairs_of_reported_speech() -> None:
    """A colon parts the two forms."""
    assert backshifts("will:would is_to:was_to") == ((("will",), ("would",)), (("is", "to"), ("was", "to")))
