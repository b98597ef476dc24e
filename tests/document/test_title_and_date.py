"""The lines of dates and the block of fields at the top of an article."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.title_and_date import front_matter, stated_date

MAY = dt.date(2026, 5, 3)
FORMS = st.sampled_from(["{0:%Y-%m-%d}", "{0.year}年{0.month}月{0.day}日"])


@given(date=st.dates(min_value=dt.date(1000, 1, 1)), form=FORMS)
def test_every_date_in_figures_is_read(date: dt.date, form: str) -> None:
    """Year, month and day come out as they were written, in both orders of figures that are not ambiguous."""
    assert stated_date([form.format(date)]) == date


@pytest.mark.parametrize(
    "months",
    [
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
    ],
)
def test_every_month_has_its_number(months: str) -> None:
    """The twelve names of a language are the months one to twelve, in any case and in both orders of words."""
    expected = [dt.date(2026, number, 7) for number in range(1, 13)]
    assert [stated_date([f"7 {name} 2026"]) for name in months.split()] == expected
    assert [stated_date([f"{name.upper()} 7, 2026"]) for name in months.split()] == expected


@pytest.mark.parametrize(
    "line",
    [
        "**3 May 2026**",
        "| 3 May 2026 |",
        "May 3rd, 2026",
        "3. Mai 2026, 10:30 Uhr",
        "3 May 2026 10:30 CET",
        "Stand: 3. Mai 2026",
        "Par Anna Le, 3 mai 2026",
        "By A. Writer on 3 May 2026",
        "domingo, 3 de mayo de 2026",
    ],
)
def test_a_dateline_may_have_marks_a_clock_or_a_byline(line: str) -> None:
    """What usually stands beside an article's own date does not hide it."""
    assert stated_date([line]) == MAY


@pytest.mark.parametrize(
    "line",
    [
        "2026-02-29",
        "2026-13-01",
        "2026年13月1日",
        "31 April 2026",
        "0 May 2026",
        "3.5.2026",
        "Anna Le, 3 May 2026",
        "3 May 2026 was cold",
        "3 May 2026 and 4 May 2026",
        "3 May 26",
    ],
)
def test_no_other_line_is_a_date(line: str) -> None:
    """Days that no calendar has, figures in an unknown order, and a date among other words give none."""
    assert stated_date([line]) is None


def test_the_first_real_date_of_eight_lines_counts() -> None:
    """Lines without a date and impossible dates are passed over, the eighth line counts and the ninth does not."""
    assert stated_date(["31 April 2026", "3 May 2026", "4 May 2026"]) == MAY
    assert stated_date([*[""] * 7, "3 May 2026"]) == MAY
    assert stated_date([*[""] * 8, "3 May 2026"]) is None
    assert stated_date([]) is None


def test_a_very_long_line_is_no_dateline() -> None:
    """A line of 200 characters or more is not read as one, though it would match."""
    assert stated_date(["3 May 2026".rjust(199)]) == MAY
    assert stated_date(["3 May 2026".rjust(200)]) is None


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_ends_behind_its_second_line_of_dashes(end: str) -> None:
    """The offset is that of the rest of the text, with a byte order mark and with any blanks behind the dashes."""
    matter = end.join(["\ufeff---", "Title: 'A: b'", "tags:", "  - one: 1", 'title-de: "C"', "---  "])
    rest = end + end.join(["", "x: y", "---", ""])
    assert front_matter(matter + rest) == (len(matter), {"title": "A: b", "tags": "", "title-de": "C"})
    assert front_matter(matter) == (len(matter), {"title": "A: b", "tags": "", "title-de": "C"})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "---\n---\nx",
        "---\na: b\n",
        "\n---\na: b\n---\n",
        "---\na: b\n----\n",
        "---\na: b\n--- x\n",
        "---\na: b\n\n---\n",
        "---\nplain words\n---\n",
    ],
)
def test_what_is_no_front_matter(text: str) -> None:
    """An empty, open, late or blank-lined block, one of prose, and a longer line of dashes are the article's own."""
    assert front_matter(text) == (0, {})


def test_front_matter_has_at_most_sixty_lines() -> None:
    """A longer block between two rules is taken for text."""
    text = "---\n" + "a: b\n" * 60 + "---"
    assert front_matter(text) == (len(text), {"a": "b"})
    assert front_matter(text.replace("---\n", "---\nc: d\n", 1)) == (0, {})
