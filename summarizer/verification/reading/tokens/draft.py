"""A text on its way to its canonical form: its lexemes, and the tokens that were made of them so far.

draft = Draft("It rose 5%.", language="en", pounds="weight")
draft.put_word("it", 0, 1)  ->  draft.tokens == [Token.of(Word("it"), 0, 2, "title")]
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.languages.registry import together
from summarizer.text.fold import fold
from summarizer.verification.reading.canonical_text import CanonicalText, Shape, Token
from summarizer.verification.reading.dates import month_names
from summarizer.verification.reading.lexemes import Lexeme, lexemes
from summarizer.verification.reading.numbers.units import Pounds
from summarizer.verification.reading.tokens.spans import with_whole_ends
from summarizer.verification.reading.values import Value

# "On May 12 300 people", "Of the 5 100 survived", "Flight 93 200": two numbers, where "carried 547 126 people" has one.
_TWO_NUMBERS: Final = re.compile(r"(?:\bthe|(?<=[\w,] )[A-Z]\w*)\s\d{1,3}\s\d{3}\b")


class Draft:
    """The lexemes of a text and its tokens so far.

    Attributes:
        found: The lexemes.
        language: ISO 639-1 code, "" for English.
        english: The text is read by English conventions.
        pounds: What "pounds" behind a number are.
        uniform: The letters have one case throughout, so that case tells nothing.
        tokens: What was put, in order.
        month_names: The months of the language, in full and shortened.
        quoted: A single quotation mark is open.
        initials_end: The lexeme behind the last initial, which the next one may be joined to.
    """

    __slots__ = (
        "_abbreviations",
        "_aligned",
        "_copy",
        "_text",
        "english",
        "found",
        "initials_end",
        "language",
        "month_names",
        "pounds",
        "quoted",
        "tokens",
        "uniform",
    )

    def __init__(self, text: str, *, language: str, pounds: Pounds) -> None:
        self._text = text
        self._copy = fold(text)
        self._aligned = self._copy.aligned
        self._abbreviations = together("prose.abbreviations")
        self.language = language
        self.english = language in ("en", "")
        self.pounds: Pounds = pounds
        self.month_names = month_names(language)
        self.uniform = text in (text.lower(), text.upper())
        apart = self.english and _TWO_NUMBERS.search(text)
        self.found = lexemes(self._copy.text, least=2 if apart else 1)
        self.tokens: list[Token] = []
        self.quoted = False
        self.initials_end = 0

    def put(self, value: Value, first: int, end: int, *, cased: bool = False) -> None:
        """Adds a token of the lexemes from `first` to before `end`; `cased` ones keep the shape of their letters."""
        start, stop = self.found[first].start, self.found[end - 1].end
        shape: Shape = self.shape(start, stop) if cased else "none"
        if not self._aligned:
            start, stop = self._copy.span(start, stop)
        self.tokens.append(Token.of(value, start, stop, shape))

    def put_word(self, text: str, first: int, end: int) -> None:
        """Adds a word with the case in which it is written."""
        start, stop = self.found[first].start, self.found[end - 1].end
        source = self._source(start, stop)
        if not self._aligned:
            start, stop = self._copy.span(start, stop)
        self.tokens.append(Token.of_word(text, start, stop, shape_of(source)))

    def text_at(self, at: int) -> str:
        """The lexeme at `at`, "" behind the last."""
        return self.found[at].text if at < len(self.found) else ""

    def cased(self, lexeme: Lexeme) -> str:
        """A lexeme as the source writes it; without case where the whole text has only one."""
        return lexeme.text if self.uniform else self._source(lexeme.start, lexeme.end)

    def shape(self, start: int, end: int) -> Shape:
        """The case in which the source writes a range of the folded text."""
        return shape_of(self._source(start, end))

    def shape_of(self, lexeme: Lexeme) -> Shape:
        """The case in which the source writes a lexeme."""
        return self.shape(lexeme.start, lexeme.end)

    def behind_dot(self, at: int) -> int:
        """The place behind a word and the full stop of its abbreviation or initial."""
        found = self.found
        if at + 2 >= len(found) or found[at + 1].text != "." or not found[at + 1].glued:
            return at + 1
        text = found[at].text
        initial = len(text) == 1 and text.isalpha() and text != "i"
        return at + 2 if initial or text in self._abbreviations else at + 1

    def behind_comma(self, at: int) -> int:
        """The place behind a comma at `at`, or `at` where none stands."""
        return at + 1 if self.text_at(at) in (",", "，") else at

    def done(self) -> CanonicalText:
        """The canonical form; a final full stop is left out."""
        tokens = with_whole_ends(self.tokens, self._text, language=self.language)
        last = len(tokens)
        while last and tokens[last - 1].key == ".":
            last -= 1
        closed = last < len(tokens) or self._copy.text.rstrip().endswith(".")
        return CanonicalText.of(self._text, tokens[:last], uniform=self.uniform, closed=closed)

    def _source(self, start: int, end: int) -> str:
        if self._aligned:
            return self._text[start:end]
        return self._copy.span(start, end).of(self._text)


def shape_of(source: str) -> Shape:
    """The case of a word: `shape_of("NATO") == "upper"`; "none" for what has no case or a capital inside alone."""
    if source.islower():
        return "lower"
    if not source[:1].isupper():
        return "none"
    return "upper" if len(source) > 1 and source.isupper() else "title"
