"""What an exam came to: how many false claims a judge passed, how many true ones it stripped, and if that will do.

result.false_passes, result.false_strips  ->  1, 2
result.passed                             ->  True: either interval lies below one half
wilson(5, of=20)                          ->  (0.11, 0.47)
"""

from __future__ import annotations

import math
from typing import Final

from summarizer.frozen import Frozen
from summarizer.models.profile import JudgeForm

# The normal quantile of a two-sided interval of 95 %.
_Z: Final = 1.959964


class ExamResult(Frozen):
    """How a judge did in its exam, by its own word alone: the rules, which hold it in a run, had no part.

    A judge passes where it does better than a coin in both: where the 95 % interval of its false passes and that of its
    false strips lie below one half, at 20 claims of each at most 5. A coin passes once in 2,300 times. A judge as good
    as a strong model asked plainly about claims of six public sets, of which it passed 18 % of the false and stripped
    16 % of the true, would pass 4 times in 5 if the exam were as hard as those. Run `summarizer exam --model M` for the
    models of docs/how-to/local-judge.md again when pairs, prompts or the limit change.

    Attributes:
        key: Names the exam, by the model, its server, the form and the prompt.
        model: The name of the model that was examined.
        form: How it was asked.
        prompt_id: The prompt that it was asked with.
        prompt_sha256: The SHA-256 of that prompt.
        exam_sha256: The SHA-256 of the pairs.
        true_claims: How many claims that hold it was asked about.
        false_claims: How many that do not.
        false_passes: How many of the false ones it called supported.
        false_strips: How many of the true ones it did not call supported.
        unanswered: About how many it gave no usable word; a true claim among them counts as stripped.
        passed: Whether its word counts.
    """

    key: str
    model: str
    form: JudgeForm
    prompt_id: str
    prompt_sha256: str
    exam_sha256: str
    true_claims: int
    false_claims: int
    false_passes: int
    false_strips: int
    unanswered: int
    passed: bool

    @property
    def asked(self) -> int:
        """About how many claims it was asked."""
        return self.true_claims + self.false_claims

    @property
    def false_pass_interval(self) -> tuple[float, float]:
        """The share of false claims that such a judge passes, with 95 % certainty."""
        return wilson(self.false_passes, of=self.false_claims)

    @property
    def false_strip_interval(self) -> tuple[float, float]:
        """The share of true claims that such a judge strips, with 95 % certainty."""
        return wilson(self.false_strips, of=self.true_claims)

    @property
    def why_failed(self) -> str:
        """Why nothing that it says counts, and what to do; "" where it passed."""
        if self.passed:
            return ""
        return (
            f"{self.model} failed the exam for judges: it passed {self.false_passes} of {self.false_claims} false "
            f"claims and stripped {self.false_strips} of {self.true_claims} true ones; take a stronger model, or one "
            "as judge_model (exam='never' believes any)"
        )


def wilson(errors: int, *, of: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score (E. B. Wilson, JASA 22, 1927): `0 <= low <= errors / of <= high`.

    Args:
        errors: how many of the tries went wrong.
        of: how many tries there were, 1 or more.
    """
    share, spread = errors / of, _Z * _Z / of
    middle = share + spread / 2
    half = _Z * math.sqrt(share * (1 - share) / of + spread / (4 * of))
    return max(0.0, (middle - half) / (1 + spread)), min(1.0, (middle + half) / (1 + spread))
