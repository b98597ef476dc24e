"""What a span writes once for both ends."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.tokens.spans import range_words, with_whole_ends

_SAME = [
    ("en", "2012–13", "2012–2013"),
    ("en", "2007-08", "2007-2008"),
    ("en", "2012/13", "2012/2013"),
    ("en", "from 2012 to 13.", "from 2012 to 2013."),
    ("en", "January 2-5, 2020", "January 2, 2020 - January 5, 2020"),
    ("en", "from January 2 to 5", "from January 2 to January 5"),
    ("en", "25–28 September 2021", "25 September 2021–28 September 2021"),
    ("en", "$5-10 million", "$5 million-$10 million"),
    ("en", "5-10 million people", "5 million-10 million people"),
    ("en", "5-10%", "5%-10%"),
    ("en", "12.8–13.0", "12.8–13"),
    ("de", "2012/13", "2012/2013"),
    ("de", "5-10 Prozent", "5 Prozent-10 Prozent"),
    ("de", "5-10 Millionen Euro", "5 Millionen Euro-10 Millionen Euro"),
    ("fr", "2012-13", "2012-2013"),
    ("fr", "5-10 millions d'euros", "5 millions-10 millions d'euros"),
    ("es", "2012-13", "2012-2013"),
    ("it", "2012-13", "2012-2013"),
    ("pt", "2012/13", "2012/2013"),
    ("nl", "2012-13", "2012-2013"),
    ("zh", "2012-13年", "2012-2013年"),
]


@pytest.mark.parametrize(("language", "one", "other"), _SAME)
def test_ends_in_full(language: str, one: str, other: str) -> None:
    """A century, month, year, currency, percent sign or scale that is written once stands for both ends."""
    keys = [
        [key for key in canonicalize(text, language=language).keys if key not in ("-", " - ")] for text in (one, other)
    ]
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    "text",
    [
        "the score was 3-2",
        "20 and 25 March",
        "2012 to 13 ships",
        "500-1 billion",
        "$5 to $10 million",
    ],
)
def test_what_is_no_span_stays(text: str) -> None:
    """Scores, falling figures, things counted together, and words that may mean two things."""
    tokens = canonicalize(text, language="en").tokens
    assert with_whole_ends(tokens, text, language="en") == list(tokens)
    written = [token for token in tokens if token.kind in ("number", "date", "money")]
    assert len(written) == 2


def test_range_words() -> None:
    """Of all languages, and dashes."""
    assert {"to", "bis", "-"} <= range_words()
