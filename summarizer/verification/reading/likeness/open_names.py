"""Why a name of a claim that a document does not have may stand in it all the same, in words for a check's note.

"LAX"           where the document has "Los Angeles Airport"  ->  "may be short for what the source has in full"
"Tech Crunch"   where it has "TechCrunch"                     ->  "the source has “techcrunch”"
"Flintshire"    where it has "Flint"                          ->  "the source has “flint”, which may be of one origin"
"Kessel"        where it has none of that                     ->  ""
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.fact_index import FactIndex

_LONGEST_ACRONYM: Final = 6
_SHORTEST_ABBREVIATION: Final = 3  # "Man" for "Manchester", "Sun" for "Sunday"
# As much as two words of one origin share, and as much as either has of its own: "hemisphere" and "hemispheric".
_SHARED, _OWN = 5, 5
_LONGEST_SHORT: Final = 4  # "Govt"
_LEAST_JOINED: Final = 6  # letters of two words that are one elsewhere: "Tech Crunch"


def open_name_note(
    token: Token, run: Sequence[Token], *, written: str, document: FactIndex, initials: Iterable[str]
) -> str:
    """What in a document may be a name of a claim, in words; "" where nothing may.

    Args:
        token: A word of a name that the document does not have.
        run: All words of that name.
        written: The word as the claim writes it.
        document: What the document holds.
        initials: The initials of its runs of capitalized words.
    """
    if _is_acronym(token, written) and _is_spelled(token.word, document, initials):
        return "may be short for what the source has in full"
    words = [one.word.replace("-", "") for one in run]
    if len(words) > 1 and _has_acronym_of(words, document):
        return "the source may have it in short"
    name = token.word.replace("-", "").removesuffix("'s").removesuffix("'")
    joined = _joined((*(f"{one}{two}" for one, two in pairwise(words)), name), document)
    if joined:
        return f"the source has “{joined}”"
    return _like_note(name, document)


def _like_note(name: str, document: FactIndex) -> str:
    like = next((word for word in sorted(document.keys) if _is_like(name, word, document)), "")
    return f"the source has “{like}”, which may be of one origin" if like else ""


def _has_acronym_of(words: Sequence[str], document: FactIndex) -> bool:
    initials = "".join(word[:1] for word in words)
    return any(_begins(word, initials) for word in _acronyms(document))


def _joined(names: Iterable[str], document: FactIndex) -> str:
    """The first of some names that the document has in one word, or in two, as it writes it; "" for none."""
    found = (document.joined[name] for name in names if len(name) >= _LEAST_JOINED and name in document.joined)
    return next(found, "")


def _is_acronym(token: Token, written: str) -> bool:
    """Whether a short word has a capital inside, as "WHO" and "BoE"."""
    return 2 <= len(token.word) <= _LONGEST_ACRONYM and not written[1:].islower()


def _begins(acronym: str, initials: str) -> bool:
    """Whether an acronym begins with the initials of two words that stand side by side."""
    return acronym[:2] in initials if len(acronym) > 2 else acronym == initials


def _is_spelled(acronym: str, document: FactIndex, initials: Iterable[str]) -> bool:
    """Whether words side by side begin with the letters of an acronym, or names with its first: "Los Angeles"."""
    return f" {' '.join(acronym)} " in document.letters or any(_begins(acronym, row) for row in initials)


def _acronyms(document: FactIndex) -> Iterable[str]:
    return (word for word in document.capitals if word in document.shouted and 2 < len(word) <= _LONGEST_ACRONYM)


def _is_like(name: str, word: str, document: FactIndex) -> bool:
    """Whether a word of the document may be the name written otherwise, shortened or with another ending."""
    if not word[:1].isalpha():
        return False
    shared = next((at for at, (one, two) in enumerate(zip(name, word, strict=False)) if one != two), None)
    shared = min(len(name), len(word)) if shared is None else shared
    if shared >= _SHARED and max(len(name), len(word)) - shared <= _OWN:
        return True
    if word in document.capitals and (_is_part_of(name, word, shared) or _is_short_for(name, word)):
        return True
    return min(len(name), len(word)) >= _LEAST_JOINED and _is_misspelled(name, word, shared)


def _is_part_of(name: str, word: str, shared: int) -> bool:
    """Whether one begins the other, or the name ends the word: "Man" and "Manchester", "Tube" and "YouTube"."""
    if shared == min(len(name), len(word)) >= _SHORTEST_ABBREVIATION:
        return True
    return len(name) > _SHORTEST_ABBREVIATION and word.endswith(name)


def _is_short_for(name: str, word: str) -> bool:
    """Whether letters of a word are left out: "Utd" for "United"."""
    if not _SHORTEST_ABBREVIATION <= len(name) <= _LONGEST_SHORT < len(word) or name[0] != word[0]:
        return False
    rest = iter(word)
    return all(letter in rest for letter in name)


def _is_misspelled(name: str, word: str, shared: int) -> bool:
    """Whether two words differ in one letter, behind so many that they share."""
    if len(name) == len(word):
        return name[shared + 1 :] == word[shared + 1 :]
    long, short = sorted((name, word), key=len, reverse=True)
    return len(long) - len(short) == 1 and long[shared + 1 :] == short[shared:]
