"""Guesses the language of a text by its script and its commonest words, well enough to split sentences by.

guess_language("The council said that the bridge is open.")  ->  "en"
guess_language("Совет сказал, что мост открыт.")             ->  "ru"
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from summarizer.languages.record import Language
from summarizer.languages.registry import cached_by_records, language_of, languages
from summarizer.languages.scripts import script_of

# How much is looked at: windows spread over the text, so that an English preface does not decide about a German book.
_WINDOWS = 5
_WINDOW = 3000
# A language needs this share of function words, and this lead over the next one, to be named. Ordinary prose has 0.25
# to 0.45 of the words in its record, a foreign language under 0.10; tests/languages/test_detect.py shows both sides.
# Run it again when a list changes.
_LEAST_SHARE = 0.12
_LEAD = 1.15

# Without the letter behind an apostrophe, which is a word in other languages: "'s".
WORD = re.compile(r"(?<!['’])[^\W\d_]+|(?<=['’])[^\W\d_]{2,}")


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the text's language, or "" where nothing points clearly to one: a guess, never an error.

    Args:
        text: Any text; up to 15,000 code points of it are looked at, spread from beginning to end.

    Returns:
        Two letters or the empty string. Deterministic.
    """
    sample = _sample(text)
    script = main_script(sample)
    written = written_in(script)
    if not written:
        return ""
    by_words = _by_words(sample, {one.code: common_words(one.code) for one in written if one.detection})
    return by_words or ("" if script == "latin" else written[0].code)


def _sample(text: str) -> str:
    if len(text) <= _WINDOWS * _WINDOW:
        return text
    step = (len(text) - _WINDOW) // (_WINDOWS - 1)
    return " ".join(text[i * step : i * step + _WINDOW] for i in range(_WINDOWS))


def main_script(sample: str) -> str:
    """The name of the script most letters are in, "" for no letter; kana decide for Japanese, as Chinese has none."""
    counts: dict[str, int] = {}
    for word in WORD.findall(sample):
        if word.isascii():
            counts["latin"] = counts.get("latin", 0) + len(word)
            continue
        for letter in word:
            name = script_of(letter)
            counts[name] = counts.get(name, 0) + 1
    if not counts:
        return ""
    kana, han = counts.get("kana", 0), counts.get("han", 0)
    if kana * 10 > han and kana + han > counts.get("latin", 0):
        return "kana"
    # Two CJK characters are about a word, which has five letters elsewhere.
    return max(counts, key=lambda name: counts[name] * (2.5 if name in {"han", "hangul"} else 1))


def _by_words(sample: str, candidates: Mapping[str, frozenset[str]]) -> str:
    """The one of some languages whose words the sample has most of, "" where none leads clearly."""
    words = [word.lower() for word in WORD.findall(sample)]
    if not words or not candidates:
        return ""
    counts = Counter(words)
    shares = [(sum(counts[known] for known in its_words) / len(words), code) for code, its_words in candidates.items()]
    (best, code), (second, _) = [*sorted(shares, reverse=True), (0.0, "")][:2]
    return code if best >= _LEAST_SHARE and best >= _LEAD * second else ""


@cached_by_records
def common_words(code: str) -> frozenset[str]:
    """The words that a record gives for telling a language, its function words, and those of its calendar."""
    language = language_of(code)
    calendar, vocabulary = language.calendar, language.vocabulary
    names = {name for spellings in (*calendar.months, *calendar.weekdays) for name in spellings[:1]}
    return language.detection | vocabulary.function_words | vocabulary.own_function_words | names


@cached_by_records
def written_in(script: str) -> tuple[Language, ...]:
    """The languages of a script, the commonest first."""
    return tuple(language for language in languages() if language.script == script)
