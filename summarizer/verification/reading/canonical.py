"""A sentence as a sequence of typed tokens that compare by value; two texts with equal keys mean the same.

Every rule here keeps the meaning: number form, currency and percent spelling, date order, unit abbreviations, British
and American spelling, contractions, typography. What may change the meaning is never joined, however near it looks.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Final

from summarizer.text.fold import fold
from summarizer.verification.reading.dates import date_at, date_starts, month_alone, weekday_at, weekdays
from summarizer.verification.reading.lexemes import Lexeme, lexemes
from summarizer.verification.reading.number_words import may_start_number, ordinal_words
from summarizer.verification.reading.quantities import Quantity, quantity_at, quantity_starts
from summarizer.verification.reading.spelling import in_full, joined, spelled
from summarizer.verification.reading.units import Pounds, unit_at
from summarizer.verification.reading.values import CanonicalText, Kind, Shape, Token

# Abbreviations whose full stop carries nothing.
_DOTTED: Final = frozenset(
    "mr mrs ms dr prof st inc corp ltd co jr sr vs gen sen rep gov lt col sgt capt rev hon maj cmdr approx dept est "
    "fig eq "
    "vol pp al ca bzw usw nr mio mrd tsd ave blvd mt ft jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues "
    "wed "
    "thu thur thurs fri sat sun e.g i.e mme mlle sra srta ud".split()
)

# "On May 12 300 people", "Of the 5 100 survived", "Flight 93 200": two numbers, where "carried 547 126 people" has one.
_TWO_NUMBERS: Final = re.compile(r"(?:\bthe|(?<=[\w,] )[A-Z]\w*)\s\d{1,3}\s\d{3}\b")
_NO_PLURALS: Final = frozenset("this was has does its hers ours yours as is us les dans mais vers pas plus".split())
_WARS: Final = {"wwi": "ww1", "ww1": "ww1", "wwii": "ww2", "ww2": "ww2"}
_WAR_NUMBERS: Final = {"I": "ww1", "II": "ww2", "One": "ww1", "Two": "ww2"}
_SPACED: Final = frozenset((one, ".", two, ".") for one, two in ("zb", "ua", "dh", "oä", "vh", "ug", "su", "so"))


def canonicalize(text: str, *, language: str, pounds: Pounds = "weight") -> CanonicalText:
    """The canonical form of a sentence or claim.

    `canonicalize("Sales didn't hit $3.2m.", language="en").keys` are those of "Sales did not hit 3.2 million dollars".

    Args:
        text: One sentence or a few; it is not changed.
        language: ISO 639-1 code of the text; "" is read by English conventions.
        pounds: What "pounds" behind a number are, where the text writes no "£".

    Returns:
        Tokens in the order of the text; a final full stop is left out.
    """
    return _Reader(text, language, pounds=pounds).canonicalize()


class _Reader:
    def __init__(self, text: str, language: str, *, pounds: Pounds) -> None:
        self._text, self._language, self._pounds = text, language, pounds
        self._copy = fold(text)
        self._aligned = self._copy.aligned
        apart = language in ("en", "") and _TWO_NUMBERS.search(text)
        self._found = lexemes(self._copy.text, least=2 if apart else 1)
        self._starters = _starters(language)
        self._may_start_number = may_start_number(language)
        self._english = language in ("en", "")
        self._uniform = text == text.lower() or text == text.upper()
        self._tokens: list[Token] = []
        self._quoted = False
        self._initials_end = 0

    def canonicalize(self) -> CanonicalText:
        at, found = 0, self._found
        while at < len(found):
            end = self._value(at) if self._may_be_value(at) else 0
            at = end or (self._mark(at) if found[at].kind == "m" else self._word(at))
        closed = False
        tokens = self._tokens
        while tokens and tokens[-1].key == ".":
            tokens.pop()
            closed = True
        return CanonicalText(
            text=self._text,
            tokens=tuple(tokens),
            keys=tuple(token.key for token in tokens),
            uniform=self._uniform,
            closed=closed or self._copy.text.rstrip().endswith("."),
        )

    def _may_be_value(self, at: int) -> bool:
        lexeme = self._found[at]
        if lexeme.kind == "w":
            return lexeme.text in self._starters or self._may_start_number(lexeme.text)
        return lexeme.kind == "n" or lexeme.text in _VALUE_MARKS

    def _value(self, at: int) -> int:
        """Takes a date, weekday, quantity or ordinal that starts here; the place behind it, 0 where none does."""
        found, language = self._found, self._language
        if found[at].kind != "m":
            dated = date_at(found, at, language)
            if dated is not None and self._is_month_name(at, dated.end):
                self._put(dated.key, "date", at, dated.end)
                if not dated.key.startswith("--") and self._may_be_counted(dated.end):
                    self._put("~", "mark", dated.end - 1, dated.end)  # "On 5 May, 2000 soldiers left."
                return self._skip_comma(dated.end)
            weekday = weekday_at(found, at, language)
            if weekday is not None and (found[at].text == weekday or not self._shouted(at)):
                end = self._behind_dot(at)
                self._put(f"wd:{weekday}", "weekday", at, end)
                comma = self._skip_comma(end)
                dated = date_at(found, comma, language) if comma < len(found) else None
                return comma if dated is not None else end
        end = (self._quarter(at) or self._ordinal(at)) if self._english else 0
        if end:
            return end
        quantity = quantity_at(found, at, language, pounds=self._pounds, cased=self._cased)
        return 0 if quantity is None else self._quantity(quantity, at)

    def _quantity(self, quantity: Quantity, at: int) -> int:
        self._put(quantity.key, quantity.kind, at, quantity.end, value=quantity.value, unit=quantity.unit)
        if quantity.measure:
            self._put(f"u:{quantity.measure}", "unit", quantity.end, quantity.measure_end)
            return quantity.measure_end
        return quantity.end

    def _shouted(self, at: int) -> bool:
        """An abbreviation in capitals is another word: "SAT" is a test, "FT" a paper."""
        return not self._uniform and self._shape(self._found[at].start, self._found[at].end) == "upper"

    def _may_be_counted(self, at: int) -> bool:
        """True where the year before `at` may be the number of what follows: "In March 2000 people left"."""
        following = self._found[at] if at < len(self._found) else None
        if following is None or following.kind != "w" or self._found[at - 1].kind != "n":
            return False
        if self._language == "de":
            return self._shape(following.start, following.end) == "title"
        plural = len(following.text) > 3 and following.text.endswith("s") and following.text not in _NO_PLURALS
        return plural or following.text in ("people", "men", "women", "children", "police", "staff")

    def _quarter(self, at: int) -> int:
        """As in "4Q" is Q4."""
        quarter, *behind = self._found[at : at + 2]
        if (
            quarter.text in ("1", "2", "3", "4")
            and behind
            and behind[0].text == "q"
            and behind[0].glued
            and self._cased(behind[0]) in "Qq"[: 2 if self._uniform else 1]
        ):
            self._put(f"q{quarter.text}", "word", at, at + 2)
            return at + 2
        return 0

    def _ordinal(self, at: int) -> int:
        ordinal = ordinal_words(self._found, at, self._language)
        if ordinal is None:
            return 0
        value, end = ordinal
        self._put(f"o{value}", "ordinal", at, end)
        return end

    def _is_month_name(self, at: int, end: int) -> bool:
        """Without a year these months need their capital: "12 may die", "troops march 12 miles"."""
        for place in range(at, end):
            lexeme = self._found[place]
            if lexeme.text in ("may", "march", "mar") and not self._uniform:
                return self._shape(lexeme.start, lexeme.end) != "lower" or (
                    self._found[end - 1].text.isdecimal() and end - at > 2
                )
        return True

    def _word(self, at: int) -> int:
        found, lexeme = self._found, self._found[at]
        text = lexeme.text
        if lexeme.kind == "n":
            return self._numeral(at)
        following = found[at + 1] if at + 1 < len(found) else None
        if self._english and (end := self._parts(at)):
            return end
        if not self._english or following is None:
            return self._plain_word(at)
        if text == "per" and following.text == "cent":
            self._put("percent", "word", at, at + 2)
            return at + 2
        if text == "no":
            end = self._no(at)
            if end:
                return end
        if following.text == "-" and following.glued and at + 2 < len(found) and (text, found[at + 2].text) in joined():
            self._put(joined()[text, found[at + 2].text], "word", at, at + 3)
            return at + 3
        month = month_alone(found, at, self._language)
        if month is not None and month != text and self._shape(lexeme.start, lexeme.end) == "title":
            end = self._behind_dot(at)
            self._put(month, "word", at, end)
            return end
        self._word_token(text, at, at + 1, following)
        end = self._behind_dot(at)
        if len(text) == 1 and end > at + 1:
            self._join_initials(at, end)
        return end

    def _numeral(self, at: int) -> int:
        """A numeral that is no plain number: compared as written."""
        self._put(f"#{self._found[at].text}", "number", at, at + 1)
        unit = unit_at(self._found, at + 1)
        if unit is None or unit[0] != "unit":
            return at + 1
        self._put(f"u:{unit[1]}", "unit", at + 1, unit[2])
        return unit[2]

    def _war(self, at: int) -> str:
        """Its key at "World War II", "" elsewhere; "the world war I lost" is none."""
        written = [self._cased(lexeme) for lexeme in self._found[at : at + 3]]
        named = len(written) == 3 and written[:2] == ["World", "War"]
        return _WAR_NUMBERS.get(written[2], "") if named else ""

    def _parts(self, at: int) -> int:
        """Takes "WWII", which is World War II, and "Friday's", a weekday and its ending; the place behind, or 0."""
        text = self._found[at].text
        war = self._war(at) if text == "world" else _WARS.get(text, "")
        if war:
            end = at + 3 if text == "world" else at + 1
            self._put(war, "word", at, end)
            return end
        if text.endswith("day's") and text[:-2] in weekdays(self._language):
            self._put(f"wd:{text[:-2]}", "weekday", at, at + 1)
            self._put("'s", "word", at, at + 1, cased=False)
            return at + 1
        return 0

    def _plain_word(self, at: int) -> int:
        """A word that nothing joins to the next, except that German "z. B." is one word as "z.B." is."""
        text = self._found[at].text
        if len(text) == 1 and self._language == "de":
            pieces = tuple(lexeme.text for lexeme in self._found[at : at + 4])
            if pieces in _SPACED:
                self._put(pieces[0] + pieces[2], "word", at, at + 4)
                return at + 4
        self._word_token(text, at, at + 1, None)
        return at + 1

    def _join_initials(self, at: int, end: int) -> None:
        """As in "J. K." and "J.K." are one token."""
        if self._initials_end == at and len(self._tokens) > 1:
            last, before = self._tokens.pop(), self._tokens.pop()
            self._tokens.append(before._replace(key=before.key + last.key, end=last.end, shape="upper"))
        self._initials_end = end

    def _word_token(self, text: str, at: int, end: int, following: Lexeme | None) -> None:
        if not self._english:
            self._put(text, "word", at, end)
            return
        if "'" not in text and text != "cannot":  # no contraction: most words, spared the look at what follows
            self._put(spelled(text), "word", at, end)
            return
        for place, part in enumerate(
            in_full(text, [lexeme.text for lexeme in self._found[end : end + 3]] if following else ())
        ):
            self._put(spelled(part), "word", at, end, cased=place == 0)

    def _no(self, at: int) -> int:
        """As in "no one" is one word, "No. 1" and "No 1" a rank; neither is the word "no"."""
        found = self._found
        following = found[at + 1].text
        if following == "one" or (following == "-" and at + 2 < len(found) and found[at + 2].text == "one"):
            end = at + 2 if following == "one" else at + 3
            self._put("no one", "word", at, end)
            return end
        dot = following == "." and found[at + 1].glued and at + 2 < len(found) and found[at + 2].kind == "n"
        capital = found[at + 1].kind == "n" and self._shape(found[at].start, found[at].end) != "lower"
        if dot or capital:
            self._put("№", "word", at, at + (2 if dot else 1))
            return at + (2 if dot else 1)
        return 0

    def _behind_dot(self, at: int) -> int:
        """The place behind a word and the full stop of its abbreviation or initial."""
        found = self._found
        if at + 2 >= len(found) or found[at + 1].text != "." or not found[at + 1].glued:
            return at + 1
        text = found[at].text
        initial = len(text) == 1 and text.isalpha() and text != "i"
        return at + 2 if initial or text in _DOTTED else at + 1

    def _skip_comma(self, at: int) -> int:
        return at + 1 if at < len(self._found) and self._found[at].text in (",", "，") else at

    def _mark(self, at: int) -> int:
        found, lexeme = self._found, self._found[at]
        text = lexeme.text
        if text in ('"', "''") or (text == "'" and self._is_quote(at)):
            self._quote(at)
            return at + 1
        if text[0] == "-":
            text = " - " if self._is_minus(at) else "-"
        elif text == "&":
            text = (
                "and" if self._english and not lexeme.glued and at + 1 < len(found) and not found[at + 1].glued else "&"
            )
        else:
            text = _MARKS.get(text, text)
        if text[0] == "." and self._tokens and self._tokens[-1].key in (".", "..."):  # ". . ."
            text = self._tokens.pop().key + text
        self._put("..." if len(text) > 1 and text[0] == "." else text, "mark", at, at + 1)
        return at + 1

    def _is_minus(self, at: int) -> bool:
        """A dash set apart between two plain numbers may be a minus; between dates or words it is none."""
        found = self._found
        if not 0 < at < len(found) - 1 or found[at].glued or found[at + 1].glued:
            return False
        numbers = found[at - 1].kind == found[at + 1].kind == "n" and self._tokens[-1].kind == "number"
        return numbers and date_at(found, at + 1, self._language) is None

    def _quote(self, at: int) -> None:
        """A quotation mark; a comma or full stop before it goes behind it, as British style has it."""
        tokens = self._tokens
        inner = tokens.pop() if tokens and tokens[-1].key in (",", ".") and self._found[at].glued else None
        self._put('"', "quote", at, at + 1)
        if inner is not None:
            tokens.append(inner)

    def _is_quote(self, at: int) -> bool:
        found = self._found
        opens = (not found[at].glued or found[at - 1].kind == "m") and at + 1 < len(found) and found[at + 1].glued
        if self._quoted and found[at].glued:
            self._quoted = False
            return True
        if opens:
            self._quoted = True
        return opens

    def _cased(self, lexeme: Lexeme) -> str:
        """A lexeme as the source writes it; without case where the whole text has only one."""
        return lexeme.text if self._uniform else self._source(lexeme.start, lexeme.end)

    def _source(self, start: int, end: int) -> str:
        if self._aligned:
            return self._text[start:end]
        return self._copy.span(start, end).of(self._text)

    def _shape(self, start: int, end: int) -> Shape:
        source = self._source(start, end)
        if source.islower():
            return "lower"
        if not source[:1].isupper():
            return "none"
        return "upper" if len(source) > 1 and source.isupper() else "title"

    def _put(
        self,
        key: str,
        kind: Kind,
        first: int,
        end: int,
        *,
        value: Decimal | None = None,
        unit: str = "",
        cased: bool = True,
    ) -> None:
        start, stop = self._found[first].start, self._found[end - 1].end
        shape: Shape = "none"
        if (kind == "word" and cased) or key.endswith("?"):
            shape = self._shape(start, stop)
        if not self._aligned:
            start, stop = self._copy.span(start, stop)
        self._tokens.append(Token(key, kind, start, stop, shape, value, unit))


_VALUE_MARKS: Final = frozenset("-+$£€¥₹₩₽₺₴₪₦฿₫(")
_MARKS: Final = {"。": ".", "，": ",", "．": ".", "：": ":", "；": ";", "？": "?", "！": "!"}


@cache
def _starters(language: str) -> frozenset[str]:
    """The words that a date, weekday or quantity may begin with, those of numbers left out."""
    return date_starts(language) | quantity_starts()
