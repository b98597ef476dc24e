"""Tells whether evidence gives another value in the place of one: of the same type, and the only one of it.

"9 May 2026" beside evidence whose one date is "3 May 2026"        ->  "3 May 2026"
"9.9 million euros" beside "4.2 million euros" and "3 million euros" ->  "": either may be meant, or neither
"""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.values import Date


def rival_of(token: Token, claim: CanonicalText, sentences: Sequence[CanonicalText]) -> str:
    """The only value of a token's type that the evidence has and the claim has not, as written; "" for none.

    Args:
        token: A value of a claim, read with certainty, that the source has in no form.
        claim: The claim that it is of, which has no other value of its type.
        sentences: The evidence.
    """
    own = type_of(token)
    if not own or _is_one_of_several(token, own, claim):
        return ""
    found: dict[str, str] = {}
    for sentence in sentences:
        found.update((one.key, sentence.text[one.start : one.end]) for one in sentence.tokens if type_of(one) == own)
    return next(iter(found.values())) if len(found) == 1 else ""


def _is_one_of_several(token: Token, own: str, claim: CanonicalText) -> bool:
    """Whether a claim has another value of this type; the first one that it has settles it, however long it is."""
    return any(other is not token and type_of(other) == own for other in claim.tokens)


def type_of(token: Token) -> str:
    """What may stand in the place of a value: a sum of its currency, a share, a measure, a full date; "" for others."""
    value = token.value
    if value.certainty != "whole":
        return ""
    if isinstance(value, Date):
        return f"date {value.year is not None} {value.day is not None}" if value.day is not None else ""
    return f"{token.kind} {token.unit}" if token.unit and token.number is not None else ""
