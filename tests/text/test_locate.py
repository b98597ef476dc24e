"""Locating: a quote is found where it stands, exactly where it can be, and nothing is found where nothing stands."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from summarizer.errors import InputError
from summarizer.text.fold import folded
from summarizer.text.locate import Alignment, Locator, locate

TEXT = (
    "The harbor of Lindow was closed on Monday. “We had no choice,” said the mayor, Ada Brandt — and she meant it. "
    "Engineers had found a crack of 14\u00a0centimeters in the north pier; repairs would cost 1.5 million euros. "
    "The fishing fleet moved to Quellby for the winter, where the berths are cheaper and the nights are long. "
    "港口周一关闭，工程师在北码头发现了裂缝，市长说维修需要三百五十万欧元。"
)


def found(quote: str, text: str = TEXT) -> Alignment:
    place = locate(quote, text)
    assert place is not None
    assert text[place.start : place.end] == place.text
    return place


def test_exact() -> None:
    """A quote that stands in the text as it is, is exact."""
    place = found("a crack of 14\u00a0centimeters")
    assert (place.kind, place.score, place.text) == ("exact", 1.0, "a crack of 14\u00a0centimeters")


@pytest.mark.parametrize(
    "quote",
    [
        '"We had no choice," said the mayor, Ada Brandt - and',
        "A CRACK OF 14 CENTIMETERS",
        "the  harbor\nof Lindow",
        "repairs would cost 1.5 mil\u00adlion",
    ],
)
def test_typography_is_folded(quote: str) -> None:
    """Quotes, dashes, case, spaces and soft hyphens do not hide a quote."""
    place = found(quote)
    assert place.kind == "folded"
    assert folded(place.text) == folded(quote)


def test_ellipsis_parts_are_found_in_order() -> None:
    """The span runs from the first part to the last."""
    for sign in ("...", "…", " [...] ", " . . . "):
        place = found(f"The harbor of Lindow{sign}she meant it")
        assert place.text.startswith("The harbor")
        assert place.text.endswith("she meant it")
        assert place.kind == "near"


def test_ellipsis_parts_in_the_wrong_order_are_not_found() -> None:
    """Parts that stand the other way round are no quote."""
    assert locate("she meant it ... The harbor of Lindow was closed", TEXT) is None


@pytest.mark.parametrize(
    ("quote", "meant"),
    [
        ("Engineers had discovered a crack of 14 centimeters in the north pier", "Engineers had found"),
        ("The fishing fleet went to Quellby for the winter, where berths are cheaper", "The fishing fleet moved"),
        ("工程师在北码头找到了裂缝，市长说维修需要", "工程师在北码头发现了裂缝"),
    ],
)
def test_paraphrase_by_a_word_is_near(quote: str, meant: str) -> None:
    """A word or two changed still leads to the place, by whole words."""
    place = found(quote)
    assert place.kind == "near"
    assert place.text.startswith(meant)
    assert 0.75 <= place.score <= 1


@pytest.mark.parametrize(
    "quote",
    [
        "Zebras graze peacefully on the plains of the south",
        "The harbor of Lindow was closed where the berths are cheaper and the nights are long",
        "nights winter euros mayor choice crack harbor fleet pier Monday",
    ],
)
def test_inventions_are_not_found(quote: str) -> None:
    """Other words, spliced halves and shuffled words have no place."""
    assert locate(quote, TEXT) is None


def test_wrapping_quotes_and_a_final_stop_are_forgiven() -> None:
    """What a writer puts around a quote does not hide it, nor does it enter the span."""
    assert found("“the nights are.”").text == "the nights are"


def test_a_place_that_cuts_no_word_comes_first() -> None:
    """Whole words are preferred to the same letters inside of others, and 5 to the 5 of 1.5."""
    assert found("art", "A party of art lovers").start == 11
    assert found("5 million", "It fell from 1.5 million to 5 million.").start == 28


def test_a_changed_number_is_near_and_never_folded() -> None:
    """Locating is not accepting: the kind says that the words differ."""
    assert found("Engineers had found a crack of 41 centimeters in the north pier").kind == "near"


@pytest.mark.parametrize("quote", ["", " ", "\n\t", "\u00a0"])
def test_blank_quotes_are_refused(quote: str) -> None:
    """There is no place of nothing."""
    with pytest.raises(InputError, match="blank"):
        locate(quote, TEXT)


@pytest.mark.parametrize("quote", ["…", "—", "\u200b", "[...]", "?!"])
def test_quotes_without_words_are_found_only_as_they_are(quote: str) -> None:
    """Signs alone are located exactly or not at all."""
    assert locate(quote, "no such sign here") is None
    assert found(quote, f"here {quote} it is").kind == "exact"


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("la la la la di la la la", "la " * 50_000),
        ("a" * 3000 + "b", "a" * 100_000),
        ("好好好好坏好好好好", "好" * 30_000),
        (" ... ".join(["la"] * 300), "la di " * 20_000),
        ("x", ""),
    ],
)
def test_nasty_texts_come_back(quote: str, text: str) -> None:
    """Repeated words and giant tokens neither hang nor break the law of the span."""
    place = locate(quote, text)
    assert place is None or text[place.start : place.end] == place.text


SOUP = st.text(alphabet="ab AB.,…“”'-5\u00a0\u00ad\u200bﬁß港口\n", max_size=60)


@settings(max_examples=200, deadline=None)
@given(SOUP, st.data())
def test_every_slice_is_exact(text: str, data: st.DataObject) -> None:
    """A slice of a text is found, exactly."""
    start = data.draw(st.integers(0, len(text)))
    quote = text[start : data.draw(st.integers(start, len(text)))]
    assume(quote.strip())
    place = found(quote, text)
    assert (place.kind, place.text) == ("exact", quote)


@settings(max_examples=300, deadline=None)
@given(SOUP, SOUP)
def test_laws(text: str, quote: str) -> None:
    """The span is the text, the kind is what it says, and the prepared locator answers the same."""
    assume(quote.strip())
    place = locate(quote, text)
    assert place == Locator.of(text).locate(quote)
    if place is None:
        assert quote not in text
        return
    assert text[place.start : place.end] == place.text
    assert (place.kind == "exact") == (place.text == quote)
    if place.kind != "exact":
        assert (place.kind == "folded") == (folded(place.text).strip() == folded(quote).strip())


@settings(max_examples=100, deadline=None)
@given(SOUP, st.data())
def test_what_folds_alike_is_found(text: str, data: st.DataObject) -> None:
    """A slice in capitals and with other quotes is found all the same."""
    start = data.draw(st.integers(0, len(text)))
    piece = text[start : data.draw(st.integers(start, len(text)))]
    quote = piece.upper().replace("“", '"').replace("\u00a0", " ")
    assume(folded(quote).strip() and folded(quote).strip() in folded(text))
    assert found(quote, text).kind in ("exact", "folded", "near")


def test_a_word_that_a_lines_end_cuts_is_located_and_not_equal() -> None:
    """Read as one word it has its place, but nothing tells that it is meant: the kind is near."""
    text = "The council asked the mayor to re-\nsign the contract."
    for quote in ("resign", "to resign the contract"):
        found = locate(quote, text)
        assert found is not None
        assert (found.text, found.kind) == (quote.replace("resign", "re-\nsign"), "near")
        assert 0.75 <= found.score < 1
    hyphenated = locate("re-sign the contract", text)
    assert hyphenated is not None
    assert hyphenated.kind == "folded"
