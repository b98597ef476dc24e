"""Tells whether a claim and its source mean the same one where both say "she": whether the two have one antecedent.

claim    "Then Jones came. He was convicted in 2019."
source   "Smith resigned in May. Jones followed. He was convicted in 2019."   ->  True: Jones both times
claim    "In May Smith resigned. He was convicted in 2019."                   ->  False: Smith, and in the source Jones
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.document.document import Document
from summarizer.languages.registry import cached_by_records, languages, together
from summarizer.text.anaphora import is_anaphoric
from summarizer.text.fold import folded
from summarizer.text.terms import Term, is_function, placed_terms, stem

# How many sentences back the antecedent of a pronoun of the source is looked for, each with a pronoun of its own.
_BACK: Final = 3
_SENTENCE_START: Final = ".!?:“”\"'«»"


def same_antecedent(statement: str, *, before: str, document: Document, sentence: int) -> bool:
    """True unless a statement has a pronoun whose antecedent the source does not have for it.

    True for every statement without such a pronoun, and in languages whose pronouns are not known.

    Args:
        statement: What the source says word for word.
        before: The sentence before it in its own text, in which its antecedent stands; "" for none.
        document: The source.
        sentence: Index of the source's sentence that says the same.

    Returns:
        Whether the first name of the sentence before, or any other word of it that says something where it holds no
        name, stands among the source's sentences in which the antecedent of its own pronoun is.
    """
    if not before or not is_anaphoric(statement, document.language):
        return True
    context = _before_in_source(document, sentence)
    if folded(before) in folded(context):
        return True
    terms = [term for term in placed_terms(before) if _may_be_antecedent(term)]
    antecedent = _first_name(terms, before, document) or terms
    in_context = {term.text for term in placed_terms(context)}
    return any(term.text in in_context for term in antecedent)


def _may_be_antecedent(term: Term) -> bool:
    return not is_function(term.text) and term.text not in _calendar_stems()


def _first_name(terms: Sequence[Term], text: str, document: Document) -> list[Term]:
    """The words of the first name in a text that is not a place's; none if there is no name."""
    name: list[Term] = []
    for term in terms:
        if not _is_named(term, text, document) or _is_place(term, text):
            continue
        if name and text[name[-1].end : term.start].strip():
            break
        name.append(term)
    return name


def _is_named(term: Term, text: str, document: Document) -> bool:
    """Whether a word has a capital as a name; at the start of a sentence if the source never writes it without."""
    word = text[term.start : term.end]
    lead = text[: term.start].rstrip()
    opens = not lead or lead[-1] in _SENTENCE_START
    return word[:1].isupper() and not (opens and f" {word.casefold()}" in document.text)


def _is_place(term: Term, text: str) -> bool:
    """Whether a preposition such as "in" stands before it."""
    word_before = text[: term.start].rstrip().rpartition(" ")[2]
    return word_before.casefold() in together("anaphora.place_prepositions")


def _before_in_source(document: Document, sentence: int) -> str:
    """The source's sentences before one, back to the first without a pronoun that points back; the title at last."""
    found: list[str] = []
    for number in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
        found.append(document.prose(document.sentences[number].body))
        if not is_anaphoric(found[-1], document.language):
            return " ".join(found)
    if sentence <= _BACK:
        found.append(document.title or "")
    return " ".join(found)


@cached_by_records
def _calendar_stems() -> frozenset[str]:
    """The stems of months, weekdays and stretches of time in all languages: they are no subject."""
    found: set[str] = set()
    for language in languages():
        calendar = language.calendar
        names = (spellings[0] for spellings in (*calendar.months, *calendar.weekdays))
        found.update(stem(word) for word in (*names, *calendar.period_words))
    return frozenset(found)
