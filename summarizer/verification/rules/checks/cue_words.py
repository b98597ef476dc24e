"""Checks off every negation and quantifier of a claim that stands in the evidence too.

    "No boat was sold."  beside "The company sold no boat."  ->  Check(kind="negation", item="No", passed=True)

One that does not is left to `wording.py`: in free paraphrase a missing "no" says nothing.
"""

from __future__ import annotations

from typing import Final

from summarizer.verification.reading.canonical_text import CanonicalText
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check, CheckKind

_KINDS: Final[tuple[CheckKind, ...]] = ("negation", "quantifier")


def check_cue_words(claim: CanonicalText, context: CheckContext) -> list[Check]:
    """One passed check for every token of a negation or quantifier that the evidence has."""
    found: list[Check] = []
    for place, cues in enumerate(cues_at(claim.keys, context.language)):
        kind = next((kind for kind in _KINDS if kind in cues), None)
        if kind is not None and claim.keys[place] in context.evidence.keys:
            found.append(make_check(kind, claim.words_of(place, place + 1), "in_span", passed=True))
    return found


CUE_WORDS: Final = CheckRule(kinds=_KINDS, check=check_cue_words)
