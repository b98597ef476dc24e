"""Finds the further sentences inside what a splitter took for one.

'The man left early. "Why?" she asked.'   ->  the place of the quotation mark
"He met Adm. Smith."                      ->  none: behind a short word the full stop may be of an abbreviation
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from summarizer.verification.reading.canonical_text import CanonicalText, Token

_WORD: Final = 5  # letters that a lower-case word needs before a full stop not to be taken for an abbreviation


def further_sentences(sentence: CanonicalText) -> tuple[int, ...]:
    """The tokens with which a further sentence surely begins: behind "word. Capital", outside quotation marks."""
    if "." not in sentence.keys:
        return ()
    return tuple(place + 1 for place in _outer_stops(sentence) if _ends_sentence(sentence.tokens, place))


def _outer_stops(sentence: CanonicalText) -> Iterable[int]:
    """The full stops outside quotation marks and brackets, with a token before and behind."""
    quoted = bracketed = False
    for place, token in enumerate(sentence.tokens[:-1]):
        if token.kind == "quote":
            quoted = not quoted
        elif token.key in ("(", ")"):
            bracketed = token.key == "("
        elif token.key == "." and place and not quoted and not bracketed:
            yield place


def _ends_sentence(tokens: tuple[Token, ...], place: int) -> bool:
    before, after = tokens[place - 1], tokens[place + 1]
    long_word = before.shape == "lower" and len(before.key) >= _WORD
    return (before.kind == "quote" or long_word) and (after.kind == "quote" or after.shape == "title")
