"""Word alignment: whole words, a score that parts inventions from paraphrases, and the window asked for."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.text.align import NEAR, WordMap

TEXT = (
    "the harbor of lindow was closed on monday. engineers had found a crack in the north pier. the fleet moved to "
    "quellby for the winter. engineers had found a leak in the south pier."
)


def test_the_stretch_is_made_of_whole_words() -> None:
    """Ends are trimmed to words, with the stop that the quote has."""
    match = WordMap.of(TEXT).nearest("engineers have found a crack in the north pier.")
    assert match is not None
    assert TEXT[match.start : match.end] == "engineers had found a crack in the north pier."


def test_a_changed_first_word_is_taken_into_the_span() -> None:
    """A word replaced at an end belongs to the stretch all the same."""
    match = WordMap.of(TEXT).nearest("technicians had found a crack in the north pier")
    assert match is not None
    assert TEXT[match.start : match.end].startswith("engineers had")


def test_rare_words_choose_between_alike_places() -> None:
    """Of two similar sentences the one with the quote's own words is taken."""
    match = WordMap.of(TEXT).nearest("engineers had just found a leak in the south pier")
    assert match is not None
    assert "leak" in TEXT[match.start : match.end]


def test_only_the_window_is_searched() -> None:
    """A range of word numbers bounds the stretch."""
    words = WordMap.of(TEXT)
    assert words.nearest("harbor of lindow was shut on monday") is not None
    assert words.nearest("harbor of lindow was shut on monday", within=range(10, len(words.tokens))) is None


def test_a_quote_with_too_little_in_common_has_no_place() -> None:
    """Below the threshold there is none."""
    assert WordMap.of(TEXT).nearest("the winter of the north was long and the harbor froze over") is None
    assert WordMap.of("").nearest("harbor") is None


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from("a b c d e 1 2 港".split()), max_size=40),
    st.lists(st.sampled_from("a b c 1 x 港".split()), min_size=1, max_size=12),
)
def test_matches_are_ranges_of_words_above_the_threshold(source: list[str], asked: list[str]) -> None:
    """Every match begins and ends with a word and reaches the threshold."""
    words = WordMap.of(" ".join(source))
    match = words.nearest(" ".join(asked))
    if match is not None:
        assert match.start in words.starts
        assert match.end in words.ends
        assert NEAR <= match.score <= 1
