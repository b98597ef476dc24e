"""What differs between two results: facts gained and lost, other words, other verdicts, another summary.

changes_between(before, after).lost        ->  (CheckedFact(statement="The mill closed.", …),)
changes_between(before, after).reworded    ->  (Pair(before=…, after=…),): the same place, in other words
bool(changes_between(result, result))      ->  False
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Final, TypeVar

from rapidfuzz import fuzz

from summarizer.facts.fact import CheckedFact
from summarizer.frozen import Frozen
from summarizer.result import Result
from summarizer.result_parts.text_verification import TextVerification
from summarizer.text.fold import folded
from summarizer.verification.verdict import CheckedClaim

C = TypeVar("C", bound=CheckedClaim)

# How alike two statements are, 0 to 100, that are one in other words although no place says so. Set by hand: far above
# statements of one article that merely share its names. It decides what is shown side by side, and no verdict.
_ALIKE: Final = 75.0
# The same where both stand on one place of one text: there two facts of one sentence may still be two.
_ALIKE_IN_PLACE: Final = 40.0


class Pair(Frozen):
    """A fact or claim as it was, and as it is.

    Attributes:
        before: As it was.
        after: As it is.
    """

    before: CheckedFact | CheckedClaim
    after: CheckedFact | CheckedClaim


class Changes(Frozen):
    """What differs; it is false where nothing does.

    Attributes:
        gained: Ticked facts that were not ticked or not there before; of verifications, claims that were not there.
        lost: The other way round.
        reworded: The same in other words.
        moved: In the same words and supported both times, and among the key facts once.
        judged_otherwise: In the same words, with another verdict.
        sentences_gained: Of the summary: sentences that were not there before.
        sentences_lost: The other way round.
        headlines: The headline before and after, where it is another.
    """

    gained: tuple[CheckedFact | CheckedClaim, ...] = ()
    lost: tuple[CheckedFact | CheckedClaim, ...] = ()
    reworded: tuple[Pair, ...] = ()
    moved: tuple[Pair, ...] = ()
    judged_otherwise: tuple[Pair, ...] = ()
    sentences_gained: tuple[str, ...] = ()
    sentences_lost: tuple[str, ...] = ()
    headlines: tuple[str, str] | None = None

    def __bool__(self) -> bool:
        return self != Changes()


Comparable = Result | TextVerification | Sequence[CheckedClaim]


def changes_between(before: Comparable, after: Comparable) -> Changes:
    """What differs between two results, or between two verifications; what it cost is not compared.

    Args:
        before: a result, the verification of a text, or checked claims.
        after: another one of the same kind.

    Raises:
        TypeError: they are of two kinds.
    """
    if isinstance(before, Result) and isinstance(after, Result):
        return _of_results(before, after)
    if isinstance(before, TextVerification) and isinstance(after, TextVerification):
        is_same = before.source_sha256 == after.source_sha256
        return _of_claims(before.sentences, after.sentences, in_place=is_same, counts=lambda _: True)
    if isinstance(before, Result | TextVerification) or isinstance(after, Result | TextVerification):
        raise TypeError(f"a {type(before).__name__} and a {type(after).__name__} cannot be compared")
    return _of_claims(before, after, in_place=False, counts=lambda _: True)


def _of_results(before: Result, after: Result) -> Changes:
    changes = _of_claims(
        (*before.facts, *before.rejected),
        (*after.facts, *after.rejected),
        in_place=before.document.sha256 == after.document.sha256,
        counts=lambda fact: fact.outcome == "ticked",
    )
    old, new = ([one.text for one in result.summary.sentences()] for result in (before, after))
    lost, gained = _lines(old, new)
    headlines = (before.summary.headline, after.summary.headline)
    return changes.model_copy(
        update={
            "sentences_lost": lost,
            "sentences_gained": gained,
            "headlines": headlines if headlines[0] != headlines[1] else None,
        }
    )


def _lines(old: Sequence[str], new: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines that went, and those that came; one that moved did both."""
    lost: list[str] = []
    gained: list[str] = []
    for kind, start, end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            lost += old[start:end]
            gained += new[new_start:new_end]
    return tuple(lost), tuple(gained)


def _of_claims(before: Sequence[C], after: Sequence[C], *, in_place: bool, counts: Callable[[C], bool]) -> Changes:
    """What differs between claims: first those of the same words are paired, then those that say the same.

    Args:
        before: as they were.
        after: as they are.
        in_place: both stand on one text, so that places can be compared.
        counts: whether a claim counts; of a pair one is enough.
    """
    pairs, old, new = _paired_by_words(before, after)
    judged, moved = _otherwise([pair for pair in pairs if any(map(counts, pair))], counts)
    old, new = list(filter(counts, old)), list(filter(counts, new))
    reworded = _paired_by_sense(old, new, in_place=in_place)
    gone, come = {one.id for one, _ in reworded}, {other.id for _, other in reworded}
    return Changes(
        gained=tuple(one for one in new if one.id not in come),
        lost=tuple(one for one in old if one.id not in gone),
        reworded=_pairs(reworded),
        moved=_pairs(moved),
        judged_otherwise=_pairs(judged),
    )


def _otherwise(
    pairs: Sequence[tuple[C, C]], counts: Callable[[C], bool]
) -> tuple[list[tuple[C, C]], list[tuple[C, C]]]:
    """Of pairs in the same words those with another verdict, and those of which one alone counts."""
    judged = [(one, other) for one, other in pairs if one.verdict != other.verdict]
    moved = [pair for pair in pairs if pair not in judged and not all(map(counts, pair))]
    return judged, moved


def _pairs(found: Sequence[tuple[C, C]]) -> tuple[Pair, ...]:
    return tuple(Pair(before=one, after=other) for one, other in found)


def _paired_by_words(before: Sequence[C], after: Sequence[C]) -> tuple[list[tuple[C, C]], list[C], list[C]]:
    """Those of the same words, each with one of the other side, and what is left of both sides."""
    waiting: dict[str, list[C]] = {}
    for one in after:
        waiting.setdefault(folded(one.statement), []).append(one)
    pairs: list[tuple[C, C]] = []
    old: list[C] = []
    for one in before:
        same = waiting.get(folded(one.statement))
        if same:
            pairs.append((one, same.pop(0)))
        else:
            old.append(one)
    left = {id(one) for same in waiting.values() for one in same}
    return pairs, old, [one for one in after if id(one) in left]


def _paired_by_sense(old: Sequence[C], new: Sequence[C], *, in_place: bool) -> list[tuple[C, C]]:
    """Those that say the same in other words, the most alike first; each is in one pair at most."""
    found: list[tuple[float, int, int]] = []
    for place, one in enumerate(old):
        for other_place, other in enumerate(new):
            alike = fuzz.ratio(one.statement, other.statement)
            if alike >= (_ALIKE_IN_PLACE if in_place and _share_a_place(one, other) else _ALIKE):
                found.append((-alike, place, other_place))
    taken: set[int] = set()
    gone: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, place, other_place in sorted(found):
        if place not in gone and other_place not in taken:
            gone.add(place)
            taken.add(other_place)
            pairs.append((place, other_place))
    return [(old[place], new[other_place]) for place, other_place in sorted(pairs)]


def _share_a_place(one: CheckedClaim, other: CheckedClaim) -> bool:
    """Whether the place that decides one is that of the other."""
    if not one.evidence or not other.evidence:
        return False
    return one.evidence[0].span.overlaps(other.evidence[0].span)
