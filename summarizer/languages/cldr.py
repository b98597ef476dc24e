"""Fills what a language's record leaves empty with what Unicode CLDR says: months, weekdays, decimal sign, money.

    completed(Language(code="sv", …)).calendar.months[0]  ->  ("januari", "jan")

The data are made by benchmarks/pack_cldr.py and read when the first such language is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from typing import Any

from summarizer.languages.record import Language
from summarizer.languages.record_text import words_of


def completed(language: Language) -> Language:
    """The same record with its empty months, weekdays, names of money and decimal sign filled in, if CLDR knows it."""
    data = _data().get(language.code)
    if data is None:
        return language
    calendar, quantities = language.calendar, language.quantities
    return replace(
        language,
        calendar=replace(
            calendar,
            months=calendar.months or _spellings(data["months"]),
            weekdays=calendar.weekdays or _spellings(data["weekdays"]),
        ),
        quantities=replace(
            quantities,
            money=quantities.money or {name: tuple(map(words_of, names)) for name, names in data["money"].items()},
            decimal_comma=data["decimal"] == ",",
        ),
    )


def cldr_codes() -> frozenset[str]:
    """The codes of the languages that CLDR's data are packed of."""
    return frozenset(_data())


def _spellings(names: list[list[str]]) -> tuple[tuple[str, ...], ...]:
    return tuple(map(tuple, names))


@cache
def _data() -> Mapping[str, Any]:
    text = resources.files("summarizer.languages").joinpath("cldr.json").read_text(encoding="utf-8")
    data: Mapping[str, Any] = json.loads(text)
    return data
