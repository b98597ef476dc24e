"""Checks every name of a claim: the document must know it, in this form or another.

"Jamaican"  beside "Jamaica"                      ->  found="in_span", passed=True
"WHU"       beside "the World Harbour Union"      ->  found="in_document", passed=True
"Kessel"    in a document that has no such name   ->  found="absent", passed=False
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.languages.registry import language_of
from summarizer.text.terms import stem
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.dates import weekdays
from summarizer.verification.reading.likeness.open_names import open_name_note
from summarizer.verification.reading.names import acronym_known, knows, name_runs, spelled_out
from summarizer.verification.reading.values import Weekday
from summarizer.verification.rules.checks.check_rule import CheckRule, make_check
from summarizer.verification.rules.checks.context import CheckContext
from summarizer.verification.verdict import Check, Found


def check_names(claim: CanonicalText, context: CheckContext) -> list[Check]:
    """One check for every word of a name in a claim: a first name and a surname are two."""
    found: list[Check] = []
    for run in _runs(claim, context.language):
        known_by_initials = spelled_out(run, context.document)
        places = [_where(token, context, known_by_initials=known_by_initials) for token in run]
        in_part = any(where != "absent" for where in places)
        for token, where in zip(run, places, strict=True):
            item = claim.text[token.start : token.end]
            if where == "absent":
                found.append(_absent(item, token, run, context, in_part=in_part))
            else:
                found.append(make_check("name", item, where, passed=True))
    return found


def _runs(claim: CanonicalText, code: str) -> list[list[Token]]:
    """The names of a claim; where every noun has a capital, those of two words or more, and acronyms."""
    runs = name_runs(claim)
    language = language_of(code)
    if not language.prose.capital_nouns:
        return runs
    small = language.vocabulary.own_function_words | language.vocabulary.bare_articles
    runs = [[token for token in run if token.key not in small] for run in runs]
    return [run for run in runs if len(run) > 1 or (run and run[0].shape == "upper")]


def _absent(item: str, token: Token, run: Sequence[Token], context: CheckContext, *, in_part: bool) -> Check:
    """A name that the document does not have; a question where it may have it in another form."""
    note = open_name_note(token, run, written=item, document=context.document, initials=context.initials)
    if not note and in_part:
        note = "the source has only a part of the name"
    return make_check("name", item, "absent", passed=False, note=note)


NAMES: Final = CheckRule(kinds=("name",), check=check_names)


def _where(token: Token, context: CheckContext, *, known_by_initials: bool) -> Found:
    if knows(token.key, context.evidence):
        return "in_span"
    return "in_document" if known_by_initials or _is_known(token, context) else "absent"


def _is_known(token: Token, context: CheckContext) -> bool:
    """Whether the document has a name, the words that it is the acronym of, or its parts without a capital."""
    if knows(token.key, context.document) or acronym_known(token.key, context.initials):
        return True
    weekday = weekdays(context.language).get(token.word)  # "Sun." beside "Sunday"
    if weekday is not None and Weekday(weekday).key in context.document.keys:
        return True
    return {stem(part) for part in token.word.split("-")} <= context.stems
