"""Findings are what the differences of a near copy mean: that it says another thing than the sentence, or more.

beside "Voss said the plant was unsafe."    "The plant was unsafe."         ->  attribution: left out “Voss said”
beside "The board may sell the plant."      "The board will sell the plant." ->  modality: “will” for “may”
beside "The council plans two closures."    "It is to close two schools."    ->  (): free paraphrase, code sees little

A finding counts where claim and sentence say the same but for it; where the claim has words of its own, what differs
may be other wording.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from summarizer.languages.registry import language_or_english
from summarizer.verification.rules.alignment.alignment import NEARLY_EQUAL, Alignment
from summarizer.verification.rules.alignment.difference import Difference, Stretch, Weight, value_kind
from summarizer.verification.verdict import CheckKind

# The share of the sentence's tokens that a claim must have for what it exchanges to be read as a change: of a sentence
# of which it says less than half it may be a summary.
_HALF_OF_IT: Final = NEARLY_EQUAL / 2
# A claim all of whose tokens but a mark stand in a sentence, in order, is cut out of it.
_CUT_OUT: Final = 0.95
# How many tokens the words that attribute or deny may stand away from what they attribute: "said on Monday that".
_REACH: Final = 4
_LIST: Final = 12  # tokens at most between two values of one list
QUOTE: Final = '"'


class Finding(NamedTuple):
    """What a difference is found to be: its kind and weight, what the claim says and what the sentence says."""

    kind: CheckKind
    weight: Weight
    said: str
    instead: str


def findings(nearest: Sequence[Alignment]) -> tuple[Finding, ...]:
    """What a claim says otherwise than the sentence that it nearly copies; nothing where it copies none.

    Args:
        nearest: The claim beside the sentences nearest to it, best first.
    """
    for one in nearest:
        if not is_beside(one):
            continue
        found = (*_of_order(one), *_of_case(one), *_of_differences(one))
        if found or one.claim_share >= _CUT_OUT:
            return found
    return ()


def is_beside(one: Alignment) -> bool:
    """True where claim and sentence are so much alike that a difference is one of meaning."""
    if one.exchanged is not None:
        return True
    exchanges = [d for d in one.differences if d.claim.tokens]
    single = len(exchanges) == 1 and len(exchanges[0].claim.tokens) <= 2 and one.claim_share >= 0.5
    repeats = one.source_share >= NEARLY_EQUAL and one.claim_share >= 0.5  # all of it, behind words of the claim's own
    return one.claim_share >= NEARLY_EQUAL or repeats or (single and one.source_share >= 0.5)


def _of_order(one: Alignment) -> tuple[Finding, ...]:
    if one.exchanged is None:
        return ()
    mine, other = one.exchanged
    return (Finding("order", "hard", f"{mine} … {other}", f"{other} … {mine}"),)


def _of_case(one: Alignment) -> tuple[Finding, ...]:
    return () if one.other_case is None else (Finding("case", "hard", *one.other_case),)


def _of_differences(one: Alignment) -> tuple[Finding, ...]:
    if one.exchanged is not None:
        return ()
    denials = [difference for difference in one.differences if difference.kind == "negation"]
    balanced = len(denials) > 1 or _negations(one, "claim") == _negations(one, "source") > 0
    found: list[Finding] = []
    for difference in one.differences:
        kind, weight = difference.kind, _weight(difference, one)
        if kind == "negation" and balanced:
            weight = "open"
        if kind is not None and (weight != "open" or one.is_near_copy):
            found.append(Finding(kind, weight, difference.claim.words, difference.source.words))
        if left_out := _left_out(difference, one):
            found.append(Finding(left_out, "turns", "", difference.source.words))
    return (*found, *_of_quotes(one))


def _of_quotes(one: Alignment) -> tuple[Finding, ...]:
    """A claim says in its own voice what the sentence has between quotation marks."""
    dropped = [d.source for d in one.differences if d.source.keys == (QUOTE,) and not d.claim.keys]
    reported = any(d.claim.reported for d in one.differences)
    return () if len(dropped) < 2 or reported else (Finding("quotation", "turns", "", dropped[0].words),)


def _negations(one: Alignment, side: Literal["claim", "source"]) -> int:
    """How many of the differences deny on one side."""
    return sum("negation" in getattr(difference, side).cue_kinds for difference in one.differences)


def _weight(difference: Difference, one: Alignment) -> Weight:
    """How much a difference weighs in this place."""
    if difference.weight != "open" and difference.claim.tokens and one.source_share < _HALF_OF_IT:
        return "open"
    if difference.weight == "turns" and not difference.claim.tokens and one.claim_share < NEARLY_EQUAL:
        return "open"
    if difference.weight == "hard" and _has_other_wording(one):
        return "turns" if difference.kind in ("number", "date") else "open"
    return difference.weight


def _has_other_wording(one: Alignment) -> bool:
    """Whether the claim has words of its own beside the differences that were understood: these may only seem such."""
    return any(d.weight == "open" and d.kind in (None, "negation") and d.claim.tokens for d in one.differences)


def _left_out(difference: Difference, one: Alignment) -> CheckKind | None:
    """Of which kind the words are that a claim cut out of a sentence leaves out, where they bear on the rest of it."""
    left = difference.source
    if difference.claim.tokens or one.claim_share < _CUT_OUT or len(left.tokens) < 2:
        return None
    if left.opens or left.ends:
        return _bearing(left)
    return "splice" if _pairs_anew(left) else None


def _bearing(left: Stretch) -> CheckKind | None:
    """What the words before or behind a claim do to it: they attribute it, deny it, or make it depend on something."""
    conditions = language_or_english(left.language).turns.conditions
    near = left.cues[-_REACH:] if left.opens else left.cues[:_REACH]
    kinds = frozenset[str]().union(*near)
    if _begins_with(left, conditions) or (left.opens and _leads_on(left)):
        return "condition"
    if "attribution" in kinds:
        return "attribution"
    if left.opens and "negation" in kinds:
        return "negation"
    if left.opens and "modality" in kinds:
        return "modality"
    return None


def _leads_on(left: Stretch) -> bool:
    """Whether the last of the words leads to a clause that says something only with them: "so strong that", "if"."""
    record = language_or_english(left.language)
    return left.keys[-1] in record.discourse.that_words or (left.keys[-1],) in record.turns.conditions


def _begins_with(left: Stretch, phrases: Sequence[tuple[str, ...]]) -> bool:
    keys = left.keys[1:] if left.keys[0] == "," else left.keys
    return any(keys[: len(phrase)] == phrase for phrase in phrases)


def _pairs_anew(left: Stretch) -> bool:
    """Whether what is left out stands between two values that belong to two others: "2.5 in [2024 and 3.1 in] 2025"."""
    before, behind = left.values
    if not before or not behind:
        return False
    if len(left.tokens) > _LIST or "." in left.keys:
        return False
    joining = language_or_english(left.language).vocabulary.conjunctions | {",", ";"}
    kinds = [value_kind(token) for token in left.tokens]
    wanted = [before, behind]
    return all(kinds.count(kind) >= wanted.count(kind) for kind in wanted) and not joining.isdisjoint(left.keys)
