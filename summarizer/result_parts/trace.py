"""A trace says how a result came about: who wrote it, with which prompts, by which version and options.

Trace(engine="model", model="gpt-5-mini", prompts=(PromptRef(id="extract.v2", …), …), …)
"""

from __future__ import annotations

from typing import Literal

from summarizer.frozen import Frozen
from summarizer.runtime.fallback import FallbackUse
from summarizer.verification.exam.results import ExamResult


class PromptRef(Frozen):
    """A prompt file that took part: its id (`extract.v2`) and the SHA-256 of its bytes."""

    id: str
    sha256: str


class Trace(Frozen):
    """Enough to repeat a result, or to refuse it: who wrote it, with which prompts, by which version and options.

    `engine` is `"model"` or `"extractive"`. `tokenizer` says what counted tokens (None where
    nothing had to be), `tokenizer_exact` whether it counts as the model does. `exams` are those by which the judges
    stand: none where they had nothing to judge. `unexamined_judges` names the models whose word counted without one,
    `exam` is which judges were to take one. `fallback_models` names whom to ask where a model fails, `fallbacks` the
    calls that they answered.
    """

    engine: Literal["model", "extractive"]
    model: str | None
    version: str
    prompts: tuple[PromptRef, ...]
    tokenizer: str | None
    tokenizer_exact: bool
    chunks: int
    chunk_tokens: int
    max_facts: int | None
    length: str
    language: str | None
    focus: str | None = None
    audience: str | None = None
    instructions: str | None = None
    judge_model: str | None = None
    verification: str = "standard"
    exams: tuple[ExamResult, ...] = ()
    unexamined_judges: tuple[str, ...] = ()
    exam: str = "auto"
    fallback_models: tuple[str, ...] = ()
    fallbacks: tuple[FallbackUse, ...] = ()
