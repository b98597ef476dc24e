r"""The lines of a cue without tags, sounds and marks of who speaks.

plain_lines(["<i>It rained.</i>", "[thunder]"])   ->  ["It rained."]
turns_of(["- Where is it?", "- Over there."])     ->  [(True, ["Where is it?"]), (True, ["Over there."])]
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from typing import Final

from summarizer.languages.registry import together

_RUBY: Final = re.compile(r"<r[tp]\b[^<>]*>.*?</r[tp]>", re.IGNORECASE | re.DOTALL)
_TAG: Final = re.compile(
    r"</?(?:[a-z][^<>\n]{0,300}|\d[\d:.]{4,15})>|\{\\[^{}\n]{1,200}\}|\{/?[a-z]:[^{}\n]{0,60}\}", re.IGNORECASE
)
_HIDDEN: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
# What is heard and not said stands alone on a line, or before what is said.
_SOUND: Final = re.compile(r"[-–—\s]*(?:\[[^\[\]]{1,80}\]|\([^()]{1,80}\)|（[^（）]{1,40}）|\*[^*]{1,60}\*)[\s.…]*")
_LEADING_SOUND: Final = re.compile(r"^(?:\[[^\[\]:]{1,60}\]|\([^()]{1,60}\))\s+(?=\S)")
_MUSIC: Final = re.compile(r"[♪♫♬♩]")
_DASH: Final = re.compile(r"[-–—‐]\s*(?=[^\s\d–—-])")
_ARROWS: Final = re.compile(r"(?:>{2,}|&gt;&gt;)\s*")


def plain_lines(lines: Iterable[str]) -> list[str]:
    """Lines of a cue as they are read aloud: no tags, no entities, no sounds, music or credits; none of nothing else.

    Args:
        lines: As they stand in the file.
    """
    found = []
    for line in _RUBY.sub("", "\n".join(lines)).split("\n"):
        # Tags first: "&lt;i&gt;" is a word that is shown, and no tag.
        words = _HIDDEN.sub("", html.unescape(_TAG.sub("", line)))
        words = " ".join(words.split())
        if words and not _is_sound(words):
            found.append(_LEADING_SOUND.sub("", words, count=1) if not _is_unheard(words) else words)
    return found


def turns_of(lines: Sequence[str]) -> list[tuple[bool, list[str]]]:
    """The lines of a cue by who speaks: a dash or ">>" before a line says that somebody else begins.

    Args:
        lines: Plain ones.
    """
    found: list[tuple[bool, list[str]]] = []
    for line in lines:
        mark = _ARROWS.match(line) or _DASH.match(line)
        words = line[mark.end() :] if mark else line
        if mark or not found:
            found.append((mark is not None, []))
        if words:
            found[-1][1].append(words)
    return [(begins, words) for begins, words in found if words]


def _is_sound(words: str) -> bool:
    if _MUSIC.search(words) or _credits(words):
        return True
    return _SOUND.fullmatch(words) is not None and not _is_unheard(words)


def _credits(words: str) -> bool:
    """Whether a line says who made the subtitles, and nothing else."""
    return words.casefold().startswith(tuple(together("page_words.subtitlers"))) and not words.endswith((".", "?", "!"))


def _is_unheard(words: str) -> bool:
    """Whether brackets stand for words that were not understood: without them the sentence would say another thing."""
    small = words.casefold()
    return any(entry in small for entry in together("page_words.unheard"))
