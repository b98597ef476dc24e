"""A task is one thing that a model is asked to do: with which prompts, and what an answer of the usual size looks like.

    DRAFT_FACTS = Task(stages=("extract",), prompts=("extract.v3",), follow_ups=("repair.v1", …), stand_in=…)

Each stage keeps its tasks beside the form of their replies. What is derived from them is never kept by hand: the
prompts that a trace names, and the stand-ins with which an estimate runs the real plan.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from summarizer.calls.call import Call, Reply, Stage
from summarizer.calls.prompts import PromptId


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """Which answers stand in for a model's: those to expect, or those that make the most calls follow.

    Attributes:
        most: True for the answers that make the most calls follow.
        is_costly: True for a sentence that makes more calls follow when a small model chooses it, as one does that
            needs a name put in. None is preferred where it is always False.
        refused_at: the prompt at which a judge refuses each claim once, and corrects it where it can, so that it is
            asked about the claim again; None for a judge that supports every claim.
        refused_in: the stage in which it does so; None for any.
    """

    most: bool = False
    is_costly: Callable[[str], bool] = lambda _sentence: False
    refused_at: PromptId | None = None
    refused_in: Stage | None = None

    def refuses(self, call: Call) -> bool:
        """Whether a judge refuses, in its answer to a call, what it was not asked about before."""
        return call.prompt_id == self.refused_at and self.refused_in in {None, call.stage}


StandIn: TypeAlias = Callable[[Call, Scenario], Reply]
"""Makes a reply that may stand in for the model's: of the form that the call asks for, and of about the size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing that a model is asked to do.

    Attributes:
        stages: under which its calls are counted.
        prompts: with which it is asked, each a file of its own.
        follow_ups: with which it may be asked again, or told the form of its answer.
        stand_in: makes a reply that may stand in for the model's.
    """

    stages: tuple[Stage, ...]
    prompts: tuple[PromptId, ...]
    follow_ups: tuple[PromptId, ...] = ()
    stand_in: StandIn
