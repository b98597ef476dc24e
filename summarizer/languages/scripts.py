"""Names the script of a character, and tells those that are written without blanks between words.

script_of("я")    ->  "cyrillic"
is_unspaced("都")  ->  True: one character is the unit that is compared
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

# The inside of a character class of a regular expression: Thai and Lao, Burmese, Khmer, the marks that repeat a
# character, kana, Han with its extensions.
UNSPACED: Final = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3021-\u3035\u3041-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
# First and last code point of scripts whose name a record may give. What stands before all of them is Latin.
_SCRIPTS: Final = (
    (0x0370, 0x03FF, "greek"),
    (0x0400, 0x052F, "cyrillic"),
    (0x0530, 0x058F, "armenian"),
    (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, "arabic"),
    (0x0900, 0x097F, "devanagari"),
    (0x0980, 0x09FF, "bengali"),
    (0x0A00, 0x0A7F, "gurmukhi"),
    (0x0A80, 0x0AFF, "gujarati"),
    (0x0B80, 0x0BFF, "tamil"),
    (0x0C00, 0x0C7F, "telugu"),
    (0x0C80, 0x0CFF, "kannada"),
    (0x0D00, 0x0D7F, "malayalam"),
    (0x0E00, 0x0E7F, "thai"),
    (0x10A0, 0x10FF, "georgian"),
    (0x1100, 0x11FF, "hangul"),
    (0x1200, 0x137F, "ethiopic"),
    (0x1780, 0x17FF, "khmer"),
    (0x1E00, 0x1EFF, "latin"),
    (0x3040, 0x30FF, "kana"),
    (0x3400, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "hangul"),
)
_KEPT: Final = 1 << 13  # characters whose script is kept: a Chinese book has some 5,000 different ones
_UNSPACED: Final = re.compile(f"[{UNSPACED}]")
_HAN: Final = ("\u4e00", "\u9fff")


def is_unspaced(character: str) -> bool:
    """True for a character of a script without blanks."""
    return _UNSPACED.match(character) is not None


def is_han(character: str) -> bool:
    """True for a Chinese character, as Chinese and Japanese write it."""
    return _HAN[0] <= character <= _HAN[1]


@lru_cache(maxsize=_KEPT)
def script_of(character: str) -> str:
    """The name of a letter's script, "" for one that is not listed: `script_of("é") == "latin"`."""
    code = ord(character)
    if code < _SCRIPTS[0][0]:
        return "latin"
    return next((name for first, last, name in _SCRIPTS if first <= code <= last), "")
