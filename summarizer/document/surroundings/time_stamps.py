"""The time at the end of a line, by which a comment is told: a date, an hour, or how long ago.

stamp_at("Hans-Peter W., 12.03.2025, 18:40 Uhr")  ->  14: there the time begins
stamp_at("2 hours ago")                           ->  0: the line is nothing else
stamp_at("Council tax to rise by 4 per cent")     ->  None
"""

from __future__ import annotations

import re
from typing import Final

from summarizer.document.surroundings.line_words import entries, pattern_of
from summarizer.languages.registry import cached_by_records, languages, phrases_together
from summarizer.languages.scripts import is_unspaced

# A line with a name and a time is no longer.
_MOST_CHARS: Final = 120
_DAY_DIGITS: Final = 2
_COUNT: Final = re.compile(r"[(（]\d+[)）]")  # of what a month of an archive holds
_DIGIT: Final = re.compile(r"\d")
_TOKEN: Final = re.compile(r"\d+|[^\W\d_]+|[^\w\s]|_")
_JOINTS: Final = frozenset(".,:;/-–—·•|()[]（）@'’#~")
_HEAD: Final = re.compile(r"^[\s.,:;/\-–—·•|()\[\]（）@'’#~]+")
_INSIDE_WORD: Final = re.compile(r"[^\W\d_]\d")
_REST_OF_WORD: Final = re.compile(r"^\w+[\s.,:;/\-–—·•|()]*")
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_CLOCK: Final = re.compile(r"(?<!\d)\d{1,2}\s?[:.hH点時时]\s?\d{2}(?!\d)")
_NUMERIC: Final = re.compile(r"(?<!\d)\d{1,4}[-./年]\d{1,2}[-./月]\d{1,4}(?!\d)")


def stamp_at(line: str) -> int | None:
    """Where the time begins that a line ends with: `line[stamp_at(line):]`; None where it ends with none.

    Args:
        line: Its words.
    """
    if len(line) > _MOST_CHARS or not (_DIGIT.search(line) or _is_ago(line.casefold())):
        return None
    start = len(line)
    for token in reversed(list(_TOKEN.finditer(line))):
        if not _is_of_time(token.group()) or _is_initial(line, token):
            break
        start = token.start()
    start += len(line[start:]) - len(_HEAD.sub("", line[start:]))
    if 0 < start < len(line) and _INSIDE_WORD.match(line[start - 1 : start + 1]):
        start += len(line[start:]) - len(_REST_OF_WORD.sub("", line[start:]))  # "riverman52" is a name
    return start if _tells_time(line[start:]) else None


def _is_initial(line: str, token: re.Match[str]) -> bool:
    """Whether a letter with a full stop behind it is short for a name: the H of "Dale H. May 8"."""
    one = len(token.group()) == 1 and token.group().isalpha() and line[token.end() : token.end() + 1] == "."
    return one and token.group().isupper()


def _is_of_time(token: str) -> bool:
    if token.isdigit() or token in _JOINTS:
        return True
    word = token.casefold()
    return word in _time_words() or (is_unspaced(word[0]) and _unspaced_time().fullmatch(word) is not None)


def _tells_time(run: str) -> bool:
    """Whether a run of numbers and words of time says when: a day with its year or month, an hour, or "ago"."""
    if _NUMERIC.search(run) or _CLOCK.search(run):
        return True
    words = [token.casefold() for token in _TOKEN.findall(_COUNT.sub("", run))]
    numbers = [word for word in words if word.isdigit()]
    if any(word in _months() for word in words):
        return any(len(number) <= _DAY_DIGITS for number in numbers)  # "May 2019" is a month of an archive
    return _is_ago(run.casefold()) or (len(numbers) > 1 and _YEAR.search(run) is not None)


def _is_ago(run: str) -> bool:
    return _ago().search(run) is not None


@cached_by_records
def _ago() -> re.Pattern[str]:
    return re.compile(pattern_of("ago"))


@cached_by_records
def _unspaced_time() -> re.Pattern[str]:
    """Words of time side by side in a script without blanks: 小时前."""
    words = sorted((word for word in _time_words() if is_unspaced(word[0])), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(words) or '(?!)'})+")


@cached_by_records
def _months() -> frozenset[str]:
    months = [month for language in languages() for month in language.calendar.months]
    return frozenset(name.rstrip(".") for month in months for name in month)


@cached_by_records
def _time_words() -> frozenset[str]:
    """The words that may stand in a time: months, weekdays, what links them, "ago" and its units."""
    found = set(_months()) | entries("stamp_words")
    for language in languages():
        calendar = language.calendar
        for day in calendar.weekdays:
            found.update(name.rstrip(".") for name in day)
        found |= {calendar.hour_word} | calendar.hour_marks | calendar.minute_marks | calendar.day_links
    found.update(word for phrase in phrases_together("calendar.date_links") for word in phrase)
    return frozenset(found - {""})
