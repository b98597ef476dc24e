"""Reasons in words of the source."""

from __future__ import annotations

import re
from typing import get_args

import pytest

from summarizer.verification.rules.unasserted.not_asserted import Kind, NotAsserted, quoted


@pytest.mark.parametrize("kind", get_args(Kind))
def test_a_reason_says_where_the_words_stand(kind: Kind) -> None:
    """Each kind has one, in one line, and what it shows of the source is whole words of it."""
    words = "Common myths about bridges " * 12
    reason = NotAsserted(kind, words).reason
    assert reason.startswith("the source has these words ")
    assert "\n" not in reason
    assert all(f"{shown} " in words for shown in re.findall("“([^”]*)”", reason))


def test_long_words_are_cut() -> None:
    """Behind a word, and so that it shows."""
    assert quoted("a  b\nc") == "“a b c”"
    assert quoted("word " * 60).endswith("word” …")
    assert len(quoted("x" * 500)) < 130
