"""A place shows its words among those that stand around them, in one paragraph, and never half a word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from summarizer.fragments.harmless import one_line
from summarizer.fragments.places import place_html, place_in, place_markdown, shortened

TEXT = "It rained.\n\nNobody came. The port closed. Ships left.\n\nIt was over."
ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=900)


def test_words_stand_among_their_neighbours() -> None:
    """What is before and behind is of the same paragraph, with the spaces between."""
    start = TEXT.index("The port")
    place = place_in(TEXT, start, start + 16, label="page 4")
    assert (place.before, place.words, place.after) == ("Nobody came. ", "The port closed.", " Ships left.")
    assert place.where == "page 4, characters 25–41"
    assert place_html(place) == (
        '<blockquote class="summarizer-place" dir="auto">Nobody came. <mark>The port closed.</mark> Ships left. '
        '<small class="summarizer-where" dir="ltr" lang="en">page 4, characters 25–41</small></blockquote>'
    )
    assert place_markdown(place) == "> The port closed. (page 4, characters 25–41)"


def test_what_is_far_away_is_left_out() -> None:
    """The cut is at a word, and is seen as one."""
    text = f"{'aaa bbb ' * 60}The port closed.{' ccc ddd' * 60}"
    start = text.index("The")
    place = place_in(text, start, start + 16)
    assert place.before.startswith("… ")
    assert place.after.endswith(" …")
    assert len(place.before) <= 142
    assert {*place.before.split(), *place.after.split()} == {"…", "aaa", "bbb", "ccc", "ddd"}


def test_without_a_text_there_are_the_words_alone() -> None:
    """As they were kept; they may be read by who knows what marks are in them."""
    place = place_in(None, 3, 19, words="The *port* closed.", read=lambda text: text.replace("*", ""))
    assert (place.before, place.words, place.after) == ("", "The port closed.", "")


@given(text=ANY_TEXT, cut=st.tuples(st.integers(0, 900), st.integers(0, 900)))
def test_a_place_is_short_and_harmless(text: str, cut: tuple[int, int]) -> None:
    """Whatever the text and the place."""
    place = place_in(text, min(cut), max(cut), label=text)
    assert len(place.before) + len(place.words) + len(place.after) <= 790
    assert len(place.where) <= 120
    for part in (place.before, place.words, place.after):
        assert part.strip() == one_line(part)


@given(text=ANY_TEXT, most=st.integers(1, 80))
def test_what_is_shortened_is_one_line(text: str, most: int) -> None:
    """It is no longer than allowed, and whole where it may be."""
    said = shortened(text, most=most)
    assert len(said) <= most
    assert said == one_line(said)
    if len(text) <= most:
        assert said == one_line(text)
