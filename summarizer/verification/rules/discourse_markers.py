"""What may be left out at the start of a sentence without a change of meaning: discourse openers and datelines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.text.terms import is_function

# They only tie a sentence to the one before. "Allegedly", "sometimes", "if so" and the like are none: they bear on the
# truth.
_WITH_COMMA: Final = frozenset(
    tuple(phrase.split())
    for phrase in (
        "however|meanwhile|moreover|furthermore|in addition|additionally|besides|indeed|in fact|of course|"
        "nevertheless|nonetheless|therefore|thus|consequently|as a result|for example|for instance|"
        "in other words|that said|on the other hand|on the one hand|by contrast|in contrast|similarly|"
        "likewise|also|and|but|so|finally|after all|notably|to be sure|at the same time|even so|still|yet|"
        "well|in conclusion|to conclude|in summary|in the meantime|more importantly|importantly|"
        "interestingly|accordingly|hence|jedoch|außerdem|zudem|dennoch|allerdings|unterdessen|darüber hinaus|"
        "cependant|toutefois|par ailleurs|en outre|de plus|néanmoins|pendant ce temps|sin embargo|además|"
        "no obstante|por otra parte|mientras tanto|asimismo|然 而|此 外|同 时|另 外|不 过|因 此|但 是|但|"
        "与 此 同 时|而 且|并 且"
    ).split("|")
)
_BARE: Final = frozenset((("and",), ("but",)))
# After a bare "And" or "But" these make a phrase with it ("But for the rain, …").
_NOT_BEHIND_BARE: Final = frozenset(("for", "not"))
_PLACE_WORDS: Final = 4  # "NEW YORK, 5 May (Reuters) -"
_AGENCIES: Final = frozenset("reuters ap cnn afp upi bbc xinhua bloomberg efe dpa ans pti ani ians cna".split())


def discourse_marker(keys: Sequence[str]) -> int:
    """How many tokens at the start only tie the sentence to the one before or name the agency; 0 for none.

    `discourse_marker(canon("However, sales fell.").keys) == 2`.
    """
    for length in (4, 3, 2, 1):
        if tuple(keys[:length]) in _WITH_COMMA and keys[length : length + 1] in ((",",), [","]):
            return length + 1 if len(keys) > length + 3 else 0
    if tuple(keys[:1]) in _BARE and len(keys) > 4 and keys[1] not in _NOT_BEHIND_BARE and keys[1] != ",":
        return 1
    return _dateline(keys)


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
