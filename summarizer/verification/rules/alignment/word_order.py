"""Tells who did what to whom: the same words with two names in each other's place say another thing.

"On Monday Ann beat Bob" beside "On Monday Bob beat Ann"     ->  ("Ann", "Bob"): each is where the other was
"In 2011 Ann met Bob" beside "Ann met Bob in 2011"           ->  None: a phrase has moved, with the word that leads it
"deal of Acme and Bolt" beside "deal of Bolt and Acme"       ->  None: in a list the order means nothing
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from summarizer.languages.registry import language_or_english
from summarizer.text.terms import is_function
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.rules.alignment.contrasts import is_role_word

_NOUNS: Final = frozenset(("word", "weekday"))  # a German weekday is a noun among others
_VALUES: Final = frozenset(("number", "percent", "points", "money", "date"))
# The share of their tokens that two texts have in common, whatever their order, from which a change of order is one of
# meaning: all but a word or two. benchmarks/two_ends.py and precision.py show both sides of it.
_SAME_WORDS: Final = 0.9


def exchanged(claim: CanonicalText, source: CanonicalText, *, language: str) -> tuple[str, str] | None:
    """Two names or values that stand in each other's place, as the claim writes them; None where there are none.

    Args:
        claim: The claim.
        source: A sentence.
        language: ISO 639-1, of both.
    """
    if not _have_same_words(claim.keys, source.keys):
        return None
    mine, theirs = _places(claim.tokens), _places(source.tokens)
    both = sorted(mine.keys() & theirs.keys(), key=mine.__getitem__)
    for one, other in combinations(both, 2):
        if theirs[one] < theirs[other] or _form_a_list(claim, mine[one], mine[other], language):
            continue
        if not (
            _keeps_role(claim, mine[one], source, theirs[one], language)
            or _keeps_role(claim, mine[other], source, theirs[other], language)
        ):
            return claim.words_of(mine[one], mine[one] + 1), claim.words_of(mine[other], mine[other] + 1)
    return None


def _have_same_words(claim: Sequence[str], source: Sequence[str]) -> bool:
    shared = (Counter(claim) & Counter(source)).total()
    return shared >= _SAME_WORDS * max(len(claim), len(source))


def _places(tokens: Sequence[Token]) -> Mapping[str, int]:
    """Where each name and value stands that a text has once; of a name of several words its first."""
    times = Counter(token.key for token in tokens)
    found: dict[str, int] = {}
    for place, token in enumerate(tokens):
        if times[token.key] > 1 or not _is_named(token):
            continue
        if place > 1 and token.kind in _NOUNS and tokens[place - 1].key in found:
            continue  # the rest of a name goes where its first word goes
        found[token.key] = place
    return found


def _is_named(token: Token) -> bool:
    if token.kind in _VALUES:
        return True
    return token.kind in _NOUNS and token.shape in ("title", "upper") and not is_function(token.key)


def _form_a_list(text: CanonicalText, one: int, other: int, language: str) -> bool:
    """Whether between two places stand only names, commas and a word such as "and"."""
    joining = language_or_english(language).vocabulary.conjunctions | {",", "or", "&", "-"}
    between = range(min(one, other) + 1, max(one, other))
    if not all(text.keys[place] in joining or _is_named(text.tokens[place]) for place in between):
        return False
    end = max(one, other) + 1
    while end < len(text.keys) and _is_named(text.tokens[end]):
        end += 1
    joined = {text.keys[place] for place in between if text.keys[place] in joining}
    return joined != {","} or (end < len(text.keys) and text.keys[end] in joining)


def _keeps_role(claim: CanonicalText, mine: int, source: CanonicalText, theirs: int, language: str) -> bool:
    """Whether the word that leads a name is the same in both, and tells its role: "by Ann", "in 2011"."""
    one, other = _lead(claim, mine, language), _lead(source, theirs, language)
    return one == other and bool(one)


def _lead(text: CanonicalText, place: int, language: str) -> str:
    """The word of role before a name, with what stands between; "" for none."""
    articles = language_or_english(language).vocabulary.bare_articles
    while place and (text.keys[place - 1] in articles and not is_role_word(text.keys[place - 1], language)):
        place -= 1
    lead = text.keys[place - 1] if place else ""
    return lead if is_role_word(lead, language) else ""
