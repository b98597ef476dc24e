"""Places of a text in bytes of UTF-8 and in units of UTF-16, held against Python's own encoders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.errors import ConfigError, MismatchError
from summarizer.text.offsets import Offsets, Unit
from summarizer.text.span import Span

# Characters of one to four bytes; long ones cross the marks of the index.
TEXTS = st.one_of(
    st.text(max_size=40),
    st.builds(lambda piece, times: piece * times, st.text(min_size=1, max_size=7), st.integers(1, 400)),
)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, Span]:
    """A text and a span of it."""
    text = draw(TEXTS)
    start, end = sorted(draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
    return text, Span(start, end)


@given(places())
def test_a_place_cuts_the_same_words_from_the_encoded_text(place: tuple[str, Span]) -> None:
    """What stands between the places in the bytes decodes to the words of the span, and leads back to it."""
    text, span = place
    offsets = Offsets(text)
    start, end = offsets.of(span, unit="utf-8")
    assert text.encode("utf-8", "surrogatepass")[start:end].decode("utf-8", "surrogatepass") == span.of(text)
    start, end = offsets.of(span, unit="utf-16")
    assert text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end] == span.of(text).encode(
        "utf-16-le", "surrogatepass"
    )
    assert offsets.of(span) == span


@given(places().filter(lambda place: place[0].encode("utf-8", "ignore").decode("utf-8") == place[0]))
def test_a_place_leads_back(place: tuple[str, Span]) -> None:
    """From any unit to code points again."""
    text, span = place
    offsets = Offsets(text)
    units: tuple[Unit, ...] = ("code points", "utf-8", "utf-16")
    for unit in units:
        assert offsets.back(offsets.of(span, unit=unit), unit=unit) == span


def test_a_place_inside_a_character_counts_as_its_start() -> None:
    """Half of a surrogate pair, or a byte of three, is no place of its own."""
    assert Offsets("a👍b").back(Span(2, 4), unit="utf-16") == Span(1, 3)
    assert Offsets("a€b").back(Span(2, 5), unit="utf-8") == Span(1, 3)


def test_what_is_no_place_is_refused() -> None:
    """Beyond the end, before the start, and a unit that nobody knows."""
    offsets = Offsets("a€b")
    for span in (Span(0, 4), Span(-1, 2), Span(2, 1)):
        with pytest.raises(MismatchError, match="no place"):
            offsets.of(span, unit="utf-8")
    with pytest.raises(MismatchError, match="5 of utf-8"):
        offsets.back(Span(0, 6), unit="utf-8")
    for wrong in (offsets.of, offsets.back):
        with pytest.raises(ConfigError, match="'utf-8'"):
            wrong(Span(0, 1), unit="bytes")  # type: ignore[arg-type]
