"""Looks for the names of a claim in a source of another language: by form, for what is called otherwise has another.

"Londons"  beside "London"   ->  found="in_span", passed=True
"Varsovie"  beside "Warsaw"  ->  found="absent", passed=False: a question, as names of places differ by language
"德国"     beside "Germany"   ->  no check: nothing can be looked for
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise
from typing import Final

from summarizer.languages.detect import common_words
from summarizer.languages.registry import language_of
from summarizer.languages.scripts import script_of
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.names import knows, name_runs, plain_letters
from summarizer.verification.rules.checks.check_rule import make_check
from summarizer.verification.verdict import Check, Found

# Two words that begin alike and go on with this many letters at most are taken for forms of one name: "europäische" and
# "european". Names that were found are only pointed at, so that a stray match does no harm.
_SAME_START: Final = 4
_LONGEST_ENDING: Final = 4


def check_names_by_form(
    claim: CanonicalText, *, language: str, evidence: FactIndex, document: FactIndex, source_language: str
) -> list[Check]:
    """One check for every word of a name that the source has in some form, and for every name that it has in none.

    None of these is a conflict. Where nouns have capitals, a lone word that is not found is taken for a noun.

    Args:
        claim: In canonical form.
        language: Its language.
        evidence: What the sentences hold that it rests on.
        document: What all sentences hold.
        source_language: Their language.
    """
    if language_of(source_language).script != "latin":
        return []
    counted = {behind.start for token, behind in pairwise(claim.tokens) if token.number is not None}
    found: list[Check] = []
    for run in name_runs(claim):
        latin = [token for token in run if _is_latin_name(token, language)]
        places = [_where(token.key, evidence=evidence, document=document) for token in latin]
        if set(places) - {"absent"}:
            found += _found(claim, latin, places)
        elif latin and _is_no_noun(latin, language, counted):
            found.append(make_check("name", _written(claim, latin), "absent", passed=False))
    return found


def _found(claim: CanonicalText, run: Sequence[Token], places: Sequence[Found]) -> list[Check]:
    """One check for every part of a name that the source has."""
    return [
        make_check("name", _written(claim, [token]), where, passed=True)
        for token, where in zip(run, places, strict=True)
        if where != "absent"
    ]


def _is_no_noun(run: Sequence[Token], language: str, counted: Collection[int]) -> bool:
    """Whether words are a name where every noun has a capital: two at least, and no "sechs Mann Besatzung"."""
    if not language_of(language).prose.capital_nouns:
        return True
    return len(run) > 1 and run[0].start not in counted


def _is_latin_name(token: Token, language: str) -> bool:
    """Whether it is in Latin letters, and no word such as an article that opens the claim."""
    return script_of(token.word[0]) == "latin" and token.key not in common_words(language)


def _written(claim: CanonicalText, run: Iterable[Token]) -> str:
    tokens = list(run)
    return claim.text[tokens[0].start : tokens[-1].end]


def _where(name: str, *, evidence: FactIndex, document: FactIndex) -> Found:
    if _knows_form(name, evidence):
        return "in_span"
    return "in_document" if _knows_form(name, document) else "absent"


def _knows_form(name: str, held: FactIndex) -> bool:
    plain = plain_letters(name)
    return knows(name, held) or any(_are_forms(plain, plain_letters(word)) for word in held.capitals)


def _are_forms(one: str, other: str) -> bool:
    alike = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        alike += 1
    return alike >= _SAME_START and max(len(one), len(other)) - alike <= _LONGEST_ENDING
