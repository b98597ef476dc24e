"""Rates how well a sentence stands alone: whether a reader who sees only it would take it for a whole statement.

"The council closed the bridge on Monday."   1.0    a whole statement
"It closed the bridge on Monday."            0.25   needs the sentence before it
"Closed since Monday."                       0.08   ends as a sentence and states nothing
"What now?"                                  0.05   no statement
"""

from __future__ import annotations

import re
from collections.abc import Container
from typing import Final

from summarizer.document.document import BlockKind
from summarizer.languages.registry import language_of, together
from summarizer.languages.scripts import UNSPACED
from summarizer.text.pointers import goes_on, leans
from summarizer.text.terms import is_function, stem

# A sentence at or above this reads as a whole statement without the one before it. Below are, in falling order, those
# that need another sentence, those that end as a sentence does and are no statement, those that do not or ask, and
# those that are no prose at all. The factors were set by reading the picks for the example articles; run
# benchmarks/extractive.py again when one moves.
STANDS_ALONE: Final = 0.3
# One that asks for something is no fact, and may be read; so may one about "the effect", told of before, if need be.
INSTRUCTION: Final = 0.28
BARE: Final = 0.27
NEEDS_CONTEXT: Final = 0.25
NO_STATEMENT: Final = 0.1
# At or above this it is prose that ends with a stop and asks nothing.
ENDS: Final = 0.08
_NO_END: Final = 0.07
_SHORT_WITHOUT_END: Final = 0.05
_CAPTION: Final = 0.04
NO_PROSE: Final = 0.02
# A sentence of fewer words is a cry or a label.
_FEWEST_WORDS: Final = 4
# The length of a key fact that says who did what: shorter and longer sentences count less. By the same reading.
_SHORT_WORDS: Final = 8
_LONG_WORDS: Final = 45
# An adverbial before a comma is no longer than this.
_OPENING_CHARS: Final = 60
# An English sentence that is longer has a verb, whether or not the list knows it.
_VERBLESS_WORDS: Final = 25
# A few quoted words are a statement; from this share of a sentence on, quoted words count against it.
_SPOKEN_SHARE: Final = 0.15

# Captions, bylines and lines of a page that are not of the article: a word of theirs in front and no sentence behind.
_NOT_PROSE: Final = re.compile(
    r"(?i)^(?:photos?|photograph|image|picture|video|figure|fig\.|table|source|credit|caption|foto|bild|quelle|by|von|par|"
    r"por|published|updated|posted|last updated|release date|title|author|language|isbn)\b"
    r"(?:[^.!?]{0,80}:|[^.!?]{0,60}$)"
    r"|^(?:read more|see also|click here|subscribe|sign up|share this|follow us|copyright|©|all rights reserved)"
    r"|https?://|www\.|\S@\S+\.\S"
)
_STOPS: Final = ".!…。！．।॥۔؟።։།"
# Thai and Lao end a sentence without a stop.
_STOPLESS: Final = re.compile(r"[\u0e00-\u0eff]")
_CLOSERS: Final = "\"'”’»«“)]）」』】›"
# "rises", but not "progress", "status" or "basis".
_PRESENT: Final = re.compile(r"[^siu]s$")
_QUESTION: Final = re.compile(r"[?？؟;]$")
_QUOTATION: Final = re.compile(r'“[^”]*”?|„[^“”]*[“”]?|«[^»]*»?|"[^"]*"?|「[^」]*」?|»[^«]*«?|‘.*?(?:’(?!\w)|$)')
_UNSPACED: Final = re.compile(f"[{UNSPACED}]")


def needs_context(prose: str, language: str) -> bool:
    """True when a sentence points back at one before, or goes on from it: `needs_context("He left.", "en")`.

    Args:
        prose: The readable words of one sentence.
        language: ISO 639-1; in languages without a list no sentence needs context.

    Returns:
        Whether a reader needs the sentence before.
    """
    if not language:
        return False
    return leans(prose, language) or goes_on(prose, language)


def count_words(prose: str) -> int:
    """How many words a text has; two characters of a script without spaces count as one."""
    return len(prose.split()) + len(_UNSPACED.findall(prose)) // 2


def self_containedness(
    prose: str, *, kind: BlockKind, language: str, more: bool = False, leans: bool | None = None
) -> float:
    """How well a sentence stands alone, above 0 and at most 1.

    At or above `STANDS_ALONE` it is a whole statement: prose that ends with a stop, is no question, heading, table row,
    caption, byline or piece of speech, and does not open with a word that points back.

    Args:
        prose: The readable words of the sentence (`document.prose(sentence.body)`); the head of it will do.
        kind: The kind of block that the sentence lies in.
        language: ISO 639-1, or "" where it is not known.
        more: True when `prose` is only the head of a sentence too long to be read whole.
        leans: What `needs_context` said of it; None to ask.

    Returns:
        A factor for a sentence's score; never zero, so that the best of a bad lot can still be told.
    """
    text = prose.strip()
    if not text or kind in {"heading", "table", "code"}:
        return NO_PROSE
    if more or _is_caption(text):
        return _CAPTION
    size = count_words(text)
    if not _ends_as_statement(text):
        return _NO_END if size >= _FEWEST_WORDS else _SHORT_WITHOUT_END
    if size < _FEWEST_WORDS:
        return ENDS
    if _is_fragment(text, size, language):
        return NO_STATEMENT
    if _is_instruction(text, kind, language):
        return INSTRUCTION
    worth = _length_factor(size) * _speech_factor(text) * _voice_factor(text, kind)
    if needs_context(text, language) if leans is None else leans:
        return min(NEEDS_CONTEXT, NEEDS_CONTEXT * worth)
    return max(worth, NO_STATEMENT)


def _is_caption(text: str) -> bool:
    """True for a caption, a byline or another line of a page, and for lines without a letter."""
    if _NOT_PROSE.search(text):
        return True
    return not any(letter.isalpha() for letter in text)


def _ends_as_statement(text: str) -> bool:
    """True for a text that ends with a stop, inside quotation marks and brackets too, and is no question."""
    ending = text.rstrip(_CLOSERS + " ")
    if not ending or _QUESTION.search(ending):
        return False
    return ending[-1] in _STOPS or _STOPLESS.match(ending[-1]) is not None


def _is_fragment(text: str, size: int, language: str) -> bool:
    """True for a piece that starts in the middle, or a short English one without a verb."""
    if text[0] in ",;:)" or text[0].islower():
        return True
    return bool(language_of(language).prose.verbs) and size <= _VERBLESS_WORDS and not has_verb(text, language)


def has_verb(text: str, language: str) -> bool:
    """True for a text that holds a finite verb behind its first word; false in languages whose verbs are not listed.

    Args:
        text: The readable words of a sentence, or of a part of one.
        language: ISO 639-1, or "".
    """
    verbs = language_of(language).prose.verbs
    if not verbs:
        return False
    words = [word.strip(",;:.!()“”\"'") for word in text.replace("’", "'").split()]
    return any(_may_be_verb(word, len(words), verbs) for word in words[1:])


def _may_be_verb(word: str, size: int, verbs: Container[str]) -> bool:
    """True for a listed verb and for a word with a verb's ending; "s" is none in the shortest of sentences."""
    if word.casefold() in verbs:
        return True
    if not word.islower():
        return False
    return word.endswith("ed") or (size > _FEWEST_WORDS and _PRESENT.search(word) is not None)


def _is_instruction(text: str, kind: BlockKind, language: str) -> bool:
    """True for a sentence that asks for something: "Add the flour.", "On the first day, mix 50 grams of it"."""
    imperatives = language_of(language).prose.imperatives
    if not imperatives:
        return False
    for part in (text, text[:_OPENING_CHARS].partition(",")[2]):
        first, *behind = part.split(maxsplit=2)[:2] or [""]
        if first.casefold() not in imperatives:
            continue
        # "Press reports say …" asks for nothing.
        next_word = behind[0].casefold() if behind else ""
        follows = next_word in imperatives or next_word in language_of(language).pointers.openers
        if kind == "item" or follows or next_word[:1].isdigit() or is_function(stem(next_word)):
            return True
    return False


def _length_factor(size: int) -> float:
    """Full for the length of a key fact; falling outside, never to nothing."""
    if size < _SHORT_WORDS:
        return 0.35 + 0.65 * size / _SHORT_WORDS
    if size <= _LONG_WORDS:
        return 1.0
    factor: float = max(0.1, _LONG_WORDS / size) ** 1.5
    return factor


def _speech_factor(text: str) -> float:
    """Speech counts against a sentence by its share of it: a few quoted words are a statement, a reply is none."""
    closed = text.count("”") + text.count("„")
    unpaired = text.count("“") != closed or text.count('"') % 2
    if unpaired or text[0] in "\"'“‘„«»'「『([–—-":
        return 0.25
    spoken = sum(len(part) for part in _QUOTATION.findall(text)) / len(text)
    if spoken < _SPOKEN_SHARE:
        return 1.0
    return max(0.2, 1.0 - 1.3 * spoken)


def _voice_factor(text: str, kind: BlockKind) -> float:
    """A quotation, an exclamation or a sentence in the first person tells less than a plain statement."""
    factor = 0.7 if kind == "quote" else 1.0
    if text.rstrip(_CLOSERS + " ").endswith(("!", "！")):
        factor *= 0.6
    first_person = together("anaphora.first_person")
    if any(word.strip(",.;:“”\"'’").casefold() in first_person for word in text.split()):
        factor *= 0.7
    return factor
