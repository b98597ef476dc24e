"""What may be left out at the start of a sentence without a change of meaning: discourse openers and datelines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.languages.registry import phrases_together, together
from summarizer.text.terms import is_function

_PLACE_WORDS: Final = 4  # "NEW YORK, 5 May (Reuters) -"
_AGENCIES: Final = frozenset("reuters ap cnn afp upi bbc xinhua bloomberg efe dpa ans pti ani ians cna".split())


def discourse_marker(keys: Sequence[str]) -> int:
    """How many tokens at the start only tie the sentence to the one before or name the agency; 0 for none.

    `discourse_marker(canon("However, sales fell.").keys) == 2`.
    """
    for length in (4, 3, 2, 1):
        if tuple(keys[:length]) in phrases_together("discourse.markers") and keys[length : length + 1] in (
            (",",),
            [","],
        ):
            return length + 1 if len(keys) > length + 3 else 0
    if _is_bare_marker(keys):
        return 1
    return _dateline(keys)


def _is_bare_marker(keys: Sequence[str]) -> bool:
    """True for "And" or "But" before a sentence that neither a comma nor a word such as "for" follows."""
    if len(keys) <= 4 or keys[0] not in together("discourse.bare_markers"):
        return False
    return keys[1] != "," and keys[1] not in together("discourse.not_behind_bare")


def _dateline(keys: Sequence[str]) -> int:
    """As in "LONDON (Reuters) - ", "(CNN) "."""
    head = list(keys[:9])
    if "(" not in head:
        return 0
    start = head.index("(")
    if start > _PLACE_WORDS or any(is_function(key) for key in head[:start]):
        return 0  # "False reports by all (AP) -" is no place
    if head[start + 1 : start + 2] == [] or head[start + 1] not in _AGENCIES or head[start + 2 : start + 3] != [")"]:
        return 0
    end = start + 3
    if keys[end : end + 1] in (("-",), ["-"]):
        end += 1
    elif start:
        return 0
    return end if len(keys) > end + 3 else 0
