"""Typed values, the tokens that hold them, and the law that their keys are made in one place."""

from __future__ import annotations

import ast
import re
from decimal import Decimal
from pathlib import Path

import pytest

from summarizer.verification.reading.canonical import canonicalize
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.values import (
    PERCENT,
    POINTS,
    Certainty,
    Date,
    Kind,
    Mark,
    Number,
    Ordinal,
    Quantity,
    Quarter,
    Time,
    Unit,
    Value,
    Weekday,
    Word,
    word_value,
)

VERIFICATION = Path(__file__).parents[3] / "summarizer" / "verification"
_TAKING_APART = frozenset(
    "startswith endswith removeprefix removesuffix partition rpartition split rsplit find index replace strip".split()
)
# How the keys of values begin.
_PREFIX = re.compile(r"#|o|t|q|%:|pp:|u:|wd:|--")


FIVE = Decimal(5)


@pytest.mark.parametrize(
    ("value", "key", "kind"),
    [
        (Word("house"), "house", "word"),
        (Quarter.numbered(3), "q3", "word"),
        (Mark(","), ",", "mark"),
        (Mark('"'), '"', "quote"),
        (Number.whole(5), "#5", "number"),
        (Number(text="1.2.3", value=None), "#1.2.3", "number"),
        (Quantity(text="5", value=FIVE, unit="USD"), "USD:5", "money"),
        (Quantity(text="5", value=FIVE, unit=PERCENT), "%:5", "percent"),
        (Quantity(text="5", value=FIVE, unit=POINTS), "pp:5", "points"),
        (Ordinal(5), "o5", "ordinal"),
        (Unit("km"), "u:km", "unit"),
        (Unit("m", "two_ways"), "u:m?", "unit"),
        (Date(year=2026, month=3, day=12), "2026-03-12", "date"),
        (Date(year=2026, month=3), "2026-03", "date"),
        (Date(month=3, day=12), "--03-12", "date"),
        (Weekday("monday"), "wd:monday", "weekday"),
        (Time(hour=9, minute=30), "t570", "time"),
        (Time(hour=9, minute=30, written="9:30"), "t9:30", "time"),
    ],
)
def test_keys_and_kinds(value: Value, key: str, kind: Kind) -> None:
    """Every value has one key, and a token made of it has key, kind, number and unit of the value."""
    token = Token.of(value, 0, 1, "none")
    assert (value.key, value.kind) == (token.key, token.kind) == (key, kind)
    assert (token.number, token.unit) == (value.number, value.unit)


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("at 9:30", "two_ways"),
        ("at 9:30 am", "whole"),
        ("on 4/7/2020", "two_ways"),
        ("version 1.2.3", "not_understood"),
        ("version 5", "whole"),
        ("ran 5m", "two_ways"),
        ("ran 5 km", "whole"),
    ],
)
def test_certainty(text: str, certainty: Certainty) -> None:
    """The last token says how surely it was read."""
    assert canonicalize(text, language="en").tokens[-1].value.certainty == certainty


def test_dates_agree_where_neither_denies_the_other() -> None:
    """What one of them leaves out may be what the other says."""
    assert Date(month=3, day=12).agrees_with(Date(year=2026, month=3))
    assert not Date(month=3, day=12).agrees_with(Date(month=3, day=13))


def test_the_hands_of_a_clock() -> None:
    """Nine in the morning and in the evening look alike."""
    assert Time(hour=9, minute=5).on_dial == Time(hour=21, minute=5).on_dial == (9, 5)


def test_quarters_and_ordinals_name_each_other() -> None:
    """The quarter "Q3" is the third."""
    assert Ordinal(3).quarter == word_value("q3")
    assert Quarter.numbered(3).ordinal == Ordinal(3)
    assert word_value("q5") == Word("q5")


def _is_breach(node: ast.AST) -> bool:
    """Whether a key is taken apart or made: "t.key.split()", "key[1:]", "f'#{number}'", "f'{word}s' in held.keys"."""
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=method)):
            return method in _TAKING_APART and _is_key(value)
        case ast.Call(func=ast.Name(id=name)):
            return name == "Token"
        case ast.Subscript(value=value):
            return _is_key(value)
        case ast.JoinedStr(values=[ast.Constant(value=str(first)), _, *_]):
            return _PREFIX.fullmatch(first) is not None
        case ast.Compare(left=ast.JoinedStr(), comparators=[ast.Attribute(attr="keys"), *_]):
            return True
    return False


def breaches(source: str, name: str) -> list[str]:
    """The places of a source text that make a key or take one apart."""
    return [f"{name}:{getattr(node, 'lineno', 0)}" for node in ast.walk(ast.parse(source)) if _is_breach(node)]


def _is_key(node: ast.AST) -> bool:
    return (isinstance(node, ast.Attribute) and node.attr == "key") or (isinstance(node, ast.Name) and node.id == "key")


def test_nobody_else_makes_or_parses_a_key() -> None:
    """Outside `values.py` a key is compared and looked up, never built, cut or searched."""
    files = [path for path in sorted(VERIFICATION.rglob("*.py")) if path.name != "values.py"]
    assert len(files) > 40
    assert [place for path in files for place in breaches(path.read_text("utf-8"), path.name)] == []


@pytest.mark.parametrize(
    "line",
    [
        "token.key.startswith('--')",
        "key.partition('-')",
        "token.key[1:]",
        "key[0]",
        "f'#{number}'",
        "f'u:{unit}'",
        "f'{word}s' in held.keys",
        "Token(value, 0, 1, 'none', '#5', 'number')",
    ],
)
def test_the_law_can_fail(line: str) -> None:
    """Each way to make or take apart a key is seen."""
    assert breaches(line, "line") == ["line:1"]
