"""Names the kind of a difference, and says how much it weighs: whether claim and source can both be true.

"three" beside "four"              ->  ("number", "hard")
"$5 million" beside "US$5 million" ->  ("number", "open"): the sign may mean that currency
"not" beside nothing               ->  ("negation", "hard")
nothing beside "reportedly"        ->  ("modality", "turns"): the claim is surer
"quickly" beside "soon"            ->  (None, "open"): other wording
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from summarizer.languages.record import CueKind
from summarizer.languages.registry import together
from summarizer.languages.scripts import is_unspaced
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.cues import is_negation, opposite
from summarizer.verification.reading.likeness.open_values import is_hedged
from summarizer.verification.rules.alignment.contrasts import contrast_between, is_backshift, is_reversal, lone_turn
from summarizer.verification.rules.alignment.difference import Stretch, Weight
from summarizer.verification.rules.alignment.same_meaning import (
    are_other_values,
    differ_in_every_reading,
    is_understood,
    leaves_out_currency,
    may_be_one_name,
    names_other_dollar,
)
from summarizer.verification.verdict import CheckKind

_VALUES: Final = frozenset(("number", "percent", "points", "money", "ordinal", "unit"))
_DATES: Final = frozenset(("date", "weekday", "time", "number", "ordinal"))
_NOUNS: Final = frozenset(("word", "weekday"))  # a German weekday is a noun among others
_LINKS: Final = frozenset(("-", "per"))  # stand between values without being one
_LIGHT_MARKS: Final = frozenset((",", ";", ":", "-", "(", ")"))
# Words that come and go with a negation: "did not go" for "went" is not seen as one.
_WITH_NEGATION: Final = frozenset("do does did ever any some to has will".split())
# A cue that only one side has may change the meaning, so it is worth a check. The first that applies names the kind.
_KIND_OF_CUE: Final[tuple[tuple[CueKind, CheckKind], ...]] = (
    ("negation", "negation"),
    ("attribution", "attribution"),
    ("modality", "modality"),
    ("condition", "condition"),
    ("bound", "bound"),
    ("quantifier", "quantifier"),
)


class DifferenceKind(NamedTuple):
    """What a difference is; see `Difference`."""

    kind: CheckKind | None
    weight: Weight


def difference_kind(claim: Stretch, source: Stretch) -> DifferenceKind:
    """The kind of a difference: of values, dates, negations, opposites or names; else of what cues only one side has.

    Args:
        claim: What the claim says there.
        source: What the sentence says there.
    """
    for kind_of in _KINDS_OF:
        if kind := kind_of(claim, source):
            return kind
    return _of_cues(claim, source)


def _of_values(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    one, other = claim.tokens, source.tokens
    if not (_are(one, _VALUES) and _are(other, _VALUES)):
        return None
    if names_other_dollar(one, other) or leaves_out_currency(one, other):
        return DifferenceKind("number", "turns")
    hedged = is_hedged((*claim.lead, *source.lead))
    apart = _are_understood(one, other) and are_other_values(one, other, hedged=hedged)
    return DifferenceKind("number", _hard_if(apart or differ_in_every_reading(claim, source)))


def _of_dates(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    one, other = claim.tokens, source.tokens
    if not (_are(one, _DATES) and _are(other, _DATES)):
        return None
    apart = _are_understood(one, other) and are_other_values(one, other)
    return DifferenceKind("date", _hard_if(apart or differ_in_every_reading(claim, source)))


def _are(tokens: Sequence[Token], kinds: frozenset[str]) -> bool:
    """Whether tokens of these kinds stand there, and nothing else but links between them."""
    of_kind = [token.kind in kinds for token in tokens]
    return any(of_kind) and all(is_one or token.key in _LINKS for is_one, token in zip(of_kind, tokens, strict=True))


def _are_understood(one: Sequence[Token], other: Sequence[Token]) -> bool:
    return is_understood(one) and is_understood(other)


def _hard_if(certain: bool) -> Weight:  # noqa: FBT001 - it reads as the word does
    return "hard" if certain else "open"


def _of_contrasts(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    """Words of two classes that one language keeps apart: "months" beside "years"."""
    kind = contrast_between(claim.keys, source.keys, claim.language)
    if kind is None:
        return None
    reported = claim.reported or source.reported
    return DifferenceKind(kind, _hard_if(not (reported and is_backshift(claim.keys, source.keys, claim.language))))


def _of_negation(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    """One side denies, and nothing else stands there but light words that come with it."""
    if ("negation" in claim.cue_kinds) == ("negation" in source.cue_kinds):
        return None
    light = _is_light_but_negation(claim) and _is_light_but_negation(source)
    return DifferenceKind("negation", weight="hard") if light else None


def _is_light_but_negation(stretch: Stretch) -> bool:
    light = together("vocabulary.light_words") | _LIGHT_MARKS | _WITH_NEGATION
    pairs = zip(stretch.tokens, stretch.cues, strict=True)
    return all("negation" in cues or token.key in light for token, cues in pairs)


def _of_opposites(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    """As "rose" beside "fell", "all" beside "none"."""
    if not len(claim.tokens) == len(source.tokens) == 1:
        return None
    if not opposite(claim.tokens[0].key, source.tokens[0].key):
        return None
    return DifferenceKind("quantifier" if "quantifier" in claim.cue_kinds else "direction", weight="hard")


def _of_names(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    """Names beside names, where a capital tells that they are."""
    if claim.opens or source.opens or claim.uniform:
        return None
    one, other = claim.tokens, source.tokens
    single = len(one) == len(other) == 1
    if not (_are_capitalized(one, nouns_only=not single) and _are_capitalized(other, nouns_only=not single)):
        return None
    return DifferenceKind("name", _hard_if(not may_be_one_name(one, other)))


def _are_capitalized(tokens: Sequence[Token], *, nouns_only: bool) -> bool:
    if not tokens or (nouns_only and any(token.kind not in _NOUNS for token in tokens)):
        return False
    return all(token.shape in ("title", "upper") for token in tokens)


def _of_lone_words(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    """What one side has, and the other has nothing in its place: "former", "reportedly", "only", "about" 5, a "?"."""
    if claim.keys and source.keys:
        return None
    lone = claim if claim.keys else source
    if len(lone.keys) == 1 and is_unspaced(lone.keys[0]) and is_negation(lone.keys, lone.language):
        return DifferenceKind("negation", "hard")
    kind = lone_turn(lone.keys, lone.language) or _kind_of_lone(lone)
    if kind == "modality" and claim.keys:  # a claim that is less sure than its source says no more than it
        return DifferenceKind(kind, "open")
    return DifferenceKind(kind, "turns") if kind is not None else None


def _kind_of_lone(lone: Stretch) -> CheckKind | None:
    """The kind of what belongs to the value behind it, and of the sign of a question."""
    if lone.keys == ("?",) and lone.ends:
        return "question"
    if _is_bound(lone):
        return "bound"
    return "number" if _is_end_of_range(lone) else None


def _is_bound(lone: Stretch) -> bool:
    """Whether it bounds a value behind it, or would any: "about" 5, "at least"."""
    bounds = all("bound" in cues for cues in lone.cues)
    return bounds and (len(lone.keys) > 1 or lone.behind in _VALUES | _DATES)


def _is_end_of_range(lone: Stretch) -> bool:
    """Whether it is one end of a range, with the word that joins it to the other: "19 to" 20."""
    ranged = len(lone.keys) > 1 and lone.keys[-1] in together("quantities.range_words") | {"-"}
    return ranged and lone.behind in _VALUES | _DATES and any(token.number is not None for token in lone.tokens)


def _of_reversals(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    """An opening such as "on the contrary", put before the sentence or in the place of what it begins with."""
    if not (claim.opens and source.opens and claim.keys):
        return None
    return DifferenceKind("direction", "turns") if is_reversal(claim.keys, claim.language) else None


def _of_codes(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    """Words that hold figures: "C919" beside "C119"."""
    if not len(claim.tokens) == len(source.tokens) == 1:
        return None
    words = [claim.tokens[0].word, source.tokens[0].word]
    return DifferenceKind("number", "hard") if all(any(map(str.isdigit, word)) for word in words) else None


def _of_cues(claim: Stretch, source: Stretch) -> DifferenceKind:
    only_one_has = claim.cue_kinds ^ source.cue_kinds
    kind = next((kind for cue, kind in _KIND_OF_CUE if cue in only_one_has), None)
    return DifferenceKind(kind, weight="open")


# In this order: the first that applies names the difference.
_KINDS_OF: Final = (
    _of_values,
    _of_dates,
    _of_reversals,
    _of_codes,
    _of_contrasts,
    _of_negation,
    _of_opposites,
    _of_names,
    _of_lone_words,
)
