"""One fact is explained: what it says, who decided it, where it stands in the article, and what each check found.

explanation_of(fact, title="Fact 3 of 8", text=article, place_of=…, sheet=Sheet(width=88))  ->  ["Fact 3 of 8", …]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Final

from summarizer.facts.fact import CheckedFact
from summarizer.fragments.harmless import one_line
from summarizer.render.lines.sheet import Sheet
from summarizer.render.wording import VERDICT_MARKS, outcome_of, reasoned
from summarizer.text.span import Evidence
from summarizer.verification.judging.word_edits import marked_edit
from summarizer.verification.verdict import Assertion, Check, DecidedBy, Found, Relation

# Characters of the article that are shown before and behind a place: about a line and a half in most windows.
_AROUND: Final = 120
_DECIDERS: Final[Mapping[DecidedBy, str]] = {
    "verbatim": "no judge was needed",
    "rule": "decided by rules",
    "judge": "decided by the judge",
}
_FOUND: Final[Mapping[Found, str]] = {
    "in_span": "in the evidence",
    "in_document": "only elsewhere in the article",
    "absent": "nowhere in the article",
}
_RELATIONS: Final[Mapping[Relation, tuple[str, str]]] = {
    "entailed": ("✓", "the article says so"),
    "contradicted": ("✗", "the article says otherwise"),
    "not_stated": ("?", "the article does not say"),
}


def explanation_of(
    fact: CheckedFact, *, title: str, text: str | None, place_of: Callable[[Evidence], str], sheet: Sheet
) -> list[str]:
    """All that is known of a drafted fact, ticked or not, in lines: `columns(line) <= sheet.width`, colors aside.

    Args:
        fact: what is explained.
        title: what stands above it.
        text: the article, of which what stands around each place is shown; None where it was left out.
        place_of: how a place is named: its characters, and its page or time where it has one.
        sheet: what it is written on.
    """
    blocks = [_said(fact, title, sheet), _evidence(fact, text, place_of, sheet), _checks(fact, sheet)]
    blocks.append(_assertions(fact, sheet))
    apart = (["", *block] for block in blocks if block)
    return list(chain.from_iterable(apart))[1:]


def _said(fact: CheckedFact, title: str, sheet: Sheet) -> list[str]:
    lines = [*sheet.heading(title), *sheet.item(VERDICT_MARKS[fact.verdict], fact.statement)]
    if fact.drafted != fact.statement:
        lines += sheet.wrap(f"drafted as: {fact.drafted}", indent="  ", tone="faint")
        lines += sheet.wrap(f"the edit: {one_line(marked_edit(fact.drafted, fact.statement))}", indent="  ")
    why = reasoned(fact.verdict, fact.reason) if fact.outcome == "ticked" else outcome_of(fact)
    lines += sheet.wrap(why, indent="  ")
    decided = _DECIDERS[fact.decided_by] if fact.decided_by else "nobody could decide it"
    known = f"{decided} · score {fact.score:.2f} · importance {fact.importance:.2f} · {fact.id}"
    return [*lines, *sheet.wrap(known, indent="  ", tone="faint")]


def _evidence(fact: CheckedFact, text: str | None, place_of: Callable[[Evidence], str], sheet: Sheet) -> list[str]:
    """Each place with what stands around it."""
    lines = sheet.heading("Evidence") if fact.evidence else []
    for number, place in enumerate(fact.evidence, start=1):
        lines += sheet.wrap(f"{number}. {place_of(place)}", tone="faint")
        before, behind = ("", "") if text is None else _around(place, text)
        if before:
            lines += sheet.wrap(before, indent="    ", tone="faint")
        lines += sheet.wrap(place.text, indent="  > ", tone="lit")
        if behind:
            lines += sheet.wrap(behind, indent="    ", tone="faint")
    return lines


def _around(place: Evidence, text: str) -> tuple[str, str]:
    """What stands before and behind a place, from word to word; a `…` where more stands there."""
    start, end = max(0, place.start - _AROUND), min(len(text), place.end + _AROUND)
    before, behind = text[start : place.start], text[place.end : end]
    if start and not text[start - 1].isspace():
        before = before[_first_gap(before) :]
    if end < len(text) and not text[end].isspace():
        behind = behind[: len(behind) - _first_gap(behind[::-1])]
    before, behind = before.strip(), behind.strip()
    return f"… {before}" if before and start else before, f"{behind} …" if behind and end < len(text) else behind


def _first_gap(text: str) -> int:
    """Where the first white space stands; 0 where there is none, as in scripts that write none."""
    return next((index for index, char in enumerate(text) if char.isspace()), 0)


def _checks(fact: CheckedFact, sheet: Sheet) -> list[str]:
    lines = sheet.heading("Checks") if fact.checks else []
    return [*lines, *(line for check in fact.checks for line in _check(check, sheet))]


def _check(check: Check, sheet: Sheet) -> list[str]:
    mark = {"agrees": "✓", "conflict": "✗", "question": "?"}[check.outcome]
    note = f": {one_line(check.note)}" if check.note.strip() else ""
    return sheet.item(mark, f"{check.kind} “{one_line(check.item)}” {_FOUND[check.found]}{note}")


def _assertions(fact: CheckedFact, sheet: Sheet) -> list[str]:
    lines = sheet.heading("What the judge found asserted") if fact.assertions else []
    return [*lines, *(line for one in fact.assertions for line in _assertion(one, sheet))]


def _assertion(one: Assertion, sheet: Sheet) -> Iterator[str]:
    mark, words = _RELATIONS[one.relation]
    yield from sheet.item(mark, f"{one_line(one.text)}: {words}")
    for place in one.evidence:
        yield from sheet.wrap(f"“{one_line(place.text)}”", indent="  > ", tone="faint")
