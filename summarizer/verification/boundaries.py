"""Where statements begin and end: sentences that stand alone, those that do not, and those run together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from summarizer.text.document import Document
from summarizer.verification.polarity import roles_of
from summarizer.verification.terms import is_function
from summarizer.verification.tokens import Canon

_TITLES: Final = frozenset(
    "mr mrs ms dr prof gen sen rep gov lt col sgt capt rev hon maj cmdr adm vs st fig approx".split()
)
_BEARING: Final = frozenset(("negation", "modality", "attribution", "condition"))
_WORD: Final = 4  # letters that a lower-case word needs before a full stop not to be taken for an abbreviation


def further_sentences(form: Canon) -> tuple[int, ...]:
    """The places where a further sentence surely begins inside one: behind "word. Capital", outside quotation marks.

    A splitter that sees no end in `he left. "Why?" she asked.` gives one sentence for two.
    """
    if "." not in form.keys:
        return ()
    found: list[int] = []
    quoted = bracketed = False
    for place, token in enumerate(form.tokens[:-1]):
        if token.kind == "quote":
            quoted = not quoted
        elif token.key in ("(", ")"):
            bracketed = token.key == "("
        elif token.key == "." and place and not quoted and not bracketed:
            before, after = form.tokens[place - 1], form.tokens[place + 1]
            ended = before.kind == "quote" or (before.shape == "lower" and len(before.key) >= _WORD)
            if ended and (after.kind == "quote" or after.shape == "title"):
                found.append(place + 1)
    return tuple(found)


def continuing(document: Document, forms: Sequence[Canon]) -> Iterable[int]:
    """Sentences cut off from the one before, as after an abbreviation: neither part says what the whole says."""
    cased = document.text != document.text.lower()
    for one, two in pairwise(document.sentences):
        before, after = forms[one.index], forms[two.index]
        if one.block != two.block or not before.tokens or not after.tokens:
            continue
        last, first = before.tokens[-1], after.tokens[0]
        # "George W. | Bush" is one name; "under Option B. | Its cost" are two sentences.
        initial = last.shape == "title" and len(last.key) == 1 and last.key != "i" and not is_function(first.key)
        rank = last.key == "no" and first.kind == "number"
        line_break = "\n" in document.text[one.end : two.start]
        cut_off = last.key in _TITLES or ((initial or rank) and not line_break)
        abbreviated = before.closed and cut_off and len(before.tokens) > 1  # a lone "Ms." takes nothing with it
        ended = before.closed and (line_break or (last.shape == "lower" and len(last.key) > _WORD))
        lower = cased and first.shape == "lower" and last.kind != "quote" and not ended
        unfinished = not (before.closed or line_break) and last.kind not in ("mark", "quote") and last.key.isascii()
        if abbreviated or lower or unfinished:
            yield two.index


def dependent(document: Document, forms: Sequence[Canon]) -> Iterable[int]:
    """List items under a lead-in that denies, doubts, conditions or attributes them."""
    bearing = False
    for block in document.blocks:
        if block.kind != "item":
            lead = forms[block.last - 1] if block.last > block.first else None
            roles = {role for key in (lead.keys if lead else ()) for role in roles_of(key, document.language)}
            bearing = lead is not None and lead.keys[-1:] == (":",) and not _BEARING.isdisjoint(roles)
        elif bearing:
            yield from range(block.first, block.last)
