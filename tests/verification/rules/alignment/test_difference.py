"""A stretch of a text where it parts from another."""

from __future__ import annotations

from summarizer.verification.rules.alignment.difference import Stretch


def test_the_cues_of_a_stretch_count_together() -> None:
    """What any cue in it does, the stretch does; none where there is no token."""
    kinds: tuple[frozenset[str], ...]
    kinds = (frozenset({"negation"}), frozenset(), frozenset({"modality", "bound"}))
    stretch = Stretch(tokens=(), cues=kinds, words="", opens=False, uniform=False)  # type: ignore[arg-type]
    assert stretch.cue_kinds == {"negation", "modality", "bound"}
    assert Stretch(tokens=(), cues=(), words="", opens=False, uniform=False).cue_kinds == frozenset()
