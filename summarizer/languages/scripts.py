"""The scripts that are written without blanks between words, where one character is the unit that is compared.

is_unspaced("都") is True, is_unspaced("a") is False
"""

from __future__ import annotations

import re
from typing import Final

# The inside of a character class of a regular expression: Thai and Lao, Burmese, Khmer, the marks that repeat a
# character, kana, Han with its extensions.
UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3035\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
_UNSPACED: Final = re.compile(f"[{UNSPACED}]")
_HAN: Final = ("\u4e00", "\u9fff")
_HIRAGANA: Final = ("\u3041", "\u309f")


def is_unspaced(character: str) -> bool:
    """True for a character of a script without blanks."""
    return _UNSPACED.match(character) is not None


def is_han(character: str) -> bool:
    """True for a Chinese character, as Chinese and Japanese write it."""
    return _HAN[0] <= character <= _HAN[1]


def is_hiragana(character: str) -> bool:
    """True for a sign of hiragana, in which Japanese writes its endings and particles."""
    return _HIRAGANA[0] <= character <= _HIRAGANA[1]
