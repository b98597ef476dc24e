"""Finds facts that say the same: one stays with the evidence of all, the others are merged into it.

"The ferry carries 28 cars." and "Ferry carries 28 cars." are one fact, and "A beat B." and "B beat A." are two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from rapidfuzz.distance import Indel

from summarizer.document.document import Document
from summarizer.facts.fact import CheckedFact
from summarizer.facts.statements import ReadStatement
from summarizer.languages.registry import together
from summarizer.text.words import words
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.reading.numbers.units import is_in_sterling

# Word order: below nine tenths in sequence, "A beat B" and "B beat A" would be one. Chosen by hand on such pairs
# (tests/facts/test_merge.py); a paraphrase below it stays two facts, which costs a repetition and never a fact.
_SAME_ORDER = 0.9
# One word more of these kinds makes another statement of the same words.
_CHANGES_STATEMENT = frozenset(("negation", "modality", "quantifier", "attribution", "condition", "bound"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFacts:
    """Facts of which no two say the same, and those that went into them: together all that were given."""

    facts: tuple[CheckedFact, ...]
    absorbed: tuple[CheckedFact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _ReadFact:
    """A fact, the words of its statement, and that read with its values where there are several sources."""

    fact: CheckedFact
    words: tuple[str, ...]
    statement: ReadStatement | None


def merge_facts(facts: Sequence[CheckedFact], *, document: Document, language: str = "") -> MergedFacts:
    """One fact once, with all its evidence: `len(facts) == len(result.facts) + len(result.absorbed)`.

    Two facts say the same when they differ in articles at most; or when one of them says all that the
    other says and more, from the same sentence. The same words about different things stay two: where the evidence is
    not shared, the statement must name what it is about, or stand under the same heading both times. Facts of different
    sources say the same when their words and values are equal but for a word or two: then the one that says no more
    than both sources do stays, with two places.

    Args:
        facts: supported facts; of two that say the same the fuller one stays, else the first.
        document: whose facts they are.
        language: the language that they were asked for in, ISO 639-1; "" for that of the document.
    """
    language = language or document.language
    several = len(document.parts) > 1
    sterling = several and is_in_sterling(document.text)
    kept: list[_ReadFact] = []
    absorbed = []
    for fact in facts:
        new = _read(fact, language=language, several=several, sterling=sterling)
        for place, old in enumerate(kept):
            winner = _fuller_of(old, new, document=document, language=language)
            if winner is None:
                continue
            loser = old if winner is new else new
            kept[place] = replace(winner, fact=_with_evidence(winner.fact, loser.fact))
            reason = f"says the same as {winner.fact.id}, which carries its evidence too"
            absorbed.append(loser.fact.model_copy(update={"outcome": "merged", "reason": reason}))
            break
        else:
            kept.append(new)
    return MergedFacts(facts=tuple(one.fact for one in kept), absorbed=tuple(absorbed))


def _read(fact: CheckedFact, *, language: str, several: bool, sterling: bool) -> _ReadFact:
    statement = ReadStatement.of(fact.statement, language=language, sterling=sterling) if several else None
    return _ReadFact(fact=fact, words=tuple(word.text for word in words(fact.statement)), statement=statement)


def _fuller_of(old: _ReadFact, new: _ReadFact, *, document: Document, language: str) -> _ReadFact | None:
    """The fact that says all that both say, the old one if both do; None where each says something of its own."""
    if _differ_in_articles(old, new, document=document):
        return old
    agreed = _said_by_both(old, new, document=document)
    if agreed is not None:
        return agreed
    if _says_all_of(old, new, language=language):
        return old
    if _says_all_of(new, old, language=language):
        return new
    return None


def _differ_in_articles(one: _ReadFact, other: _ReadFact, *, document: Document) -> bool:
    """True when two facts have the same words in the same order but for articles, and are about the same thing."""
    count, other_count = Counter(one.words), Counter(other.words)
    articles = together("vocabulary.bare_articles")
    if not articles.issuperset(count - other_count) or not articles.issuperset(other_count - count):
        return False
    if Indel.normalized_similarity(one.words, other.words) < _SAME_ORDER:
        return False
    if _share_evidence(one.fact, other.fact) or _has_name(one.fact):
        return True
    return _sections(one.fact, document) == _sections(other.fact, document)


def _said_by_both(old: _ReadFact, new: _ReadFact, *, document: Document) -> _ReadFact | None:
    """Of two facts of which no source states both, the one that both sources state, if there is one."""
    if old.statement is None or new.statement is None or _sources(old.fact, document) & _sources(new.fact, document):
        return None
    if old.statement.says_no_more_than(new.statement):
        return old
    return new if new.statement.says_no_more_than(old.statement) else None


def _sources(fact: CheckedFact, document: Document) -> frozenset[str]:
    """The ids of the sources that the evidence of a fact stands in."""
    parts = (document.part_at(evidence.start) for evidence in fact.evidence)
    return frozenset(part.id for part in parts if part is not None)


def _says_all_of(more: _ReadFact, less: _ReadFact, *, language: str) -> bool:
    """True when one fact has all words of the other in their order, from a shared sentence, and changes none of them.

    A word more that negates, hedges, bounds or attributes makes another statement of the same words.
    """
    if not _share_evidence(less.fact, more.fact):
        return False
    extra = Counter(more.words) - Counter(less.words)
    cues = cues_at(tuple(more.words), language)
    if any(word in extra and kinds & _CHANGES_STATEMENT for word, kinds in zip(more.words, cues, strict=True)):
        return False
    # `in` reads the iterator up to the word found, so that the next word is looked for behind it.
    rest = iter(more.words)
    return all(word in rest for word in less.words)


def _share_evidence(one: CheckedFact, other: CheckedFact) -> bool:
    pairs = product(one.evidence, other.evidence)
    return any(evidence.span.overlaps(another.span) for evidence, another in pairs)


def _has_name(fact: CheckedFact) -> bool:
    return any(check.kind == "name" for check in fact.checks)


def _sections(fact: CheckedFact, document: Document) -> frozenset[int]:
    """The headings that the evidence stands under, by their index; -1 for none."""
    found: set[int] = set()
    for evidence in fact.evidence:
        heading = document.heading_above(document.sentence_at(evidence.start))
        found.add(heading.index if heading else -1)
    return frozenset(found)


def _with_evidence(fact: CheckedFact, other: CheckedFact) -> CheckedFact:
    by_span = {evidence.span: evidence for evidence in (*other.evidence, *fact.evidence)}
    in_order = dict.fromkeys(evidence.span for evidence in (*fact.evidence, *other.evidence))
    evidence = tuple(by_span[span] for span in in_order)
    importance = max(fact.importance, other.importance)
    return fact.model_copy(update={"evidence": evidence, "importance": importance})
