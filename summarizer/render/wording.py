r"""All renderings share these words, and show text from a source in one line by these rules.

one_line(" a\x00\n b ")  ->  "a\ufffd b"
outcome_of(fact)         ->  "not stated: the article names no price"
"""

from __future__ import annotations

import unicodedata

from summarizer.facts.fact import CheckedFact
from summarizer.verification.verdict import Verdict

NOTHING_TICKED = "No fact is ticked: none was found that the article supports."
NO_SUMMARY = "There is no summary: no sentence was found for it that the article supports."

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

_LAYOUT_CONTROLS = "\t\n\f\r"
# Controls could drive a terminal (ESC) or spoil a page (NUL); a lone surrogate cannot be encoded. Each is one U+FFFD.
_HARMLESS = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000))
    if chr(code) not in _LAYOUT_CONTROLS
}


def harmless(text: str) -> str:
    """The text with U+FFFD for each control character and lone surrogate: `len(harmless(t)) == len(t)`.

    Tab, line feed, form feed and carriage return stay.
    """
    return text.translate(_HARMLESS)


def one_line(text: str) -> str:
    """The text in one line: runs of whitespace are one space, and none at the ends; `harmless` of the rest."""
    return harmless(" ".join(text.split()))


def gap_after(sentence: str) -> str:
    """What stands between a sentence and the next one: nothing where its script writes no spaces, else a space."""
    return "" if unicodedata.east_asian_width(sentence[-1:] or " ") in {"W", "F"} else " "


def outcome_of(fact: CheckedFact) -> str:
    """Why a drafted fact is not among the key facts, as a phrase: `not stated: the article names no price`."""
    if fact.outcome == "refused":
        word = VERDICT_WORDS[fact.verdict]
    elif fact.outcome == "surplus":
        word = "supported, beyond the number of facts asked for"
    else:
        word = "supported, says the same as another fact"
    reason = one_line(fact.reason)
    return f"{word}: {reason}" if reason else word
