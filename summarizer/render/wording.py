"""All renderings share these words.

outcome_of(fact)  ->  "not stated: the article names no price"
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from summarizer.facts.fact import CheckedFact
from summarizer.fragments.harmless import one_line
from summarizer.summary.summary import Section, Summary
from summarizer.verification.verdict import Verdict

NOTHING_TICKED = "No fact is ticked: none was found that the article supports."
NO_SUMMARY = "There is no summary: no sentence was found for it that the article supports."
NOTHING_MORE = "There is no summary beside the key facts: no other sentence of this text stands by itself."

VERDICT_WORDS: dict[Verdict, str] = {
    "supported": "supported",
    "partly_supported": "partly supported",
    "contradicted": "contradicted",
    "not_stated": "not stated",
    "unchecked": "unchecked",
}
VERDICT_MARKS: dict[Verdict, str] = {
    "supported": "✓",
    "partly_supported": "~",
    "contradicted": "✗",
    "not_stated": "✗",
    "unchecked": "?",
}


def gap_after(sentence: str) -> str:
    """What stands between a sentence and the next one: nothing where its script writes no spaces, else a space."""
    return "" if unicodedata.east_asian_width(sentence[-1:] or " ") in {"W", "F"} else " "


def reasoned(verdict: Verdict, reason: str) -> str:
    """A verdict with its reason, in one line; a reason that opens with the verdict's word says it alone."""
    word, reason = VERDICT_WORDS[verdict], one_line(reason)
    if reason.startswith(word):
        return reason
    return f"{word}: {reason}" if reason else word


def instead_of_summary(facts: Sequence[CheckedFact], summary: Summary) -> str:
    """What is shown where a summary has no sentence: why; "" where it has one, or a headline beside the key facts."""
    if next(summary.sentences(), None) is not None:
        return ""
    if not facts or summary.written_by != "extractive":
        return NO_SUMMARY
    return "" if summary.headline.strip() else NOTHING_MORE


def outcome_of(fact: CheckedFact) -> str:
    """Why a drafted fact is not among the key facts, as a phrase: `not stated: the article names no price`."""
    reason = one_line(fact.reason)
    if fact.outcome == "refused":
        return reasoned(fact.verdict, reason)
    if fact.outcome == "surplus":
        return reason or "supported, and not among the key facts"
    return reason or "says the same as another fact"


def shown_sections(summary: Summary) -> Iterator[tuple[Section, bool]]:
    """The sections that have a sentence, each with whether to set it apart from the section above it.

    One without a title has to be, where the one above has one: it would be read as a part of that.
    """
    is_below_title = False
    for section in summary.sections:
        if not (any(section.paragraphs) or section.bullets):
            continue
        has_title = bool(section.title.strip())
        yield section, is_below_title and not has_title
        is_below_title = has_title
