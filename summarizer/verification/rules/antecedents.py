"""Whether what stands before a statement in its own text is spoken of before it in the source, so that "she" is one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.document.document import Document
from summarizer.languages.registry import cached_by_records, languages, together
from summarizer.text.anaphora import is_anaphoric
from summarizer.text.fold import folded
from summarizer.text.terms import Term, is_function, placed_terms, stem

# How many sentences back the one is looked for that a source's own "she" points at, each pointing further back itself.
_BACK: Final = 3


def same_antecedent(statement: str, *, before: str, document: Document, sentence: int) -> bool:
    """True unless a statement refers to something before it that the source speaks of elsewhere.

    "He was convicted", behind "Smith resigned", is not what a source says with "Jones followed. He was convicted." True
    for every statement that refers to nothing before it, and in languages whose pronouns are not known.

    Args:
        statement: What the source says word for word.
        before: The sentence before it in its text, "" for none.
        document: The source.
        sentence: Index of the source's sentence that it is.

    Returns:
        Whether the first name of the sentence before, or, where it holds none, another word of it that says something,
        stands in what the source's sentence points at.
    """
    if not before or not is_anaphoric(statement, document.language):
        return True
    pointed = _pointed_at(document, sentence)
    if folded(before) in folded(pointed):
        return True
    there = {term.text for term in placed_terms(pointed)}
    terms = [term for term in placed_terms(before) if not is_function(term.text) and term.text not in _calendar_stems()]
    return any(term.text in there for term in _subject(terms, before, document) or terms)


def _subject(terms: Sequence[Term], before: str, document: Document) -> list[Term]:
    """The first name of a sentence, but for places; its first word only where the source knows it as no other word."""
    run: list[Term] = []
    for term in terms:
        lead = before[: term.start].rstrip()
        written = before[term.start : term.end]
        opens = not lead or lead[-1] in ".!?:“”\"'«»"
        named = written[:1].isupper() and not (opens and f" {written.casefold()}" in document.text)
        if named and lead.rpartition(" ")[2].casefold() not in together("anaphora.place_prepositions"):
            if run and before[run[-1].end : term.start].strip():
                break
            run.append(term)
    return run


def _pointed_at(document: Document, sentence: int) -> str:
    """The source's sentence before, and those before that one as long as each points back itself; the title at last."""
    found: list[str] = []
    for index in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
        found.append(document.prose(document.sentences[index].body))
        if not is_anaphoric(found[-1], document.language):
            return " ".join(found)
    return " ".join([*found, document.title or ""]) if sentence <= _BACK else " ".join(found)


@cached_by_records
def _calendar_stems() -> frozenset[str]:
    """The stems of months, weekdays and stretches of time in all languages: they are no subject."""
    found: set[str] = set()
    for language in languages():
        calendar = language.calendar
        names = (spellings[0] for spellings in (*calendar.months, *calendar.weekdays))
        found.update(stem(word) for word in (*names, *calendar.period_words))
    return frozenset(found)
