"""The encoding in which bytes that are no UTF-8 make the most sense, for a message to name; nothing is decoded by it.

likely_encoding("Malmö är en stad".encode("latin-1"))  ->  "windows-1252"
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

# As many bytes are looked at; a page of text decides.
_HEAD: Final = 20_000
# The first of equals wins, so that the more common stand first.
_WIDE: Final = ("gb18030", "shift_jis", "euc-jp", "big5", "euc-kr")
_NARROW: Final = ("windows-1252", "windows-1250", "windows-1251", "koi8-r", "windows-1253", "windows-1255")
# Characters that running Chinese, Japanese and Korean is made of; a wrong wide encoding gives rare Han characters.
_KANA: Final = re.compile("[\u3040-\u30ff]")
_HANGUL: Final = re.compile("[\uac00-\ud7a3]")
# The characters that stand most often in Chinese, in both scripts; of running text they are a tenth and more.
_COMMON_HAN: Final = frozenset(
    "的一是不了在人有我他这個个上們们來来到時时大地為为子中你說说生國国年著着就那和要她出也得里後后以會会"
)
# Letters that are each more frequent than most: of running text they are four in ten, of any bytes one in five.
_COMMON: Final = {
    "windows-1251": "оеаинт",
    "koi8-r": "оеаинт",
    "windows-1253": "αοειτσ",
    "windows-1255": "יוהלאר",
}
# Of running text in its own encoding nearly all fits; random bytes reach half of that.
_ENOUGH: Final = 0.75


def likely_encoding(data: bytes) -> str | None:
    """The name of the encoding that bytes are probably in; None where they do not look like a text in any.

    Args:
        data: Bytes that are no UTF-8.
    """
    head = data[:_HEAD]
    wide = _utf16(head)
    if wide is not None:
        return wide
    if _is_binary(head):
        return None
    scored = [(_score(head, name), name) for name in (*_WIDE, *_NARROW)]
    best, name = max(scored, key=lambda one: one[0])
    return name if best >= _ENOUGH else None


def _utf16(head: bytes) -> str | None:
    """UTF-16 without its mark, told by the zeros of every other byte that Latin text has in it."""
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if half < 2 or max(even, odd) < 0.4 * half or min(even, odd) > 0.05 * half:
        return None
    return "utf-16-be" if even > odd else "utf-16-le"


def _is_binary(head: bytes) -> bool:
    """Whether there are more control bytes than any text has."""
    controls = sum(byte < 0x20 and byte not in b"\t\n\r\x0c\x1a\x1b" for byte in head)
    return controls * 100 > len(head)


def _score(head: bytes, encoding: str) -> float:
    """How much of what is not ASCII makes sense in an encoding: 0 for none of it, 1 for all."""
    text = _decoded(head, encoding)
    if text is None:
        return 0.0
    strange = [character for character in text if ord(character) > 0x7F]
    if not strange:
        return 0.0
    if encoding in _WIDE:
        return _wide_score(text, strange, encoding)
    good = sum(_fits(before, here, after) for before, here, after in _in_company(text))
    return good / len(strange) * _frequent(strange, encoding)


def _frequent(strange: list[str], encoding: str) -> float:
    """1 where the letters that are frequent in a script are so here, less where they are as rare as any other."""
    common = _COMMON.get(encoding)
    if common is None:
        return 1.0
    letters = [one.lower() for one in strange if one.isalpha()]
    return min(1.0, 3 * sum(one in common for one in letters) / max(len(letters), 1))


def _decoded(head: bytes, encoding: str) -> str | None:
    """The text of the bytes, where the last character may be cut off; None where they are not in this encoding."""
    for cut in range(4):
        try:
            return head[: len(head) - cut].decode(encoding)
        except UnicodeDecodeError as error:
            if error.start < len(head) - 8:
                return None
    return None


def _wide_score(text: str, strange: list[str], encoding: str) -> float:
    many = len(strange)
    if encoding in {"shift_jis", "euc-jp"}:
        # Half-width kana are what any bytes make in Shift_JIS, and hardly any text has them.
        return min(1.0, 4 * len(_KANA.findall(text)) / many) * (not any("\uff61" <= one <= "\uff9f" for one in strange))
    if encoding == "euc-kr":
        return len(_HANGUL.findall(text)) / many
    return min(1.0, 12 * sum(one in _COMMON_HAN for one in strange) / many)


def _in_company(text: str) -> list[tuple[str, str, str]]:
    """Every character beyond ASCII, with those before and behind it."""
    padded = f" {text} "
    triples = zip(padded, pairwise(padded[1:]), strict=False)
    return [(before, here, after) for before, (here, after) in triples if ord(here) > 0x7F]


def _fits(before: str, here: str, after: str) -> float:
    """1 for a character that may stand between these two in a word, or between words; 0 for a sign inside a word."""
    if here.isalpha():
        return _letter_fits(before, here, after)
    in_word = before.isalpha() and after.isalpha()
    return 0.0 if (in_word and here not in "’–—") or not here.isprintable() else 0.8


def _letter_fits(before: str, here: str, after: str) -> float:
    alike = _script(here)
    neighbours = [one for one in (before, after) if one.isalpha()]
    if alike == "latin" and len(neighbours) == 2 and not any(map(str.isascii, neighbours)):
        return 0.3  # most letters of Latin text are ASCII
    if before.isdigit() or after.isdigit():
        return 0.5  # "£40" is "Ł40" in Windows-1250
    if here.isupper() and _is_inside(before, after):
        return 0.0  # "пРИВЕТ" is what KOI8-R gives in Windows-1251
    return float(all(_script(one) == alike for one in neighbours))


def _is_inside(before: str, after: str) -> bool:
    """Whether a capital between these two would stand inside a word of small letters."""
    return before.islower() or (before.isalpha() and after.islower())


def _script(letter: str) -> str:
    """A rough script of a letter: Latin, Greek, Cyrillic, Hebrew or other."""
    code = ord(letter)
    bounds = ((0x250, "latin"), (0x370, "other"), (0x400, "greek"), (0x530, "cyrillic"), (0x590, "other"))
    return next((name for bound, name in bounds if code < bound), "hebrew")
