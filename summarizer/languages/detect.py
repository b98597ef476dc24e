"""Which language a text is in: a small guess by script and function words, good enough to split sentences by."""

from __future__ import annotations

import re
from collections import Counter

from summarizer.languages.record import Language
from summarizer.languages.registry import cached_by_records, languages

# How much is looked at: windows spread over the text, so that an English preface does not decide about a German book.
_WINDOWS = 5
_WINDOW = 3000
# A language needs this share of function words, and this lead over the next one, to be named. Ordinary prose has 0.25
# to 0.45 of the words below, a foreign language under 0.10; tests/text/test_language.py shows both sides. Run it again
# when a list changes.
_LEAST_SHARE = 0.12
_LEAD = 1.15

_LETTERS = re.compile(r"[^\W\d_]+")

# Scripts that name their language, or are shared by few. First and last code point.
_SCRIPTS: tuple[tuple[int, int, str], ...] = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x06FF, "arabic"),
    (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0E00, 0x0E7F, "th"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x1200, 0x137F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "ko"),
)

# Scripts that several languages share, and the language that most texts in them are in.
_COMMONEST = {"cyrillic": "ru", "arabic": "ar", "devanagari": "hi"}


def guess_language(text: str) -> str:
    """The ISO 639-1 code of the text's language, or "" where nothing points clearly to one: a guess, never an error.

    Args:
        text: Any text; up to 15,000 code points of it are looked at, spread from beginning to end.

    Returns:
        Two letters or the empty string. Deterministic.
    """
    sample = _sample(text)
    script = _script(sample)
    if script == "latin":
        return _by_words(sample, "latin")
    if script in _COMMONEST:
        return _by_words(sample, script) or _COMMONEST[script]
    return {"han": "zh"}.get(script, script)


def _sample(text: str) -> str:
    if len(text) <= _WINDOWS * _WINDOW:
        return text
    step = (len(text) - _WINDOW) // (_WINDOWS - 1)
    return " ".join(text[i * step : i * step + _WINDOW] for i in range(_WINDOWS))


def _script(sample: str) -> str:
    """The name of the script most letters are in; kana decide for Japanese, as Chinese has none."""
    counts: dict[str, int] = {}
    for word in _LETTERS.findall(sample):
        if word.isascii():
            counts["latin"] = counts.get("latin", 0) + len(word)
            continue
        for letter in word:
            name = _script_of(ord(letter))
            counts[name] = counts.get(name, 0) + 1
    if not counts:
        return ""
    if counts.get("ja", 0) * 10 > counts.get("han", 0) and counts.get("ja", 0) + counts.get("han", 0) > counts.get(
        "latin", 0
    ):
        return "ja"
    # A CJK character is worth a syllable or a word: two letters.
    return max(counts, key=lambda name: counts[name] * (2 if name in {"han", "ko"} else 1))


def _script_of(code: int) -> str:
    if code < 0x0370:
        return "latin"
    for first, last, name in _SCRIPTS:
        if first <= code <= last:
            return name
    return "latin" if 0x1E00 <= code <= 0x1EFF else ""


def _by_words(sample: str, script: str) -> str:
    """The language of a script whose frequent words the sample has most of, "" where none leads clearly."""
    words = [word.lower() for word in _LETTERS.findall(sample)]
    if not words:
        return ""
    counts = Counter(words)
    scores = sorted(
        ((sum(counts[known] for known in one.detection) / len(words), one.code) for one in _told_by_words(script)),
        reverse=True,
    )
    (best, code), (second, _) = scores[0], scores[1]
    return code if best >= _LEAST_SHARE and best >= _LEAD * second else ""


@cached_by_records
def _told_by_words(script: str) -> tuple[Language, ...]:
    return tuple(one for one in languages() if one.script == script and one.detection)
