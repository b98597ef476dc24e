"""What a phrase of number words says: which numbers, where each starts and ends, and its value as text2num reads it.

"zwischen zweihundert und fünftausend"  ->  200 and 5000, which "und" keeps apart
"treinta y una"                         ->  31
"dix et deux"                           ->  nothing: it may be two numbers, and text2num reads 12
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final

from text_to_num import text2num

from summarizer.languages.registry import cached_until_registered, language_of
from summarizer.verification.reading.lexemes import Lexeme
from summarizer.verification.reading.numbers.phrase import (
    Phrase,
    behind_half,
    goes_on,
    is_listed,
    is_part,
    next_word,
    pattern,
    phrase_around,
)

_MEMO: Final = 1024  # numbers remembered; a document writes few different ones in words
Number = tuple[Decimal, int]


def phrase_number(found: Sequence[Lexeme], at: int, language: str) -> Number | None:
    """The number in words that starts at `found[at]`, and the place behind it.

    Args:
        found: The lexemes of the whole text.
        at: Where to look.
        language: ISO 639-1 code of a language whose record has number words; in any other nothing is found.

    Returns:
        None where no number starts, where the phrase around cannot be read whole, and where it can be read in two ways.
    """
    table = language_of(language).numbers
    text = found[at].text
    if table.half and pattern(table.half).fullmatch(text):
        return _half_of_scale(found, at, table.scales)
    if text in table.alone:
        return table.alone[text], at + 1
    if not is_part(text, language):
        return None
    if text in table.articles and next_word(found, at, language) is None:
        return None  # an article, as nearly all of them are: spared all that follows
    phrase = phrase_around(found, at, language)
    if end := behind_half(found, phrase.end, language):
        half = Decimal(10) ** table.scales.get(phrase.words[-1], 0) / 2
        whole = _value(phrase.words, language) if half > 1 and at == phrase.start else None
        return None if whole is None else (whole + half, end)
    return _of_phrase(found, phrase, at, language)


def _of_phrase(found: Sequence[Lexeme], phrase: Phrase, at: int, language: str) -> Number | None:
    """The number of a phrase that starts at `found[at]`."""
    table = language_of(language).numbers
    before = found[phrase.start - 1].text if phrase.start else ""
    if goes_on(found, phrase, language) or (before == table.per and _value(phrase.words, language) == 100):
        return None
    edges = _range_edges(phrase, language) if before in table.between else None
    if edges is None:
        edges = _edges(phrase, language, listed=is_listed(found, phrase, language))
    return _located(phrase, edges, language).get(at)


def _half_of_scale(found: Sequence[Lexeme], at: int, scales: Mapping[str, int]) -> Number | None:
    """As in "medio millón", "un demi-million": half a scale."""
    place = at + 2 if at + 2 < len(found) and found[at + 1].text == "-" and found[at + 1].glued else at + 1
    power = scales.get(found[place].text, 0) if place < len(found) else 0
    return (Decimal(10) ** power / 2, place + 1) if power else None


def _cuts(phrase: Phrase) -> list[int]:
    """The words before which a conjunction or comma stands."""
    return [place for place, link in enumerate(phrase.links, start=1) if link not in ("", "-")]


def _range_edges(phrase: Phrase, language: str) -> Sequence[int] | None:
    """The edges of the two numbers behind a "between".

    Empty where one number or two others may be meant; None where the phrase is no range.
    """
    count = len(phrase.words)
    ranges = [cut for cut in _cuts(phrase) if phrase.links[cut - 1] != "," and _rises(phrase, cut, language)]
    if not ranges:
        return None
    if len(ranges) > 1 or _value(phrase.part(0, count), language) is not None:
        return ()
    return 0, ranges[0], count


def _rises(phrase: Phrase, cut: int, language: str) -> bool:
    """Whether the words before and behind `cut` are two numbers, the second of them greater."""
    low = _value(phrase.part(0, cut), language)
    high = _value(phrase.part(cut, len(phrase.words)), language)
    return low is not None and high is not None and low < high


def _edges(phrase: Phrase, language: str, *, listed: bool) -> Sequence[int]:
    """Where the numbers of a phrase meet, its first and last edge among them; empty where it cannot be read whole."""
    if "-" in phrase.links and not language_of(language).numbers.hyphens:
        return ()
    count = len(phrase.words)
    commas = listed and "," in phrase.links
    if not commas and _value(phrase.part(0, count), language) is not None:
        return 0, count
    edges = _longest_parts(phrase, language)
    apart = all(
        phrase.links[middle - 1] == "," or not _may_be_joined(phrase, first, middle, last, language)
        for first, middle, last in zip(edges, edges[1:], edges[2:], strict=False)
    )
    return edges if apart else ()


def _longest_parts(phrase: Phrase, language: str) -> Sequence[int]:
    """The edges of numbers that are each as long as can be, up to a comma at most; empty where some words are none."""
    count, edges, cuts = len(phrase.words), [0], _cuts(phrase)
    while edges[-1] < count:
        comma = phrase.links.index(",", edges[-1]) + 1 if "," in phrase.links[edges[-1] :] else count
        ends = [cut for cut in (*cuts, count) if edges[-1] < cut <= comma]
        readable = [end for end in ends if _is_readable(phrase.part(edges[-1], end), language)]
        if not readable:
            return ()
        edges.append(max(readable))
    return edges


def _may_be_joined(phrase: Phrase, first: int, middle: int, last: int, language: str) -> bool:
    """Whether two numbers with a conjunction between may be meant as one, or be cut elsewhere.

    As in "vingt et deux", once written for 22, and "quarante et un deux", which is 40 and 2 or 41 and 2.
    """
    table = language_of(language).numbers
    if phrase.words[middle] == table.thousand:  # "cien y mil": no language joins these
        return False
    if phrase.words[middle] in table.articles and _value(phrase.part(first, middle + 1), language) is not None:
        return True
    return _text2num(phrase.part(first, last), language) is not None


def _is_readable(words: tuple[str, ...], language: str) -> bool:
    alone = len(words) == 1 and words[0] in language_of(language).numbers.articles
    return alone or _value(words, language) is not None or _behind_article(words, language) is not None


def _behind_article(words: tuple[str, ...], language: str) -> Decimal | None:
    """What the words behind a leading article are worth: "un cuarenta por ciento"."""
    return (
        _value(words[1:], language) if words[0] in language_of(language).numbers.articles and len(words) > 1 else None
    )


def _located(phrase: Phrase, edges: Sequence[int], language: str) -> Mapping[int, Number]:
    """The numbers between edges by the lexeme at which each starts, an article before it left out."""
    numbers: dict[int, Number] = {}
    for first, last in pairwise(edges):
        words = phrase.part(first, last)
        start, value = first, _value(words, language)
        if value is None:
            start, value = first + 1, _behind_article(words, language)
        if value is not None:
            numbers[phrase.places[start]] = (value, phrase.places[last - 1] + 1)
    return numbers


@cached_until_registered(maxsize=_MEMO)
def _value(words: tuple[str, ...], language: str) -> Decimal | None:
    """What the words of one number are worth: the groups before and behind each million or more, added up."""
    table = language_of(language).numbers
    if len(words) == 1 and (words[0] in table.articles or words[0] in table.never_alone):
        return None
    total, least = 0, 99
    for place, (group, power) in enumerate(_groups(words, table.scales)):
        if place and table.conjunction_behind_scale and group[:1] == (table.conjunction,):
            group = group[1:]  # noqa: PLW2901 - "un milione e duecentomila"
        times = _below_million(group, language)
        if times is None or power >= least or (not times and len(words) > 1):
            return None
        total, least = total + times * 10**power, power
    return Decimal(total)


def _groups(words: Sequence[str], scales: Mapping[str, int]) -> list[tuple[tuple[str, ...], int]]:
    """The words before each scale word with its power of ten, and those behind the last one with 0."""
    groups: list[tuple[tuple[str, ...], int]] = []
    first = 0
    for place, word in enumerate(words):
        if word in scales:
            groups.append((tuple(words[first:place]), scales[word]))
            first = place + 1
    if first < len(words):
        groups.append((tuple(words[first:]), 0))
    return groups


def _below_million(words: Sequence[str], language: str) -> int | None:
    """What text2num reads, where the words are one well-formed number."""
    if not pattern(language_of(language).numbers.below_million).fullmatch(" ".join(words)):
        return None
    return _text2num(words, language)


def _text2num(words: Sequence[str], language: str) -> int | None:
    """What text2num reads in these words, whose grammar is not looked at."""
    try:
        return int(text2num(" ".join(_as_read(word, language) for word in words), language))
    except ValueError:
        return None


def _as_read(word: str, language: str) -> str:
    """A word by the spelling that text2num knows: `_as_read("veintiún", "es") == "veintiuno"`."""
    for written, known in language_of(language).numbers.spelled_otherwise.items():
        word = pattern(written).sub(known, word)
    return word
