"""Hostile texts of any length, by what is hostile in them: what a parser that looks back or ahead may stumble over."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count


def _again(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _numbered(form: str) -> Callable[[int], str]:
    def text(size: int) -> str:
        pieces: list[str] = []
        length = 0
        for number in count():
            pieces.append(form.format(i=number))
            length += len(pieces[-1])
            if length >= size:
                return "".join(pieces)[:size]
        raise AssertionError

    return text


TEXTS: dict[str, Callable[[int], str]] = {
    "letters": _again("a"),
    "blanks": lambda size: f"a{' ' * size}b",
    "line ends": _again("\n"),
    "short paragraphs": _again("a\n\n"),
    "figures": _again("7"),
    "figures and commas": _again("1,"),
    "figures and stops": _again("1."),
    "stops": _again("."),
    "spaced stops": _again(". "),
    "ellipses": _again("… "),
    "quotation marks": _again('"'),
    "quotations never closed": _again("“a "),
    "brackets": _again("("),
    "footnotes": _again("a.[1] "),
    "hyphens": _again("-"),
    "words cut by lines": _again("a-\n"),
    "soft hyphens": _again("a\u00ad"),
    "zero widths": _again("a\u200b"),
    "combining marks": lambda size: "a" + "\u0301" * size,
    "headings": _again("# a\n\n"),
    "headed sentences": _numbered("# Part {i}\n\nIt rained on day {i}. The dam held.\n\n"),
    "right to left": _numbered("הנמל מספר {i} נסגר בשנת 2019. "),
    "overrides": _again("\u202ea\u202c"),
    "tags": _again("<div>"),
    "links": _again("[a](b) "),
    "stars": _again("*a "),
    "backticks": _again("`"),
    "table rows": _again("|a|b|\n"),
    "nested quotes": _again("> "),
    "money": _numbered("${i} million and €{i}. "),
    "dates": _numbered("On {i} May 2019 it rained. "),
    "names": _numbered("Ada Corvi{i} met Bo Lund{i}. "),
    "one sentence again": _again("The port closed in May. "),
    "one sentence without end": _numbered("and the port {i} closed, "),
    "pronouns": _again("It did. She said so. "),
    "number words": _again("two hundred thousand "),
    "ideographs": _again("港口于五月关闭。"),
    "number characters": _again("三万五千"),
    "a script without spaces": _again("ท่าเรือปิด "),
    "emoji": _again("👩‍👧"),
    "nothing": _again("\x00"),
    "comments": _numbered("User{i} says:\nLike ({i})\n\nReply\n\n"),
    "speakers": _numbered("CARVALHO: yes {i}.\n\n"),
    "braces": _again("{"),
    "keys": _again('{"a":'),
    "fences": _again("```json\n"),
    "escapes": _again('"\\'),
    "reasoning": _again("<think>{</think>"),
}
