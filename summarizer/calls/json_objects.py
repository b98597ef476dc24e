"""The JSON objects in a model's text are found in one pass over it, whatever stands around them or breaks them off.

objects_in('Maybe {x}? </think> {"a": [{"b": 1}, {"b": ')
->  (Found(value={}, fault="…"), Found(value={"a": [{"b": 1}]}, fault="it ends in the middle", at_end=True, …))
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass, field
from typing import Final, Literal, TypeAlias

# Blanks, then one token. Possessive throughout, so that no character is tried twice.
_TOKEN: Final = re.compile(
    r"[ \t\r\n]*+(?:"
    r"(?P<mark>[{}\[\],:])"
    r'|"(?P<string>(?:[^"\\]++|\\.)*+)"'
    r"|(?P<number>-?+(?:0|[1-9][0-9]*+)(?P<part>(?:\.[0-9]++)?+(?:[eE][+-]?+[0-9]++)?+))(?![0-9.eE+-])"
    r"|(?P<word>true|false|null|NaN|-?Infinity)(?![A-Za-z0-9_])"
    r")",
    re.DOTALL,
)
_BLANKS: Final = re.compile(r"[ \t\r\n]*+")
_WORDS: Final = {"true": True, "false": False, "null": None}
_MARKS_A_VALUE: Final = ("{", "[")
# No answer that is asked for is nested more than ten deep.
_DEEPEST: Final = 100
# Python reads no longer run of digits into a whole number (sys.set_int_max_str_digits), and no answer has one.
_MOST_DIGITS: Final = 300

_Wanted: TypeAlias = Literal["key", "colon", "value", "more"]
_Container: TypeAlias = "dict[str, object] | list[object]"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Stands in a found object for a value that is not JSON, or that Python cannot hold; `why` says what is wrong."""

    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An object in a text: `text[start] == "{"`, and it was read up to `end`.

    Attributes:
        start: where it begins.
        end: where it ends, or where it could not be read on.
        value: its keys and values. Where it broke off, only those that came whole, and of a list that broke off in it
            the items that came whole.
        fault: why it could not be read on; "" where it is whole.
        at_end: whether it broke off because the text ends.
    """

    start: int
    end: int
    value: dict[str, object] | Unreadable
    fault: str = ""
    at_end: bool = False


def objects_in(text: str) -> tuple[Found, ...]:
    """The objects in a text that stand in no other, in their order; linear in the length of the text.

    What may be read without a change to any key or value is read: a comma before a closing bracket, and a line break or
    another control character inside a string. A value that is no JSON (NaN, an escape that does not exist) and an
    object in which a key occurs twice become `Unreadable`.

    An object that breaks off is tried again from the braces inside its strings alone, because a quotation mark in prose
    may have turned inside out what is a string; every other brace in it would break off at the same place. So each
    character is read at most twice.
    """
    found: list[Found] = []
    passed: set[int] = set()  # braces inside what was read already
    whole_until = 0
    at = text.find("{")
    while at != -1:
        if at >= whole_until and at not in passed:
            attempt = _Attempt(text=text, at=at)
            one = attempt.read()
            found.append(one)
            if one.fault:
                passed.update(attempt.braces)
            else:
                whole_until = one.end
        at = text.find("{", max(at + 1, whole_until))
    return tuple(found)


@dataclass(slots=True, kw_only=True)
class _Attempt:
    """One try to read an object from a brace on."""

    text: str
    at: int
    wants: _Wanted = "value"
    may_close: bool = False
    open: list[_Container] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    twice: dict[int, str] = field(default_factory=dict)  # the depth of an object, and the key that occurs twice in it
    braces: list[int] = field(default_factory=list)
    whole: object = None

    def read(self) -> Found:
        """The object that begins here."""
        start = self.at
        fault = ""
        while not fault:
            token = _TOKEN.match(self.text, self.at)
            fault = self._take(token) if token else self._not_a_token()
            if token and not fault:
                self.at = token.end()
            if not self.open and not fault:
                value = self.whole if isinstance(self.whole, dict | Unreadable) else Unreadable("it is no object")
                return Found(start=start, end=self.at, value=value)
        at_end = _BLANKS.match(self.text, self.at).end() == len(self.text) or fault == _ENDS  # type: ignore[union-attr]
        return Found(start=start, end=max(self.at, start + 1), value=self._so_far(), fault=fault, at_end=at_end)

    def _take(self, token: re.Match[str]) -> str:
        """Take a token in; what is wrong with it, or ""."""
        mark = token["mark"]
        if mark in _MARKS_A_VALUE or mark is None:
            if self.wants == "key":
                return self._take_key(token)
            if self.wants != "value":
                return "a comma or a closing bracket is missing" if self.wants == "more" else "a colon is missing"
            if mark is not None:
                return self._open(mark, token)
            if token.end() == len(self.text) and token["string"] is None:
                return _ENDS  # a number at the very end may have lost its last digits
            self._add(_value_of(token))
            return ""
        if mark == ":":
            return self._take_colon()
        return self._take_comma() if mark == "," else self._close(mark)

    def _take_key(self, token: re.Match[str]) -> str:
        if token["string"] is None:
            return "a key in double quotes is missing"
        key = _text_of(token["string"])
        if isinstance(key, Unreadable):
            return key.why
        if key in self.open[-1]:
            self.twice.setdefault(len(self.open), key)
        self.keys.append(key)
        self.wants = "colon"
        return ""

    def _take_colon(self) -> str:
        if self.wants != "colon":
            return "a colon stands where none may"
        self.wants, self.may_close = "value", False
        return ""

    def _take_comma(self) -> str:
        if self.wants != "more":
            return "a comma stands where none may"
        self.wants = "key" if isinstance(self.open[-1], dict) else "value"
        self.may_close = True  # a comma before a closing bracket means nothing else
        return ""

    def _open(self, mark: str, token: re.Match[str]) -> str:
        if len(self.open) >= _DEEPEST:
            return "it is nested too deeply"
        if mark == "{":
            self.braces.append(token.end() - 1)
        self.open.append({} if mark == "{" else [])
        self.wants, self.may_close = ("key" if mark == "{" else "value"), True
        return ""

    def _close(self, mark: str) -> str:
        is_object = isinstance(self.open[-1], dict)
        closes = self.wants == "more" or (self.may_close and self.wants == ("key" if is_object else "value"))
        if not closes or mark != ("}" if is_object else "]"):
            return f"a closing {mark!r} stands where none may"
        depth = len(self.open)
        closed: object = self.open.pop()
        if depth in self.twice:
            closed = Unreadable(f"the key {self.twice.pop(depth)!r} occurs twice in one object")
        if self.open:
            self._add(closed)
        else:
            self.whole = closed
        return ""

    def _add(self, value: object) -> None:
        into = self.open[-1]
        if isinstance(into, dict):
            into[self.keys.pop()] = value
        else:
            into.append(value)
        self.wants = "more"

    def _not_a_token(self) -> str:
        at = _BLANKS.match(self.text, self.at).end()  # type: ignore[union-attr]  # blanks, of which there may be none
        if at == len(self.text):
            return _ENDS
        if self.text[at] == '"':
            return _ENDS  # the string that begins here has no end
        return {"key": "a key in double quotes is missing", "value": "a value is missing"}.get(
            self.wants, "a comma, a colon or a closing bracket is missing"
        )

    def _so_far(self) -> dict[str, object] | Unreadable:
        """What came whole of an object that breaks off."""
        if not self.open:
            return {}
        root = self.open[0]
        if 1 in self.twice:
            return Unreadable(f"the key {self.twice[1]!r} occurs twice in one object")
        if not isinstance(root, dict):
            return {}
        if len(self.open) > 1 and isinstance(self.open[1], list) and self.keys:
            return {**root, self.keys[0]: self.open[1]}
        return root


_ENDS: Final = "it ends in the middle"


def _value_of(token: re.Match[str]) -> object:
    """The value of a token that is a string, a number or a word."""
    if token["string"] is not None:
        return _text_of(token["string"])
    if token["word"] is not None:
        return _WORDS.get(token["word"], Unreadable(f"{token['word']} is not JSON"))
    number = token["number"]
    if len(number) > _MOST_DIGITS:
        return Unreadable(f"a number of {len(number)} digits is too long")
    if not token["part"]:
        return int(number)
    value = float(number)
    return value if math.isfinite(value) else Unreadable("a number is too large")


def _text_of(string: str) -> str | Unreadable:
    """What the inside of a JSON string says; control characters may stand in it."""
    try:
        text = str(json.loads(f'"{string}"', strict=False)) if "\\" in string else string
    except ValueError:
        return Unreadable("a string holds an escape that JSON does not know")
    try:
        text.encode()
    except UnicodeEncodeError:
        return Unreadable("a string holds half a character, which no UTF-8 can carry")
    return text
