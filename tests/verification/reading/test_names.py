"""Names and their forms."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.fact_index import FactIndex
from summarizer.verification.reading.names import acronym_known, initials_of, knows, name_runs, name_tokens, spelled_out


@pytest.mark.parametrize(
    ("claim", "names"),
    [
        ("Both Paxton and the board spoke.", ["paxton"]),
        ("The mayor met Ana Ruiz in May.", ["ana", "ruiz"]),
        ("Ana Ruiz met the mayor.", ["ana", "ruiz"]),
        ("the mayor met ana ruiz.", []),
        ("Since Monday nobody spoke.", []),
        ("The 17th Century saw a Q&A and Friday's vote.", []),
        ("Former US host Ana Ruiz left.", ["us", "ana", "ruiz"]),
        ('He said: "The end is near."', []),
        ("He left [UNK] in Apr. again.", []),
        ("The firm sold ships; Observers praised it.", []),
        ("Acme Inc. Sells 40 Ships To Greece", []),
        ("Angela Corvi Met Bob Dole In The Old Town Of Brenta", []),
        ("Ana Ruiz met Tom Okoro and Lena Orr.", ["ana", "ruiz", "tom", "okoro", "lena", "orr"]),
    ],
)
def test_name_tokens(claim: str, names: list[str]) -> None:
    """Capitals inside a sentence are names, opening words, months and titles are none."""
    assert [token.key for token in name_tokens(canonicalize(claim, language="en"))] == names


@pytest.mark.parametrize(
    ("name", "source", "known"),
    [
        ("jamaican", "He flew to Jamaica.", True),
        ("jamaica", "He met a Jamaican man.", True),
        ("french", "He flew to France.", True),
        ("states", "He flew to the U.S. again.", True),
        ("chinese", "It was China's rocket.", True),
        ("uk's", "It was Britain's firm.", True),
        ("dutch", "A firm from the Netherlands.", True),
        ("christianity", "The Christian faith.", True),
        ("libyan", "He flew to Libya.", True),
        ("cuba", "He met two Cubans there.", True),
        ("irishman", "He flew to Ireland.", True),
        ("frenchwoman", "He spoke French to her.", True),
        ("tvs", "He sold his television.", True),
        ("german", "He flew to Ger.", False),
        ("oliva's", "He met Oliva.", True),
        ("marlow", "He met Oliva.", False),
    ],
)
def test_knows(name: str, source: str, *, known: bool) -> None:
    """A name is known by its demonym, possessive and short form, another name is not."""
    assert knows(name, FactIndex.of([canonicalize(source, language="en")])) is known


def test_acronyms_both_ways() -> None:
    """An acronym is known by the full name, the full name by the acronym."""
    full = canonicalize("He left the World Health Organization.", language="en")
    short = FactIndex.of([canonicalize("He left the WHO.", language="en")])
    assert acronym_known("who", initials_of([full]))
    assert not acronym_known("fbi", initials_of([full]))
    assert spelled_out(name_runs(full)[0], short)
