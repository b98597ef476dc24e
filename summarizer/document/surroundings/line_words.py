"""The words of a line are compared with what pages write around articles, in all languages that have a record.

key("Most read:")                               ->  "most read"
is_one("Most read:", "related")                 ->  True
begins("Sign up for …", "newsletter")           ->  True
holds("© 2025. All rights reserved.", "legal")  ->  True
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from summarizer.languages.registry import cached_by_records, together
from summarizer.languages.scripts import is_unspaced

_COUNT: Final = re.compile(r"\s*[(（\[]\s*(?:\d[\d.,]*|[^()（）\d]{0,20}\d[\d.,]*[^()（）\d]{0,20})\s*[)）\]]$")
_COUNT_BEFORE: Final = re.compile(r"[(（\[]?\d[\d.,]*[)）\]]?\s*(?=[^\W\d_])")
_COUNT_BEHIND: Final = re.compile(r"(?<=[^\W\d_])[\s:：]+\d[\d.,]*$")
_ENDS: Final = " \t:：.!?？！…-–—*_|/·•>»<«#\"'“”„‘’()（）[]【】→›▶►+~="
_FULL_STOPS: Final = (".", "。")
_WORD: Final = re.compile(r"[^\W_]+")
# Whole lines that pages write are no longer.
_LONGEST: Final = 90
_KEPT: Final = 64  # lines whose words are kept while one question after the other is asked of them


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entries:
    """The entries of a field by a word that a line with one has; those of scripts without blanks have none.

    `by_first` has them by their first word, the longest first; `by_longest` their words by the longest of these. No
    regular expression of all would be as quick to make, which counts for a short text.
    """

    by_first: Mapping[str, Sequence[str]]
    by_longest: Mapping[str, Sequence[tuple[str, ...]]]
    unspaced: Sequence[str]


def key(words: str) -> str:
    """A line as the entries of the records are written: in small letters, without marks at its ends."""
    return _plain(words).strip(_ENDS)


def without_count(words: str) -> str:
    """The same without a number before or behind the words: "3 comments", "Comments (3)"."""
    return key(_COUNT_BEHIND.sub("", _COUNT_BEFORE.sub("", _COUNT.sub("", words.strip(" *_#")), count=1)))


def has_count(words: str) -> bool:
    """Whether a number stands before or behind the words of a line, and nothing else is beside them."""
    return key(words) != without_count(words)


def entries(field: str) -> frozenset[str]:
    """The entries of one field of the records' `page_words`, in all languages."""
    return together(f"page_words.{field}")


def is_one(words: str, field: str) -> bool:
    """Whether a line is an entry of a field, whole; one that ends in a full stop is a sentence."""
    return len(words) <= _LONGEST and not words.endswith(_FULL_STOPS) and key(words) in entries(field)


def begins(words: str, field: str) -> bool:
    """Whether a line begins with an entry of a field, whatever marks stand before it."""
    return start_of(key(words), field) > 0


def start_of(words: str, field: str) -> int:
    """Where the longest entry of a field ends with which a line begins; 0 where it begins with none."""
    known = _entries(field)
    text = words.lower().replace("\u2019", "'")
    first = _WORD.match(text)
    found = known.by_first.get(first.group(), ()) if first is not None else ()
    for entry in (*found, *known.unspaced) if known.unspaced and not text.isascii() else found:
        if text.startswith(entry) and (is_unspaced(entry[-1]) or not text[len(entry) : len(entry) + 1].isalnum()):
            return len(entry)
    return 0


def holds(words: str, field: str) -> bool:
    """Whether an entry of a field stands in a line, as whole words."""
    known = _entries(field)
    near = known.by_longest.keys() & words_in(words)
    if near:
        line = f" {' '.join(_WORD.findall(_plain(words)))} "
        if any(f" {' '.join(entry)} " in line for word in near for entry in known.by_longest[word]):
            return True
    return not words.isascii() and any(entry in _plain(words) for entry in known.unspaced)


def pattern_of(field: str) -> str:
    """The entries of a field as alternatives of a regular expression."""
    return alternatives_of(entries(field))


def alternatives_of(texts: Iterable[str]) -> str:
    """Texts as alternatives of a regular expression, whole words each, the longest first; none match nothing."""
    return "|".join(map(_as_pattern, sorted(texts, key=lambda text: (-len(text), text)))) or "(?!)"


@lru_cache(maxsize=_KEPT)
def words_in(words: str) -> frozenset[str]:
    """The words of a line in small letters, each once."""
    return frozenset(_WORD.findall(_plain(words)))


def telling_word(entry: str) -> str:
    """The longest word of an entry, without which no line has it; "" in scripts without blanks."""
    return "" if any(map(is_unspaced, entry)) else max(_WORD.findall(entry), key=len, default="")


def _plain(words: str) -> str:
    return words.casefold().replace("\u2019", "'")


def _as_pattern(text: str) -> str:
    """One entry, as whole words where its script has blanks."""
    start = "" if is_unspaced(text[0]) or not text[0].isalnum() else r"\b"
    end = "" if is_unspaced(text[-1]) or not text[-1].isalnum() else r"\b"
    return start + re.escape(text).replace(r"\ ", r"\s+") + end


@cached_by_records
def _entries(field: str) -> _Entries:
    by_first: dict[str, list[str]] = {}
    by_longest: dict[str, list[tuple[str, ...]]] = {}
    ordered = sorted(entries(field), key=lambda entry: (-len(entry), entry))
    for entry in ordered:
        longest = telling_word(entry)
        if longest:
            words = tuple(_WORD.findall(entry))
            by_first.setdefault(words[0], []).append(entry)
            by_longest.setdefault(longest, []).append(words)
    unspaced = [entry for entry in ordered if not telling_word(entry)]
    return _Entries(by_first=by_first, by_longest=by_longest, unspaced=unspaced)
