"""Finds facts that say the same: one stays with all their evidence, the others are merged into it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from summarizer.document.document import Document
from summarizer.facts.fact import CheckedFact
from summarizer.text.words import words
from summarizer.verification.reading.cues import cues_of

# Word order: below nine tenths in sequence, "A beat B" and "B beat A" would be one. Chosen by hand on such pairs
# (tests/facts/test_merge.py); a paraphrase below it stays two facts, which costs a repetition and never a fact.
_SAME_ORDER = 0.9
# Articles: with or without them a statement says the same. Prepositions are not here ("to" and "from" are two things).
_SOFT = frozenset(
    "a an the der die das dem den des ein eine einen einem einer le la les un une el los las il lo".split()
)


_BEARING = frozenset(("negation", "modality", "quantifier", "attribution", "condition", "bound"))


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedFacts:
    """Facts of which no two say the same, and those that went into them: together all that were given."""

    facts: tuple[CheckedFact, ...]
    absorbed: tuple[CheckedFact, ...]


def merge_facts(facts: Sequence[CheckedFact], *, document: Document) -> MergedFacts:
    """One fact once, with all its evidence: `len(facts) == len(result.facts) + len(result.absorbed)`.

    Two facts say the same when they differ in articles at most; or when one of them says all that the
    other says and more, from the same sentence. The same words about different things stay two: where the evidence is
    not shared, the statement must name what it is about, or stand under the same heading both times.

    Args:
        facts: supported facts; of two that say the same the fuller one stays, else the first.
        document: whose facts they are.
    """
    kept: list[CheckedFact] = []
    absorbed: list[CheckedFact] = []
    language = document.language
    said = {fact.id: tuple(word.text for word in words(fact.statement)) for fact in facts}
    for fact in facts:
        for position, other in enumerate(kept):
            if _same(said[other.id], said[fact.id], other, fact, document) or _within(fact, other, said, language):
                winner, loser = other, fact
            elif _within(other, fact, said, language):
                winner, loser = fact, other
            else:
                continue
            kept[position] = _with_evidence(winner, loser)
            reason = f"says the same as {winner.id}, which carries its evidence too"
            absorbed.append(loser.model_copy(update={"outcome": "merged", "reason": reason}))
            break
        else:
            kept.append(fact)
    return MergedFacts(facts=tuple(kept), absorbed=tuple(absorbed))


def _same(
    one: tuple[str, ...], other: tuple[str, ...], one_fact: CheckedFact, other_fact: CheckedFact, document: Document
) -> bool:
    extra = (Counter(one) - Counter(other)) + (Counter(other) - Counter(one))
    if not _SOFT.issuperset(extra) or Indel.normalized_similarity(one, other) < _SAME_ORDER:
        return False
    return (
        _share_evidence(one_fact, other_fact)
        or _names(one_fact) != frozenset()
        or _sections(one_fact, document) == _sections(other_fact, document)
    )


def _within(less: CheckedFact, more: CheckedFact, said: dict[str, tuple[str, ...]], language: str) -> bool:
    """True when `more` says every word of `less` in the same order, from a shared sentence, and turns none of them.

    A word more that negates, hedges, bounds or attributes makes another statement of the same words.
    """
    extra = Counter(said[more.id]) - Counter(said[less.id])
    if not _share_evidence(less, more) or any(_BEARING & cues_of(word, language) for word in extra):
        return False
    rest = iter(said[more.id])
    return all(word in rest for word in said[less.id])


def _share_evidence(one: CheckedFact, other: CheckedFact) -> bool:
    return any(a.span.overlaps(b.span) for a in one.evidence for b in other.evidence)


def _names(fact: CheckedFact) -> frozenset[str]:
    return frozenset(check.item for check in fact.checks if check.kind == "name")


def _sections(fact: CheckedFact, document: Document) -> frozenset[int]:
    found = set()
    for evidence in fact.evidence:
        heading = document.heading_above(document.sentence_at(evidence.start))
        found.add(heading.index if heading else -1)
    return frozenset(found)


def _with_evidence(fact: CheckedFact, other: CheckedFact) -> CheckedFact:
    every = {e.span: e for e in (*fact.evidence, *other.evidence)}
    importance = max(fact.importance, other.importance)
    return fact.model_copy(update={"evidence": tuple(every[span] for span in sorted(every)), "importance": importance})
