"""Numbers in Chinese characters."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.verification.reading.lexemes import lexemes
from summarizer.verification.reading.numbers.chinese import chinese_number, chinese_value

_DIGITS = "零一二三四五六七八九"


def written(number: int) -> str:
    """A number up to 10^8 as it is written by place, which num2words cannot: 10205 is "一万零二百零五"."""
    high, low = divmod(number, 10_000)
    if not high:
        return _section(low, leading=False) or "零"
    return f"{_section(high, leading=False)}万{_section(low, leading=True)}"


def _section(number: int, *, leading: bool) -> str:
    """The four places of a section; one "零" for all that are left out between two others."""
    text, gap = "", False
    for power, step in ((3, "千"), (2, "百"), (1, "十"), (0, "")):
        digit = number // 10**power % 10
        if not digit:
            gap = True
            continue
        text += ("零" if gap and (text or leading) else "") + _DIGITS[digit] + step
        gap = False
    return text


@given(st.one_of(st.integers(0, 2000), st.integers(0, 10**7)))
def test_numbers_up_to_ten_million_are_read_back(number: int) -> None:
    """Every number is read from its characters in a sentence, as that number and to its end."""
    found = lexemes(f"该市有{written(number)}人")
    assert chinese_number(found, 3) == (Decimal(number), len(found) - 1)


@given(st.integers(0, 99), st.integers(0, 99))
def test_ten_may_stand_without_its_one(tens: int, thousands: int) -> None:
    """The short "十五" and "十五万" are 15 and 150000."""
    for text, value in ((written(tens), tens), (f"{written(thousands)}万", thousands * 10_000)):
        short = text.removeprefix("一") if text.startswith("一十") else text
        assert chinese_value(short) == (value or (0 if text == "零" else None))


@pytest.mark.parametrize(("run", "value"), [("三百二十", 320), ("二〇二六", 2026), ("十五", 15), ("一百零二", 102)])
def test_chinese_values(run: str, value: int) -> None:
    """Chinese number characters, by place and digit by digit."""
    assert chinese_value(run) == value


@pytest.mark.parametrize("run", ["三四百", "万", "一百二", "三四"])
def test_chinese_runs_without_one_value(run: str) -> None:
    """What is a guess ("three or four hundred") or a way of speaking has no value."""
    assert chinese_value(run) is None
