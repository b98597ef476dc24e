"""The policy says how hard a verification looks: who judges, in which form, and how many must agree.

JudgePolicy.of("standard", main="assertions")           ->  one review of each claim, a second of disputed ones
JudgePolicy.of("fast", main="assertions", judge="yes_no")  ->  one review, by the judge model, in one word
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

from summarizer.calls.call import Answerer
from summarizer.calls.prompts import PromptId
from summarizer.errors import ConfigError
from summarizer.models.profile import JudgeForm

Level = Literal["fast", "standard", "strict"]
ExamWhen = Literal["auto", "always", "never"]

# As many claims as an article that is read in one piece has facts, sentences and titles, so that all take one call. One
# claim a call is best for weak judges (HalluMeasure, EMNLP 2024), which are asked for one word, and `strict` does it.
# A strong judge loses nothing among up to 34: 95 of 95 right in three calls and in twenty (benchmarks/RESULTS.md,
# "Claims in a call"); have benchmarks/judge_forms.py write rows together to see of a harder kind.
CLAIMS_PER_CALL: Final = 50
# A judge has passed its exam where the interval of either of its errors lies below this share: it does better than a
# coin. See `summarizer.verification.exam.results` for what that comes to, and what to run again when it moves.
EXAM_LIMIT: Final = 0.5
LEVELS: tuple[Level, ...] = get_args(Level)
EXAM_WHENS: tuple[ExamWhen, ...] = get_args(ExamWhen)
FORMS: tuple[JudgeForm, ...] = get_args(JudgeForm)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Whether a judge's word counts.

    Attributes:
        outcome: "unexamined": no exam is asked for, and it counts; "owed": it is examined before its first judgement;
            "passed": it counts; "failed": it is not asked, and its claims are unchecked.
        model: the name of the model that answers.
        key: names the exam, by the model, its server, the form and the prompt: places of one key are examined once.
        why: why nothing that it says counts; "" where it does.
    """

    outcome: Literal["unexamined", "owed", "passed", "failed"] = "unexamined"
    model: str = ""
    key: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgeRole:
    """One judge: which model answers, and in which form it is asked.

    Args:
        role: "main" for the model that writes, "judge" for the judge model where one is configured.
        form: "assertions" has it list what a claim asserts and whether each is entailed; "yes_no" reads one word of it,
            by its probability, for models too small to fill in a list.
        standing: whether its word counts.
    """

    role: Answerer = "main"
    form: JudgeForm = "assertions"
    standing: Standing = Standing()

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise ConfigError(f"judge_form must be one of {', '.join(FORMS)}, not {self.form!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """A judge where it sits: the prompt that it is asked with, and whether it is the second to look."""

    judge: JudgeRole
    prompt: PromptId
    is_second: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgePolicy:
    """Who judges what the rules leave open; `(n claims) -> calls` below is for the assertions form.

    Args:
        level: "fast": one review by `first`, up to fifty claims a call. "standard" adds a second by `second` of the
            claims on which the first review and the rules disagree, together with the corrections of claims that do not
            hold, up to fifty a call. "strict": every claim in two calls of its own, by `first` and by `second`, and
            both must find it supported. So n claims of one chunk take n/50 calls when fast, one more by default where
            anything is disputed, and 2n when strict. A second review runs beside the corrections: no level adds a
            round of calls.
        first: who looks first.
        second: who looks again, at a page of its own and with a prompt that looks for faults.
        second_reviews: which claims "standard" looks at again: those on which the first review and the rules disagree,
            or all that were judged. The second is what it can come to at most, with which an estimate reckons.
        exam_limit: the share that errors in an exam have to stay below; an estimate, whose stand-ins know nothing,
            reckons with a judge that passes.
    """

    level: Level = "standard"
    first: JudgeRole = field(default_factory=JudgeRole)
    second: JudgeRole = field(default_factory=lambda: JudgeRole(role="judge"))
    second_reviews: Literal["disputed", "all"] = "disputed"
    exam_limit: float = EXAM_LIMIT

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise ConfigError(f"verification must be one of {', '.join(LEVELS)}, not {self.level!r}")

    @property
    def seats(self) -> tuple[Seat, ...]:
        """Who is asked: the first judge, and the second unless one look is all."""
        first = Seat(judge=self.first, prompt="judge.v4" if self.first.form == "assertions" else "yesno.v1")
        if self.level == "fast":
            return (first,)
        prompt: PromptId = "doubt.v3" if self.second.form == "assertions" else "yesno.v1"
        return (first, Seat(judge=self.second, prompt=prompt, is_second=True))

    @property
    def prompts(self) -> tuple[PromptId, ...]:
        """The prompts that judges are asked with, each once."""
        return tuple(dict.fromkeys(seat.prompt for seat in self.seats))

    @property
    def unexamined(self) -> tuple[str, ...]:
        """The names of the models whose word counts without an exam, each once."""
        standings = [seat.judge.standing for seat in self.seats]
        return tuple(dict.fromkeys(one.model for one in standings if one.model and one.outcome == "unexamined"))

    @property
    def relieved(self) -> JudgePolicy:
        """The second judge alone in place of a first that failed its exam, where one look is enough.

        Only where the second's word counts without an exam, as it was not examined with the first one's words; it is
        another model then. When strict, two have to agree, and one cannot.
        """
        failed, stands_in = self.first.standing.outcome == "failed", self.second.standing.outcome == "unexamined"
        if self.level != "standard" or not (failed and stands_in):
            return self
        return replace(self, level="fast", first=self.second)

    def seated(self, standings: Sequence[Standing]) -> JudgePolicy:
        """The same policy, with these standings for the judges of `seats`, in their order."""
        judges = [replace(seat.judge, standing=one) for seat, one in zip(self.seats, standings, strict=True)]
        return replace(self, first=judges[0], second=judges[-1] if len(judges) > 1 else self.second)

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
