"""A paragraph is split into its sentences by sentencex, whose known misses are mended by small rules.

split("It closes at 5 p.m. Monday. Ships wait.", language="en")  ->  [(0, 27), (28, 39)]
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import sentencex

from summarizer.document.lines.short_lines import may_be_short, may_end_paragraph
from summarizer.document.markup import apply, edits_of
from summarizer.document.splitting.unmarked import pieces_of
from summarizer.languages.registry import alternatives, cached_by_records, language_of, together
from summarizer.text.span import Span

# sentencex is quadratic inside one paragraph (1 MB of opening quotes: over 20 s whole, 1.9 s in pieces of 8,000;
# ordinary prose is equally fast either way). Longer sentences than this are cut at the last good place before it.
CAP = 8000
_MAY_BE_UNMARKED = 240  # characters, below which no paragraph has so many words that it lacks marks

_LINE_ENDS = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

_LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")

_CLOCK = re.compile(r"\b[ap]\.\s?m\.$", re.IGNORECASE)
_DAY = re.compile(
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|E[SD]T|[CMP][SD]T|GMT|UTC|BST|CES?T|ET|PT|January|February|March|"
    r"April|May|June|July|August|September|October|November|December)\b|(?:Mon|Tues?|Wed|Thu|Thurs|Fri|Sat|Sun)\."
)
# "Steps: 1. Open it. 2. Close it.": a number that stands where a sentence starts belongs to what follows.
_NUMBER_END = re.compile(r"(?:^|[.!?:;]\s+)\(?\d{1,3}[.)]$")
# "Im 19. Jahrhundert": German nouns are capitalized, so that only the noun tells an ordinal from a sentence that ends
# in a number.
_ORDINAL_END = re.compile(r"(?:^|[\s(])\d{1,3}\.$")
# Japanese: a closing quotation mark followed by a quoting particle goes on.
_QUOTING = ("と", "って", "という", "など", "の", "は", "を", "が", "に", "で", "も", "だ", "です", "、")
# "He waited… Then he left": at least two words before, and no pronoun "I" after, which follows a mere pause too often.
_PAUSE = re.compile(r"(?<=\w)(?:…|\.\.\.)[\"”’»)]?\s+(?!I\b|I['’])(?=[\"“‘«(]?([^\W\d_]))")
# "He left in May. Jones came": sentencex takes every "May." for an abbreviation before a name.
_MONTH_OF_MAY = re.compile(
    r"\b(?:in|of|on|since|until|till|by|last|next|this|early|late|mid|before|after|from|to|through|\d{1,2})[ -]May\."
    r"[\"”’»)]?\s+(?=[\"“‘«(]?[A-Z])"
)
# A figure with what may stand before it: "$5", "±5", "~ 5", "US$5", "[5".
_FIGURE = re.compile(r"[(\[\"“‘]?[~≈±+−<>≤≥]?\s?(?:[A-Z]{1,3})?[$€£¥₹₩₽]?\s?\d")
_WINDOW = 120  # as far before a boundary as the abbreviation before "[12, 13] [14]" is looked for
_OPENING = frozenset("\"'“‘«„")  # quotation marks that sentencex takes for closing ones behind a full stop and a space
_STOPLESS = re.compile(r"[\u0e00-\u0eff]\.")  # Thai and Lao end a word so, as in "พ.ศ.", and no sentence
_FULL_STOP = re.compile(r"。\s*(?=[0-9０-９A-Za-z])")
_COMPOUND = re.compile(r"-[^\W\d_]")  # "Dipl.-Ing.", and no dash as in "He left.--She stayed."
_PAUSES = ("…", "...")
_MAY_MISS = (*_PAUSES, ")", "]")  # without one of these signs sentencex leaves no boundary out
# A paragraph of plain words up to the mark at its end is one sentence, as half of all paragraphs of a novel are. Of the
# signs in it none ends a sentence in any language.
_NOT_PLAIN = re.compile(r"[^\w ,'’\"“”—-]")
_LAST_MARK = re.compile(r"[.!?…][\"”’']?")
_ASIDE = re.compile(r"[.!?…][\"”’]?[)\]]\s+(?=([^\W\d_]))")


def split(text: str, *, language: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph: ordered, disjoint, trimmed, and every non-space character lies in exactly one.

    None is longer than 8,000 characters: a longer one is cut at the last space before that, or hard without one.
    sentencex (MIT) finds the boundaries; the rules of this module mend what it was measured to miss.

    Args:
        text: One paragraph; line breaks in it are taken for spaces.
        language: ISO 639-1 code; "" or an unknown one is split as English.

    Returns:
        Half-open ranges of code points of `text`.
    """
    flat = _LINE_ENDS.sub(" ", text)
    starts = _long(flat, language) if len(flat) > CAP else _starts(flat, language)
    if flat != text:
        starts = sorted({*starts, *_behind_short_lines(text)})
    if len(text) > _MAY_BE_UNMARKED:
        starts += [start + cut for start, end in pairwise([*starts, len(text)]) for cut in pieces_of(text[start:end])]
        starts.sort()
    return _trimmed_between(flat, starts)


def _behind_short_lines(text: str) -> Iterator[int]:
    """The starts of the lines behind one that nobody wrapped, such as the name of an item above what is said of it."""
    every = [line.strip() for line in text.splitlines()]
    width = max(map(len, every), default=0)
    if not any(may_be_short(line, width=width) for line in every[:-1]):
        return  # as in most paragraphs that are wrapped by hand
    lines = [(match.start(), match[0].strip()) for match in _LINE.finditer(text)]
    lines = [(start, words) for start, words in lines if words]
    for (_, words), (start, behind) in pairwise(lines):
        if may_end_paragraph(words, behind, width=width):
            yield start


def _trimmed_between(text: str, starts: list[int]) -> list[tuple[int, int]]:
    """The stretches from one start to the next, without the spaces around them; none of nothing but spaces."""
    found: list[tuple[int, int]] = []
    for start, end in pairwise([*starts, len(text)]):
        piece = text[start:end]
        words = piece.strip()
        if words:
            begin = start + len(piece) - len(piece.lstrip())
            found.append((begin, begin + len(words)))
    return found


def _long(text: str, language: str) -> list[int]:
    """The starts in a paragraph over the cap; the last sentence of a window is looked at again in the next."""
    starts: list[int] = []
    here = 0
    while here < len(text):
        window = text[here : here + CAP]
        found = _starts(window, language)
        if here + CAP >= len(text):
            starts += [here + start for start in found]
            break
        starts += [here + start for start in found[:-1]]
        if len(found) > 1:
            here += found[-1]
        else:
            starts.append(here)
            here += _good_cut(window)
    return starts


def _good_cut(window: str) -> int:
    """Where to cut a window that is one sentence: after its last clause, else word; else at its end."""
    for sign in ("; ", ", ", " ", "；", "，", "、"):
        cut = window.rfind(sign, len(window) // 2)
        if cut > 0:
            return cut + len(sign)
    return len(window)


def _starts(text: str, language: str) -> list[int]:
    """The starts of the sentences of a text of at most CAP characters; the first is 0."""
    if _is_plain(text):
        return [0]
    starts = [boundary["start_index"] for boundary in sentencex.get_sentence_boundaries(language or "en", text)]
    starts = [0, *(_before_mark(text, start) for start in starts[1:] if not _goes_on(text, start, language))]
    if "。" in text:
        starts += _behind_full_stops(text)
    if " May." in text:
        starts += [match.end() for match in _MONTH_OF_MAY.finditer(text)]
    if any(sign in text for sign in _MAY_MISS):
        starts += _missed(text, sorted(set(starts)), language)
    return sorted(set(starts))


def _is_plain(text: str) -> bool:
    """True for plain words up to a mark at the end of the text, and for those without one."""
    first = _NOT_PLAIN.search(text)
    if first is None:
        return True
    return first.start() >= len(text) - 2 and _LAST_MARK.fullmatch(text, first.start()) is not None


def _before_mark(text: str, start: int) -> int:
    """A start, or the place of the quotation mark before it, which sentencex left with the sentence before."""
    opens = start > 1 and text[start - 1] in _OPENING and text[start - 2].isspace()
    return start - 1 if opens else start


def _behind_full_stops(text: str) -> list[int]:
    """The starts that sentencex leaves out behind Chinese full stops: before figures and Latin letters, unquoted."""
    found: list[int] = []
    for match in _FULL_STOP.finditer(text):
        before = text[: match.start()]
        if all(before.count(opening) == before.count(closing) for opening, closing in ("“”", "「」", "『』", "（）")):
            found.append(match.end())
    return found


def _goes_on(text: str, start: int, language: str) -> bool:
    """True where sentencex cut before `start` though the sentence goes on there."""
    floor = max(0, start - 24)
    stop = floor + len(text[floor:start].rstrip())
    last = text[stop - 1 : stop]
    if last in "」』":
        return not last or text.startswith(_QUOTING, start)
    if last == "]":
        return _is_behind_reference(text, stop, start, language)
    if last not in ".)":
        return False
    if _STOPLESS.match(text, stop - 2):
        return True
    if text[start] == "&" or _COMPOUND.match(text, stop):  # "Co. & Sons"
        return True
    if _FIGURE.match(text, start) and _before_number(language).search(text, floor, stop):
        return True
    if _is_number_of_next(text, Span(floor, stop), start, language) or _is_clock_of_day(text, Span(floor, stop), start):
        return True
    return _before_name(language).search(text, floor, stop) is not None


def _is_behind_reference(text: str, stop: int, start: int, language: str) -> bool:
    """True behind "Yan et al. [12]", whose full stop ends no sentence, where a small letter follows."""
    if not text[start : start + 2].lstrip()[:1].islower():
        return False
    return _before_reference(language).search(text, max(0, stop - _WINDOW), stop) is not None


def _is_number_of_next(text: str, end: Span, start: int, language: str) -> bool:
    """True where a sentence seems to end in a number that belongs to what follows: "Steps: 1. Open it."."""
    if not text[end.end - 2 : end.end - 1].isdigit():
        return False
    if _NUMBER_END.search(text, *end):
        return True
    if not language_of(language).prose.ordinal_dots:
        return False
    return bool(_ORDINAL_END.search(text, *end) and _ordinal_noun().match(text, start))


def _is_clock_of_day(text: str, end: Span, start: int) -> bool:
    """True for "at 5 p.m. Monday"."""
    if text[end.end - 2 : end.end - 1] not in "mM":
        return False
    return bool(_CLOCK.search(text, *end) and _DAY.match(text, start))


def _missed(text: str, starts: list[int], language: str) -> list[int]:
    """Boundaries that sentencex left out: after a pause that ends a sentence, and after a sentence in parentheses."""
    found: list[int] = []
    may_pause = any(sign in text for sign in _PAUSES) and not language_of(language).prose.ordinal_dots
    for start, end in pairwise([*starts, len(text)]):
        if may_pause:
            found += _behind_pauses(text, start, end)
        aside = _ASIDE.search(text, start, end) if text[start] in "([" else None
        if aside and aside[1].isupper() and not re.search(r"[()\[\]]", text[start + 1 : aside.start()]):
            found.append(aside.end())
    return found


def _behind_pauses(text: str, start: int, end: int) -> list[int]:
    """The starts behind the pauses of a sentence: before a capital, with two words at least in front."""
    pauses = (m for m in _PAUSE.finditer(text, start, end) if m[1].isupper())
    return [m.end() for m in pauses if " " in text[start : m.start()].strip()]


def split_marked(text: str, *, language: str) -> list[tuple[int, int]]:
    """The sentences of one paragraph of Markdown, found in its readable words, as ranges of `text`; else as split.

    Marks between two sentences go with the side they touch: in "**Bold.** Next" the stars close the first one.
    """
    edits = edits_of(text)
    if not edits:
        return split(text, language=language)
    plain = apply(text, edits)
    cuts = [0]
    places = [plain.span(start, end) for start, end in split(plain.text, language=language)]
    for before, after in pairwise(places):
        gap = text[before.end : after.start]
        space = next((i for i, sign in enumerate(gap) if sign.isspace()), 0)
        cuts.append(before.end + space)
    return _trimmed_between(text, cuts)


@cached_by_records
def _before_number(language: str) -> re.Pattern[str]:
    """Abbreviations that sentencex takes for the end of a sentence where a number follows.

    Of a language and of English, for "art." is French for "article" and English for what painters do; of all languages
    where the text's own is not known.
    """
    own = language_of(language).prose.abbreviations_before_number
    english = language_of("en").prose.abbreviations_before_number
    abbreviations = "|".join(sorted(own | english if language else together("prose.abbreviations_before_number")))
    return re.compile(rf"(?:^|[\s(\[,;/–—'’-])(?:{abbreviations})\.$", re.IGNORECASE)


@cached_by_records
def _before_reference(language: str) -> re.Pattern[str]:
    """An abbreviation, of a language or of English, with references in brackets behind it: "et al. [12]"."""
    own: set[str] = set()
    for prose in (language_of(language).prose, language_of("en").prose):
        own |= prose.abbreviations | prose.abbreviations_before_number
    abbreviations = alternatives([word] for word in own)
    return re.compile(
        rf"(?:^|[\s(\[,;–—'’])(?:{abbreviations}|(?:[^\W\d_]\.)+[^\W\d_])\.\s?(?:\[[^\[\]]{{1,40}}\]\s?){{1,4}}$",
        re.IGNORECASE,
    )


@cached_by_records
def _ordinal_noun() -> re.Pattern[str]:
    """Nouns that follow an ordinal with a full stop, in their cases: "19. Jahrhunderts"."""
    return re.compile(rf"(?:{alternatives([noun] for noun in together('prose.ordinal_nouns'))})(?:e?s)?\b")


@cached_by_records
def _before_name(language: str) -> re.Pattern[str]:
    """Abbreviations before a name, of a language and of English, whose names stand in texts of all."""
    names = language_of(language).prose.before_names | language_of("en").prose.before_names
    return re.compile(rf"(?:^|[\s(«'’\"“‘])(?:{alternatives([name] for name in names)})\.$")
