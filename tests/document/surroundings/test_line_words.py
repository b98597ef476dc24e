"""Lines are compared with what pages write, whatever marks and numbers stand beside it."""

from __future__ import annotations

import pytest

from summarizer.document.surroundings.line_words import (
    alternatives_of,
    begins,
    entries,
    has_count,
    holds,
    is_one,
    key,
    pattern_of,
    telling_word,
    without_count,
    words_in,
)


@pytest.mark.parametrize("line", ["Most read:", "MOST READ", "» Most read", "**Most read**", "“Most read”"])
def test_marks_and_capitals_do_not_count(line: str) -> None:
    """At the ends of a line."""
    assert key(line) == "most read"
    assert is_one(line, "related")


def test_a_sentence_is_no_entry() -> None:
    """A full stop makes one of it."""
    assert not is_one("Recommended.", "related")


@pytest.mark.parametrize(
    "line", ["Comments (3)", "3 comments", "Comments 3", "Comments", "1,204 Comments", "评论（2）"]
)
def test_counts_are_told_from_words(line: str) -> None:
    """Before or behind them, in brackets or not."""
    assert without_count(line) in entries("comments")
    assert has_count(line) == any(map(str.isdigit, line))


def test_a_line_begins_with_an_entry_or_holds_one() -> None:
    """As whole words, and in scripts without blanks wherever the characters stand."""
    assert begins("Sign up for our letter", "newsletter")
    assert not begins("Signups rose", "newsletter")
    assert holds("© 2025 Observer. All rights reserved.", "legal")
    assert not holds("All rights in the manuals are reserved by their makers.", "legal")
    assert holds("版权所有 未经许可不得转载", "legal")
    assert not holds("A newsletterish letter", "newsletter_names")


def test_a_pattern_has_the_longest_entry_first() -> None:
    """So that the longer of two that begin alike is found."""
    assert alternatives_of(["read", "read more"]).startswith(r"\bread\s+more")
    assert alternatives_of([]) == "(?!)"
    assert pattern_of("ago")


def test_a_quick_look_finds_the_telling_word() -> None:
    """The longest of an entry; none where there are no blanks."""
    assert telling_word("all rights reserved") == "reserved"
    assert telling_word("版权所有") == ""
    assert words_in("All Rights, all") == {"all", "rights"}
