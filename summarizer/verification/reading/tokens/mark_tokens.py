"""Marks become tokens: quotation marks, dashes and minus signs, "&", full stops that are one ellipsis.

take_mark(draft, 3)  ->  4, and `draft.tokens` ends in the mark as it is compared
"""

from __future__ import annotations

from typing import Final

from summarizer.verification.reading.dates import date_at
from summarizer.verification.reading.tokens.draft import Draft
from summarizer.verification.reading.values import QUOTATION_MARK, mark_value

_MARKS: Final = {"。": ".", "，": ",", "．": ".", "：": ":", "；": ";", "？": "?", "！": "!"}
_QUOTING: Final = frozenset(('"', "''"))


def take_mark(draft: Draft, at: int) -> int:
    """Puts the mark at `at`; the place behind it."""
    text = draft.found[at].text
    if text in ("[", "(") and (end := _behind_brackets(draft, at)):
        return end
    if text in _QUOTING or (text == "'" and _is_quotation_mark(draft, at)):
        _put_quotation_mark(draft, at)
        return at + 1
    if text[0] == "-":
        text = " - " if _is_minus(draft, at) else "-"
    elif text == "&":
        text = "and" if draft.english and _stands_apart(draft, at) else "&"
    else:
        text = _MARKS.get(text, text)
    if text[0] == ".":
        text = _with_dots_before(draft, text)
    draft.put(mark_value(text), at, at + 1)
    return at + 1


def _behind_brackets(draft: Draft, at: int) -> int:
    """The place behind brackets that say nothing: a reference, or "( )", whose words were cut out; 0 for others."""
    if draft.found[at].text == "(":
        return at + 2 if draft.text_at(at + 1) == ")" else 0
    return _behind_reference(draft, at)


def _behind_reference(draft: Draft, at: int) -> int:
    """The place behind a reference that is glued to what it stands for: "40 trucks.[4]"; 0 where none stands."""
    found = draft.found
    if not found[at].glued or at + 2 >= len(found) or draft.text_at(at + 2) != "]":
        return 0
    return at + 3 if found[at + 1].text.isdecimal() and found[at + 1].glued else 0


def _with_dots_before(draft: Draft, text: str) -> str:
    """A full stop, or the ellipsis that it is with those before it: ". . ."."""
    if draft.tokens and draft.tokens[-1].key in (".", "..."):
        draft.tokens.pop()
        return "..."
    return "..." if len(text) > 1 else text


def _stands_apart(draft: Draft, at: int) -> bool:
    """Whether blanks stand before and behind a mark: "research & development", not "R&D"."""
    found = draft.found
    return not found[at].glued and at + 1 < len(found) and not found[at + 1].glued


def _is_minus(draft: Draft, at: int) -> bool:
    """A dash set apart between two plain numbers may be a minus; between dates or words it is none."""
    found = draft.found
    if not 0 < at < len(found) - 1 or found[at].glued or found[at + 1].glued:
        return False
    numbers = found[at - 1].kind == found[at + 1].kind == "n" and draft.tokens[-1].kind == "number"
    return numbers and date_at(found, at + 1, draft.language) is None


def _put_quotation_mark(draft: Draft, at: int) -> None:
    """A comma or full stop before a quotation mark goes behind it, as British style has it."""
    tokens, found = draft.tokens, draft.found
    # Tokenised text has a space between the two, as between the comma and its word.
    beside = found[at].glued or (found[at].text == "''" and at > 0 and not found[at - 1].glued)
    inner = tokens.pop() if tokens and tokens[-1].key in (",", ".") and beside else None
    draft.put(QUOTATION_MARK, at, at + 1)
    if inner is not None:
        tokens.append(inner)


def _is_quotation_mark(draft: Draft, at: int) -> bool:
    """Whether the apostrophe at `at` opens or closes a quotation."""
    found = draft.found
    starts = not found[at].glued or found[at - 1].kind == "m"
    opens = starts and at + 1 < len(found) and found[at + 1].glued
    if draft.quoted and found[at].glued:
        draft.quoted = False
        return True
    if opens:
        draft.quoted = True
    return opens
