"""What a correction changes word by word, and whether it is the small edit that it was asked to be."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from difflib import SequenceMatcher
from typing import Literal, NamedTuple

from summarizer.text.words import Word, words
from summarizer.verification.verdict import Assertion, Check

# A correction is an edit, not another claim: it keeps half of the words and is more than a stump.
_KEPT_WORDS = 0.5
_FEWEST_WORDS = 3
# A judge rewords a little while it mends: this share of the content words may go though they were entailed, or come
# though the source does not use them, but never a number. With none, "the mayor" could not become "Ada Corvi".
_STRAY = 0.4
_LONG_WORD = 4
_STEM = 5
_FIRST_CJK = "\u2e80"


class WordEdit(NamedTuple):
    """A stretch of words that a correction kept, removed or added."""

    kind: Literal["kept", "removed", "added"]
    text: str


def word_edits(before: str, after: str) -> tuple[WordEdit, ...]:
    """The edit from one wording to another, in reading order, what was removed before what was added in its place.

    The kept and added texts are stretches of `after` and the removed ones of `before`, each from its first word to its
    last; no two neighbors are of one kind.
    """
    old, new = words(before), words(after)
    found: list[WordEdit] = []
    for tag, i, j, k, n in SequenceMatcher(
        None, [w.text for w in old], [w.text for w in new], autojunk=False
    ).get_opcodes():
        if tag == "equal":
            found.append(WordEdit("kept", _stretch(after, new[k:n])))
            continue
        if j > i:
            found.append(WordEdit("removed", _stretch(before, old[i:j])))
        if n > k:
            found.append(WordEdit("added", _stretch(after, new[k:n])))
    return tuple(found)


def marked_edit(before: str, after: str) -> str:
    """The edit in one line, as wdiff writes it: `costs [-9-] {+4.2+} million euros`."""
    signs = {"kept": "{}", "removed": "[-{}-]", "added": "{{+{}+}}"}
    return " ".join(signs[edit.kind].format(edit.text) for edit in word_edits(before, after))


def is_edit(correction: str, *, of: str) -> bool:
    """True if a correction changes some words of a statement and keeps half or more of its own from it."""
    before, after = [w.text for w in words(of)], [w.text for w in words(correction)]
    if len(after) < min(_FEWEST_WORDS, len(before)) or before == after:
        return False
    return len(set(after) & set(before)) >= _KEPT_WORDS * len(set(after))


def is_smallest(
    correction: str, *, of: str, assertions: Sequence[Assertion], checks: Sequence[Check], source_stems: Collection[str]
) -> bool:
    """True if a correction removes only what was not found entailed, and adds only what the source says.

    Held against what can be checked by words: a removed word counts as entailed where only entailed assertions hold it,
    and no check of it failed;
    an added number must stand in the source, and so must added content words where the words kept do, for a statement
    in another language than its source shares none with it. A few stray words are let pass, numbers never.

    Args:
        correction: the statement as the judge would have it.
        of: the statement as it was.
        assertions: what the judge found in it.
        checks: what the rules found in it.
        source_stems: `stem_of` of every word of the source.
    """
    before, after = _content(of), _content(correction)
    added = [word for word in after if word not in before]
    kept = [word for word in after if word in before]
    if any(is_number(word) and word not in source_stems for word in added):
        return False
    shared = sum(word in source_stems for word in kept) * 2 > len(kept)
    if shared and sum(word not in source_stems for word in added) > _STRAY * len(after):
        return False
    entailed = {w for a in assertions if a.relation == "entailed" for w in _content(a.text)}
    entailed -= {w for a in assertions if a.relation != "entailed" for w in _content(a.text)}
    entailed -= {w for check in checks if not check.passed for w in _content(check.item)}
    lost = [word for word in before if word in entailed and word not in after]
    return not any(map(is_number, lost)) and len(lost) <= _STRAY * len(before)


def stem_of(word: str) -> str:
    """The first letters of a folded word, by which its forms are taken for one; a number is its own stem."""
    return word if is_number(word) else word[:_STEM]


def is_content(word: str) -> bool:
    """True for a folded word that says something: a number, four letters or more, or one of a script without spaces."""
    return len(word) >= _LONG_WORD or is_number(word) or word >= _FIRST_CJK


def is_number(word: str) -> bool:
    """True for a word with a digit in it."""
    return any(character.isdigit() for character in word)


def _content(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(stem_of(word.text) for word in words(text) if is_content(word.text)))


def _stretch(text: str, some: Sequence[Word]) -> str:
    return text[some[0].start : some[-1].end]
