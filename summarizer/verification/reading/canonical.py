"""A sentence as a sequence of typed tokens that compare by value; two texts with equal keys mean the same.

    canonicalize("Sales didn't hit $3.2m.", language="en").keys
    ==  canonicalize("Sales did not hit 3.2 million dollars", language="en").keys

Every rule keeps the meaning: number form, currency and percent spelling, date order, unit abbreviations, British and
American spelling, contractions, typography. What may change the meaning is never joined, however near it looks.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from summarizer.languages.registry import cached_by_records
from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.dates import date_starts
from summarizer.verification.reading.numbers.number_words import number_starts, number_test
from summarizer.verification.reading.numbers.quantities import quantity_starts
from summarizer.verification.reading.numbers.units import Pounds
from summarizer.verification.reading.tokens.draft import Draft
from summarizer.verification.reading.tokens.mark_tokens import take_mark
from summarizer.verification.reading.tokens.value_tokens import take_value
from summarizer.verification.reading.tokens.word_tokens import take_word

_VALUE_MARKS: Final = frozenset("'-+$£€¥₹₩₽₺₴₪₦฿₫(")


def canonicalize(text: str, *, language: str, pounds: Pounds = "weight") -> CanonicalText:
    """The canonical form of a sentence or claim.

    `canonicalize("Sales didn't hit $3.2m.", language="en").keys` are those of "Sales did not hit 3.2 million dollars".

    Args:
        text: One sentence or a few; it is not changed.
        language: ISO 639-1 code of the text; "" is read by English conventions.
        pounds: What "pounds" behind a number are, where the text writes no "£".

    Returns:
        Tokens in the order of the text; a final full stop is left out.
    """
    draft = Draft(text, language=language, pounds=pounds)
    found = draft.found
    starts_value = _value_starts(language)
    at = 0
    while at < len(found):
        lexeme = found[at]
        if lexeme.kind == "w":
            may_be_value = starts_value(lexeme.text)
        else:
            may_be_value = lexeme.kind == "n" or lexeme.text in _VALUE_MARKS
        end = take_value(draft, at) if may_be_value else 0
        at = end or (take_mark(draft, at) if lexeme.kind == "m" else take_word(draft, at))
    return draft.done()


@cached_by_records
def _value_starts(language: str) -> Callable[[str], bool]:
    """Whether a word may begin a date, weekday, ordinal or quantity; nearly all others are spared the look."""
    fixed = date_starts(language) | quantity_starts() | number_starts(language)
    if number_starts(language):
        return fixed.__contains__
    starts_number = number_test(language)
    return lambda word: word in fixed or starts_number(word)
