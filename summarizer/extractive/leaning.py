"""Finds the sentences that lean on what stands before them, though they do not open with a word that says so.

"Satellites confirmed it in 1971."      hangs: nothing in the sentence is meant by "it"
"The effect was smaller in men."        its noun is bare: which effect?
"Who pays?" / "A little more than 9."   answers
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.document.document import Block, Document, Sentence
from summarizer.languages.record import Phrase
from summarizer.languages.registry import alternatives, cached_by_records, language_of
from summarizer.text.terms import is_function, stem
from summarizer.text.words import Word, words

# So much of a sentence is looked at.
_READ: Final = 400
# A comma behind fewer words ends no clause: "On Monday, she left."
_FEWEST_IN_CLAUSE: Final = 5
# An answer with fewer words says little without its question; the length below which a key fact counts less, too.
_SHORT_ANSWER: Final = 8
_QUESTION: Final = ("?", "？", "؟")
# Verses, as poems for grown-ups and children have them; prose wrapped by hand has small letters in front.
_FEWEST_VERSES: Final = 3
_LONGEST_VERSE: Final = 70
_STOPS: Final = (".", "!", "?")
_CLOSERS: Final = "\"'”’»)]」』*_ "
_CLAUSE_SIGNS: Final = ",;:，；：–—("


def hangs(prose: str, language: str) -> bool:
    """Whether a word of the first clause points back and, as the clause is its first, at another sentence.

    A suspicion: "In Texas it is hot" hangs too. So it is for one who may leave the sentence out.

    Args:
        prose: The readable words of one sentence.
        language: ISO 639-1; in languages whose record has no such words, nothing hangs.
    """
    pointers = language_of(language).pointers
    if not pointers.hanging:
        return False
    text = prose[:_READ]
    if not _may_hang(language).search(text):
        return False
    row = words(text)
    end = _end_of_clause(text, row, language)
    first = _first_words(language)
    for at in range(1, len(row)):
        for phrase in first.get(row[at].text, ()):
            # A pronoun behind a clause may mean what that clause names; "in that case" means nothing of its sentence.
            if (at < end or len(phrase) > 1) and _stands_at(phrase, text, row, at, language):
                return True
    return False


def _end_of_clause(text: str, row: Sequence[Word], language: str) -> int:
    """The place of the first word that is no longer of the first clause."""
    record = language_of(language)
    for at in range(1, len(row)):
        gap = text[row[at - 1].end : row[at].start]
        if at >= _FEWEST_IN_CLAUSE and any(sign in gap for sign in _CLAUSE_SIGNS):
            return at
        # "since 2019" opens no clause.
        before_figure = at + 1 < len(row) and row[at + 1].text.isdecimal()
        if row[at].text in record.pointers.openers and not before_figure:
            return at
        if at >= _FEWEST_IN_CLAUSE and row[at].text in record.vocabulary.conjunctions:
            return at
    return len(row)


def _stands_at(phrase: Phrase, text: str, row: Sequence[Word], at: int, language: str) -> bool:
    for number, part in enumerate(phrase):
        place = at + number
        if part == "<end>":
            return place == len(row) or bool(text[row[place - 1].end : row[place].start].strip())
        if place >= len(row) or (part != "<any>" and row[place].text != part):
            return False
        if number and text[row[place - 1].end : row[place].start].strip():
            return False
    # "dafür, dass …": what it points at follows.
    behind = at + len(phrase)
    if behind >= len(row) or not text[row[behind - 1].end : row[behind].start].startswith(","):
        return True
    return row[behind].text not in language_of(language).discourse.that_words


@cached_by_records
def _may_hang(language: str) -> re.Pattern[str]:
    """One of the words that `hangs` looks for, so that most sentences need not be taken apart."""
    return re.compile(
        rf"(?i)(?<!\w)(?:{alternatives([word] for word in _first_words(language))})(?!\w)".replace("'", "['’]")
    )


@cached_by_records
def _first_words(language: str) -> dict[str, list[Phrase]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in language_of(language).pointers.hanging:
        found.setdefault(phrase[0], []).append(phrase)
    return found


def bare_noun(prose: str, language: str) -> str:
    """The stem of what a sentence opens with and does not introduce: "the effect" and a verb behind it; or "".

    Args:
        prose: The readable words of one sentence.
        language: ISO 639-1; in languages whose record has no definite articles, none does.
    """
    articles = _definite_articles(language)
    if not articles:
        return ""
    head = prose[:_READ].split(maxsplit=3)[:3]
    if len(head) < 3 or head[0].casefold() not in articles:
        return ""
    noun, behind = head[1], head[2].casefold().rpartition("'")[2]
    record = language_of(language)
    if not noun.isalpha() or (noun[0].isupper() and not record.prose.capital_nouns):
        return ""
    if record.prose.verbs:
        is_verb = behind in record.prose.verbs or behind.endswith("ed")
    else:
        ties = record.vocabulary.linking_prepositions | record.anaphora.place_prepositions | record.anaphora.articles
        is_verb = is_function(stem(behind)) and behind not in ties | record.vocabulary.conjunctions
    return stem(noun.casefold()) if is_verb else ""


@cached_by_records
def _definite_articles(language: str) -> frozenset[str]:
    phrases = language_of(language).pointers.definites
    return frozenset(
        phrase[0] for phrase in phrases if len(phrase) == 2 and phrase[1] == "<noun>" and "'" not in phrase[0]
    )


def is_short_answer(document: Document, sentence: Sentence, prose: str) -> bool:
    """Whether a sentence opens a block behind a question, and says little without it.

    Args:
        document: The document.
        sentence: One of its sentences.
        prose: Its readable words.
    """
    block = document.blocks[sentence.block]
    if sentence.index != block.first or block.first == 0 or len(prose.split()) >= _SHORT_ANSWER:
        return False
    before = document.sentences[block.first - 1]
    return before.body.of(document.text).rstrip(_CLOSERS).endswith(_QUESTION)


def is_verse(document: Document, block: Block, *, goes_on: bool = False) -> bool:
    """Whether a block is lines of a poem: three at least, each with a capital, and most without an end of a sentence.

    Args:
        document: The document.
        block: One of its blocks.
        goes_on: Whether verse stands right before it; then fewer lines are verse, too.
    """
    if block.kind not in {"paragraph", "quote"}:
        return False
    lines = [line.strip() for line in document.text[block.start : min(block.end, block.start + _READ)].splitlines()]
    lines = [line for line in lines if line]
    if (len(lines) < _FEWEST_VERSES and not goes_on) or any(
        not line[0].isupper() or len(line) > _LONGEST_VERSE for line in lines
    ):
        return False
    return sum(line.rstrip(_CLOSERS).endswith(_STOPS) for line in lines) * 2 <= len(lines)
