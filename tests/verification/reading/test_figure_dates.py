"""Dates in figures by value."""

from __future__ import annotations

import pytest

from summarizer.verification.reading.figure_dates import (
    chinese_date,
    date_in_figures,
    dated,
    short_year,
    unordered_date,
)
from summarizer.verification.reading.lexemes import lexemes

_MONTHS = {"sep": 9, "september": 9}


@pytest.mark.parametrize(
    ("language", "text", "key"),
    [
        ("en", "2026-03-12", "2026-03-12"),
        ("en", "2003.06.11", "2003-06-11"),
        ("en", "2003/6/11", "2003-06-11"),
        ("en", "1996-04", "1996-04"),
        ("en", "04/1996", "1996-04"),
        ("en", "4/1996", "1996-04"),
        ("en", "13/06/2003", "2003-06-13"),
        ("en", "06/13/2003", "2003-06-13"),
        ("en", "13.06.2003", "2003-06-13"),
        ("en", "5/5/2003", "2003-05-05"),
        ("en", "5-sep-2021", "2021-09-05"),
        ("de", "5.9.2017", "2017-09-05"),
        ("fr", "05/09/2017", "2017-09-05"),
        ("es", "5-9-2017", "2017-09-05"),
        ("it", "05/09/2017", "2017-09-05"),
        ("pt", "05/09/2017", "2017-09-05"),
        ("nl", "05-09-2017", "2017-09-05"),
        ("zh", "2017.9.5", "2017-09-05"),
        ("zh", "2017年9月5日", "2017-09-05"),
    ],
)
def test_figures(language: str, text: str, key: str) -> None:
    """Whatever parts year, month and day, and the whole of it is read."""
    found = lexemes(text)
    read = date_in_figures(found, 0, language, months=_MONTHS)
    assert read is not None
    assert (read.date.key, read.end) == (key, len(found))


@pytest.mark.parametrize("text", ["2012-13", "2007-08", "2012/13", "4/7/2020", "13/13/2020", "1.2.3", "9/11", "10-2-3"])
def test_no_date(text: str) -> None:
    """Spans of years, dates in either order, versions and scores."""
    assert date_in_figures(lexemes(text), 0, "en", months=_MONTHS) is None


@pytest.mark.parametrize(
    ("text", "written"),
    [("4/7/2020", "4/7/2020"), ("04-07-2020", "04-07-2020"), ("5.9.17", "5.9.17"), ("20210905", "20210905")],
)
def test_a_date_in_either_order_is_kept_as_written(text: str, written: str) -> None:
    """It is not read, and known to be a date."""
    assert unordered_date(lexemes(text), 0) == (written, len(lexemes(text)))


@pytest.mark.parametrize("text", ["20219905", "12345678", "3-2", "1.2.3.4"])
def test_no_date_in_either_order(text: str) -> None:
    """Other figures are none."""
    assert unordered_date(lexemes(text), 0) is None


@pytest.mark.parametrize(("text", "year"), [("'96", 1996), ("'05", 2005), ("'35", None), ("'9", None), ("96", None)])
def test_short_year(text: str, year: int | None) -> None:
    """Two figures behind an apostrophe, where they are clearly of one century."""
    read = short_year(lexemes(text), 0)
    assert (None if read is None else read[0]) == year


def test_what_no_calendar_has() -> None:
    """A thirteenth month and a day above 31 are no date; a Chinese date needs its marks."""
    assert dated(2020, 13, 1, 1) is None
    assert dated(2020, 12, 32, 1) is None
    assert chinese_date(lexemes("2020年"), 0) is None


def test_a_language_with_one_order_has_no_other() -> None:
    """The 3.21.2020 is no German date."""
    assert date_in_figures(lexemes("3.21.2020"), 0, "de", months=_MONTHS) is None
