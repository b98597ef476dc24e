"""Results and checked texts whose pages are looked at, and what a browser shows of such a page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html.parser import HTMLParser
from time import sleep

from browser import Browser, WebElement

import summarizer
from summarizer import CheckedFact, DroppedSentence, Evidence, Result
from summarizer.document.document import Document
from summarizer.text.span import Span
from summarizer.verification.verdict import Assertion, Check

REPORT = """# The port of Lund

By Ann Berg, 4 May 2026

The port of **Lund** closes on 3 May. It handled *40 ships* a year, see [the register](https://example.org/register).
Mayor Ann Berg said: “We had no choice.” Fish & chips <stay>, she wrote in `notes.txt`.

## What it cost

| Year | Ships | Cost in € |
|------|------:|----------:|
| 2024 | 44 | 1.2 million |
| 2025 | 40 | 1.9 million |

- The crane was sold to ~~Malmö~~ Ystad.
- The pilots moved to Trelleborg.

1. First the gates are welded shut.
2. Then the basin is drained.

> Nobody asked the fishermen, says Bo Ek.

```
port.close(day=3)
```
"""


def places(text: str, *quotes: str) -> tuple[Evidence, ...]:
    """The evidence that these quotes are; each must stand in the text."""
    starts = [text.index(quote) for quote in quotes]
    return tuple(Evidence.cut(text, Span(at, at + len(quote))) for at, quote in zip(starts, quotes, strict=True))


def refused_fact(statement: str, *quotes: str, text: str, checks: Sequence[Check] = ()) -> CheckedFact:
    """A fact that did not hold, with an assertion that nothing states."""
    evidence = places(text, *quotes)
    assertions = (
        Assertion(text=statement, relation="contradicted", evidence=evidence[:1]),
        Assertion(text="it was foggy", relation="not_stated"),
    )
    return CheckedFact(
        id="c9",
        statement=statement,
        verdict="contradicted",
        evidence=evidence,
        checks=tuple(checks),
        assertions=assertions,
        decided_by="judge",
        reason="the source says otherwise",
        score=0.1,
        drafted=statement,
        importance=0.5,
        outcome="refused",
    )


def report_result(text: str = REPORT) -> Result:
    """A result about the report, with what holds and what does not."""
    result = summarizer.summarize(text, model=None, title="The port of Lund")
    check = Check(
        kind="number", item="50 ships", found="absent", passed=False, conflict=True, note="the source says “40 ships”"
    )
    quote = "It handled *40 ships* a year, see [the register](https://example.org/register)."
    refused = refused_fact("It handled 50 ships a year.", quote, text=text, checks=[check])
    dropped = DroppedSentence(
        text="Everybody is sad.",
        verdict="not_stated",
        reason="no feeling is named",
        evidence=places(text, "“We had no choice.”"),
    )
    summary = result.summary.model_copy(update={"dropped": (dropped,)})
    return result.model_copy(update={"rejected": (*result.rejected, refused), "summary": summary})


def squeezed(text: str) -> str:
    """A text without its white space, which a browser shows as it likes."""
    return "".join(text.split())


def words_at(text: str, evidence: Iterable[Evidence], *, markdown: bool = True) -> str:
    """The readable words of some places, in the order of the text, each once; without white space."""
    document = Document.of(text, format="markdown" if markdown else "plain")
    joined: list[Span] = []
    for place in sorted(one.span for one in evidence):
        if joined and place.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(place.end, joined[-1].end))
        else:
            joined.append(place)
    return squeezed("".join(document.stripped(span).text for span in joined))


def lit_words(browser: Browser) -> str:
    """What is lit in the source, without white space, and without what its author struck out."""
    words: str = browser.run(
        "return [...document.querySelectorAll('#source .e.lit')].flatMap(e => [...e.childNodes])"
        ".filter(n => n.localName !== 's').map(n => n.textContent).join('')"
    )
    return squeezed(words)


_LOOKS = 100  # 5 s: a frame of a busy machine comes late


def is_in_view(browser: Browser, selector: str, pane: str) -> bool:
    """Whether the first element that a selector finds is seen inside a pane, once what scrolls has come to rest."""
    for _ in range(_LOOKS):
        seen = browser.run(
            "const [e, p] = [...arguments].map(s => document.querySelector(s).getBoundingClientRect());"
            "return e.top >= p.top && e.bottom <= p.bottom && e.top >= 0 && e.bottom <= innerHeight",
            selector,
            pane,
        )
        if seen:
            return True
        sleep(0.05)
    return False


def statements(browser: Browser) -> list[WebElement]:
    """Every statement of the page that is seen."""
    return [one for one in browser.all("#result [data-say]") if one.is_displayed()]


class Parsed(HTMLParser):
    """What a browser would find: ids, links, attributes and words; tags must nest."""

    _VOID = frozenset({"meta", "br", "hr", "img", "input"})

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.words = ""
        self.source = ""
        self._in_article = 0
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        self.tags.append(tag)
        found = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in found.items()]
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if "href" in found else []
        if tag not in self._VOID:
            self.open.append(tag)
        if tag == "article":
            self._in_article = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        assert self.open[-1] == tag
        if len(self.open) == self._in_article:
            self._in_article = 0
        self.open.pop()

    def handle_data(self, data: str) -> None:
        """Note the words."""
        if not {"style", "script", "title"} & set(self.open):
            self.words += data
            self.source += data if self._in_article and "header" not in self.open else ""
