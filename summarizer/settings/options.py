"""What a user may choose about a summary, checked once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from summarizer.document.chunks import ChunkPolicy
from summarizer.errors import ConfigError
from summarizer.summary.size import SIZES, Length
from summarizer.verification.policy import JudgePolicy

# The name of a language goes into a prompt, so it is letters, spaces and hyphens only.
_LANGUAGE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,4}")
_MOST_FACTS = 1000
_ARTICLES_OWN = "the language of the article"


def is_whole(value: object) -> bool:
    """True for a whole number; `True` is none."""
    return isinstance(value, int) and not isinstance(value, bool)


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How much is written and in which language.

    Args:
        max_facts: key facts ticked at most, 1 to 1000; 6 as in the form that the summary follows.
        length: "short" (about 5 sentences), "medium" (14) or "long" (36); medium is read in a minute.
        language: a language's name or code in letters; None writes in the article's own. Only a model translates: the
            extractive engine has the article's sentences alone.
        chunks: how an article is cut for a model.
        judge: who judges what the rules leave open, and how hard.

    Raises:
        ConfigError: one of them is out of range; the message names it.
    """

    max_facts: int = 6
    length: Length = "medium"
    language: str | None = None
    chunks: ChunkPolicy = field(default_factory=ChunkPolicy)
    judge: JudgePolicy = field(default_factory=JudgePolicy)

    def __post_init__(self) -> None:
        if not is_whole(self.max_facts) or not 1 <= self.max_facts <= _MOST_FACTS:
            raise ConfigError(f"max_facts must be a whole number from 1 to {_MOST_FACTS}, not {self.max_facts!r}")
        if not isinstance(self.length, str) or self.length not in SIZES:
            raise ConfigError(f"length must be one of {', '.join(SIZES)}, not {self.length!r}")
        language: object = self.language
        if language is not None and not (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
            raise ConfigError(
                f"language must be the name or code of a language, such as German or de, not {self.language!r}"
            )

    @property
    def written_in(self) -> str:
        """The language as a prompt names it."""
        return self.language or _ARTICLES_OWN
