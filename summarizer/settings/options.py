"""What a user may choose about a summary, checked once.

Options(max_facts=3, length="short", language="German").written_in  ->  "German"
Options(max_facts=0)  ->  ConfigError: max_facts must be a whole number from 1 to 1000, not 0
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeGuard

from summarizer.document.chunks import ChunkPolicy
from summarizer.errors import ConfigError
from summarizer.languages.registry import code_of
from summarizer.models.profile import JudgeForm, ModelProfile, profile_of
from summarizer.settings.models import AskedModels
from summarizer.summary.size import SIZES, Length
from summarizer.verification.policy import EXAM_WHENS, ExamWhen, JudgePolicy, Level

# The name of a language goes into a prompt, so it is letters, spaces and hyphens only.
_LANGUAGE = re.compile(r"[^\W\d_]+(?:[ -][^\W\d_]+){0,4}")
_MOST_FACTS = 1000
_ARTICLES_OWN = "the language of the article"


def is_whole(value: object) -> TypeGuard[int]:
    """True for a whole number; `True` is none."""
    return isinstance(value, int) and not isinstance(value, bool)


def check_kind(name: str, given: object, *, kind: type) -> None:
    """Nothing, where a policy is of its class or left out.

    Raises:
        ConfigError: it is something else; the message names the argument and what it takes.
    """
    if given is not None and not isinstance(given, kind):
        raise ConfigError(f"{name} takes a {kind.__name__}, not {given!r}")


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
        exam: which judges show what they can before their word counts: "auto", "always" or "never".

    Raises:
        ConfigError: one of them is out of range; the message names it.
    """

    max_facts: int = 6
    length: Length = "medium"
    language: str | None = None
    chunks: ChunkPolicy = field(default_factory=ChunkPolicy)
    judge: JudgePolicy = field(default_factory=JudgePolicy)
    exam: ExamWhen = "auto"

    def __post_init__(self) -> None:
        if not is_whole(self.max_facts) or not 1 <= self.max_facts <= _MOST_FACTS:
            raise ConfigError(f"max_facts must be a whole number from 1 to {_MOST_FACTS}, not {self.max_facts!r}")
        if not isinstance(self.length, str) or self.length not in SIZES:
            raise ConfigError(f"length must be one of {', '.join(SIZES)}, not {self.length!r}")
        if self.exam not in EXAM_WHENS:
            raise ConfigError(f"exam must be one of {', '.join(EXAM_WHENS)}, not {self.exam!r}")
        language: object = self.language
        if language is not None and not (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
            raise ConfigError(
                f"language must be the name or code of a language, such as German or de, not {self.language!r}"
            )

    @property
    def written_in(self) -> str:
        """The language as a prompt names it."""
        return self.language or _ARTICLES_OWN

    @property
    def language_code(self) -> str:
        """The code of the language asked for, "" where none was or nothing is known of it."""
        return code_of(self.language or "")


def options_for(
    models: AskedModels,
    *,
    profile: ModelProfile,
    max_facts: int,
    length: Length,
    language: str | None,
    chunks: ChunkPolicy | None,
    verification: Level,
    judge_form: JudgeForm | None,
    exam: ExamWhen = "auto",
) -> Options:
    """The options for the models that there are; see `Summarizer` for what each is.

    Raises:
        ConfigError: one of them is out of range, or does not go with the model.
    """
    if profile.plain and language is not None:
        raise ConfigError("a model of this size picks sentences and translates none; leave language out")
    beside = models.judge
    judge = JudgePolicy.of(
        verification,
        main=judge_form or profile.judge_form,
        judge=None if beside is None else judge_form or profile_of(beside).judge_form,
    )
    policy = chunk_policy_for(chunks, profile=profile)
    return Options(max_facts=max_facts, length=length, language=language, chunks=policy, judge=judge, exam=exam)


def chunk_policy_for(given: ChunkPolicy | None, *, profile: ModelProfile) -> ChunkPolicy:
    """The chunks asked for, or those that the model works best with.

    Raises:
        ConfigError: they do not fit into its context.
    """
    policy = given or (ChunkPolicy(max_tokens=profile.chunk_tokens) if profile.chunk_tokens else ChunkPolicy())
    if profile.context_tokens is not None:
        most = profile.context_tokens - profile.room_tokens - policy.lead_tokens
        if policy.max_tokens > most:
            raise ConfigError(
                f"chunks of {policy.max_tokens} tokens do not fit into a context of {profile.context_tokens} tokens: "
                f"lower ChunkPolicy(max_tokens=…) to {most}, or raise context_tokens"
            )
    return policy
