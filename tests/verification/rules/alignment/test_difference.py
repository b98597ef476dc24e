"""A stretch of a text where it parts from another."""

from __future__ import annotations

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.alignment.difference import Stretch, value_kind


def test_the_cues_of_a_stretch_count_together() -> None:
    """What any cue in it does, the stretch does; none where there is no token."""
    kinds: tuple[frozenset[str], ...]
    kinds = (frozenset({"negation"}), frozenset(), frozenset({"modality", "bound"}))
    assert _stretch("", kinds).cue_kinds == {"negation", "modality", "bound"}
    assert _stretch("", ()).cue_kinds == frozenset()


def test_a_value_has_its_kind_and_a_capital_makes_a_name() -> None:
    """What is neither has none."""
    stretch = _stretch("Ann paid 5 euros", ())
    assert [value_kind(token) for token in stretch.tokens] == ["name", "", "money"]
    assert stretch.keys == ("ann", "paid", "EUR:5")


def _stretch(words: str, cues: tuple[frozenset[str], ...]) -> Stretch:
    return Stretch(
        language="en",
        tokens=canonicalize(words, language="en").tokens,
        cues=cues,  # type: ignore[arg-type]
        words=words,
        opens=False,
        ends=False,
        behind="",
        reported=False,
        values=("", ""),
        uniform=False,
    )
