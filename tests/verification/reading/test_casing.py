"""Case that tells words apart."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.casing import same_case


@pytest.mark.parametrize(
    ("claim", "source", "same"),
    [
        ("He told us all.", "He told US all.", False),
        ("Anna Bell: It opens in May.", "ANNA BELL: It opens in May.", True),
        ("Anna Bell: It opens in May.", "ANNA BELL: It opens in MAY.", False),
        ("They polish Polish cars.", "They polish polish cars.", False),
        ("The firm left.", "the firm left.", True),
        ("he told us all.", "He told US all.", True),  # one case throughout tells nothing
        ("Apple fell in May.", "apple fell in May.", True),
        ("It may fall in May.", "It May fall in May.", False),
        ("It runs at 100 MBps.", "It runs at 100 Mbps.", False),
        ("A 5G phone fell.", "A 5g phone fell.", False),
        ("The line runs at 100 Mbps.", "The line runs at 100 MBps.", False),
        ("It has 92 of\ufb01ces.", "It has 92 offices.", True),
        ("Mr Grey left.", "Mr Gray left.", False),
        ("Grey left the car.", "Gray left the car.", False),
        ("mr grey left.", "Mr Gray left.", False),
        ("A grey car left.", "A gray car left.", True),
        ("The Labour group left.", "The Labor group left.", True),
        ("Er lebt in ihrem Haus.", "Er lebt in Ihrem Haus.", False),
        ("Er kennt ihren Plan.", "Er kennt Ihren Plan.", False),
        ("Er ist ihres Alters.", "Er ist Ihres Alters.", False),
        ("Er trinkt in Maßen.", "Er trinkt in Massen.", False),
    ],
)
def test_case(claim: str, source: str, *, same: bool) -> None:
    """Words that mean something else in another case count as different, others do not."""
    language = "de" if "Er " in claim else "en"
    mine, theirs = canonicalize(claim, language=language), canonicalize(source, language=language)
    assert mine.keys == theirs.keys
    assert same_case(mine, 0, theirs, 0, len(mine.keys)) is same
