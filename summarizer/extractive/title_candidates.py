"""Which runs of words in a sentence may be a title."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from summarizer.extractive.lexicon import CALENDAR, JOINING, OF, VAGUE, VERBS_EN
from summarizer.text.anaphora import ARTICLES, SAYING
from summarizer.text.span import Span
from summarizer.text.terms import is_function, stem
from summarizer.text.words import Word

_LONGEST_WORDS: Final = 4
_LONGEST_RUN: Final = 6
# Names say more of a section than common words do, and several words more than one. Set by reading the titles that the
# example articles got; look at them again (examples/) when one moves.
NAME_WORTH: Final = 1.5
COMMON_WORTH: Final = 1.0
_SINGLE_WORTH: Final = 0.4
_HEAD_WORTH: Final = 0.4
_JOINED_WORTH: Final = 0.9
# Every German noun has a capital, and alone it makes a fair title.
_NOUN_WORTH: Final = 0.9
# Who speaks is seldom what a section is about.
_SPEAKER: Final = 0.5

Key: TypeAlias = tuple[str, ...]


def title_candidates(text: str, row: tuple[Word, ...], language: str) -> Iterator[tuple[Key, Span, float]]:
    """The phrases of one sentence that may be a title: their stems, their place, and what one occurrence is worth.

    Args:
        text: The document's text.
        row: The words of the sentence, with offsets into `text`.
        language: ISO 639-1, or "".

    Returns:
        Each occurrence of each phrase; the same words may come more than once with different worth.
    """
    for run in _touching(text, row):
        if len(run[0].text) == 1 and not run[0].text.isascii():
            yield from _unspaced(run)
            continue
        yield from _names(
            text, run[1:] if language == "de" and run[0] is row[0] else run, opens=run[0] is row[0], language=language
        )
        yield from _headed(run)
        for size in range(2, _LONGEST_WORDS):
            for first in range(len(run) - size + 1):
                part = run[first : first + size]
                if (
                    all(_is_content(word.text) for word in part)
                    and _may_end(part[-1].text)
                    and _may_begin(part[0].text)
                    and (language != "de" or _is_german_noun_phrase(text, part))
                ):
                    yield _stems(part), _place(part), COMMON_WORTH


def _headed(run: Sequence[Word]) -> Iterator[tuple[Key, Span, float]]:
    """Nouns told by their neighbors: one word behind an article ("the cable"), or two joined ("price of cable")."""
    for place in range(1, len(run)):
        ends = place + 1 == len(run) or not _is_content(run[place + 1].text) or run[place + 1].text.startswith("d'")
        if not ends or not _may_end(run[place].text) or not _is_content(run[place].text):
            continue
        if run[place - 1].text in ARTICLES:
            yield _stems(run[place : place + 1]), _place(run[place : place + 1]), _HEAD_WORTH
        elif (
            place > 1
            and run[place - 1].text in OF
            and _is_content(run[place - 2].text)
            and _may_end(run[place - 2].text)
        ):
            yield _stems(run[place - 2 : place + 1]), _place(run[place - 2 : place + 1]), _JOINED_WORTH


def _is_german_noun_phrase(text: str, part: Sequence[Word]) -> bool:
    """German writes nouns with a capital, and an adjective that can open a title ends in -e ("nasse Wälder")."""
    return text[part[-1].start].isupper() and all(
        text[word.start].isupper() or word.text.endswith("e") for word in part[:-1]
    )


def _touching(text: str, row: tuple[Word, ...]) -> Iterator[list[Word]]:
    """Runs of words with nothing but a space between them, or nothing in scripts without spaces."""
    run: list[Word] = []
    for word in row:
        if run:
            unspaced = [len(one.text) == 1 and not one.text.isascii() for one in (run[-1], word)]
            gap = text[run[-1].end : word.start]
            joined = not gap if all(unspaced) else gap in {" ", "-", "\n", "\u00a0"} and not any(unspaced)
            if not joined:
                yield run
                run = []
        run.append(word)
    if run:
        yield run


def _names(text: str, run: Sequence[Word], *, opens: bool, language: str) -> Iterator[tuple[Key, Span, float]]:
    """Maximal runs of capitalised words; the first word of a sentence only counts beside another."""
    part: list[Word] = []
    single = _NOUN_WORTH if language == "de" else _SINGLE_WORTH
    for place, word in enumerate([*run, None]):
        name = (
            word is not None
            and text[word.start].isupper()
            and _is_content(word.text)
            and word.text not in CALENDAR
            and word.text not in VERBS_EN
        )
        if word is not None and name and len(part) < _LONGEST_WORDS:
            part.append(word)
            if not word.text.endswith("'s"):
                continue
        if len(part) > 1 or (part and not (opens and part[0] is run[0])):
            around = [run[place - len(part) - 1].text] if place > len(part) else []
            around += [word.text] if word is not None else []
            said = not SAYING.isdisjoint(around)
            worth = NAME_WORTH if len(part) > 1 else single
            yield _stems(part), _place(part), worth * (_SPEAKER if said else 1.0)
        part = []


def _unspaced(run: list[Word]) -> Iterator[tuple[Key, Span, float]]:
    for size in range(2, _LONGEST_RUN + 1):
        for first in range(len(run) - size + 1):
            part = run[first : first + size]
            if part[0].text in JOINING or part[-1].text in JOINING or _is_hiragana(part):
                continue
            if size % 2 == 0 or not all("\u4e00" <= word.text[0] <= "\u9fff" for word in part):
                yield tuple(word.text for word in part), _place(part), _SINGLE_WORTH


def _is_hiragana(part: Sequence[Word]) -> bool:
    return any("\u3041" <= part[end].text[0] <= "\u309f" for end in (0, -1))


def _is_content(word: str) -> bool:
    bare = word.removesuffix("'s")
    return (
        len(bare) > 2
        and bare not in ARTICLES
        and bare not in VAGUE
        and not is_function(stem(bare))
        and not bare[0].isdigit()
    )


def _may_begin(word: str) -> bool:
    return word not in VERBS_EN and word not in CALENDAR and not word.endswith(("ly", "ed"))


def _may_end(word: str) -> bool:
    return _may_begin(word) and not word.endswith("ing")


def _stems(part: Sequence[Word]) -> Key:
    return tuple(stem(word.text) for word in part)


def _place(part: Sequence[Word]) -> Span:
    """From the first word to the last, without the "'s" of a possessive."""
    end = part[-1].end
    return Span(part[0].start, end - 2 if part[-1].text.endswith("'s") else end)
