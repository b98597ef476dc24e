"""What a user may choose about a summary, checked once.

Options(max_facts=3, length="short", language="German").written_in  ->  "German"
Options(max_facts=0)  ->  ConfigError: max_facts must be a whole number from 1 to 1000, not 0
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeGuard

from summarizer.document.chunks import ChunkPolicy
from summarizer.document.document import Document
from summarizer.errors import ConfigError
from summarizer.extractive.self_containedness import count_words
from summarizer.facts.wishes import Wishes
from summarizer.models.profile import JudgeForm, ModelProfile, profile_of
from summarizer.settings.models import AskedModels
from summarizer.summary.size import LENGTHS, Length, SummarySize, most_facts, size_of
from summarizer.verification.policy import EXAM_WHENS, ExamWhen, JudgePolicy, Level

_MOST_FACTS = 1000
# Below it a model reads too little at once to tell what matters; a smaller context is an error that says so.
_SMALLEST_CHUNK = 1000


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
        max_facts: key facts ticked at most, 1 to 1000; None lets the text decide: two of a note, six of a news report,
            fifteen of a report of 2,300 words.
        length: "short", "medium" or "long": at most about 6, 14 or 35 sentences of a text of a thousand words, fewer of
            a shorter and somewhat more of a longer one; medium is read in a minute.
        wishes: what the reader wants of the writing, its language too. Only a model translates, or answers a question:
            the extractive engine has the article's sentences alone.
        chunks: how an article is cut for a model.
        judge: who judges what the rules leave open, and how hard.
        exam: which judges show what they can before their word counts: "auto", "always" or "never".

    Raises:
        ConfigError: one of them is out of range; the message names it.
    """

    max_facts: int | None = None
    length: Length = "medium"
    wishes: Wishes = field(default_factory=Wishes)
    chunks: ChunkPolicy = field(default_factory=ChunkPolicy)
    judge: JudgePolicy = field(default_factory=JudgePolicy)
    exam: ExamWhen = "auto"

    def __post_init__(self) -> None:
        most: object = self.max_facts
        if most is not None and not (is_whole(most) and 1 <= most <= _MOST_FACTS):
            raise ConfigError(f"max_facts must be a whole number from 1 to {_MOST_FACTS}, or None, not {most!r}")
        if not isinstance(self.length, str) or self.length not in LENGTHS:
            raise ConfigError(f"length must be one of {', '.join(LENGTHS)}, not {self.length!r}")
        if self.exam not in EXAM_WHENS:
            raise ConfigError(f"exam must be one of {', '.join(EXAM_WHENS)}, not {self.exam!r}")

    def most_facts(self, document: Document) -> int:
        """Key facts at most: as many as were asked for, else as the text carries."""
        return self.max_facts if self.max_facts is not None else most_facts(count_words(document.text))

    def size(self, document: Document) -> SummarySize:
        """The size of a summary at most."""
        return size_of(count_words(document.text), length=self.length)


def options_for(
    models: AskedModels,
    *,
    profile: ModelProfile,
    max_facts: int | None,
    length: Length,
    wishes: Wishes,
    chunks: ChunkPolicy | None,
    verification: Level,
    judge_form: JudgeForm | None,
    exam: ExamWhen = "auto",
) -> Options:
    """The options for the models that there are; see `Summarizer` for what each is.

    Raises:
        ConfigError: one of them is out of range, or does not go with the model.
    """
    if profile.plain and wishes.language is not None:
        raise ConfigError("a model of this size picks sentences and translates none; leave language out")
    if wishes.named and (profile.plain or models.main is None):
        raise ConfigError(f"{wishes.named[0]} needs a model that writes; leave it out, or give a larger model")
    beside = models.judge
    judge = JudgePolicy.of(
        verification,
        main=judge_form or profile.judge_form,
        judge=None if beside is None else judge_form or profile_of(beside).judge_form,
    )
    policy = chunk_policy_for(chunks, profile=profile)
    return Options(
        max_facts=max_facts,
        length=length,
        wishes=wishes,
        chunks=policy,
        judge=judge,
        exam=exam,
    )


def chunk_policy_for(given: ChunkPolicy | None, *, profile: ModelProfile) -> ChunkPolicy:
    """The chunks asked for, or those that the model works best with.

    Raises:
        ConfigError: they do not fit into its context.
    """
    policy = given or ChunkPolicy(max_tokens=_fitting_chunk(profile))
    if profile.context_tokens is not None:
        most = profile.context_tokens - profile.room_tokens - policy.lead_tokens
        if policy.max_tokens > most:
            raise ConfigError(
                f"chunks of {policy.max_tokens} tokens do not fit into a context of {profile.context_tokens} tokens: "
                f"lower ChunkPolicy(max_tokens=…) to {most}, or raise context_tokens"
            )
    return policy


def _fitting_chunk(profile: ModelProfile) -> int:
    """The chunk size of a profile, or what its context leaves room for, if that is a chunk at all."""
    if profile.context_tokens is None:
        return profile.chunk_tokens
    room = profile.context_tokens - profile.room_tokens - ChunkPolicy().lead_tokens
    return min(profile.chunk_tokens, max(room, _SMALLEST_CHUNK))
