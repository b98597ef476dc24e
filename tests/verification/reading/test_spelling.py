"""Spelling variants and contractions."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.spelling import in_full, joined, spelled


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("organisation", "organization"),
        ("analysed", "analyzed"),
        ("favourite", "favorite"),
        ("behaviour", "behavior"),
        ("kilometres", "kilometers"),
        ("travelling", "traveling"),
        ("programmes", "programs"),
        ("sceptical", "skeptical"),
    ],
)
def test_one_spelling(british: str, american: str) -> None:
    """British and American forms are one."""
    assert spelled(british) == spelled(american)


@pytest.mark.parametrize(
    ("one", "other"),
    [("prise", "prize"), ("four", "for"), ("tour", "tor"), ("tonne", "ton"), ("storey", "story"), ("rise", "rice")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    """Two words that only look like variants keep two spellings."""
    assert spelled(one) != spelled(other)


@pytest.mark.parametrize(
    ("word", "following", "full"),
    [
        ("didn't", "go", ("did", "not")),
        ("can't", "go", ("can", "not")),
        ("won't", "go", ("will", "not")),
        ("it's", "a", ("it", "is")),
        ("it's", "clear", ("it", "is")),
        ("it's", "been", ("it", "has")),
        ("it's", "never been", ("it", "has")),
        ("he's", "beaten", ("he's",)),
        ("he's", "already left", ("he's",)),
        ("i'd", "been", ("i", "had")),
        ("i'd", "taken", ("i", "had")),
        ("i'd", "like", ("i", "would")),
        ("i'd", "need", ("i", "would")),
        ("i'd", "put", ("i'd",)),
        ("i'd", "better", ("i'd",)),
        ("dog's", "a", ("dog's",)),
        ("they're", "in", ("they", "are")),
        ("ain't", "so", ("ain't",)),
    ],
)
def test_contractions(word: str, following: str, full: tuple[str, ...]) -> None:
    """A contraction is written out only where it has one reading."""
    assert in_full(word, following.split()) == full


def test_hyphenated_words() -> None:
    """Words that are also written with a hyphen are known by their halves."""
    assert joined()["e", "mail"] == spelled("email")
