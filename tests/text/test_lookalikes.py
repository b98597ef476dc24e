"""Numbers that are read as others are found, and numbers of every script are not."""

from __future__ import annotations

import time

import pytest

from summarizer.text.lookalikes import misread_figures


@pytest.mark.parametrize(
    "text",
    [
        "It cost 1৪ million.",
        "It cost ৪ million.",
        "It cost 1О million.",
        "In 2О15 it rained.",
        "В 2О15 году дождь.",
        "It cost 1Ο million.",
        "١5 ريال",
        "It weighs 5б kg.",
    ],
)
def test_what_looks_like_another_number(text: str) -> None:
    """Figures of two scripts, of one that the line has no letters of, and letters among figures."""
    ((span, place),) = misread_figures(text)
    assert any(char.isdigit() for char in span.of(text))
    assert span.start <= place < span.end


@pytest.mark.parametrize(
    "text",
    [
        "السعر ١٢٣ ريال",
        "می‌خواهم ۵۶ تومان",
        "१२३ में हिंदी",
        "হিন্দি ৪",
        "١٢٣",
        "ไทย ๕๖",
        "１５ yen",
        "𝟗𝟖 x",
        "Fe2O3, Al2O3, H1N1, A10 and 3D",
        "дом 5б, корпус 3б",
        "x² + ½",
        "5l of water",
        "①②",
    ],
)
def test_numbers_of_every_script_are_numbers(text: str) -> None:
    """Figures beside letters of their script, at other widths, and letters behind figures that are no figures."""
    assert list(misread_figures(text)) == []


@pytest.mark.parametrize("unit", ["৪", "1О ", "1О\n", "৪\n", "О", "1৪", "٤ a\n"])
def test_long_texts_take_a_time_like_their_length(unit: str) -> None:
    """Twenty times the text takes far less than four hundred times the time."""

    def seconds(count: int) -> float:
        began = time.process_time()
        list(misread_figures(unit * count))
        return time.process_time() - began

    seconds(100)
    assert seconds(40_000) < 100 * seconds(2_000) + 0.5
