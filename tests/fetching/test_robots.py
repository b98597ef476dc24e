"""What a host lets a program read."""

from __future__ import annotations

import time

import pytest

from summarizer.fetching.robots import may_read

RULES = """\ufeff# a comment
User-agent: *
Disallow: /private   # all of it
Allow: /private/press
Disallow: /*.php$
Disallow: /a*b
Crawl-delay: 9

User-agent: Other
User-agent: Summarizer/1
Disallow: /own
Allow: /

user-agent: summarizer
disallow: /more
"""


@pytest.mark.parametrize(
    ("path", "everyone", "ours"),
    [
        ("/", True, True),
        ("/private/a", False, True),
        ("/private/press/a", True, True),
        ("/%70rivate/a", False, True),
        ("/x.php", False, True),
        ("/x.php?a=1", True, True),
        ("/a/x/b", False, True),
        ("/own/a", True, False),
        ("/more", True, False),
    ],
)
def test_the_longest_rule_decides(path: str, *, everyone: bool, ours: bool) -> None:
    """Of the group that names the program, if one does; else of that for all."""
    assert may_read(RULES, agent="curious", path=path) is everyone
    assert may_read(RULES, agent="summarizer", path=path) is ours


@pytest.mark.parametrize("rules", ["", "Disallow: /", "User-agent: *\nDisallow:", "<html>no</html>", "User-agent: x"])
def test_without_a_rule_all_may_be_read(rules: str) -> None:
    """A page of an error, or a rule of no group, is none."""
    assert may_read(rules, agent="summarizer", path="/a")


def test_a_rule_of_many_stars_takes_no_time() -> None:
    """It fits nothing."""
    started = time.perf_counter()
    assert may_read("User-agent: *\nDisallow: /" + "*a" * 5000, agent="x", path="/" + "a" * 5000)
    assert time.perf_counter() - started < 5
