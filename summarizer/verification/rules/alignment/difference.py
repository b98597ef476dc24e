"""A difference is a stretch where claim and sentence part, with its kind and how much it means.

Difference(kind="number", weight="hard", claim=Stretch(words="four", …), source=Stretch(words="three", …))
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from summarizer.languages.record import CueKind
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.verdict import CheckKind

_VALUES: Final = frozenset(("number", "percent", "points", "money", "date", "weekday", "time"))
Weight: TypeAlias = Literal["hard", "turns", "open"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Tokens of a text that stand side by side; there may be none.

    Attributes:
        language: Of the text, ISO 639-1.
        tokens: The tokens.
        cues: For each of them what the cue that it belongs to does.
        words: As they are written; a lone unit or sign comes with the number before it.
        opens: The text begins with them.
        ends: The text ends with them.
        behind: The kind of the token behind them, "" where the text ends.
        reported: The text reports what somebody says, so that its verbs may stand in the past for that alone.
        values: The kinds of the last value or name before them and of the first behind, within two tokens; "" for none.
        uniform: The letters of the text have one case throughout, so that a capital tells nothing.
        lead: The keys of the few tokens before them, which may hedge a number: "about".
    """

    language: str
    tokens: tuple[Token, ...]
    cues: tuple[frozenset[CueKind], ...]
    words: str
    opens: bool
    ends: bool
    behind: str
    reported: bool
    values: tuple[str, str]
    uniform: bool
    lead: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the tokens."""
        return tuple([token.key for token in self.tokens])

    @property
    def cue_kinds(self) -> frozenset[CueKind]:
        """What the cues among the tokens do."""
        return frozenset[CueKind]().union(*self.cues)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A stretch where claim and source part; either side may be empty.

    Attributes:
        kind: Of what kind it is; None for plain wording.
        weight: "hard" where the two cannot both be true of the same thing; "turns" where the claim says more, or more
            surely, than the sentence; "open" where it may be mere wording.
        claim: What the claim says there.
        source: What the sentence says there.
        anchor: How many equal tokens stand right before them, or right behind, whichever are more.
    """

    kind: CheckKind | None
    weight: Weight
    claim: Stretch
    source: Stretch
    anchor: int


def value_kind(token: Token) -> str:
    """The kind of a value, "name" for a word with a capital, "" for what is neither."""
    if token.kind in _VALUES:
        return token.kind
    return "name" if token.capitalized else ""
