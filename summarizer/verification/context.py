"""Whether what stands before a statement in its own text is spoken of before it in the source, so that "she" is one."""

from __future__ import annotations

from typing import Final

from summarizer.text.document import Document
from summarizer.verification.referring import refers
from summarizer.verification.terms import is_function, placed_terms

# How many sentences back the one is looked for that a source's own "she" points at, each pointing further back itself.
_BACK: Final = 3


def in_context(statement: str, *, before: str, document: Document, sentence: int) -> bool:
    """True unless a statement refers to something before it that the source speaks of elsewhere.

    "He was convicted", behind "Smith resigned", is not what a source says with "Jones followed. He was convicted." True
    for every statement that refers to nothing before it, and in languages whose pronouns are not known.

    Args:
        statement: What the source says word for word.
        before: The sentence before it in its text, "" for none.
        document: The source.
        sentence: Index of the source's sentence that it is.

    Returns:
        Whether the sentence before shares a name with what the source's sentence points at, or, where it holds none
        behind its first word, another word that says something.
    """
    if not before or not refers(statement, document.language):
        return True
    there = {term.text for term in placed_terms(_pointed_at(document, sentence))}
    terms = [term for term in placed_terms(before) if not is_function(term.text)]
    names = [term for term in terms if term.start and before[term.start].isupper()]
    return any(term.text in there for term in names or terms)


def _pointed_at(document: Document, sentence: int) -> str:
    """The source's sentence before, and those before that one as long as each points back itself; the title at last."""
    found: list[str] = []
    for index in range(sentence - 1, max(-1, sentence - 1 - _BACK), -1):
        found.append(document.prose(document.sentences[index].body))
        if not refers(found[-1], document.language):
            return " ".join(found)
    return " ".join([*found, document.title or ""]) if sentence <= _BACK else " ".join(found)
