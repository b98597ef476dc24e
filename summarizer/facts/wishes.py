"""What the reader wants of facts and summary; wishes choose and shape what is written, and turn off no check.

Wishes(focus="what changes for tenants").as_words()  ->  '{"focus": "what changes for tenants"}'
Wishes(language="de").code                           ->  "de"
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Final

from summarizer.errors import ConfigError
from summarizer.languages.registry import code_of

# The name of a language goes into a prompt, so it is letters, spaces and hyphens only.
_LANGUAGE: Final = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,4}")
_ARTICLES_OWN: Final = "the language of the article"
# A question, a reader or a style is told in a paragraph; more is a text of its own.
_LONGEST: Final = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What facts and summary are to be like.

    Args:
        language: the language to write in, by name or code; None for the article's own.
        focus: what the reader wants to know of the article; None for what matters in it.
        audience: who reads it; None for anybody.
        instructions: what else is wished of the writing, in words.

    Raises:
        ConfigError: one of them is no words, or more than 2,000 characters of them.
    """

    language: str | None = None
    focus: str | None = None
    audience: str | None = None
    instructions: str | None = None

    def __post_init__(self) -> None:
        language: object = self.language
        if language is not None and not (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
            raise ConfigError(
                f"language must be the name or code of a language, such as German or de, not {self.language!r}"
            )
        for name, given in self._named().items():
            text: object = given
            if text is not None and not (isinstance(text, str) and text.strip() and len(text) <= _LONGEST):
                raise ConfigError(f"{name} takes words, 1 to {_LONGEST} characters, not {str(text)[:80]!r}")

    @property
    def written_in(self) -> str:
        """The language as a prompt names it."""
        return self.language or _ARTICLES_OWN

    @property
    def code(self) -> str:
        """The code of the language asked for, "" where none was or nothing is known of it."""
        return code_of(self.language or "")

    def read_in(self, language: str) -> str:
        """The code of the language that is written in, of an article in a language; "" where nothing is known of it."""
        return self.code if self.language else language

    @property
    def named(self) -> tuple[str, ...]:
        """The names of the wishes that only a model can fulfil."""
        return tuple(name for name, text in self._named().items() if text is not None)

    def as_words(self) -> str:
        """The wishes in one line of JSON, "none" where there are none; the language is asked for apart."""
        wished = {name: " ".join(text.split()) for name, text in self._named().items() if text}
        return json.dumps(wished, ensure_ascii=False) if wished else "none"

    def _named(self) -> dict[str, str | None]:
        return {"focus": self.focus, "audience": self.audience, "instructions": self.instructions}
