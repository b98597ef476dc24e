"""Why a document does not assert what stands in it, in words that a person can act on.

NotAsserted("heading", "Common myths").reason
    ->  "the source has these words under “Common myths” and does not say them itself; …"
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal[
    "heading", "lead_in", "task", "open_task", "code", "taken_back", "supposed", "speaker", "quotation", "unmarked"
]

_LONGEST: Final = 120  # characters of the source that a reason shows
_NAME_IT: Final = "; say in the claim whose words they are"
_LEAVE_IT: Final = "; say so in the claim, or leave it out"
# Behind "the source has these words ".
_REASONS: Final[dict[Kind, str]] = {
    "heading": "under {words} and does not say them itself" + _LEAVE_IT,
    "lead_in": "behind {words} and does not say them itself" + _LEAVE_IT,
    "task": "in a task for its reader, {words}, and does not say that they are true" + _LEAVE_IT,
    "open_task": "as a task that is not done, {words}" + _LEAVE_IT,
    "code": "in a block of code only",
    "taken_back": "and takes them back: {words}" + _LEAVE_IT,
    "supposed": "as a mere thought, behind {words}" + _LEAVE_IT,
    "speaker": "as what somebody says, under the label {words}" + _NAME_IT,
    "unmarked": "in a stretch without punctuation, near {words}, where it cannot be seen what belongs to them",
    "quotation": "in a quotation, with {words}" + _NAME_IT,
}


class NotAsserted(NamedTuple):
    """What makes a sentence one that its document does not assert: a kind, and the source's words that show it."""

    kind: Kind
    words: str

    @property
    def reason(self) -> str:
        """One line that a person can read; every phrase in “…” stands in the source."""
        return "the source has these words " + _REASONS[self.kind].format(words=quoted(self.words))


def quoted(words: str) -> str:
    """Words of the source in quotation marks, cut behind a word where they are many."""
    text = " ".join(words.split())
    if len(text) <= _LONGEST:
        return f"“{text}”"
    cut = text[:_LONGEST].rpartition(" ")[0] or text[:_LONGEST]
    return f"“{cut}” …"
