"""Tells whether a judge's correction of a claim is the small edit that it was asked for, and brings nothing of its own.

of "Repairs cost 9 million euros."  "Repairs cost 4.2 million euros."  ->  an edit, and the smallest
                                    "Repairs cost nothing at all."     ->  not the smallest: it brings a new claim
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from summarizer.text.words import words
from summarizer.verification.judging.content_words import content_stems, is_number
from summarizer.verification.verdict import Assertion, Check

# A correction is an edit, not another claim: it keeps half of the words and is more than a stump.
_KEPT_WORDS: Final = 0.5
_FEWEST_WORDS: Final = 3
# A judge rewords a little while it corrects: this share of the content words may go though they were entailed, or come
# though the source does not use them, but never a number. With none, "the mayor" could not become "Ada Corvi".
_STRAY: Final = 0.4


def is_edit(correction: str, *, of: str) -> bool:
    """True if a correction changes some words of a statement and keeps half or more of its own from it.

    Args:
        correction: the statement as the judge would have it.
        of: the statement as it was.
    """
    before, after = [word.text for word in words(of)], [word.text for word in words(correction)]
    if len(after) < min(_FEWEST_WORDS, len(before)) or before == after:
        return False
    return len(set(after) & set(before)) >= _KEPT_WORDS * len(set(after))


def is_smallest(
    correction: str,
    *,
    of: str,
    assertions: Sequence[Assertion],
    checks: Sequence[Check],
    source_stems: Collection[str] | None,
) -> bool:
    """True if a correction removes only what was not found entailed, and adds only what the source says.

    Held against what can be checked by words: a removed word counts as entailed where only entailed assertions hold it,
    and no check of it failed; an added number must stand in the source, and so must added content words where the words
    kept do. A few stray words are let pass, numbers never. A source in another language has neither in the same form:
    there it is left to the rules, which look at the correction as at any claim.

    Args:
        correction: the statement as the judge would have it.
        of: the statement as it was.
        assertions: what the judge found in it.
        checks: what the rules found in it.
        source_stems: `stem_of` of every word of the source; None where that is in another language.
    """
    before, after = content_stems(of), content_stems(correction)
    if source_stems is not None and _adds_of_its_own(before, after, source_stems):
        return False
    entailed = _entailed_stems(assertions, checks)
    lost = [word for word in before if word in entailed and word not in after]
    return not any(map(is_number, lost)) and len(lost) <= _STRAY * len(before)


def _adds_of_its_own(before: Sequence[str], after: Sequence[str], source_stems: Collection[str]) -> bool:
    """Whether a correction adds a number, or more than a few words, that the source does not have."""
    foreign = [word for word in after if word not in before and word not in source_stems]
    if any(map(is_number, foreign)):
        return True
    kept = [word for word in after if word in before]
    one_language = 2 * sum(word in source_stems for word in kept) > len(kept)
    return one_language and len(foreign) > _STRAY * len(after)


def _entailed_stems(assertions: Sequence[Assertion], checks: Sequence[Check]) -> set[str]:
    """The stems that only entailed assertions hold, and of which no check failed."""
    entailed: set[str] = set()
    doubtful: set[str] = set()
    for assertion in assertions:
        (entailed if assertion.relation == "entailed" else doubtful).update(content_stems(assertion.text))
    for check in checks:
        if not check.passed:
            doubtful.update(content_stems(check.item))
    return entailed - doubtful
