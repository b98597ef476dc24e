"""Tells what of a claim a judge passed over: a judge that leaves out half of a claim has judged another one.

of "The detour adds 17 kilometers."  asserted "Detours add 17 km"          ->  ""
                                     asserted "Something adds kilometers"  ->  "detour, 17"
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.text.words import words
from summarizer.verification.judging.content_words import is_content, is_number, stem_of
from summarizer.verification.reading.cues import negations
from summarizer.verification.rules.statements.document_reading import DocumentReading
from summarizer.verification.verdict import Assertion

# Peers that divide by the verdicts returned score 1.0 for a judge that skips 4 of 5 statements. Numbers may never be
# left out. Chosen so that ordinary rewording of assertions passes; run benchmarks/judge.py again when it moves.
_COVERED: Final = 0.5


def left_out(statement: str, assertions: Sequence[Assertion], *, reading: DocumentReading) -> str:
    """What of a statement its assertions leave out, in words; "" if they cover it.

    Args:
        statement: What was judged.
        assertions: What the judge found asserted in it.
        reading: How claims about the document are read, for negations.
    """
    return _words_left_out(statement, assertions) or _negation_left_out(statement, assertions, reading)


def _words_left_out(statement: str, assertions: Sequence[Assertion]) -> str:
    """The words of the statement that no assertion repeats, "" if few enough are missing and no number is.

    Where no word of it is long enough to say something, each counts; a statement without words is passed over whole.
    """
    every = [word.text for word in words(statement)]
    content = [word for word in every if is_content(word)] or every
    if not content:
        return f"“{statement}”, which holds no word"
    said = {stem_of(word.text) for assertion in assertions for word in words(assertion.text)}
    missing = [word for word in content if stem_of(word) not in said]
    too_many = len(missing) > (1 - _COVERED) * len(content)
    return ", ".join(missing) if too_many or any(map(is_number, missing)) else ""


def _negation_left_out(statement: str, assertions: Sequence[Assertion], reading: DocumentReading) -> str:
    """Names the negation that the assertions do without, "" if they have as many as the statement."""

    def count(text: str) -> int:
        return negations(reading.read(text).keys, reading.document.language)

    return "a negation" if count(statement) > sum(count(assertion.text) for assertion in assertions) else ""
