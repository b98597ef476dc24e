"""Words become tokens: in one spelling, contractions in full, initials joined, numerals that are no number as written.

take_word(draft, 4)  ->  the place behind the word at lexeme 4 and all that is one word with it ("per cent", "No.")
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.languages.registry import language_of
from summarizer.verification.reading.canonical_text import Token
from summarizer.verification.reading.dates import month_alone, weekdays
from summarizer.verification.reading.numbers.units import unit_at
from summarizer.verification.reading.spelling import in_full, joined, spelled
from summarizer.verification.reading.tokens.draft import Draft
from summarizer.verification.reading.values import RANK_SIGN, Number, Unit, Weekday, mark_value, word_value

_WARS: Final = {"wwi": "ww1", "ww1": "ww1", "wwii": "ww2", "ww2": "ww2"}
_WAR_NUMBERS: Final = {"I": "ww1", "II": "ww2", "One": "ww1", "Two": "ww2"}
# Words that may be one with what follows, or two themselves, besides those with an apostrophe or a hyphen.
_SPECIAL: Final = frozenset(("world", "no", "per", "cannot", *_WARS))


def take_word(draft: Draft, at: int) -> int:
    """Puts the word or numeral at `at`; the place behind it and all that is one word with it."""
    if draft.found[at].kind == "n":
        return _take_numeral(draft, at)
    if draft.english:
        return _take_english(draft, at)
    end = _take_spaced(draft, at) if len(draft.found[at].text) == 1 else 0
    if end:
        return end
    draft.put_word(draft.found[at].text, at, at + 1)
    return at + 1


def _take_numeral(draft: Draft, at: int) -> int:
    """A numeral that is no plain number: compared as written."""
    text = draft.found[at].text
    draft.put(Number(text=text, value=None, certainty="not_understood"), at, at + 1)
    unit = unit_at(draft.found, at + 1, draft.language)
    if unit is None or unit[0] != "unit":
        return at + 1
    draft.put(Unit(unit[1]), at + 1, unit[2])
    return unit[2]


def _take_spaced(draft: Draft, at: int) -> int:
    """German "z. B." is one word as "z.B." is; 0 for any other."""
    if draft.text_at(at + 1) != "." or draft.text_at(at + 3) != ".":
        return 0
    letters = draft.text_at(at) + draft.text_at(at + 2)
    if letters not in language_of(draft.language).prose.spaced_abbreviations:
        return 0
    draft.put_word(letters, at, at + 4)
    return at + 4


def _take_english(draft: Draft, at: int) -> int:
    """Puts an English word in one spelling; plain ones, as nearly all are, are spared the look at what they may be."""
    text, following = draft.found[at].text, draft.text_at(at + 1)
    if end := _take_short_form(draft, at):
        return end
    if following == "-" or text in _SPECIAL or text in draft.month_names or "'" in text:
        end = _take_joined(draft, at)
        if end:
            return end
        _put_contraction(draft, at)
    else:
        draft.put_word(spelled(text), at, at + 1)
    end = draft.behind_dot(at) if following == "." else at + 1
    if len(text) == 1 and end > at + 1:
        _join_initials(draft, at, end)
    return end


def _take_short_form(draft: Draft, at: int) -> int:
    """Puts what stands in short for several words: "YoY", "Albany, N.Y."; 0 for any other."""
    text, prose = draft.found[at].text, language_of("en").prose
    if text in prose.short_forms:
        return _put_in_full(draft, prose.short_forms[text], at, at + 1)
    if text in prose.short_places and _is_short_place(draft, at):
        end = at + (2 if draft.text_at(at + 1) == "." else 1)
        return _put_in_full(draft, prose.short_places[text], at, end, cased=True)
    return 0


def _put_in_full(draft: Draft, words: Sequence[str], at: int, end: int, *, cased: bool = False) -> int:
    """Puts each word of what a short form stands for, a hyphen as a mark."""
    for word in words:
        draft.put(mark_value(word) if word == "-" else word_value(word), at, end, cased=cased)
    return end


def _is_short_place(draft: Draft, at: int) -> bool:
    """Whether an abbreviation with its dot stands behind a comma: "Santa Clara, Calif.", "Albany, N.Y."."""
    if draft.text_at(at - 1) != "," or draft.shape_of(draft.found[at]) == "lower":
        return False
    written = draft.cased(draft.found[at])
    return "." in written or (draft.text_at(at + 1) == "." and draft.found[at + 1].glued)


def _take_joined(draft: Draft, at: int) -> int:
    """Puts what is one word or two parts of one; the place behind it, 0 for plain words."""
    text, following = draft.found[at].text, draft.text_at(at + 1)
    end = 0
    if text == "world" or text in _WARS:
        end = _take_war(draft, at)
    elif text.endswith("day's"):
        end = _take_possessive(draft, at)
    elif text == "no":
        end = _take_no(draft, at)
    elif text == "per" and following == "cent":
        draft.put_word("percent", at, at + 2)
        end = at + 2
    if not end and following == "-":
        end = _take_compound(draft, at)
    if not end and following:
        end = _take_month(draft, at)
    return end


def _take_war(draft: Draft, at: int) -> int:
    """World War II, "WWII"; "the world war I lost" is none."""
    war, end = _WARS.get(draft.found[at].text, ""), at + 1
    if not war:
        written = [draft.cased(lexeme) for lexeme in draft.found[at : at + 3]]
        war, end = _WAR_NUMBERS.get(written[-1], "") if written[:-1] == ["World", "War"] else "", at + 3
    if not war:
        return 0
    draft.put_word(war, at, end)
    return end


def _take_possessive(draft: Draft, at: int) -> int:
    """The weekday and its ending in "Friday's"."""
    day = draft.found[at].text.removesuffix("'s")
    if day not in weekdays(draft.language):
        return 0
    draft.put(Weekday(day), at, at + 1)
    draft.put(word_value("'s"), at, at + 1)
    return at + 1


def _take_no(draft: Draft, at: int) -> int:
    """As in "no one" is one word, "No. 1" and "No 1" a rank; neither is the word "no"."""
    found = draft.found
    hyphen = 1 if draft.text_at(at + 1) == "-" else 0
    if draft.text_at(at + 1 + hyphen) == "one":
        draft.put_word("no one", at, at + 2 + hyphen)
        return at + 2 + hyphen
    dot = 1 if draft.text_at(at + 1) == "." and found[at + 1].glued else 0
    place = at + 1 + dot
    if place >= len(found) or found[place].kind != "n":
        return 0
    if not dot and draft.shape_of(found[at]) == "lower":
        return 0
    draft.put(RANK_SIGN, at, place, cased=True)
    return place


def _take_compound(draft: Draft, at: int) -> int:
    """As in "co-operate" is written without its hyphen, too."""
    found = draft.found
    pair = (found[at].text, draft.text_at(at + 2))
    if not found[at + 1].glued or pair not in joined():
        return 0
    draft.put_word(joined()[pair], at, at + 3)
    return at + 3


def _take_month(draft: Draft, at: int) -> int:
    """An abbreviated month that stands alone: "in Jan."."""
    month = month_alone(draft.found, at, draft.language)
    if month is None or month == draft.found[at].text or draft.shape_of(draft.found[at]) != "title":
        return 0
    end = draft.behind_dot(at)
    draft.put_word(month, at, end)
    return end


def _put_contraction(draft: Draft, at: int) -> None:
    """Each part of a contraction, of which the first has the case; another word as it is."""
    behind = [lexeme.text for lexeme in draft.found[at + 1 : at + 4]]
    for place, part in enumerate(in_full(draft.found[at].text, behind)):
        draft.put(word_value(spelled(part)), at, at + 1, cased=place == 0)


def _join_initials(draft: Draft, at: int, end: int) -> None:
    """As in "J. K." and "J.K." are one token."""
    if draft.initials_end == at and len(draft.tokens) > 1:
        last, before = draft.tokens.pop(), draft.tokens.pop()
        draft.tokens.append(Token.of(word_value(before.word + last.word), before.start, last.end, "upper"))
    draft.initials_end = end
