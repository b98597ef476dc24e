"""Finds the headline of an article in its own words: its title, else its most telling sentence, else none.

"Varrow recalls 12,000 drills" above the text  ->  that
no title, "The mill closed on Monday, although its owner had promised …"  ->  "The mill closed on Monday"
no title, nothing but "He left." and "Who knows?"  ->  ""
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Document
from summarizer.extractive.self_containedness import STANDS_ALONE, has_verb
from summarizer.extractive.sentence_scores import ScoredSentence, SentenceScores, content_terms
from summarizer.languages.registry import language_of, together
from summarizer.languages.scripts import is_unspaced
from summarizer.text.span import Span
from summarizer.text.words import words

# A longer sentence is cut: two lines of print hold about so many letters, and half as many signs of scripts whose signs
# are whole syllables or words. Below this nearly every first sentence of a news report stays whole.
_LONGEST: Final = 150
_LONGEST_UNSPACED: Final = 75
# What is left of a cut sentence says who did what with so many words at least.
_FEWEST_WORDS: Final = 5
# A shorter text is read as fast as a headline, and would only be said twice.
_FEWEST_STATEMENTS: Final = 5
# Of sentences whose scores are at least this share of the best the first is taken, as articles open with their news.
# Set by reading the headlines of benchmarks/forms; read them again (benchmarks/extractive.py --read) when it moves.
_NEARLY_BEST: Final = 0.7
# A heading is a title, and not the name of a form ("For immediate release"), where the text has words of it; it is
# looked for among the first headings and in so many sentences.
_TITLE_BLOCKS: Final = 8
_SENTENCES_READ: Final = 200
# What lies beyond in a sentence is not read when it is cut.
_READ: Final = 500
# The most words of a name in a byline.
_MOST_NAMES: Final = 4
# A clause may end before one of these; the sign itself is cut off.
_CLAUSE_END: Final = re.compile(r"[;；—–]|,(?=\s)|[，、]")
_STOPS: Final = ".。．।"
_STOPS_IN: Final = re.compile(r"[.…]")


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateTitle:
    """A headline or section title and its place; no `span` where the text lacks the title given, or for none ("").

    With a span, `folded(text) == folded(document.prose(span))`.
    """

    text: str
    span: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A headline, and the index of the sentence that it says whole; None for a title, a cut sentence and none."""

    title: CandidateTitle
    sentence: int | None = None

    def said(self) -> tuple[int, ...]:
        """The sentence that it says whole, if any."""
        return () if self.sentence is None else (self.sentence,)


NO_TITLE: Final = CandidateTitle(text="", span=None)


def find_headline(document: Document, scores: SentenceScores, *, taken: Collection[int] = ()) -> Headline:
    """The article's title; else the first of its most telling sentences, cut at a clause where it is long; else none.

    A short text without a title has no headline, as that would say one of its few sentences twice.

    Args:
        document: Any document.
        scores: The scores of its sentences.
        taken: Sentences that are said elsewhere.

    Returns:
        A headline that is no name, byline or piece of a clause; `headline.title == NO_TITLE` where there is none.
    """
    title = own_title(document, scores)
    if title is not None:
        return Headline(title=CandidateTitle(text=title, span=find_title(document, title)))
    statements = [one for one in scores.sentences if one.terms and one.self_containedness >= STANDS_ALONE]
    if len(statements) < _FEWEST_STATEMENTS:
        return Headline(title=NO_TITLE)
    return next(
        _from_sentences(document, [one for one in _most_telling(statements) if one.index not in taken]),
        Headline(title=NO_TITLE),
    )


def own_title(document: Document, scores: SentenceScores) -> str | None:
    """The title of a document, unless it is none: a byline, an address, the name of a form that a heading follows."""
    title = document.title
    if not title or _is_byline(title) or not any(sign.isalnum() for sign in title):
        return None
    headings = _opening_headings(document)
    if title not in headings[:1]:
        return title
    said: set[str] = set()
    for one in scores.sentences[:_SENTENCES_READ]:
        if document.block_of(one.index).kind != "heading":
            said.update(one.terms)
    telling = (one for one in headings if not said.isdisjoint(content_terms(one, document.language)))
    return next(telling, title)


def _is_byline(title: str) -> bool:
    """True for "By Nora Feltham": such a word and two to four more, all with a capital."""
    first, *names = title.split()
    if first.casefold() not in together("calendar.bylines") or not 2 <= len(names) <= _MOST_NAMES:
        return False
    return all(name[0].isupper() for name in names)


def _opening_headings(document: Document) -> list[str]:
    """The headings among the first blocks."""
    return [document.prose(block.span) for block in document.blocks[:_TITLE_BLOCKS] if block.kind == "heading"]


def _most_telling(statements: Sequence[ScoredSentence]) -> list[ScoredSentence]:
    best = max(one.score for one in statements)
    return [one for one in statements if one.score >= _NEARLY_BEST * best]


def _from_sentences(document: Document, telling: Sequence[ScoredSentence]) -> Iterator[Headline]:
    """The headlines that some sentences make: a short one whole, a long one cut at a clause, if there is one."""
    for one in telling:
        body = document.sentences[one.index].body
        span = _without_stop(document, body)
        text = document.prose(span)
        if _is_short(text):
            yield Headline(title=CandidateTitle(text=text, span=span), sentence=one.index)
            continue
        cut = _cut_at_clause(document, body)
        if cut is not None:
            yield Headline(title=CandidateTitle(text=document.prose(cut), span=cut))


def _without_stop(document: Document, body: Span) -> Span:
    """A sentence without its full stop, as a headline has none; one behind "U.S." stays."""
    text = body.of(document.text)
    last_word = text[:-1].rsplit(maxsplit=1)[-1:]
    if text[-1] in _STOPS and not any(_STOPS_IN.search(word) for word in last_word):
        return Span(body.start, body.end - 1)
    return body


def _is_short(text: str) -> bool:
    unspaced = sum(map(is_unspaced, text))
    return len(text) <= (_LONGEST_UNSPACED if 2 * unspaced > len(text) else _LONGEST)


def _cut_at_clause(document: Document, body: Span) -> Span | None:
    """The first clause of a sentence, and as many more as need be: a statement of its own that means the same alone."""
    text = body.of(document.text)[:_READ]
    ends = list(_CLAUSE_END.finditer(text))
    # A first clause without a verb is a subject that what follows is about, or an adverbial.
    if not ends or not _is_statement(text[: ends[0].start()], document.language):
        return None
    for end in ends:
        head, tail = text[: end.start()], text[end.end() :]
        if not _is_short(head):
            return None
        if _is_balanced(head) and not _bears_on(tail, document.language):
            return Span(body.start, body.start + end.start())
    return None


def _is_statement(head: str, language: str) -> bool:
    """True for a head with a verb: known of the languages whose verbs are listed, so that no other is cut."""
    return len(head.split()) >= _FEWEST_WORDS and has_verb(head, language)


def _is_balanced(head: str) -> bool:
    return all(head.count(opening) == head.count(closing) for opening, closing in ("()", "[]", "“”", "«»"))


def _bears_on(tail: str, language: str) -> bool:
    """True for what must not be lost: a condition of the statement before it, or who says so."""
    found = tuple(word.text for word in words(tail))
    cues = language_of(language).cues
    if any(found[: len(cue)] == cue for cue in cues.condition):
        return True
    return any(found[at : at + len(cue)] == cue for cue in cues.attribution for at in range(len(found)))


def find_title(document: Document, title: str) -> Span | None:
    """Where a title stands in a document: a heading that reads so, else its first occurrence as whole words."""
    for index in document.headings:
        span = document.body_of(document.blocks[index])
        if document.prose(span) == title:
            return span
    found = re.search(rf"(?<!\w){re.escape(title)}(?!\w)", document.text)
    return Span(*found.span()) if found else None
