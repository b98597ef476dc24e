"""Names the kind of a difference, and says whether it is hard: whether claim and source cannot both be true.

"three" beside "four"              ->  ("number", True)
"$5 million" beside "US$5 million" ->  ("number", False): the sign may mean that currency
"not" beside nothing               ->  ("negation", True)
"reportedly" beside nothing        ->  ("modality", False)
"quickly" beside "soon"            ->  (None, False): other wording
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from summarizer.languages.record import CueKind
from summarizer.languages.registry import together
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.cues import opposite
from summarizer.verification.reading.likeness.open_values import is_hedged
from summarizer.verification.rules.alignment.difference import Stretch
from summarizer.verification.rules.alignment.same_meaning import (
    are_other_values,
    is_understood,
    may_be_one_name,
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
    ("condition", "modality"),
    ("bound", "quantifier"),
    ("quantifier", "quantifier"),
)


class DifferenceKind(NamedTuple):
    """What a difference is; see `Difference`."""

    kind: CheckKind | None
    hard: bool


def difference_kind(claim: Stretch, source: Stretch) -> DifferenceKind:
    """The kind of a difference: of values, dates, negations, opposites or names; else of what cues only one side has.

    Args:
        claim: What the claim says there.
        source: What the sentence says there.
    """
    for kind_of in (_of_values, _of_dates, _of_negation, _of_opposites, _of_names):
        if kind := kind_of(claim, source):
            return kind
    return _of_cues(claim, source)


def _of_values(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    one, other = claim.tokens, source.tokens
    if not (_are(one, _VALUES) and _are(other, _VALUES)):
        return None
    hedged = is_hedged((*claim.lead, *source.lead))
    return DifferenceKind(
        "number", is_understood(one) and is_understood(other) and are_other_values(one, other, hedged=hedged)
    )


def _of_dates(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    one, other = claim.tokens, source.tokens
    if not (_are(one, _DATES) and _are(other, _DATES)):
        return None
    return DifferenceKind("date", is_understood(one) and is_understood(other) and are_other_values(one, other))


def _are(tokens: Sequence[Token], kinds: frozenset[str]) -> bool:
    """Whether tokens of these kinds stand there, and nothing else but links between them."""
    of_kind = [token.kind in kinds for token in tokens]
    return any(of_kind) and all(is_one or token.key in _LINKS for is_one, token in zip(of_kind, tokens, strict=True))


def _of_negation(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    """One side denies, and nothing else stands there but light words that come with it."""
    if ("negation" in claim.cue_kinds) == ("negation" in source.cue_kinds):
        return None
    light = _is_light_but_negation(claim) and _is_light_but_negation(source)
    return DifferenceKind("negation", hard=True) if light else None


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
    return DifferenceKind("quantifier" if "quantifier" in claim.cue_kinds else "direction", hard=True)


def _of_names(claim: Stretch, source: Stretch) -> DifferenceKind | None:
    """Names beside names, where a capital tells that they are."""
    if claim.opens or source.opens or claim.uniform:
        return None
    one, other = claim.tokens, source.tokens
    single = len(one) == len(other) == 1
    if not (_are_capitalized(one, nouns_only=not single) and _are_capitalized(other, nouns_only=not single)):
        return None
    return DifferenceKind("name", not may_be_one_name(one, other))


def _are_capitalized(tokens: Sequence[Token], *, nouns_only: bool) -> bool:
    if not tokens or (nouns_only and any(token.kind not in _NOUNS for token in tokens)):
        return False
    return all(token.shape in ("title", "upper") for token in tokens)


def _of_cues(claim: Stretch, source: Stretch) -> DifferenceKind:
    only_one_has = claim.cue_kinds ^ source.cue_kinds
    kind = next((kind for cue, kind in _KIND_OF_CUE if cue in only_one_has), None)
    return DifferenceKind(kind, hard=False)
