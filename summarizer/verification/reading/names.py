"""The names that a claim uses, and whether the document knows them, by whatever form."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import zip_longest
from typing import Final

from summarizer.languages.registry import cached_by_records, groups_together, languages, together
from summarizer.text.terms import is_function, stem
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.spelling import spelled
from summarizer.verification.reading.values import Quarter, word_value

# An Irishman is Irish; "Man" and "German" are no such words.
_MAN: Final = re.compile(r"(?<=ch|sh|el)m[ae]n$|(?<=ch|sh)wom[ae]n$")
_DEMONYM_ENDINGS: Final = (
    *("ian", "ans", "ians", "an", "ese", "ish", "ic", "i", "er", "ers", "s", "n", "shire"),
    *("ity", "ism", "ist", "ists", "ite", "ites", "ean", "eans", "dom", "hood"),  # Christian and Christianity
)


# What a sentence or quotation opens behind.
_OPENING: Final = frozenset(('"', ".", "?", "!", ":", ";", "-", "..."))


def name_tokens(claim: CanonicalText) -> list[Token]:
    """The tokens of a claim that are parts of names: capitals inside a sentence of mixed case; no titles, no months."""
    if claim.uniform or claim.headline:
        return []
    found: list[Token] = []
    opening = True
    for token, following in zip_longest(claim.tokens, claim.tokens[1:]):
        if _may_be_name(token) and (not opening or token.shape == "upper" or _leads_name(token, following)):
            found.append(token)
        opening = token.key in _OPENING or (opening and token.kind == "mark")
    return [token for token in found if not _is_bracketed(token, claim.text)]


def _is_bracketed(token: Token, text: str) -> bool:
    """As in "[UNK]" and "[Name]", which stand for something that is left out."""
    return text[max(0, token.start - 1) : token.start] == "[" and text[token.end : token.end + 1] == "]"


def _may_be_name(token: Token) -> bool:
    return token.capitalized and token.key not in together("capitals.no_names")


def _leads_name(token: Token, following: Token | None) -> bool:
    """Whether a word that opens a sentence stands before one more part of a name."""
    return following is not None and _may_be_name(following) and not is_function(stem(token.key))


def name_runs(claim: CanonicalText) -> list[list[Token]]:
    """The name tokens of a claim, those that stand side by side together: first name and surname are one run."""
    runs: list[list[Token]] = []
    for token in name_tokens(claim):
        between = claim.text[runs[-1][-1].end : token.start].strip().casefold() if runs else ","
        if between in ("", "-", "of", "of the", "for", "and", "&", "the"):
            runs[-1].append(token)
        else:
            runs.append([token])
    return runs


def knows(name: str, held: FactIndex) -> bool:
    """True if the text holds a name or another form of it: possessive, demonym and place, plural, a common short form.

    `knows("jamaican", h)` where `h` holds "Jamaica"; `knows("states", h)` where it holds "U.S.".
    """
    base = _MAN.sub("", name.removesuffix("'s").removesuffix("'"))
    forms = {base, name, f"{base}'s", f"{base}s", base.removesuffix("s"), spelled(base)}
    forms |= {form for other in (*_places().get(base, ()), *aliases(base)) for form in (other, f"{other}'s")}
    if not held.keys.isdisjoint(forms):
        return True
    quarter = word_value(base)
    if isinstance(quarter, Quarter) and quarter.ordinal.key in held.keys:  # "Q3", "the third quarter"
        return True
    return any(is_form_of(base, word) for word in held.capitals)


def is_form_of(name: str, word: str) -> bool:
    """Whether a capitalized word is a name's place or people, or the name with other letters: Dutch, Zurich."""
    word = word.removesuffix("'s").removesuffix("'")
    if name in _places().get(word, ()) or word in _places().get(name, ()) or _same_people(name, word):
        return True
    return plain_letters(word) == plain_letters(name)


def aliases(name: str) -> tuple[str, ...]:
    """Other words by which a name may be known: "us" gives "usa", "america" and others; mostly none."""
    known = groups_together("capitals.aliases")
    return known.get(name) or known.get(name.removesuffix("s"), ())


def plain_letters(name: str) -> str:
    """A folded name without accents, umlauts as they are written without: "müller" and "mueller" give one."""
    spelt = name.replace("'", "").replace("ae", "a").replace("oe", "o").replace("ue", "u")
    return "".join(letter for letter in unicodedata.normalize("NFD", spelt) if not unicodedata.combining(letter))


def spelled_out(run: Iterable[Token], held: FactIndex) -> bool:
    """True if the text holds the acronym of a run of names: "WHO" for "World Health Organization"."""
    letters = "".join(token.word[:1] for token in run)
    return len(letters) > 1 and letters in held.capitals


def acronym_known(name: str, initials: Iterable[str]) -> bool:
    """True if an acronym's letters are the first letters of words that the document writes with capitals in a row."""
    return 2 <= len(name) <= 6 and any(name in run for run in initials)


def initials_of(forms: Iterable[CanonicalText]) -> frozenset[str]:
    """The initials of every run of capitalized words ("World Health Organization" gives "who"), "of" passed over."""
    runs: set[str] = set()
    for form in forms:
        run = ""
        for token in form.tokens:
            if token.capitalized:
                run += token.word[0]
            elif not run or token.key not in ("of", "the", "for", "and", "-"):
                if len(run) > 1:
                    runs.add(run)
                run = ""
        if len(run) > 1:
            runs.add(run)
    return frozenset(runs)


def _same_people(one: str, other: str) -> bool:
    """Jamaican and Jamaica, Italian and Italy: one stem of four letters or more and the ending of a demonym.

    A shorter stem will do where all that is added is an -n: Libyan and Libya, Cuban and Cuba.
    """
    long, short = (one, other) if len(one) > len(other) else (other, one)
    if short.endswith("a") and long.removesuffix("s") == f"{short}n":
        return True
    stem = short.rstrip("aeioy")
    if len(stem) < 4 or not long.startswith(stem):
        return False
    return long[len(stem) :] in _DEMONYM_ENDINGS


@cached_by_records
def _places() -> Mapping[str, frozenset[str]]:
    """The places that a people is of: "dutch" of the Netherlands and of Holland."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for language in languages():
        for people, place in language.capitals.demonyms:
            places[people].add(place)
    return {people: frozenset(named) for people, named in places.items()}
