"""A difference is a stretch where claim and sentence part, with its kind and how much it means.

Difference(kind="number", hard=True, …, claim_words="four", source_words="three")
"""

from __future__ import annotations

from dataclasses import dataclass

from summarizer.languages.record import CueKind
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.verdict import CheckKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Tokens of a text that stand side by side; there may be none.

    Attributes:
        tokens: The tokens.
        cues: For each of them what the cue that it belongs to does.
        words: As they are written; a lone unit or sign comes with the number before it.
        opens: The text begins with them.
        uniform: The letters of the text have one case throughout, so that a capital tells nothing.
        lead: The keys of the few tokens before them, which may hedge a number: "about".
    """

    tokens: tuple[Token, ...]
    cues: tuple[frozenset[CueKind], ...]
    words: str
    opens: bool
    uniform: bool
    lead: tuple[str, ...] = ()

    @property
    def cue_kinds(self) -> frozenset[CueKind]:
        """What the cues among the tokens do."""
        return frozenset[CueKind]().union(*self.cues)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A stretch where claim and source part; either side may be empty.

    Attributes:
        kind: Of what kind it is; None for plain wording.
        hard: The two cannot both be true of the same thing, or one turns what the other says. A difference that is not
            hard may be mere wording.
        claim: The tokens of the claim.
        source: The tokens of the sentence.
        claim_words: What the claim says there, as written.
        source_words: What the sentence says there, as written.
    """

    kind: CheckKind | None
    hard: bool
    claim: tuple[Token, ...]
    source: tuple[Token, ...]
    claim_words: str
    source_words: str
