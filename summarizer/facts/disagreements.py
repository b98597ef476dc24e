"""Finds facts of different sources that say the same but for a value, a name or a negation: where sources disagree.

"17,500 vehicles use the bridge" in one, "21,000" in another  ->  Disagreement(what=("17,500", "21,000"), kind="number")

Nobody tells which of them is right. Where the other source has the value too, in what it says of the same, they do not
disagree: of 210 pupils 70 may live on the other side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final, NamedTuple

from summarizer.document.document import Document
from summarizer.document.sources.source_part import SourcePart
from summarizer.facts.fact import CheckedFact
from summarizer.facts.statements import ReadStatement
from summarizer.frozen import Frozen
from summarizer.text.terms import stem
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.numbers.units import is_in_sterling
from summarizer.verification.rules.alignment.alignment import align
from summarizer.verification.rules.alignment.findings import Finding, findings
from summarizer.verification.rules.alignment.same_meaning import are_other_values
from summarizer.verification.verdict import CheckKind

# How much two statements must be about the same before their values are compared, by the pairs of
# tests/facts/test_disagreements.py: with three words or half of them, "employs 40 engineers" and "hired 12 engineers"
# are one.
_LEAST_SHARED: Final = 4
_LEAST_LIKENESS: Final = 0.6
# Statements with less in common are not laid side by side, which saves nearly all of the time.
_LEAST_TO_ALIGN: Final = 0.4
# A sentence of the other source is about the same if it has two of the words; shorter ones stand in too many.
_WORDS_ABOUT: Final = 2
_LEAST_WORD: Final = 4
_OF_VALUES: Final[frozenset[CheckKind]] = frozenset(("number", "date", "unit", "name"))
_KIND_OF: Final[dict[str, CheckKind]] = {"date": "date", "weekday": "date", "time": "date"}
# What both sources may say of different people: that somebody else did it, or said so.
_NEVER: Final[frozenset[CheckKind]] = frozenset(("case", "order"))


class Disagreement(Frozen):
    """Two facts of different sources that cannot both be true: `what[i]` is how the fact `fact_ids[i]` has it.

    `kind` is of what kind the difference is, by the names of checks. Where one of them denies what the other says, its
    side holds the denial and the other is "".
    """

    fact_ids: tuple[str, str]
    what: tuple[str, str]
    kind: CheckKind


class _SourcedFact(NamedTuple):
    """A fact of one source, and its statement as it is read."""

    fact: CheckedFact
    part: SourcePart
    statement: ReadStatement


def disagreements_of(
    facts: Sequence[CheckedFact], *, document: Document, language: str = ""
) -> tuple[Disagreement, ...]:
    """Where the sources of a document disagree: each pair of facts at most once, in the order given.

    Args:
        facts: supported facts; a fact that several sources state disagrees with none of theirs.
        document: whose facts they are; one that is joined of no sources has no disagreements.
        language: the language that they were asked for in, ISO 639-1; "" for that of the document.
    """
    if len(document.parts) < 2:
        return ()
    read = list(_sourced(facts, document=document, language=language or document.language))
    found = []
    for one, other in combinations(read, 2):
        if one.part == other.part or one.statement.likeness(other.statement) < _LEAST_TO_ALIGN:
            continue
        difference = _aligned(one, other) or _other_value(one, other)
        if difference is not None and not _is_in_both(difference, one, other, document=document):
            what = (difference.said, difference.instead)
            found.append(Disagreement(fact_ids=(one.fact.id, other.fact.id), what=what, kind=difference.kind))
    return tuple(found)


def _sourced(facts: Sequence[CheckedFact], *, document: Document, language: str) -> Iterator[_SourcedFact]:
    """The supported facts that one source alone states."""
    sterling = is_in_sterling(document.text)
    for fact in facts:
        parts = {part.id: part for part in map(document.part_at, (e.start for e in fact.evidence)) if part}
        if fact.outcome in ("ticked", "surplus") and len(parts) == 1:
            part = next(iter(parts.values()))
            yield _SourcedFact(fact, part, ReadStatement.of(fact.statement, language=language, sterling=sterling))


def _aligned(one: _SourcedFact, other: _SourcedFact) -> Finding | None:
    """What one says otherwise than the other, where they are alike but for that, from both sides."""
    language = one.statement.language
    there = _hard(findings([align(one.statement.form, other.statement.form, language=language)]))
    back = _hard(findings([align(other.statement.form, one.statement.form, language=language)]))
    if len(there) != 1 or len(back) != 1:
        return None
    reported = "attribution" in one.statement.turns or "attribution" in other.statement.turns
    return None if there[0].kind == "name" and reported else there[0]


def _hard(found: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in found if finding.weight == "hard" and finding.kind not in _NEVER]


def _other_value(one: _SourcedFact, other: _SourcedFact) -> Finding | None:
    """The one value of a kind that both have and have otherwise, in statements about the same."""
    mine, theirs = one.statement, other.statement
    shared = len(mine.topic & theirs.topic)
    if shared < _LEAST_SHARED or mine.likeness(theirs) < _LEAST_LIKENESS:
        return None
    if ("negation" in mine.turns) != ("negation" in theirs.turns):
        return None
    other_values = _by_role(theirs)
    for role, token in _by_role(mine).items():
        another = other_values.get(role)
        if token is not None and another is not None and are_other_values([token], [another], hedged=False):
            return Finding(_KIND_OF.get(token.kind, "number"), "hard", _words(mine, token), _words(theirs, another))
    return None


def _by_role(statement: ReadStatement) -> dict[tuple[str, str, str], Token | None]:
    """The values by what they are of: kind, unit, and what is counted; None where two are of one."""
    found: dict[tuple[str, str, str], Token | None] = {}
    tokens = statement.form.tokens
    for place, token in enumerate(tokens):
        if token.kind in ("word", "mark", "quote", "unit"):
            continue
        behind = tokens[place + 1] if token.kind == "number" and place + 1 < len(tokens) else None
        counted = "" if behind is None else stem(behind.word) or behind.key
        role = (token.kind, token.unit, counted)
        found[role] = None if role in found else token
    return found


def _words(statement: ReadStatement, token: Token) -> str:
    return statement.form.text[token.start : token.end]


def _is_in_both(difference: Finding, one: _SourcedFact, other: _SourcedFact, *, document: Document) -> bool:
    """Whether a source has the other's value too, where it says something of the same."""
    if difference.kind not in _OF_VALUES:
        return False
    return _holds(other, difference.said, one, document=document) or _holds(
        one, difference.instead, other, document=document
    )


def _holds(source: _SourcedFact, words: str, said: _SourcedFact, *, document: Document) -> bool:
    """Whether a source has these words of another's fact, by value, in a sentence about what that fact is about."""
    language = said.statement.language
    sterling = is_in_sterling(document.text)
    read = ReadStatement.of(words, language=language, sterling=sterling).form
    wanted = {token.key for token in read.tokens if token.kind != "mark"}
    about = [word for word in said.statement.topic if len(word) >= _LEAST_WORD]
    for sentence in document.sentences[source.part.first : source.part.last]:
        text = sentence.body.of(document.text)
        small = text.casefold()
        if sum(word in small for word in about) < _WORDS_ABOUT:
            continue
        if wanted <= set(ReadStatement.of(text, language=source.part.language, sterling=sterling).form.keys):
            return True
    return False
