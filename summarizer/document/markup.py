"""Inline Markdown is stripped of its marks; every readable word keeps the way back to its place in the source.

stripped = strip_markup("It **closes** on [Monday](a.html).")
stripped.text          ->  "It closes on Monday."
stripped.span(3, 9)    ->  Span(5, 11), the "closes" of the source
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from operator import itemgetter
from typing import Literal, NamedTuple
from unicodedata import east_asian_width

from summarizer.languages.scripts import is_unspaced
from summarizer.text.span import Span

# Signs without which no inline markup can be present: one scan decides that a text needs no further look.
_SIGNS = re.compile(r"[*_`\[\]<>~\\&#|+-]")

# Only the names of HTML elements make a tag: "did <not> resign" is the author's own.
_TAG_NAMES = (
    "a|abbr|acronym|address|area|article|aside|audio|b|base|bdi|bdo|big|blink|blockquote|body|br|button|canvas|caption|"
    "center|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|dialog|dir|div|dl|dt|em|embed|fieldset|figcaption|"
    "figure|font|footer|form|frame|frameset|h[1-6]|head|header|hgroup|hr|html|i|iframe|img|input|ins|kbd|label|legend|"
    "li|link|main|map|mark|marquee|math|menu|meta|meter|mfrac|mi|mn|mo|mrow|msub|msup|nav|nobr|noscript|object|ol|"
    "optgroup|option|output|p|param|path|picture|pre|progress|q|rp|rt|ruby|s|samp|script|search|section|select|slot|"
    "small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|"
    "title|tr|track|tt|u|ul|var|video|wbr"
)

# Each alternative matches one piece of markup. All repetitions are bounded or exclude their own start, so that the scan
# is linear.
_TOKEN = re.compile(
    rf"""
    (?P<escape>\\[!-/:-@\[-`{{-~])                                     # \* stands for *
  | (?P<code>(?P<ticks>`{{1,3}})(?!`)(?P<codetext>[^`]{{1,2000}})(?P=ticks)(?!`))
  | (?P<footnote>\[\^[^\[\]\s]{{1,40}}\]:?)
  | (?P<link>!?\[(?P<label>[^\[\]]{{0,500}})\]
      (?:\((?:[^()\s]|\([^()\s]{{0,200}}\)){{0,2000}}(?:\s+["'(][^"')]{{0,300}}["')])?\)|\[[^\[\]]{{0,100}}\]))
  | (?P<autolink><(?P<address>(?:https?://|mailto:)[^<>\s]{{1,2000}})>)
  | (?P<comment><!--[^<>]{{0,2000}}-->)
  | (?P<script><(?P<level>su[pb])(?:\s[^<>]{{0,500}})?>(?:\s|\\?\[|<(?:{_TAG_NAMES})(?:\s[^<>]{{0,500}})?>){{0,8}}
      (?P<small>[^<>\[\]()\\]{{0,40}}[0-9][^<>\[\]()\\]{{0,40}})
      (?:\s|\\?\]|\([^()\s]{{0,500}}\)|</(?:{_TAG_NAMES})\s*>){{0,8}}</(?P=level)\s*>)
  | (?P<tag></?(?P<name>{_TAG_NAMES})(?:\s[^<>]{{0,500}})?/?>)
  | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)
  | (?P<strike>(?<!~)~~(?!~))
  | (?P<stars>\*{{1,3}})
  | (?P<unders>_{{1,3}})
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LINE_MARK = re.compile(
    r"^[^\S\n]*(?:(?:>[ \t]?)+(?:\#{1,6}[ \t]+)?|\#{1,6}[ \t]+|[-*+][ \t]+(?:\[[ xX]\][ \t]+)?)", re.MULTILINE
)
_DELIMITER_ROW = re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$", re.MULTILINE)
_RULE = re.compile(r"^[ \t]*(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$", re.MULTILINE)
_TABLE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$", re.MULTILINE)
_BREAK_TAGS = frozenset({"br", "hr", "p", "div", "li", "tr"})
_STRIKE_TAGS = frozenset({"del", "s", "strike"})
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")
# What may stand between a small digit and the digit it is set against.
_MARKS_AHEAD = re.compile(r"(?:<[^<>]{1,500}>|[*_~\[]){0,8}")
_SCRIPTS = {
    "sup": str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻"),
    "sub": str.maketrans("0123456789+-−–", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋"),
}


class MarkupEdit(NamedTuple):
    """`source[start:end]` reads as `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stripped:
    """A text without its inline markup: `stripped.span(i, j)` is the place in the source of `stripped.text[i:j]`."""

    text: str
    length: int  # of the source
    at: tuple[int, ...]  # where each kept or replaced piece starts in `text`, ascending
    source: tuple[tuple[int, int, bool], ...]  # its place in the source; True where it is a copy, letter by letter

    def span(self, start: int, end: int) -> Span:
        """The smallest source span that reads as `text[start:end]`: `0 <= span.start <= span.end <= length`.

        Args:
            start: First code point in `text`.
            end: One past the last; an empty range gives an empty span at the place of `start`.
        """
        first = self._place(start)
        if end <= start:
            return Span(first[0], first[0])
        return Span(first[0], self._place(end - 1)[1])

    def _place(self, offset: int) -> tuple[int, int]:
        """The source range of one code point of `text`."""
        if not self.at or offset >= len(self.text):
            return self.length, self.length
        piece = bisect_right(self.at, offset) - 1
        start, end, copied = self.source[piece]
        if not copied:
            return start, end
        place = start + offset - self.at[piece]
        return place, place + 1


def strip_markup(text: str) -> Stripped:
    """The words of inline Markdown without its marks, and the way back: one text has one result, `t` is not touched.

    Emphasis, code ticks, footnote marks, link and image targets, inline tags, and the marks at the start of a line
    (`#`, `>`, bullets) go; struck-out words, which the author took back, go with their marks; raised digits, and low
    ones beside a digit, read as small characters ("12³", not "123"); entities and escapes read as what they stand for;
    the bars of a table row read as "; ".
    Numbers at the start of a line stay: whether "5." is a list marker or a date is known to the document alone.
    Every letter of the result that is no entity, small digit or bar is a letter of the source, in the same order.

    Args:
        text: Markdown source, at best one sentence or block.

    Returns:
        The words and the map back to code points of `text`.
    """
    edits = edits_of(text)
    return apply(text, edits)


def edits_of(text: str) -> list[MarkupEdit]:
    """What strip_markup changes, ordered and disjoint."""
    if not _SIGNS.search(text):
        return []
    marks = _block_marks(text)
    found = _inline(text)
    return merged(marks, found)


def apply(text: str, edits: list[MarkupEdit]) -> Stripped:
    """The text with `edits` made; they are ordered and disjoint."""
    parts: list[str] = []
    at: list[int] = []
    source: list[tuple[int, int, bool]] = []
    here = length = 0
    for edit in [*edits, MarkupEdit(len(text), len(text), "")]:
        if edit.start > here:
            parts.append(text[here : edit.start])
            at.append(length)
            source.append((here, edit.start, True))
            length += edit.start - here
        if edit.text:
            parts.append(edit.text)
            at.append(length)
            source.append((edit.start, edit.end, False))
            length += len(edit.text)
        here = edit.end
    return Stripped(text="".join(parts), length=len(text), at=tuple(at), source=tuple(source))


def _block_marks(text: str) -> list[MarkupEdit]:
    edits = [MarkupEdit(m.start(), m.end(), "") for m in _RULE.finditer(text)]
    edits += [MarkupEdit(m.start(), m.end(), "") for m in _DELIMITER_ROW.finditer(text) if "|" in m.group()]
    for row in _TABLE_ROW.finditer(text):
        edits += _bars(text, row.start(), row.end())
    edits += [MarkupEdit(m.start(), m.end(), "") for m in _LINE_MARK.finditer(text)]
    return edits


def _bars(text: str, start: int, end: int) -> list[MarkupEdit]:
    """The bars of one row: the outer ones go, an inner one and the spaces around it read as "; "."""
    bars = [i for i in range(start, end) if text[i] == "|" and text[i - 1 : i] != "\\"]
    edits: list[MarkupEdit] = []
    for i in bars:
        left, right = i, i + 1
        while left > start and text[left - 1] in " \t":
            left -= 1
        while right < end and text[right] in " \t":
            right += 1
        edits.append(MarkupEdit(left, right, "" if i in (bars[0], bars[-1]) else "; "))
    return edits


def small_digits(text: str, *, level: Literal["sup", "sub"]) -> str:
    """The text with its digits and signs as superscript (`sup`) or subscript (`sub`) characters."""
    return text.translate(_SCRIPTS[level])


def _inline(text: str) -> list[MarkupEdit]:
    edits: list[MarkupEdit] = []
    runs: list[tuple[int, int]] = []
    struck: list[tuple[int, int, str]] = []
    scan: list[tuple[int, int]] = [(0, len(text))]
    while scan:
        start, end = scan.pop()
        for m in _TOKEN.finditer(text, start, end):
            if m.group("stars") or m.group("unders") or m.group("strike"):
                runs.append(m.span())
                continue
            edits += _token(text, m)
            if m.group("link"):
                scan.append(m.span("label"))
            elif m.group("tag") and m["name"].lower() in _STRIKE_TAGS:
                struck.append((m.start(), m.end(), m["name"].lower()))
    # First what is taken back: of two that start at one place, merged keeps the first.
    return [*_taken_back(text, sorted(struck)), *edits, *_emphasis(text, sorted(runs))]


def _token(text: str, m: re.Match[str]) -> list[MarkupEdit]:
    """What one piece of markup, other than a run of signs, reads as."""
    for whole, inner in (("code", "codetext"), ("link", "label"), ("autolink", "address")):
        if m.group(whole):
            return _around(m, inner)
    if m.group("escape"):
        return [MarkupEdit(m.start(), m.start() + 1, "")]
    if m.group("entity"):
        return _entity(m)
    words = ""
    if m.group("script"):
        words = _script(text, m)
    elif m.group("tag"):
        words = _words_of_tag(text, m)
    return [MarkupEdit(m.start(), m.end(), words)]


def _entity(m: re.Match[str]) -> list[MarkupEdit]:
    """What an entity stands for; one that names nothing, or half a character, stays as it is."""
    words = html.unescape(m.group())
    if words == m.group() or "\ud800" <= words[:1] <= "\udfff":
        return []
    return [MarkupEdit(m.start(), m.end(), words)]


def _words_of_tag(text: str, m: re.Match[str]) -> str:
    """What an HTML tag reads as: nothing, a line's end, or a blank that keeps two numbers apart."""
    if m["name"].lower() in _BREAK_TAGS:
        return _line_break(text, m)
    return " " if _raises_a_number(text, m) else ""


def _line_break(text: str, m: re.Match[str]) -> str:
    """What a tag that ends a line reads as: a blank, but the line's end behind a hyphen, which may cut a word."""
    if text[m.start() - 1 : m.start()] not in ("-", "\u2010", "\u00ad"):
        return " "
    return "" if text[m.end() : m.end() + 1] == "\n" else "\n"


def _raises_a_number(text: str, m: re.Match[str]) -> bool:
    """True for a tag between two digits: a raised number that is not read as one may not join the one before it."""
    before, after = text[m.start() - 1 : m.start()], text[m.end() : m.end() + 1]
    return m["name"].lower() == "sup" and before.isdigit() and after.isdigit()


def _around(m: re.Match[str], inner: str) -> list[MarkupEdit]:
    start, end = m.span(inner)
    return [MarkupEdit(m.start(), start, ""), MarkupEdit(end, m.end(), "")]


def _script(text: str, m: re.Match[str]) -> str:
    """What a raised or low number reads as: low digits that touch no digit are plain, as in H2O."""
    words = html.unescape(m["small"]).strip()
    if m["level"].lower() == "sup":
        return small_digits(words, level="sup")
    ahead = _MARKS_AHEAD.match(text, m.end())
    after = ahead.end() if ahead else m.end()
    if _sign_before(text, m.start()).isdigit() or text[after : after + 1].isdigit():
        return small_digits(words, level="sub")
    return words


def _sign_before(text: str, place: int) -> str:
    """The character before a place and the marks that end there; "" at the start."""
    for _ in range(8):
        sign = text[place - 1 : place]
        if sign == ">":
            place = max(text.rfind("<", max(0, place - 500), place), 0)
        elif sign and sign in "*_~`":
            place -= 1
        else:
            break
    return text[place - 1 : place]


def _taken_back(text: str, tags: list[tuple[int, int, str]]) -> list[MarkupEdit]:
    """What stands between the tags that strike words out, tags included; a tag without its other half strikes none."""
    pairs: list[tuple[int, int]] = []
    waiting: dict[str, list[int]] = {}
    for start, end, name in tags:
        if text[start + 1] != "/":
            waiting.setdefault(name, []).append(start)
        elif waiting.get(name):
            pairs.append((waiting[name].pop(), end))
    return _struck(text, pairs)


def _struck(text: str, pairs: list[tuple[int, int]]) -> list[MarkupEdit]:
    """The edits that take out whole places, each with one space that would be left over; none over a blank line."""
    if not pairs:
        return []
    blank = [m.start() for m in _BLANK_LINE.finditer(text)]
    edits: list[MarkupEdit] = []
    for start, end in pairs:
        if bisect_left(blank, start) != bisect_left(blank, end):
            continue
        edits.append(MarkupEdit(start, end, ""))
        # A space of its own edit each: where a bar or a line's mark already takes it, only that edit is lost.
        if text[end : end + 1] == " " and (start == 0 or text[start - 1].isspace()):
            edits.append(MarkupEdit(end, end + 1, ""))
        elif text[end : end + 1] in {".", ",", ";", ":", "!", "?", ")"} and text[start - 1 : start] == " ":
            edits.append(MarkupEdit(start - 1, start, ""))
    return edits


def _emphasis(text: str, runs: list[tuple[int, int]]) -> list[MarkupEdit]:
    """The runs of `*`, `_` and `~~` that open and close one another: CommonMark's flanking rules, simplified.

    A run pairs with the nearest open run of the same sign and length; `2 * 3` (spaces), `snake_case` and `x**2` stay.
    What `~~` strikes out goes as a whole.
    """
    edits: list[MarkupEdit] = []
    struck: list[tuple[int, int]] = []
    waiting: dict[str, list[tuple[int, int]]] = {}
    for start, end in runs:
        sign = text[start:end]
        before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
        opens, closes = _flanking(sign, before, after)
        stack = waiting.setdefault(sign, [])
        if closes and stack:
            opened = stack.pop()
            if sign == "~~":
                struck.append((opened[0], end))
            else:
                edits += [MarkupEdit(*opened, ""), MarkupEdit(start, end, "")]
        elif opens:
            stack.append((start, end))
    return [*edits, *_struck(text, struck)]


def _flanking(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Whether a run of signs may open emphasis, and whether it may close it, by the characters on its two sides."""
    opens, closes = not after.isspace(), not before.isspace()
    if sign[0] == "_":
        return opens and not before.isalnum(), closes and not after.isalnum()
    if before.isdigit() and after.isdigit():
        return False, False  # 2*3*4 is a product, 5~~6 a range
    if sign[0] == "*" and _spaced_letter(before) and _spaced_letter(after):
        return False, False  # x**2 is a power, a*b a product
    return opens, closes


def _spaced_letter(sign: str) -> bool:
    """True for a letter or digit beside which no bold word begins or ends.

    A script without blanks sets words bold inside a run, and so does Korean, whose particles are written to a word.
    """
    return sign.isalnum() and not is_unspaced(sign) and east_asian_width(sign) not in "WF"


def merged(first: list[MarkupEdit], second: list[MarkupEdit]) -> list[MarkupEdit]:
    """Both lists in order; where two overlap, the one that starts first stays, and of `first` before `second`."""
    kept: list[MarkupEdit] = []
    end = 0
    # Sorting is stable: of two that start at one place, the one of `first` comes first.
    for edit in sorted([*first, *second], key=itemgetter(0)):
        if edit.start >= end and edit.end > edit.start:
            kept.append(edit)
            end = edit.end
    return kept
