"""Who judges, in which form, and how many must agree."""

from __future__ import annotations

import pytest

from summarizer.errors import ConfigError
from summarizer.verification.policy import LEVELS, JudgePolicy, JudgeRole, Level, Standing


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


def test_seats_say_who_is_asked_with_which_words() -> None:
    """When fast one judge sits; else the second, with words that look for faults where it is asked for a list."""
    assert [(seat.prompt, seat.is_second) for seat in JudgePolicy(level="fast").seats] == [("judge.v4", False)]
    both = JudgePolicy.of("standard", main="assertions", judge="yes_no").seats
    assert [(seat.judge.role, seat.prompt, seat.is_second) for seat in both] == [
        ("main", "judge.v4", False),
        ("judge", "yesno.v1", True),
    ]


@pytest.mark.parametrize("level", LEVELS)
def test_standings_are_given_by_seat(level: Level) -> None:
    """`seated` gives each judge its own, and nothing else of a policy changes."""
    policy = JudgePolicy.of(level, main="assertions")
    standings = [Standing(outcome="passed", model="a"), Standing(outcome="unexamined", model="b")]
    known = policy.seated(standings[: len(policy.seats)])
    assert [seat.judge.standing for seat in known.seats] == standings[: len(policy.seats)]
    assert known.seated([Standing() for _ in policy.seats]) == policy
    assert known.unexamined == (() if level == "fast" else ("b",))


@pytest.mark.parametrize("level", LEVELS)
def test_another_judge_relieves_one_who_failed(level: Level) -> None:
    """By default the second looks alone then; strict wants two, and one who owes or failed an exam relieves nobody."""
    policy = JudgePolicy.of(level, main="yes_no", judge="assertions")
    failed, counts = Standing(outcome="failed", model="a", why="w"), Standing(model="b")
    if level == "fast":
        assert policy.seated([failed]).relieved == policy.seated([failed])
        return
    relieved = policy.seated([failed, counts]).relieved
    if level == "strict":
        assert relieved == policy.seated([failed, counts])
        return
    assert [(seat.judge.role, seat.prompt) for seat in relieved.seats] == [("judge", "judge.v4")]
    for standings in ([counts, counts], [failed, failed], [failed, Standing(outcome="owed", key="k")]):
        assert policy.seated(standings).relieved == policy.seated(standings)
