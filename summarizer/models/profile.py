"""A profile says what a model can be trusted with: how much it is given and asked for at once.

    profile_of(model)       ->  the model's own, or LARGE_MODEL
    ModelProfile.small()    ->  small chunks, sentences copied out, a judge of one word

It goes by capability, never by a model's name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, TypeAlias, runtime_checkable

JudgeForm: TypeAlias = Literal["assertions", "yes_no"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelProfile:
    """How a model is worked with; the default is for models of the size that hosted services offer.

    Attributes:
        chunk_tokens: how much of an article is read in one piece, where the user does not say: importance, names and
            time are judged over a whole article then. 8,000 tokens are 6,000 English words; see benchmarks/RESULTS.md,
            "One look at the whole". Less where it would not fit into the context.
        plain: it copies out key sentences and writes none, and code arranges the summary; what it rewords all the same
            must earn its tick, or the sentence itself stands in. For models too small to write what holds.
        judge_form: how it is asked to judge: for a list of assertions, or for one word whose probability is read.
        room_tokens: what a call needs beside its chunk: the task's words, the claims, and the answer.
        context_tokens: the longest prompt and answer together; None where it is longer than anything that is sent.
        local: it runs inside this process, so that it is one of any that there are.
    """

    chunk_tokens: int = 8000
    plain: bool = False
    judge_form: JudgeForm = "assertions"
    room_tokens: int = 4800
    context_tokens: int | None = None
    local: bool = False

    @classmethod
    def small(cls) -> ModelProfile:
        """How a model of up to some 7 billion parameters is worked with; its server has to give token probabilities.

        Chunks of 1,200 tokens are what a model of 1.5 billion still reads as a whole, and 1,000 hold twenty sentences
        of one and an answer of a word (benchmarks/local_models.py).
        """
        return cls(chunk_tokens=1200, plain=True, judge_form="yes_no", room_tokens=1000)


LARGE_MODEL = ModelProfile()


@runtime_checkable
class Profiled(Protocol):
    """A model that says what it can be trusted with; a `ChatModel` of your own may, and need not."""

    @property
    def profile(self) -> ModelProfile:
        """How it is worked with."""
        ...


def profile_of(model: object) -> ModelProfile:
    """The model's own profile, or that of large models where it gives none."""
    return model.profile if isinstance(model, Profiled) else LARGE_MODEL
