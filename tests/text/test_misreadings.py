"""What is read otherwise than it is stored is found, and texts in scripts that need unseen marks are left alone."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.text.misreadings import misreadings


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Revenue was \u202e91\u202c million.", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("\u202eNot closed before. It was 91", "U+202E"),
        ("The word \u202dשלום\u202c is old.", "U+202D LEFT-TO-RIGHT OVERRIDE"),
        ("from \u20672 to 3\u2069 kilometers", "U+2067 RIGHT-TO-LEFT ISOLATE"),
        ("from \u202b10 to 20\u202c kilometers", "U+202B RIGHT-TO-LEFT EMBEDDING"),
        ("from \u202b10 to 20", "U+202B"),
        ("100\u200f-200 kilometers", "U+200F RIGHT-TO-LEFT MARK"),
        ("100\u061c-200 kilometers", "U+061C ARABIC LETTER MARK"),
        ("5 \u200f< \u200f6", "U+200F"),
        ("\u2067\u20681\u2069 2", "U+2067"),
        ("1\u20625 kilometers", "U+2062 INVISIBLE TIMES"),
        ("1\u20645", "U+2064 INVISIBLE PLUS"),
        ("1\u2063,5", "U+2063"),
        ("ca\u2061n", "U+2061"),
        ("1\u200b5", "U+200B ZERO WIDTH SPACE"),
        ("1\u20605", "U+2060"),
        ("1\u00ad5", "U+00AD"),
        ("1\ufe0f5", "U+FE0F"),
        ("1\u31645", "U+3164"),
        ("1\U000e00315", "U+E0031 TAG DIGIT ONE"),
        ("closed\U000e006e\U000e006f\U000e0074 again", "U+E006E"),
        ("a\ufe00\ufe01b", "U+FE00"),
        ("It cost 1৪ million.", "U+09EA BENGALI DIGIT FOUR"),
    ],
)
def test_what_is_read_otherwise(text: str, name: str) -> None:
    """Each kind is found once, and the character that does it is named."""
    (found,) = misreadings(text)
    assert found.why.startswith(name)
    assert found.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "It cost 91 million (5 < 6).",
        "He said \u2068Ada\u2069 paid \u206891\u2069 euros.",
        "\u200eAda wrote 5 – 6\u200e letters.\u200f",
        "a\u200f b \u200fc",
        "5 \u200fwords (all) \u200fof them",
        "השפה C++\u200e היא ותיקה",
        "\u202bהמחיר 10-20 שקל\u202c",
        "\u202eשלום\u202c",
        "\u202dAda\u202c",
        "بتاريخ 12\u200f/05\u200f/2020 م في",
        "السعر \u200f١٢٣ ريال\u200f (5-10)",
        "Call \u202a+972 50\u202c now",
        "می\u200cخواهم ۵۶",
        "zero\u200bwidth co\u00adoperate 5\u2060% 547\u200b,126",
        "1\ufe0f\u20e3 2\ufe0f\u20e3 ☎\ufe0f",
        "葛\U000e0100城市",
        "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f won 2:1",
        "👨\u200d👩\u200d👧 5",
        "stray \u202c and \u2069",
    ],
)
def test_what_needs_unseen_marks_has_them(text: str) -> None:
    """Text to the left, names set apart, words that may be cut, pictures."""
    assert misreadings(text) == ()


CONTROLS = "\u200b\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u2062\n"
SOUP = st.text(st.sampled_from(f"ab1 2-<\u05d0\u0627\u0664{CONTROLS}"))


@given(SOUP | st.text())
def test_places_are_apart_and_in_order(text: str) -> None:
    """They hold something, share nothing, and a text that is all seen has none."""
    places = [one.span for one in misreadings(text)]
    assert all(0 <= one.start < one.end <= len(text) for one in places)
    assert all(one.end <= two.start for one, two in pairwise(places))


@given(st.text(st.characters(exclude_categories=["Cf", "Nd", "Mn", "Cn", "Lo", "Cs"])))
def test_a_text_that_is_all_seen_has_none(text: str) -> None:
    """Without unseen characters and figures nothing is read otherwise."""
    assert misreadings(text) == ()


@pytest.mark.parametrize(
    "unit",
    [
        "\u202e",
        "\u202e1",
        "\u2067",
        "\u2067a\u202b",
        "\u200f1",
        "1\u200f",
        "\u200b",
        "1\u200b",
        "\u2062",
        "\U000e0041",
        "\u202c",
        "\u2069\u2068",
    ],
)
def test_long_texts_take_a_time_like_their_length(unit: str) -> None:
    """Twenty times the text takes far less than four hundred times the time."""

    def seconds(count: int) -> float:
        began = time.process_time()
        misreadings(unit * count)
        return time.process_time() - began

    seconds(100)
    assert seconds(40_000) < 100 * seconds(2_000) + 0.5
