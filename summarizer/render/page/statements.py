"""A statement on the page: a link to where it stands, lit from both sides, and behind it how it was checked.

<a class="say" id="f1" href="#e18-51" data-say="Fact 1" data-e="e18-51">The port closes.</a>
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from summarizer.fragments.elements import Html, tag, together, unseen
from summarizer.fragments.harmless import one_line
from summarizer.render.page.content import Statement
from summarizer.render.page.failed_words import failed_words
from summarizer.render.page.source.cover import place_id
from summarizer.render.wording import VERDICT_WORDS
from summarizer.text.span import Evidence, Span
from summarizer.verification.verdict import Assertion, Check, Verdict

# What a verdict is drawn as; its shape is the style's, so that nobody needs its color.
SIGNS: Final[dict[Verdict, str]] = {
    "supported": "✓",
    "partly_supported": "◐",
    "contradicted": "✕",
    "not_stated": "–",
    "unchecked": "?",
}
_RELATIONS: Final[dict[str, Verdict]] = {
    "entailed": "supported",
    "contradicted": "contradicted",
    "not_stated": "not_stated",
}
_DECIDED: Final = {
    "verbatim": "It is the source’s own sentence, in this form or another.",
    "rule": "Code decided it, by comparing with the source by value.",
    "judge": "A judge found it so, and nothing that code compared by value speaks against it.",
    None: "Nobody could tell.",
}
_OUTCOMES: Final = {"agrees": "agrees", "conflict": "conflicts", "question": "was a question"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How statements are told: where a place is in words, its quote, and the languages of both sides, if known."""

    where: Callable[[Evidence], str]
    quote: Callable[[Evidence, Sequence[Span]], Html]
    told_in: str = ""
    read_in: str = ""


def sign(verdict: Verdict) -> Html:
    """The sign of a verdict, with its word for those who listen."""
    return together(
        (
            tag("span", SIGNS[verdict], class_=f"sign {verdict.replace('_', '-')}", aria_hidden="true"),
            unseen(f"{VERDICT_WORDS[verdict].capitalize()}: "),
        )
    )


def said(statement: Statement, *, kind: str = "") -> Html:
    """The words of a statement as a link to its first place, with a small number for each further one.

    Where it failed, the words that did are marked. One without a place leads to itself, so that keys reach it.
    """
    places = list(dict.fromkeys(place_id(place.span) for place in statement.evidence))
    failed = failed_words(statement)
    words = together(_marked(statement.text, failed.said, tag_name="mark"))
    main = tag(
        "a",
        words,
        class_=f"say {kind}".strip(),
        id=statement.id,
        href=f"#{places[0] if places else statement.id}",
        data_say=statement.name or VERDICT_WORDS[statement.verdict],
        data_e=" ".join(places) or None,
        data_x=" ".join(place_id(span) for span in failed.instead) or None,
    )
    further = (
        tag("a", str(number), class_="also", href=f"#{place}", data_e=place, aria_label=f"Place {number}")
        for number, place in enumerate(places[1:], start=2)
    )
    return together((main, *further))


def how_checked(statement: Statement, *, voice: Voice) -> Html:
    """How a statement was checked, folded away below it."""
    return tag(
        "details", tag("summary", "How it was checked"), *_check_parts(statement, voice=voice), class_="how", lang="en"
    )


def refused(statement: Statement, *, voice: Voice) -> Html:
    """A statement that did not hold, or was not needed, with all that speaks for and against it."""
    return tag(
        "li",
        sign(statement.verdict),
        tag(
            "div",
            tag("p", said(statement), class_="statement", lang=voice.told_in or None),
            tag("p", one_line(statement.why), class_="why"),
            *_check_parts(statement, voice=voice),
        ),
        class_=f"card {statement.verdict.replace('_', '-')}",
    )


def _check_parts(statement: Statement, *, voice: Voice) -> Iterator[Html | None]:
    if statement.drafted:
        drafted = tag("q", one_line(statement.drafted), dir="auto")
        yield tag("p", "First written: ", drafted, class_="small")
    yield from _quotes(statement, voice=voice)
    if statement.verdict == "supported":
        score = f" Support score {statement.score:.2f}." if statement.score is not None else ""
        yield tag("p", _DECIDED[statement.decided_by] + score, class_="small")
    yield _listed("Compared by value", map(_check, dict.fromkeys(statement.checks)))
    yield _listed("What it asserts, by the judge", (_assertion(one) for one in statement.assertions))


def _quotes(statement: Statement, *, voice: Voice) -> Iterator[Html]:
    """The sentences that it stands on, each with where it is and with the words that speak against the statement."""
    instead = failed_words(statement).instead
    for place in dict.fromkeys(statement.evidence):
        words = voice.quote(place, instead)
        label = voice.where(place)
        yield tag(
            "blockquote",
            tag("a", words, href=f"#{place_id(place.span)}", data_e=place_id(place.span), lang=voice.read_in or None),
            tag("cite", label) if label else None,
            class_="quote",
        )


def _check(check: Check) -> Html:
    """One check: what was looked for, and what came of it."""
    verdict: Verdict = {"agrees": "supported", "conflict": "contradicted", "question": "unchecked"}[check.outcome]  # type: ignore[assignment] # one of the three
    item = tag("b", one_line(check.item), dir="auto")
    note = f": {one_line(check.note)}" if check.note else ""
    return tag("li", sign(verdict), tag("span", f"{check.kind} ", item, f" {_OUTCOMES[check.outcome]}{note}"))


def _assertion(assertion: Assertion) -> Html:
    places = dict.fromkeys(place_id(place.span) for place in assertion.evidence)
    links = [
        tag("a", str(number), class_="also", href=f"#{place}", data_e=place, aria_label=f"Its place {number}")
        for number, place in enumerate(places, start=1)
    ]
    text = tag("span", one_line(assertion.text), dir="auto")
    return tag("li", sign(_RELATIONS[assertion.relation]), tag("span", text, *links))


def _listed(title: str, items: Iterable[Html]) -> Html | None:
    made = list(items)
    return together((tag("p", title, class_="label"), tag("ul", *made, class_="checks"))) if made else None


def _marked(text: str, spans: Iterable[Span], *, tag_name: str) -> Iterator[Html]:
    """A text with some places in it marked."""
    edges = [0, *(edge for span in spans for edge in span), len(text)]
    for number, (start, end) in enumerate(pairwise(edges)):
        part = text[start:end]
        if part:
            yield tag(tag_name, part) if number % 2 else together((part,))
