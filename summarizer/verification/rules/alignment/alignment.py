"""An alignment is a claim beside one sentence, token by token: what they share, and each place where they part.

align("Norland won by four goals", beside "Norland won by three goals")
    ->  claim_share=0.8, source_share=0.8, differences=(number: "four" for "three",)
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, NamedTuple

from summarizer.languages.scripts import is_unspaced
from summarizer.verification.reading.canonical_text import CanonicalText, Token
from summarizer.verification.reading.casing import is_other_word
from summarizer.verification.reading.cues import cues_at
from summarizer.verification.rules.alignment.difference import Difference, Stretch, value_kind
from summarizer.verification.rules.alignment.difference_kinds import difference_kind
from summarizer.verification.rules.alignment.word_order import exchanged

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
        exchanged: Two names or values of the claim that stand in each other's place; None where there are none.
        other_case: A word that the claim and the sentence write in another case, which makes it another: "us", "US".
    """

    claim_share: float
    source_share: float
    differences: tuple[Difference, ...]
    exchanged: tuple[str, str] | None
    other_case: tuple[str, str] | None

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
    cuts = _joined(cuts, claim.keys)
    anchors = _anchors(cuts, len(claim.keys))
    differences = tuple(
        _difference(claim, source, cut, language, anchor=anchor) for cut, anchor in zip(cuts, anchors, strict=True)
    )
    return Alignment(
        claim_share=equal / len(claim.keys) if claim.keys else 0.0,
        source_share=equal / len(source.keys) if source.keys else 0.0,
        differences=differences,
        exchanged=exchanged(claim, source, language=language) if len(differences) > 1 else None,
        other_case=_other_case(claim, source, cuts),
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


def _other_case(claim: CanonicalText, source: CanonicalText, cuts: Sequence[_Cut]) -> tuple[str, str] | None:
    """The first of the equal words whose case makes another word of it, in the claim and in the sentence."""
    place = start = 0
    for cut in (*cuts, _Cut(len(claim.keys), 0, len(source.keys), 0)):
        while place < cut.first:
            if is_other_word(claim, place, source, start):
                return claim.words_of(place, place + 1), source.words_of(start, start + 1)
            place, start = place + 1, start + 1
        place, start = cut.end, cut.stop
    return None


def _difference(claim: CanonicalText, source: CanonicalText, cut: _Cut, language: str, *, anchor: int) -> Difference:
    mine, theirs = claim.tokens[cut.first : cut.end], source.tokens[cut.start : cut.stop]
    one = _stretch(claim, cut.first, cut.first + _without_comma(mine, theirs), language)
    other = _stretch(source, cut.start, cut.start + _without_comma(theirs, mine), language)
    kind, weight = difference_kind(one, other)
    return Difference(
        kind=kind,
        weight=weight,
        claim=one,
        source=other,
        anchor=anchor,
    )


def _without_comma(tokens: Sequence[Token], others: Sequence[Token]) -> int:
    """How many tokens a stretch has without the comma that a weekday in its place takes to itself.

    As in "am Museum, 14. Februar" beside "am Freitag, 14. Februar".
    """
    if len(tokens) == 2 and tokens[1].key == "," and len(others) == 1 and others[0].kind == "weekday":
        return 1
    return len(tokens)


def _joined(cuts: Sequence[_Cut], keys: tuple[str, ...]) -> list[_Cut]:
    """The cuts, those as one between which a single character stands: of 全部 and 部分 all is exchanged."""
    found: list[_Cut] = []
    for cut in cuts:
        last = found[-1] if found else None
        if last is not None and cut.first - last.end == 1 and is_unspaced(keys[last.end]):
            found[-1] = _Cut(last.first, cut.end, last.start, cut.stop)
        else:
            found.append(cut)
    return found


def _anchors(cuts: Sequence[_Cut], length: int) -> list[int]:
    """How many equal tokens stand beside each cut, on the side where they are more."""
    ends = [0, *(cut.end for cut in cuts)]
    firsts = [*(cut.first for cut in cuts), length]
    runs = [first - end for end, first in zip(ends, firsts, strict=True)]
    return [max(runs[place], runs[place + 1]) for place in range(len(cuts))]


def _first_value(tokens: Sequence[Token]) -> str:
    """The kind of the first value among tokens, "name" for a name, "" where there is neither."""
    return next((value_kind(token) for token in tokens if value_kind(token)), "")


def _stretch(text: CanonicalText, first: int, end: int, language: str) -> Stretch:
    lone_unit = 0 < first < end and text.tokens[first].kind == "unit"
    cues = cues_at(text.keys, language)
    return Stretch(
        language=language,
        tokens=text.tokens[first:end],
        cues=cues[first:end],
        words=" ".join(text.words_of(first - 1 if lone_unit else first, end).split()),
        opens=first == 0,
        ends=end == len(text.tokens),
        behind=text.tokens[end].kind if end < len(text.tokens) else "",
        reported=any("attribution" in kinds for kinds in cues),
        values=(_first_value(text.tokens[max(0, first - 2) : first][::-1]), _first_value(text.tokens[end : end + 2])),
        uniform=text.uniform,
        lead=text.keys[max(0, first - _LEAD) : first],
    )
