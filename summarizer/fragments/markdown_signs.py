r"""Words are written as Markdown in which none of their signs means anything, and none is escaped that means nothing.

inline("a *b* [c] snake_case 2 * 3")   ->  "a \*b\* [c] snake_case 2 * 3"
opening("2024. A year")                ->  "2024\. A year"
without_formulas("from 5$ to 6$")      ->  "from 5\$ to 6\$"
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.fragments.harmless import one_line

# What CommonMark 0.31 and GitHub's dialect of it would read inside a line (section numbers are CommonMark's). Each is
# ASCII punctuation, which a backslash makes literal (§2.4). The ends of a text count as words, as emphasis may be put
# around it.
_INSIDE: Final = re.compile(
    r"""
      \\(?=[!-/:-@\[-`{-~]|\Z)            # an escape (§2.4)
    | `                                   # code (§6.1): any two of a line may pair
    | (?<!\s)\* | \*(?!\s)                # emphasis (§6.2), but not where spaces are on both sides
    | (?<![^\W_])_ | _(?![^\W_])          # the same, but not inside a word
    | (?<=\S)~                            # strikethrough: what cannot close leaves nothing open
    | \](?=[(\[])                         # a link (§6.3); of references there is none, as nothing defines one
    | <(?=[A-Za-z/!?]|[^\s<>]*@)          # HTML and autolinks (§6.5, §6.6)
    | &(?=\#?\w+;)                        # entities (§2.5)
    | (?<=:)/(?=/) | (?<=[wW]{3})\.(?=\S) # addresses, which many readers make links of unasked (GitHub's §6.9)
    | (?<=[^\W_])@(?=[^\W_])
    | (?<=[^\W_])\.(?=(?:[A-Za-z]{2}|(?i:com|edu|gov|net|org|biz|info|name|shop|web))(?![^\W_]))
    | (?:\A|(?<=\s))\#(?=\#*\Z)           # the end of a heading (§4.2)
    """,
    re.VERBOSE,
)
# What opens a block where it is the first of a line: quotes, headings, bullets, rules, ordered items, and the brackets
# of a definition or a task.
_FIRST: Final = re.compile(r"(?=>|\[|\#{1,6}(?:\s|\Z)|[-+](?:\s|\Z)|-[-\s]*\Z)|(\d{1,9})(?=[.)](?:\s|\Z))")

# What GitHub and pandoc read as a formula: no space inside its signs, and no figure behind the last, as sums have.
_FORMULA: Final = re.compile(r"\$(?=[^\s$])[^\n]*?(?<=\S)\$(?!\d)")

# JupyterLab takes for a formula what two backslashes and a bracket open, which `inline` makes of one, or \begin.
_OPENS_FORMULA: Final = re.compile(r"\\+(?=(?P<bracket>[()\[\]])|(?:begin|end)\{)")
# What its second look, in the text that readers see, could take for one; and how that is told to pass over it.
_READ_AGAIN: Final = re.compile(r"\$|&#92;")
_UNREAD: Final = '<div class="tex2jax_ignore mathjax_ignore">'

_ADDRESS: Final = re.compile(r"https?://[\w.-]+(?:[:/?#]|\Z)")
_UNLINKED: Final = re.compile(r"\\([./@])")


def inline(text: str) -> str:
    """The text as a part of a line of Markdown that reads back as `one_line(text)`, wherever but first it stands."""
    return _INSIDE.sub(r"\\\g<0>", one_line(text))


def address(text: str) -> str:
    """The same of an address that is to be a link where a reader makes one of it; what is none is as any text."""
    written = inline(text)
    return _UNLINKED.sub(r"\1", written) if _ADDRESS.match(text) else written


def opening(line: str) -> str:
    """The same line of Markdown where it is the first of a block, so that it opens a paragraph and nothing else."""
    return _FIRST.sub(r"\1\\", line, count=1) if _FIRST.match(line) else line


def without_formulas(block: str) -> str:
    """The same block of Markdown without a formula; what reads as none keeps its `$`.

    Args:
        block: lines without a blank one between them.
    """
    return block.replace("$", r"\$") if _FORMULA.search(block) else block


def for_notebook(blocks: Sequence[str]) -> str:
    """Blocks of Markdown as a notebook is to read them, in which no words become a formula.

    Notebooks look for formulas before Markdown is read, and once more in what came of it, and any two `$` of a block
    make one. So a `$` is escaped for the first look, a backslash that would open a formula is written by its number,
    and where anything is left for the second, all stands in an element that it passes over.

    Args:
        blocks: what `inline` and `opening` made.
    """
    written = "\n\n".join(_quiet(block) for block in blocks)
    return f"{_UNREAD}\n\n{written}\n\n</div>\n" if _READ_AGAIN.search(written) else f"{written}\n"


def _quiet(block: str) -> str:
    block = block.replace("$", r"\$") if block.count("$") > 1 else block
    return _OPENS_FORMULA.sub(_by_number, block)


def _by_number(signs: re.Match[str]) -> str:
    """The backslashes before a bracket or a word, of which each pair is one that is shown, and one may escape."""
    pairs, odd = divmod(len(signs[0]), 2)
    return "&#92;" * pairs + "\\" * odd if signs["bracket"] else "&#92;" * (pairs + odd)
