"""Who judges, in which form, and how many must agree."""

from __future__ import annotations

import pytest

from summarizer.errors import ConfigError
from summarizer.verification.policy import LEVELS, JudgePolicy, JudgeRole, Level


def test_defaults() -> None:
    """One model that lists assertions looks first, the judge model again where it is disputed."""
    policy = JudgePolicy()
    assert policy.level == "standard"
    assert policy.first == JudgeRole(role="main", form="assertions")
    assert policy.second == JudgeRole(role="judge", form="assertions")


@pytest.mark.parametrize("level", LEVELS)
def test_one_model_alone_takes_both_seats(level: Level) -> None:
    """Without a judge model both looks are asked for in the main model's form."""
    policy = JudgePolicy.of(level, main="yes_no")
    assert policy.level == level
    assert policy.first == JudgeRole(role="main", form="yes_no")
    assert policy.second == JudgeRole(role="judge", form="yes_no")


def test_a_judge_model_judges_alone_when_fast() -> None:
    """Where one look is all there is, the look is the judge model's: a local judge beside a remote writer."""
    policy = JudgePolicy.of("fast", main="assertions", judge="yes_no")
    assert policy.first == JudgeRole(role="judge", form="yes_no")


@pytest.mark.parametrize("level", ["standard", "strict"])
def test_a_judge_model_looks_again_otherwise(level: Level) -> None:
    """Each model is asked in its own form."""
    policy = JudgePolicy.of(level, main="assertions", judge="yes_no")
    assert policy.first == JudgeRole(role="main", form="assertions")
    assert policy.second == JudgeRole(role="judge", form="yes_no")


def test_unknown_levels_and_forms_are_refused_by_name() -> None:
    """The messages list what there is."""
    with pytest.raises(ConfigError, match="verification must be one of fast, standard, strict, not 'slow'"):
        JudgePolicy(level="slow")  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="judge_form must be one of assertions, yes_no, not 'json'"):
        JudgeRole(form="json")  # type: ignore[arg-type]
