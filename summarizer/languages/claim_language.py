"""Tells the language of a claim, a sentence mostly, that may be another than that of its source.

claim_language("Der Rat tagte im März.", source="en")              ->  "de"
claim_language("32.000 Mitarbeiter", source="en")                  ->  "en": nothing tells another
claim_language("32.000 Mitarbeiter", source="en", told="de")       ->  "de"
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from summarizer.languages.detect import WORD, common_words, guess_language, main_script, written_in
from summarizer.languages.registry import language_of

_LONG_WORD = 4  # letters from which on a word is mostly one of a single language
_EAST_ASIAN = frozenset(("han", "kana"))


def claim_language(
    text: str, *, source: str, told: str = "", in_source: Callable[[str], bool] = lambda _: False
) -> str:
    """The language that a claim is to be read in: the one told, or that of its source, unless its words tell another.

    A claim has few words. So each common word of a language counts for it, and another language than expected is taken
    only where it alone has the most; on one word of it alone only where no other word is one of the source's.

    Args:
        text: The claim.
        source: The language of what it is about, ISO 639-1; "" if unknown, which tells nothing.
        told: The language of the text that it is from, or that its author was asked for; "" if nobody said.
        in_source: Whether the source uses a word.

    Returns:
        ISO 639-1; "" for a claim in another script than is expected, whose language its words do not tell.
    """
    expected = told or source
    script = main_script(text)
    found = _common_forms(text)
    if _is_written_in(expected, script):
        code, count = _by_words(found, script, expected=expected, source=source)
        little = count == 1 and expected == source
        return expected if little and any(map(in_source, filter(_is_long, found))) else code
    if source and _is_written_in(source, script):
        return source
    return guess_language(text) or _by_words(found, script, expected="", source="")[0]


def _is_written_in(language: str, script: str) -> bool:
    """Whether a language may be written so; a Japanese sentence may have Chinese characters alone."""
    own = language_of(language).script
    return not language or not script or own == script or {own, script} <= _EAST_ASIAN


def _is_long(word: str) -> bool:
    return len(word) >= _LONG_WORD


def _common_forms(text: str) -> list[str]:
    """The first word, and those without a capital: one inside makes a name, and names keep their form ("Le Monde")."""
    every = WORD.findall(text)
    return [word.lower() for place, word in enumerate(every) if not place or word.islower()]


def _by_words(found: Sequence[str], script: str, *, expected: str, source: str) -> tuple[str, int]:
    """The language that has more of the words than the expected one and than any other, else that; and how many.

    Of several that have as many that of the source is meant, and with two words or more the first: they are near kin,
    and write values alike.
    """
    own = _count(found, expected)
    if 2 * own > len(found):
        return expected, own  # no other can have more
    others = [one.code for one in written_in(script) if one.code != expected]
    counts = {code: _count(found, code) for code in sorted(others, key=lambda code: code != source)}
    most = max(counts.values(), default=0)
    leading = [code for code in counts if counts[code] == most]
    sure = len(leading) == 1 or leading[:1] == [source] or most > own + 1
    return (leading[0], most) if most > own and sure else (expected, own)


def _count(found: Sequence[str], code: str) -> int:
    known = common_words(code)
    return len([word for word in found if word in known])
