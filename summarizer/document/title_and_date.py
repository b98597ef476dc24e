"""An article may state its own date near its top, and its title and date in front matter.

stated_date(["Harbour to close", "By A. Writer, 12 March 2026"])  ->  date(2026, 3, 12)
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from summarizer.languages.registry import alternatives, cached_by_records, languages, phrases_together, together

# A date counts only this near the top: after that it is more likely something the article tells of.
_TOP_LINES = 8

_DATE = (
    r"(?:(?P<y1>\d{4})-(?P<m1>\d{2})-(?P<d1>\d{2})"
    r"|(?P<y4>\d{4})年(?P<m4>\d{1,2})月(?P<d4>\d{1,2})日"
    r"|(?P<d2>\d{1,2})(?:\.|st|nd|rd|th|º|er)?\s+(?:de\s+)?(?P<m2>[^\W\d_]{3,10})\.?,?\s+(?:de\s+)?(?P<y2>\d{4})"
    r"|(?P<m3>[^\W\d_]{3,10})\.?\s+(?P<d3>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y3>\d{4}))"
)
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n((?:[A-Za-z_][\w-]*:.*\r?\n|[ \t-].*\r?\n){1,60}?)---[ \t]*(?=[\r\n]|$)"
)


def stated_date(lines: Iterable[str]) -> dt.date | None:
    """The date that an article gives as its own, in a line near its top with nothing else but a byline; else None.

    "12 March 2026", "Published March 12, 2026", "By A. Writer, 2026-03-12" and "12. März 2026" count. Numeric dates
    whose order of day and month differs by country (03/12/2026) do not, nor does a date inside a sentence.

    Args:
        lines: The document's first lines, or more: only the first eight are looked at.
    """
    for line, _ in zip(lines, range(_TOP_LINES), strict=False):
        found = _date_line().fullmatch(line.strip(" \t*_|·•")) if len(line) < 200 else None
        date = _value(found) if found else None
        if date:
            return date
    return None


def front_matter(text: str) -> tuple[int, dict[str, str]]:
    """Where a Markdown file's front matter ends, and its plain fields; (0, {}) where it has none.

    Args:
        text: The whole document; front matter is the block between two lines of `---` at its very start.
    """
    found = _FRONT_MATTER.match(text)
    if not found:
        return 0, {}
    pairs = (line.partition(":") for line in found[1].splitlines() if line[:1].isalpha())
    return found.end(), {name.strip().lower(): value.strip().strip("\"'") for name, _, value in pairs}


def _value(found: re.Match[str]) -> dt.date | None:
    for form in "1234":
        if found[f"y{form}"]:
            month = found[f"m{form}"]
            number = int(month) if month.isdecimal() else _months().get(month.lower(), 0)
            try:
                return dt.date(int(found[f"y{form}"]), number, int(found[f"d{form}"]))
            except ValueError:
                return None
    return None


@cached_by_records
def _months() -> Mapping[str, int]:
    """The number of a month by its name in any language; English last, whose "may" and "mar" are the commonest."""
    found: dict[str, int] = {}
    for language in reversed(languages()):
        for number, spellings in enumerate(language.calendar.months, start=1):
            found.update(dict.fromkeys(spellings, number))
    return found


def _weekday_names() -> list[list[str]]:
    names: list[list[str]] = []
    for language in languages():
        names += [[day[0]] for day in language.calendar.weekdays]
    return names


def _hour_words() -> list[list[str]]:
    """What is said behind a time of day, as "Uhr" in "12 Uhr"; each a phrase of one word."""
    return [[language.calendar.hour_word] for language in languages() if language.calendar.hour_word]


@cached_by_records
def _date_line() -> re.Pattern[str]:
    """A line that holds the date of the article and perhaps a label, a byline, a weekday and a time."""
    weekdays = alternatives(_weekday_names())
    labels = alternatives(phrases_together("calendar.date_labels"))
    links = alternatives(phrases_together("calendar.date_links"))
    by = alternatives([word] for word in together("calendar.bylines"))
    hours = alternatives(_hour_words())
    lead = (
        rf"(?P<lead>(?:{labels})(?:\s+(?:{links}))?\s*:?\s*"
        rf"|(?:{by})\s+[^\d|·•]{{2,80}}?\s*(?:[,|·•–—-]\s*|\s(?:{links})\s))?"
    )
    clock = (
        rf"(?:T?\s*(?:,|{links}|[-–|·])?\s*\d{{1,2}}[:.h]\d{{2}}(?::\d{{2}}(?:\.\d+)?)?\s*"
        rf"(?:[ap]\.?m\.?|{hours})?\s*(?:Z|[A-Z]{{2,4}}|[+-]\d{{2}}:?\d{{2}})?)?"
    )
    return re.compile(rf"{lead}(?:(?:{weekdays}),?\s+(?:(?:{links})\s+)?)?{_DATE}{clock}\.?", re.IGNORECASE)
