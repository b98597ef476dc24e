"""Checks every quotation of a claim: its words must stand side by side in the evidence.

'said: "We have waited"'   beside "“We have waited for this day,” she said"  ->  found="in_span", passed=True
'the "third way"'          which only another sentence has                  ->  found="in_document", passed=True
'said: "We never waited"'  which the document has not                       ->  found="absent", passed=False
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.fact_index import FactIndex, spoken
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check

_SAID: Final = 4  # words from which on a quotation is what somebody said, not a term in quotation marks
_LONG_WORD: Final = 4  # letters from which on a word of a title is written with a capital


def check_quotations(claim: CanonicalText, context: CheckContext) -> list[Check]:
    """One check for every quotation of a claim that holds a word."""
    marks = [place for place, token in enumerate(claim.tokens) if token.kind == "quote"]
    found: list[Check] = []
    for first, last in list(pairwise(marks))[::2]:
        tokens = claim.tokens[first + 1 : last]
        parts = _parts(tokens)
        if parts:
            item = claim.words_of(first + 1, last)
            found.append(_check_quotation(item, parts, context, named=_is_named(tokens, parts)))
    return found


QUOTATIONS: Final = CheckRule(kinds=("quotation",), check=check_quotations)


def _check_quotation(item: str, parts: Sequence[str], context: CheckContext, *, named: bool) -> Check:
    if _holds(context.evidence, parts):
        return make_check("quotation", item, "in_span", passed=True)
    known = _holds(context.document, parts)
    note = "a title or term" if named else ""
    return make_check("quotation", item, "in_document" if known else "absent", passed=known and named, note=note)


def _holds(facts: FactIndex, parts: Sequence[str]) -> bool:
    return all(f" {part} " in facts.words for part in parts)


def _parts(tokens: Sequence[Token]) -> list[str]:
    """The words of a quotation, cut where it leaves something out ("…", "[...]")."""
    parts: list[list[Token]] = [[]]
    for token in tokens:
        if token.key == "...":
            parts.append([])
        else:
            parts[-1].append(token)
    texts = [" ".join(spoken(part)) for part in parts]
    return [text for text in texts if text]


def _is_named(tokens: Sequence[Token], parts: Sequence[str]) -> bool:
    """Whether it is a title or a term, which is named and not quoted: it may stand anywhere in the document."""
    return sum(len(part.split()) for part in parts) < _SAID or _is_title(tokens)


def _is_title(tokens: Sequence[Token]) -> bool:
    """Whether every long word is written with a capital."""
    long = [token for token in tokens if token.kind == "word" and len(token.word) >= _LONG_WORD]
    return bool(long) and all(token.shape in ("title", "upper") for token in long)
