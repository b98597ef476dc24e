"""The time at the end of a line, in eight languages."""

from __future__ import annotations

import pytest

from summarizer.document.surroundings.time_stamps import stamp_at

STAMPED = [
    ("riverman52 2 hours ago", "2 hours ago"),
    ("Dale H. May 8, 2024 at 9:02 am", "May 8, 2024 at 9:02 am"),
    ("Hans-Peter W., 12.03.2025, 18:40 Uhr", "12.03.2025, 18:40 Uhr"),
    ("Julien, le 4 juin 2024 à 10 h 12", "le 4 juin 2024 à 10 h 12"),
    ("Paco R. - 10/08/2024 09:14", "10/08/2024 09:14"),
    ("Beppe 5 marzo 2025 alle 12:30", "5 marzo 2025 alle 12:30"),
    ("Nando 02/11/2024 às 15:10", "02/11/2024 às 15:10"),
    ("Schipper Bas - 3 mei 2024 om 08:15", "3 mei 2024 om 08:15"),
    ("江边人家 2024-05-12 10:20", "2024-05-12 10:20"),
    ("小陈 3小时前", "3小时前"),
    ("Mara vor 2 Stunden", "vor 2 Stunden"),
    ("Bruno · March 3, 2024", "March 3, 2024"),
]


@pytest.mark.parametrize(("line", "stamp"), STAMPED)
def test_a_time_is_found(line: str, stamp: str) -> None:
    """From its first word on, behind the name; alone it is the whole line."""
    start = stamp_at(line)
    assert start is not None
    assert line[start:] == stamp
    assert stamp_at(stamp) == 0


@pytest.mark.parametrize(
    "line",
    [
        "Council tax to rise by 4 per cent",
        "Chapter 3",
        "The war of 1914",
        "Yes.",
        "Sold for 1,200",
        "Plot 12",
        "June 2019",
        "June 2019 (3)",
        "x" * 500,
    ],
)
def test_other_numbers_are_none(line: str) -> None:
    """A number, a year alone or a long line says no time."""
    assert stamp_at(line) is None
