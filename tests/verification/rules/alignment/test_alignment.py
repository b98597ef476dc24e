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
        assert differences[0].weight == "hard"


@pytest.mark.parametrize(
    ("claim", "source", "weight"),
    [
        ("$5 million", "US$5 million", "open"),
        ("US$5 million", "$5 million", "open"),
        ("¥5 million", "5 million yen", "open"),
        ("A$5 million", "$5 million", "turns"),
        ("A$5 million", "US$5 million", "hard"),
        ("$5 million", "US$6 million", "hard"),
        ("$5 million", "€5 million", "hard"),
    ],
)
def test_a_sign_of_several_currencies_contradicts_none_of_them(claim: str, source: str, weight: str) -> None:
    """The same sum with a sign that may mean the other's currency is no hard difference; another country's turns it."""
    mine, theirs = (canonicalize(f"The club paid {sum_} for him.", language="en") for sum_ in (claim, source))
    assert [d.weight for d in align(mine, theirs, language="en").differences] == [weight]


def test_a_german_article_may_become_a_negation() -> None:
    """The word "ein" for "kein" turns the statement."""
    mine, theirs = (canonicalize(f"Der Rat hat {word} Haus gekauft.", language="de") for word in ("ein", "kein"))
    (difference,) = align(mine, theirs, language="de").differences
    assert (difference.kind, difference.weight) == ("negation", "hard")


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
    assert (difference.kind, difference.weight, difference.claim.words) == ("name", "hard", "Museum")


def test_swapped_roles() -> None:
    """Two names that changed places are named."""
    claim = canonicalize("On Monday Sudland beat Norland by three goals.", language="en")
    source = canonicalize("On Monday Norland beat Sudland by three goals.", language="en")
    assert align(claim, source, language="en").exchanged == ("Sudland", "Norland")


def test_equal_texts() -> None:
    """A text differs in nothing from itself."""
    form = canonicalize(SOURCE, language="en")
    one = align(form, form, language="en")
    assert (one.claim_share, one.source_share, one.differences) == (1.0, 1.0, ())


def test_a_word_in_another_case_is_named() -> None:
    """Case makes another word of a pronoun and a country; at the start of a text it tells nothing."""
    claim = canonicalize("The ships came back to us.", language="en")
    source = canonicalize("The ships came back to US.", language="en")
    assert align(claim, source, language="en").other_case == ("us", "US")
    assert align(source, source, language="en").other_case is None


def test_an_anchor_is_what_stands_beside_a_difference() -> None:
    """Equal tokens are counted on the side where there are more."""
    claim = canonicalize("Readers learn that repairs would cost 4.3 million euros.", language="en")
    source = canonicalize("The mayor said repairs would cost 4.2 million euros.", language="en")
    assert [d.anchor for d in align(claim, source, language="en").differences] == [3, 3]


def test_characters_between_two_changes_belong_to_one() -> None:
    """A single character that two words share does not part what was exchanged."""
    claim = canonicalize("工厂部分关闭了。", language="zh")
    source = canonicalize("工厂全部关闭了。", language="zh")
    assert [(d.kind, d.weight) for d in align(claim, source, language="zh").differences] == [("quantifier", "hard")]
