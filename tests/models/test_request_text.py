"""The words of a request as every server takes them."""

from __future__ import annotations

import json

from calls import SCHEMA, a_call
from hypothesis import given
from hypothesis import strategies as st

from summarizer.models.request_text import as_utf8, schema_in_words


@given(st.text(st.characters()))
def test_what_utf8_can_carry_stays(text: str) -> None:
    """Only lone surrogates change, and what comes out can always be sent."""
    sent = as_utf8(text)
    sent.encode()
    assert sent == text or any("\ud800" <= c <= "\udfff" for c in text)


def test_pairs_of_surrogates_are_the_character_that_they_mean() -> None:
    """A lone one becomes U+FFFD."""
    assert as_utf8("a\ud800b \ud83d\ude00") == "a\ufffdb 😀"


def test_a_schema_is_told_with_its_name_and_its_bounds() -> None:
    """The word JSON is in it, which some servers ask for."""
    said = schema_in_words(a_call())
    assert said.startswith("Answer with one JSON object")
    assert '"facts"' in said
    assert json.loads(said[said.index("{") :]) == SCHEMA
