"""An alignment is a claim beside one sentence, token by token: what they share, and each place where they part.

align("Norland won by four goals", beside "Norland won by three goals")
    ->  claim_share=0.8, source_share=0.8, differences=(number: "four" for "three",)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.rules.alignment.difference import Difference, Stretch
from summarizer.verification.rules.alignment.difference_kinds import difference_kind
from summarizer.verification.rules.alignment.word_order import with_swaps

# How much of claim and sentence must be equal, in order, for a difference in a small word to be read as a change of
# meaning and not as other wording. From benchmarks/corruption.py and the supported claims of the verification sets:
# lower values start to flag paraphrase. Run both again when it moves.
NEARLY_EQUAL: Final = 0.8

_LEAD: Final = 3  # tokens before a stretch that may hedge its first number: "more than about 5"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """A claim beside one sentence.

    Attributes:
        claim_share: Share of the claim's tokens that stand in the sentence, in order, 0..1.
        source_share: The same share of the sentence's tokens, 0..1.
        differences: What stands between the equal stretches.
    """

    claim_share: float
    source_share: float
    differences: tuple[Difference, ...]

    @property
    def is_near_copy(self) -> bool:
        """Whether the claim nearly repeats the sentence, and leaves out little of it."""
        return min(self.claim_share, self.source_share) >= NEARLY_EQUAL


class _Cut(NamedTuple):
    """A place where the two part: tokens `first` up to `end` of the claim for `start` up to `stop` of the sentence."""

    first: int
    end: int
    start: int
    stop: int


def align(claim: CanonicalText, source: CanonicalText, *, language: str) -> Alignment:
    """Lay a claim beside a sentence, and name each difference: `align(c, c, language="en").differences == ()`.

    Args:
        claim: The claim.
        source: The sentence.
        language: ISO 639-1, for the cues of both.
    """
    cuts = _cuts(claim.keys, source.keys)
    equal = len(claim.keys) - sum(cut.end - cut.first for cut in cuts)
    differences = tuple(_difference(claim, source, cut, language) for cut in cuts)
    return Alignment(
        claim_share=equal / len(claim.keys) if claim.keys else 0.0,
        source_share=equal / len(source.keys) if source.keys else 0.0,
        differences=with_swaps(differences, claim=claim, source=source),
    )


def _cuts(claim: tuple[str, ...], source: tuple[str, ...]) -> list[_Cut]:
    """Where two rows of keys part; what is equal at both ends is not looked at, which saves nearly all of the time."""
    shorter = min(len(claim), len(source))
    head = 0
    while head < shorter and claim[head] == source[head]:
        head += 1
    tail = 0
    while tail < shorter - head and claim[-1 - tail] == source[-1 - tail]:
        tail += 1
    inner_claim, inner_source = claim[head : len(claim) - tail], source[head : len(source) - tail]
    matcher = SequenceMatcher(None, inner_source, inner_claim, autojunk=False)
    return [
        _Cut(head + first, head + end, head + start, head + stop)
        for tag, start, stop, first, end in matcher.get_opcodes()
        if tag != "equal"
    ]


def _difference(claim: CanonicalText, source: CanonicalText, cut: _Cut, language: str) -> Difference:
    mine, theirs = claim.tokens[cut.first : cut.end], source.tokens[cut.start : cut.stop]
    one = _stretch(claim, cut.first, cut.first + _without_comma(mine, theirs), language)
    other = _stretch(source, cut.start, cut.start + _without_comma(theirs, mine), language)
    kind, hard = difference_kind(one, other)
    return Difference(
        kind=kind,
        hard=hard,
        claim=one.tokens,
        source=other.tokens,
        claim_words=one.words,
        source_words=other.words,
    )


def _without_comma(tokens: Sequence[Token], others: Sequence[Token]) -> int:
    """How many tokens a stretch has without the comma that a weekday in its place takes to itself.

    As in "am Museum, 14. Februar" beside "am Freitag, 14. Februar".
    """
    if len(tokens) == 2 and tokens[1].key == "," and len(others) == 1 and others[0].kind == "weekday":
        return 1
    return len(tokens)


def _stretch(text: CanonicalText, first: int, end: int, language: str) -> Stretch:
    lone_unit = 0 < first < end and text.tokens[first].kind == "unit"
    return Stretch(
        tokens=text.tokens[first:end],
        cues=cues_at(text.keys, language)[first:end],
        words=" ".join(text.words_of(first - 1 if lone_unit else first, end).split()),
        opens=first == 0,
        uniform=text.uniform,
        lead=text.keys[max(0, first - _LEAD) : first],
    )
