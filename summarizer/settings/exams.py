"""Which judges owe an exam, and the results of those that were taken: kept for the process, and beside the reply cache.

book = ExamBook(models, cache=None)
judge = book.standings(policy, when="auto", profile=profile)   ->  the policy with each judge's standing
book.keep(outcomes.exams)                                      ->  the next run asks nothing
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Final

from pydantic import ValidationError

from summarizer.calls.prompts import PromptId, load_prompt
from summarizer.forks import ForkSafeLock
from summarizer.models.base import Addressed, ChatModel, kind_of
from summarizer.models.profile import JudgeForm, ModelProfile, profile_of
from summarizer.runtime.storage.shared_cache import Replies
from summarizer.settings.models import AskedModels
from summarizer.verification.exam.examine import standing_after
from summarizer.verification.exam.pairs import exam_sha256
from summarizer.verification.exam.results import ExamResult
from summarizer.verification.policy import ExamWhen, JudgePolicy, Seat, Standing
from summarizer.version import __version__

# Results of models that say where they are asked: the same for every object of this process.
_of_process: Final[dict[str, ExamResult]] = {}


class ExamBook:
    """The exams of the judges of one `Summarizer`; usable from any thread."""

    def __init__(self, models: AskedModels, *, cache: Replies | None) -> None:
        """Nothing is looked up yet.

        Args:
            models: who is asked.
            cache: where results outlive the process.
        """
        self._models = models
        self._cache = cache
        self._lock = ForkSafeLock()
        self._of_object: dict[str, ExamResult] = {}

    def standings(self, policy: JudgePolicy, *, when: ExamWhen, profile: ModelProfile) -> JudgePolicy:
        """The policy with the standing of each judge: examined before, owing an exam, or asked for none.

        Args:
            policy: who judges.
            when: "auto": models in this process, small ones, and judges asked for one word; "always": any; "never".
            profile: what the main model can be trusted with.
        """
        return policy.seated([self._standing(seat, when=when, profile=profile) for seat in policy.seats])

    def keep(self, results: Iterable[ExamResult]) -> None:
        """Keep the results of exams that were taken."""
        for result in results:
            with self._lock:
                self._memory_of(result.key)[result.key] = result
            if self._cache is not None:
                self._cache.put_note(result.key, result.model_dump_json())

    def results_of(self, policy: JudgePolicy) -> tuple[ExamResult, ...]:
        """The results by which the judges of a policy stand, each once."""
        keys = dict.fromkeys(seat.judge.standing.key for seat in policy.seats)
        found = (self._known(key) for key in keys if key)
        return tuple(result for result in found if result is not None)

    def may_judge(self, model: ChatModel, *, policy: JudgePolicy, when: ExamWhen) -> bool:
        """Whether a model may judge in the place of one of a policy: it owes no exam for any seat, or has passed it."""
        return all(
            self._standing_of(model, seat, when=when, trusted=profile_of(model)).outcome in ("unexamined", "passed")
            for seat in policy.seats
        )

    def _standing(self, seat: Seat, *, when: ExamWhen, profile: ModelProfile) -> Standing:
        model = self._models.seated_at(seat.judge.role)
        if model is None:
            return Standing()
        trusted = profile if model is self._models.main else profile_of(model)
        return self._standing_of(model, seat, when=when, trusted=trusted)

    def _standing_of(self, model: ChatModel, seat: Seat, *, when: ExamWhen, trusted: ModelProfile) -> Standing:
        if not _is_examined(when, trusted=trusted, model=model, form=seat.judge.form):
            return Standing(model=model.name)
        key = _key(model, form=seat.judge.form, prompt=seat.prompt)
        if not isinstance(model, Addressed):
            key = f"{key}:own"
        known = self._known(key)
        return Standing(outcome="owed", model=model.name, key=key) if known is None else standing_after(known)

    def _known(self, key: str) -> ExamResult | None:
        with self._lock:
            memory = self._memory_of(key)
            if key in memory:
                return memory[key]
        stored = self._cache.note(key) if self._cache is not None else None
        if stored is None:
            return None
        try:
            result = ExamResult.model_validate_json(stored)
        except ValidationError:
            return None  # another hand wrote it; the exam is taken anew
        with self._lock:
            memory[key] = result
        return result

    def _memory_of(self, key: str) -> dict[str, ExamResult]:
        """Where a result is remembered: that of a model that does not say where it is asked, for this object alone."""
        return self._of_object if key.endswith(":own") else _of_process


def _is_examined(when: ExamWhen, *, trusted: ModelProfile, model: ChatModel, form: JudgeForm) -> bool:
    if when != "auto":
        return when == "always"
    return trusted.plain or trusted.local or form == "yes_no" or profile_of(model).local


def _key(model: ChatModel, *, form: JudgeForm, prompt: PromptId) -> str:
    """The SHA-256 of all that an exam's result depends on: the model, where and how it is asked, and what."""
    shaping = {
        "kind": kind_of(model),
        "model": model.name,
        "base_url": model.address if isinstance(model, Addressed) else "",
        "settings": dict(model.settings) if isinstance(model, Addressed) else {},
        "form": form,
        "prompt": [prompt, load_prompt(prompt).sha256],
        "exam": exam_sha256(),
        "version": __version__,
    }
    return f"exam:{hashlib.sha256(json.dumps(shaping, separators=(',', ':')).encode('ascii')).hexdigest()}"
