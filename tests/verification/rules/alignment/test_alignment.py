"""A claim beside a sentence: what they share, and where they part."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.rules.alignment.alignment import align

SOURCE = "On Monday Norland beat Sudland by three goals and about 40% of the fans left early."


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("three", "four", "number"),
        ("40%", "40 percentage points", "number"),
        ("Monday", "Friday", "date"),
        ("Sudland", "Westland", "name"),
        ("early", "late", None),
        ("left", "did not left", None),
        ("fans left", "fans never left", "negation"),
    ],
)
def test_kinds(old: str, new: str, kind: str | None) -> None:
    """The first difference has its kind, and equal texts have none."""
    claim = canonicalize(SOURCE.replace(old, new), language="en")
    differences = align(claim, canonicalize(SOURCE, language="en"), language="en").differences
    assert differences
    if kind is not None:
        assert differences[0].kind == kind
        assert differences[0].hard


@pytest.mark.parametrize(
    ("claim", "source", "hard"),
    [
        ("$5 million", "US$5 million", False),
        ("US$5 million", "$5 million", False),
        ("¥5 million", "5 million yen", False),
        ("A$5 million", "US$5 million", True),
        ("$5 million", "US$6 million", True),
        ("$5 million", "€5 million", True),
    ],
)
def test_a_sign_of_several_currencies_contradicts_none_of_them(claim: str, source: str, *, hard: bool) -> None:
    """The same sum with a sign that may mean the other's currency is no hard difference."""
    mine, theirs = (canonicalize(f"The club paid {sum_} for him.", language="en") for sum_ in (claim, source))
    assert [d.hard for d in align(mine, theirs, language="en").differences] == [hard]


def test_a_german_article_may_become_a_negation() -> None:
    """The word "ein" for "kein" turns the statement."""
    mine, theirs = (canonicalize(f"Der Rat hat {word} Haus gekauft.", language="de") for word in ("ein", "kein"))
    (difference,) = align(mine, theirs, language="de").differences
    assert (difference.kind, difference.hard) == ("negation", True)


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Der Rat tagt am Museum im Haus.", "Der Rat tagt am Freitag im Haus."),
        ("Der Rat tagt am Museum, 14. Februar 2020.", "Der Rat tagt am Freitag, 14. Februar 2020."),
    ],
)
def test_a_german_weekday_is_a_noun_among_others(claim: str, source: str) -> None:
    """Another noun in its place contradicts, whatever comma stands behind."""
    mine, theirs = (canonicalize(text, language="de") for text in (claim, source))
    (difference,) = align(mine, theirs, language="de").differences
    assert (difference.kind, difference.hard, difference.claim_words) == ("name", True, "Museum")


def test_swapped_roles() -> None:
    """Two names that changed places are a difference of order."""
    claim = canonicalize("On Monday Sudland beat Norland by three goals.", language="en")
    source = canonicalize("On Monday Norland beat Sudland by three goals.", language="en")
    assert {d.kind for d in align(claim, source, language="en").differences} == {"order"}


def test_equal_texts() -> None:
    """A text differs in nothing from itself."""
    form = canonicalize(SOURCE, language="en")
    one = align(form, form, language="en")
    assert (one.claim_share, one.source_share, one.differences) == (1.0, 1.0, ())
