r"""Words from elsewhere (a server's, a file's name) become one line that drives no terminal and forges no second line.

printable("no such\nfile \x1b[31m")  ->  "no such file \ufffd[31m"
"""

from __future__ import annotations

import re
from typing import Final

# Controls could drive a terminal (ESC, CSI) or spoil a page (NUL), and a lone surrogate cannot be encoded. What sets
# the order of letters from outside them shows one thing in place of another; tags say what nobody sees.
_UNFIT: Final = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)


def printable(text: str) -> str:
    """The text in one line of characters that are seen: each other one is U+FFFD, and runs of white space one space."""
    return _UNFIT.sub("\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
