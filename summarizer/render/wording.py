r"""All renderings share these words, and show text from a source in one line by these rules.

one_line(" a\x00\n b ")  ->  "a\ufffd b"
outcome_of(fact)         ->  "not stated: the article names no price"
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final

from summarizer.facts.fact import CheckedFact
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

_REPLACED: Final = "\N{REPLACEMENT CHARACTER}"
_UNSEEN: Final = "\N{ZERO WIDTH SPACE}"
# Controls could drive a terminal (ESC) or spoil a page (NUL); a lone surrogate cannot be encoded. Overrides show
# letters in another order, and invisible operators hide that there are two figures. Each is one U+FFFD.
_UNFIT: Final = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202d\u202e\u2061-\u2064\u206a-\u206f\ufff9-\ufffb\ud800-\udfff]"
)
# Embeddings and isolates set the order of what they hold; what is left of a text when they go is read as it is stored.
# Tags are seen in the flags of regions alone.
_TURNING: Final = re.compile(
    "(\U0001f3f4[\U000e0030-\U000e0039\U000e0061-\U000e007a]{1,6}\U000e007f)"
    "|[\u202a-\u202c\u2066-\u2069\U000e0000-\U000e007f]"
)
# The marks of a text that runs to the left belong to it; elsewhere they turn what stands beside them.
_LEFTWARD_MARKS: Final = re.compile("[\u200f\u061c]")
_LEFTWARD_LETTER: Final = re.compile(
    "[\u0590-\u061b\u061d-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)


def harmless(text: str) -> str:
    """The text as it may be shown: `len(harmless(t)) == len(t)`.

    Each control character, lone surrogate, override of direction and invisible operator is U+FFFD; an embedding, an
    isolate, a tag, and a mark of text to the left where there is none, is a zero-width space. Tab, line feed, form feed
    and carriage return stay.
    """
    return _shown(text, unseen=_UNSEEN)


def one_line(text: str) -> str:
    """The text in one line: runs of whitespace are one space, none at the ends; of the rest `harmless`, in fewer."""
    return " ".join(_shown(" ".join(text.split()), unseen="").split())


def _shown(text: str, *, unseen: str) -> str:
    if text.isascii() and text.isprintable():
        return text
    seen = _UNFIT.sub(_REPLACED, text)
    seen = _TURNING.sub(lambda match: match[1] or unseen, seen)
    return seen if _LEFTWARD_LETTER.search(seen) else _LEFTWARD_MARKS.sub(unseen, seen)


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
