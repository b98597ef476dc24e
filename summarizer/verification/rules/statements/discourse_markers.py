"""Counts what may be left out at the start of a sentence without a change of meaning: discourse markers and datelines.

"However, the firm paid."               ->  2: the word and its comma
"LONDON (Reuters) - The firm paid."     ->  5
"But for the rain the firm paid."       ->  0: "but for" bears on what follows
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.languages.record import Discourse
from summarizer.languages.registry import cached_by_records, language_or_english, languages
from summarizer.text.terms import is_function
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.canonical_text import Token

_LONGEST: Final = 4  # words of a marker
_LEFT: Final = 2  # tokens behind a marker beyond which it is not the whole sentence
_LEFT_BEHIND_BARE: Final = 3
_PLACE_WORDS: Final = 4  # "NEW YORK, 5 May (Reuters) -"
_DATELINE: Final = 9  # tokens in which an agency is looked for
_AGENCIES: Final = frozenset("reuters ap cnn afp upi bbc xinhua bloomberg efe dpa ans pti ani ians cna".split())


def discourse_marker(keys: Sequence[str], language: str) -> int:
    """How many tokens at the start only tie the sentence to the one before or name the agency; 0 for none.

    Args:
        keys: Of the tokens of a sentence.
        language: ISO 639-1 code of the text; a marker without a comma is one in its own language alone, for "mais" is
            "but" in French and corn in German. "" is read as English.
    """
    for length in range(_LONGEST, 0, -1):
        if tuple(keys[:length]) in _markers() and _has_at(keys, length, ","):
            return length + 1 if len(keys) > length + 1 + _LEFT else 0
    return 1 if _is_bare_marker(keys, language_or_english(language).discourse) else _dateline(keys)


def list_number(tokens: Sequence[Token], language: str) -> int:
    """How many tokens at the start are the number of an item in running text: 2 for "8. Smith left his side."; else 0.

    Args:
        tokens: Of a sentence.
        language: ISO 639-1 code of the text; where ordinals have a full stop such a number may be a date's.
    """
    if len(tokens) <= 2 + _LEFT or language_or_english(language).prose.ordinal_dots:
        return 0
    numbered = tokens[0].kind == "number" and tokens[1].key == "."
    return 2 if numbered and tokens[2].shape == "title" else 0


@cached_by_records
def _markers() -> frozenset[tuple[str, ...]]:
    """The markers of all languages by the keys of their words: "on the one hand" holds the number 1."""
    return frozenset(
        canonicalize(" ".join(marker), language=language.code).keys
        for language in languages()
        for marker in language.discourse.markers
    )


def _has_at(keys: Sequence[str], place: int, key: str) -> bool:
    return place < len(keys) and keys[place] == key


def _is_bare_marker(keys: Sequence[str], discourse: Discourse) -> bool:
    """True for "And" or "But" before a sentence that neither a comma nor a word such as "for" follows."""
    if len(keys) <= 1 + _LEFT_BEHIND_BARE or keys[0] not in discourse.bare_markers:
        return False
    return keys[1] != "," and keys[1] not in discourse.not_behind_bare


def _dateline(keys: Sequence[str]) -> int:
    """As in "LONDON (Reuters) - ", "(CNN) "."""
    head = list(keys[:_DATELINE])
    if "(" not in head:
        return 0
    start = head.index("(")
    if start > _PLACE_WORDS or any(is_function(key) for key in head[:start]):
        return 0  # "False reports by all (AP) -" is no place
    if not (start + 2 < len(head) and head[start + 1] in _AGENCIES and head[start + 2] == ")"):
        return 0
    end = start + 3
    if _has_at(keys, end, "-"):
        end += 1
    elif start:
        return 0
    return end if len(keys) > end + _LEFT_BEHIND_BARE else 0
