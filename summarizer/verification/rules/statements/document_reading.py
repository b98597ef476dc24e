"""A document is read once, sentence by sentence, and claims about it are read as its own sentences are.

reading = DocumentReading.of(document)
reading.sentences[3]                        ->  document.sentences[3] in canonical form
reading.read("The club paid $5 for it.")    ->  in US dollars, where the document writes "US$" for every dollar
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from summarizer.document.document import Document, Sentence
from summarizer.document.misread_sentences import misread_sentences
from summarizer.text.line_hyphens import other_readings, whole_words
from summarizer.text.span import Span
from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.numbers.units import ANY_DOLLAR, is_in_sterling, may_be_one, pounds_in
from summarizer.verification.reading.values import Quantity

# What a plain splitter leaves before a sentence: the full stop of the one before, a bullet, the signs of a heading.
_STRAY: Final = re.compile(r"\s*(?:(?:[.·•‣◦▪●>*+–—-]|#{1,6})\s+)+(?=[^\W\d_]|[\"'“‘«„(\[`])")


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentReading:
    """A document with its sentences in canonical form: `sentences[i]` is `document.sentences[i]`.

    Attributes:
        misread: The sentences that are read otherwise than they are stored, and the character that does it: they state
            nothing, and speak against nothing.
        sterling: Pounds in it may be money, as it writes "£" or "sterling" somewhere.
        other_readings: By the index of a sentence, the words in one piece that a line's end cuts in it and that are
            read with a hyphen: it may say them. They state no claim, and are not absent from the source either.
        dollar: What "$" in a claim means: US dollars where the document writes "US$" and never a bare "$", else any.
    """

    document: Document
    sentences: tuple[CanonicalText, ...]
    other_readings: Mapping[int, CanonicalText]
    misread: Mapping[int, str]
    sterling: bool
    dollar: str

    @classmethod
    def of(cls, document: Document) -> DocumentReading:
        """The reading of a document, each sentence read once."""
        sterling = is_in_sterling(document.text)
        sentences: list[CanonicalText] = []
        others: dict[int, CanonicalText] = {}
        for sentence in document.sentences:
            text = _readable(document, sentence)
            whole = whole_words(text, source=document.text)
            sentences.append(_canonical(whole, document.language, sterling=sterling))
            cut = other_readings(text, source=document.text)
            if cut:
                others[sentence.index] = _canonical("; ".join(cut), document.language, sterling=sterling)
        return cls(
            document=document,
            sentences=tuple(sentences),
            other_readings=others,
            misread=misread_sentences(document),
            sterling=sterling,
            dollar=_dollar_of(sentences),
        )

    def read(self, claim: str, *, language: str | None = None) -> CanonicalText:
        """The canonical form of a claim, without a bullet or a stray full stop before it, which say nothing.

        Args:
            claim: What is read.
            language: The language that it is in; None for that of the document.
        """
        stray = _STRAY.match(claim)
        whole = whole_words(claim[stray.end() :] if stray else claim, source=self.document.text)
        spoken = self.document.language if language is None else language
        read = _canonical(whole, spoken, sterling=self.sterling)
        if self.dollar == ANY_DOLLAR:
            return read
        return read.with_tokens(_in_dollar(token, self.dollar) for token in read.tokens)

    def facts_of(self, sentences: Iterable[int]) -> FactIndex:
        """What these sentences hold, in whichever way a cut word is read."""
        numbers = list(sentences)
        others = [self.other_readings[number] for number in numbers if number in self.other_readings]
        return FactIndex.of([*(self.sentences[number] for number in numbers), *others])

    def span(self, first: int, last: int) -> Span:
        """The place of sentences `first` to `last`, without list marker or heading sign at its start."""
        sentences = self.document.sentences
        return Span(sentences[first].body.start, sentences[last].body.end)


def _canonical(text: str, language: str, *, sterling: bool) -> CanonicalText:
    return canonicalize(text, language=language, pounds=pounds_in(text) if sterling else "weight")


def _readable(document: Document, sentence: Sentence) -> str:
    """The words of a sentence without marks of structure and inline markup."""
    if not document.markdown and document.blocks[sentence.block].kind != "quote":
        return sentence.body.of(document.text)
    return document.stripped(sentence.span).text


def _dollar_of(sentences: Iterable[CanonicalText]) -> str:
    """The one dollar that all sums of a document are in, if it is the US dollar, else any dollar."""
    dollars: set[str] = set()
    for sentence in sentences:
        units = (token.unit for token in sentence.tokens if token.kind == "money")
        dollars.update(unit for unit in units if may_be_one(ANY_DOLLAR, unit))
    return "USD" if dollars == {"USD"} else ANY_DOLLAR


def _in_dollar(token: Token, dollar: str) -> Token:
    """A token whose "$" is read as the dollar named, others as they are."""
    value = token.value
    if isinstance(value, Quantity) and value.unit == ANY_DOLLAR:
        return token.meaning(replace(value, unit=dollar))
    return token
