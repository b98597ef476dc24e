"""The policy says how hard a verification looks: who judges, in which form, and how many must agree.

JudgePolicy.of("standard", main="assertions")           ->  one review of each claim, a second of disputed ones
JudgePolicy.of("fast", main="assertions", judge="yes_no")  ->  one review, by the judge model, in one word
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from summarizer.calls.call import Answerer
from summarizer.calls.prompts import PromptId
from summarizer.errors import ConfigError
from summarizer.models.profile import JudgeForm

Level = Literal["fast", "standard", "strict"]

# A judge does best with one claim a call (HalluMeasure, EMNLP 2024); five joined by id are the price of a fifth of the
# calls. Run benchmarks/judge.py again when it moves.
CLAIMS_PER_CALL: Final = 5
LEVELS: tuple[Level, ...] = get_args(Level)
FORMS: tuple[JudgeForm, ...] = get_args(JudgeForm)


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeRole:
    """One judge: which model answers, and in which form it is asked.

    Args:
        role: "main" for the model that writes, "judge" for the judge model where one is configured.
        form: "assertions" has it list what a claim asserts and whether each is entailed; "yes_no" reads one word of it,
            by its probability, for models too small to fill in a list.
    """

    role: Answerer = "main"
    form: JudgeForm = "assertions"

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise ConfigError(f"judge_form must be one of {', '.join(FORMS)}, not {self.form!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgePolicy:
    """Who judges what the rules leave open; `(n claims) -> calls` below is for the assertions form.

    Args:
        level: "fast": one review by `first`, up to five claims a call. "standard" adds a second by `second`, in a call
            of its own, for the claims on which the first review and the rules disagree. "strict": every claim in two
            calls of its own, by `first` and by `second`, and both must find it supported. So n claims of one chunk take
            n/5 calls when fast, n/5 plus one for each disagreement by default, and 2n when strict. A second review runs
            beside the corrections: no level adds a round of calls.
        first: who looks first.
        second: who looks again, at a page of its own and with a prompt that looks for faults.
        second_reviews: which claims "standard" looks at again: those on which the first review and the rules disagree,
            or all that were judged. The second is what it can come to at most, with which an estimate reckons.
    """

    level: Level = "standard"
    first: JudgeRole = field(default_factory=JudgeRole)
    second: JudgeRole = field(default_factory=lambda: JudgeRole(role="judge"))
    second_reviews: Literal["disputed", "all"] = "disputed"

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise ConfigError(f"verification must be one of {', '.join(LEVELS)}, not {self.level!r}")

    @property
    def prompts(self) -> tuple[PromptId, ...]:
        """The prompts that judges are asked with, each once."""
        first: PromptId = "judge.v1" if self.first.form == "assertions" else "yesno.v1"
        second: PromptId = "doubt.v1" if self.second.form == "assertions" else "yesno.v1"
        return (first,) if self.level == "fast" or first == second else (first, second)

    @classmethod
    def of(cls, level: Level, *, main: JudgeForm, judge: JudgeForm | None = None) -> JudgePolicy:
        """The policy of a level for the models that there are.

        Where one review is all there is and a judge model is configured, the review is its: a local judge beside a
        remote writer then judges alone.

        Args:
            level: how hard to look.
            main: in which form the main model is asked.
            judge: in which form the judge model is asked; None if there is none.
        """
        second = JudgeRole(role="judge", form=judge or main)
        first = second if level == "fast" and judge is not None else JudgeRole(form=main)
        return cls(level=level, first=first, second=second)
