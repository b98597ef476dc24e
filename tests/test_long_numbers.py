"""Numbers of thousands of digits are no reason to lose a run: they are compared as they are written."""

from __future__ import annotations

import pytest

from summarizer import Summarizer, locate, verify, verify_text

LONG = "7" * 5000
PIECES = [LONG, "1," * 3000 + "0", "0." + LONG, f"{LONG}/{LONG}", " 777" * 2000, f"1{LONG}.5", f"{LONG}%", "三" * 5000]


@pytest.mark.parametrize("number", PIECES, ids=lambda piece: piece[:6])
@pytest.mark.parametrize(
    "sentence", ["It cost {} euros in May.", "{}", "On {} May 2019 it rained.", "{}年{}月{}日 it rained."]
)
def test_none_is_lost(number: str, sentence: str) -> None:
    """In a claim, in a source, in both and in an article; what is changed in one digit is not supported."""
    text = sentence.replace("{}", number)
    plain = "The port closed. It cost 5 euros in May 2019."
    for claim, source in ((text, plain), (plain, text), (text, text)):
        verify([claim], source, model=None)
        verify_text(claim, source, model=None)
        locate(claim, source)
    with Summarizer(model=None) as summarizer:
        summarizer.summarize(f"{text} {plain}")


def test_one_digit_counts() -> None:
    """The same run of figures is the same, and another is another."""
    same, other = f"It cost {LONG} euros.", f"It cost {LONG[:-1]}8 euros."
    (kept,) = verify([same], same, model=None)
    (changed,) = verify([same], other, model=None)
    assert kept.verdict == "supported"
    assert changed.verdict != "supported"
