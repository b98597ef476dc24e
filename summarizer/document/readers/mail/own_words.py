r"""What somebody wrote in a mail, told from what was quoted, signed, and put below it by programs and lawyers.

own_words("Yes.\n\nOn 3 May Ben wrote:\n> Did it rain?\n-- \nAnna")  ->  OwnWords(text="Yes.", quoted=2, signature=1, …)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.languages.registry import cached_by_records, together

_QUOTED: Final = re.compile(r"\s*(?:>|\|\s)")
_RULE: Final = re.compile(r"\s*[-_=*~—–]{5,}\s*$")
_DASHES: Final = re.compile(r"[\s\-_=*>~—–.:]+")
_FIELD: Final = re.compile(r"\s*[*_]{0,2}([^\W\d_][^:：\n]{0,24}?)\s?[*_]{0,2}\s?[:：]")
_DELIMITER: Final = re.compile(r"--\s?$")
_ADDRESS: Final = re.compile(r"\S+@\S+\.\w|https?://|www\.|\d{4,}|\+\d")
# The line above a quoted mail is broken into so many at most, and names when: a number.
_MOST_LINES: Final = 4
_MOST_CHARS: Final = 300
_DATED: Final = re.compile(r"[\d@<]")  # its first line names when, or who
# A forwarded mail has so many fields above it at least: from, to, subject.
_FEWEST_FIELDS: Final = 3
# A signature below "Best regards" has so many short lines at most.
_MOST_SIGNATURE: Final = 12
_MOST_SIGNATURE_CHARS: Final = 90
_MOST_SIGN_OFF: Final = 45
_SENTENCE: Final = re.compile(r"[^\W\d_]{2,}[.!?]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnWords:
    """What somebody wrote, and how many lines of other kinds stood around it."""

    text: str
    quoted: int
    signature: int
    legal: int


def own_words(text: str) -> OwnWords:
    """The words of the newest message in a mail; of one that only passes another on, those of the other.

    Args:
        text: The mail's text, with line feeds.
    """
    every = [line.rstrip() if line != "-- " else line for line in text.split("\n")]
    lines = _above_originals(every)
    kept = _unquoted(lines)
    if not any(map(str.strip, _above_signature(_above_legal(kept)))):
        lines = kept = _passed_on(every)  # nothing is the sender's own
    own = _above_legal(kept)
    unsigned = _above_signature(own)
    final = _above_legal(unsigned)
    return OwnWords(
        text="\n".join(final).strip(),
        quoted=_words(every) - _words(kept),
        signature=_words(own) - _words(unsigned),
        legal=_words(kept) - _words(own) + _words(unsigned) - _words(final),
    )


def _words(lines: Sequence[str]) -> int:
    """How many lines have words."""
    return sum(any(map(str.isalnum, line)) for line in lines)


def _above_originals(lines: list[str]) -> list[str]:
    """The lines above a mail that stands below as it was, without a sign before its lines."""
    for number, line in enumerate(lines):
        if _is_original(line) or _is_head(lines, number):
            above = lines[:number]
            while above and (not above[-1].strip() or _RULE.match(above[-1])):
                above.pop()
            return above
        end = _end_of_attribution(lines, number)
        if end and not any(_QUOTED.match(other) for other in lines[end : end + 3]):
            return lines[:number]
    return lines


def _unquoted(lines: list[str]) -> list[str]:
    """The lines without those that quote, and without the line above them that says whose they are."""
    kept: list[str] = []
    number = 0
    while number < len(lines):
        end = _end_of_attribution(lines, number)
        if end:
            number = end
        elif _QUOTED.match(lines[number]):
            number += 1
        else:
            kept.append(lines[number])
            number += 1
    return kept


def _passed_on(lines: list[str]) -> list[str]:
    """A mail that is passed on: below its fields, without signs of quotation before its lines."""
    bare = [re.sub(r"^\s*(?:>\s?)+", "", line) for line in lines]
    starts = [number + 1 for number, line in enumerate(bare) if _is_original(line) or _end_of_attribution(bare, number)]
    heads = [number for number in range(len(bare)) if _is_head(bare, number)]
    first = min([*starts, *heads], default=0)
    while first < len(bare) and (not bare[first].strip() or _is_field(bare[first]) or _is_original(bare[first])):
        first += 1
    return _unquoted(_above_originals(bare[first:]))


def _above_legal(lines: Sequence[str]) -> list[str]:
    """The lines above the last paragraphs that are notices of lawyers and lists."""
    kept = list(lines)
    while True:
        while kept and (not kept[-1].strip() or _RULE.match(kept[-1])):
            kept.pop()
        start = next((at for at in range(len(kept) - 1, -1, -1) if not kept[at].strip() or _RULE.match(kept[at])), -1)
        words = " ".join(" ".join(kept[start + 1 :]).split()).casefold().replace("\u2019", "'")
        if not kept or start < 0 or not _legal().search(words):
            return kept
        del kept[start:]


def _above_signature(lines: Sequence[str]) -> list[str]:
    """The lines above a signature: below its sign, or below "Best regards" where short lines follow."""
    for number, line in enumerate(lines):
        if _DELIMITER.match(line):
            return list(lines[:number])
    kept = [line for line in lines if not _begins(line, "sent_from")]
    filled = [number for number, line in enumerate(kept) if line.strip()]
    for place in range(max(0, len(filled) - _MOST_SIGNATURE), len(filled)):
        behind = [kept[number].strip() for number in filled[place + 1 :]]
        if _is_sign_off(kept[filled[place]]) and place and all(map(_may_sign, behind)):
            return kept[: filled[place]]
    return kept


def _may_sign(line: str) -> bool:
    if len(line) > _MOST_SIGNATURE_CHARS:
        return False
    return _ADDRESS.search(line) is not None or _SENTENCE.search(line) is None


def _is_sign_off(line: str) -> bool:
    words = line.strip().rstrip(" ,.!，。！—–-").casefold().replace("\u2019", "'")
    if len(words) > _MOST_SIGN_OFF or not words:
        return False
    # "Thanks, Anna" and "Best regards / Viele Grüße"
    first = re.split(r"[,，/]\s*", words)[0].strip()
    return first in together("mail_words.sign_offs") and len(words.split()) <= len(first.split()) + 4


def _is_original(line: str) -> bool:
    """Whether a line stands above a mail that is quoted whole: dashes and "Original Message"."""
    words = _DASHES.sub(" ", line).strip().casefold()
    dressed = line.strip()[:1] in "-_=*>~—–" or line.rstrip().endswith(":")
    return dressed and any(words.startswith(entry) for entry in together("mail_words.originals")) and len(words) < 80


def _is_field(line: str) -> bool:
    found = _FIELD.match(line)
    return found is not None and found[1].strip().casefold() in together("mail_words.fields")


def _is_head(lines: Sequence[str], number: int) -> bool:
    """Whether the fields of another mail begin in a line."""
    if not _is_field(lines[number]):
        return False
    near = [line for line in lines[number : number + 2 * _FEWEST_FIELDS] if line.strip()]
    return sum(map(_is_field, near[: _FEWEST_FIELDS + 2])) >= _FEWEST_FIELDS


def _end_of_attribution(lines: Sequence[str], number: int) -> int:
    """One past the line above a quoted mail that says who wrote it and when, where it begins here; else 0."""
    quoted = _QUOTED.match(lines[number]) is not None
    if not _DATED.search(lines[number]):
        return 0
    words = ""
    for end in range(number + 1, min(number + _MOST_LINES, len(lines)) + 1):
        line = lines[end - 1].strip().lstrip("> ").strip()
        if not line or len(words) > _MOST_CHARS or (_QUOTED.match(lines[end - 1]) is not None) != quoted:
            return 0
        words = f"{words} {line}".strip()
        if words.endswith((":", "：")):
            tells = _wrote().search(words.casefold()) is not None or _stands_above_quote(lines, end)
            return end if tells and any(map(str.isdigit, words)) else 0
    return 0


def _stands_above_quote(lines: Sequence[str], end: int) -> bool:
    """Whether the next line with words is quoted: then the one above says whose it is, in any language."""
    behind = next((line for line in lines[end : end + 3] if line.strip()), "")
    return behind.lstrip().startswith(">")


def _begins(line: str, field: str) -> bool:
    words = line.strip(" *_[(>-–—").casefold().replace("\u2019", "'")
    return any(words.startswith(entry) for entry in together(f"mail_words.{field}"))


@cached_by_records
def _wrote() -> re.Pattern[str]:
    """The end, or near it, of the line above a quoted mail: "Ben wrote:", "schrieb Ben <ben@example.org>:"."""
    entries = sorted(together("mail_words.wrote"), key=len, reverse=True)
    return re.compile(
        rf"(?:{'|'.join(map(re.escape, entries))})(?:\s[^:：.!?]{{0,60}}|\s?[^:：]{{0,60}}@[^:：]{{0,60}})?\s?[:：]$"
    )


@cached_by_records
def _legal() -> re.Pattern[str]:
    entries = together("mail_words.legal") | together("page_words.mailing") | together("page_words.legal")
    return re.compile("|".join(map(re.escape, sorted(entries, key=len, reverse=True))))
