"""The side of a page where statements are read: facts, summary or a checked text, and what did not hold below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from summarizer.fragments.elements import Html, direction, tag, together
from summarizer.fragments.harmless import one_line
from summarizer.notices.notice import Notice
from summarizer.render.disagreements import DISAGREE, Side
from summarizer.render.page.choices import choice
from summarizer.render.page.content import CheckedText, Folded, PageContent, Statement
from summarizer.render.page.source.cover import place_id
from summarizer.render.page.source.quotes import quoted
from summarizer.render.page.statements import Voice, how_checked, refused, said, sign
from summarizer.render.wording import gap_after
from summarizer.text.span import Evidence, Span

_JOINED = "\N{WORD JOINER}"  # a sign is not left alone at the end of a line
_KEYS = (
    ("j ↓ n", "next statement"),
    ("k ↑ p", "previous statement"),
    ("Enter", "its next place in the source"),
    ("Esc", "let go"),
)


def result_pane(content: PageContent) -> Html:
    """The whole side."""
    shown = tag(
        "div",
        *_facts(content),
        *_disagreements(content.disagreements),
        *_summary(content),
        _checked(content.checked) if content.checked is not None else None,
        class_="holds",
        lang=content.told_in or None,
    )
    return tag(
        "section",
        _tools(content),
        *_banner([notice for notice in content.notices if not notice.quiet]),
        shown,
        *(_folded(folded, content) for folded in content.folded if folded.statements),
        None if _count_refused(content) else tag("p", "Nothing was refused.", class_="note none"),
        *(tag("p", one_line(notice.line), class_="note") for notice in content.notices if notice.quiet),
        id="result",
        tabindex=0,
        aria_label="Statements",
        dir=direction(content.said),
    )


def _voice(content: PageContent) -> Voice:
    quote = partial(_quote, content)
    return Voice(where=content.where, quote=quote, told_in=content.told_in, read_in=content.language)


def _quote(content: PageContent, place: Evidence, marks: Sequence[Span]) -> Html:
    return quoted(place, content.sources, marks=marks)


def _tools(content: PageContent) -> Html:
    """Which statements to show, steps through them, and the keys that do so."""
    options = [("all", "All"), ("ticked", "Ticked"), ("refused", f"Refused {_count_refused(content)}")]
    inputs, filters = choice("show", options, chosen="all", told="Which statements to show")
    steps = tag(
        "div",
        tag("button", "↑", type="button", data_step="-1", aria_label="Previous statement"),
        tag("button", "↓", type="button", data_step="1", aria_label="Next statement"),
        class_="steps",
    )
    rows = [tag("div", tag("dt", *_keys(keys)), tag("dd", does)) for keys, does in _KEYS]
    more = tag("p", "A click on a sentence of the source shows what stands on it.", class_="small")
    keys = tag(
        "details", tag("summary", "Keys"), tag("div", tag("dl", *rows), more, class_="sheet-of-keys"), class_="keys"
    )
    return together((inputs, tag("div", filters, steps, keys, class_="tools")))


def _keys(keys: str) -> Iterator[Html]:
    for key in keys.split():
        yield tag("kbd", key)


def _count_refused(content: PageContent) -> int:
    return sum(len(folded.statements) for folded in content.folded if folded.kind == "refused")


def _banner(notices: Sequence[Notice]) -> Iterator[Html]:
    if notices:
        lines = [tag("p", tag("strong", "Note: "), one_line(notice.line)) for notice in notices]
        yield tag("div", *lines, class_="banner", role="note")


def _facts(content: PageContent) -> Iterator[Html]:
    for line in content.instead:
        yield tag("p", line, class_="note", lang="en")
    if content.facts:
        yield tag("h2", "Key Facts", lang="en")
        yield tag("ol", *(_fact(fact, content) for fact in content.facts), class_="facts")


def _fact(fact: Statement, content: PageContent) -> Html:
    labels = [one for one in dict.fromkeys(map(content.where, fact.evidence)) if one]
    where = tag("p", " · ".join(map(one_line, labels)), class_="where", lang="en") if labels else None
    return tag(
        "li",
        tag("div", sign(fact.verdict), tag("span", fact.id.removeprefix("f"), class_="nth", aria_hidden="true")),
        tag("div", tag("p", said(fact), class_="statement"), where, how_checked(fact, voice=_voice(content))),
        class_="card",
    )


def _summary(content: PageContent) -> Iterator[Html]:
    if content.summary:
        yield tag("h2", "Quick Summary", lang="en")
    for part in content.summary:
        if part.kind == "apart":
            yield tag("hr")
        if part.title is not None:
            yield tag("h3", said(part.title), class_=part.kind if part.kind == "headline" else None)
        for paragraph in part.paragraphs:
            yield _paragraph(paragraph)
        if part.bullets:
            yield tag("ul", *(tag("li", said(one)) for one in part.bullets), class_="bullets")


def _paragraph(sentences: Sequence[Statement]) -> Html:
    parts: list[Html] = []
    for sentence in sentences:
        parts += [said(sentence), together((gap_after(sentence.text),))]
    return tag("p", *parts[:-1], class_="told")


def _checked(checked: CheckedText) -> Html:
    """The text that was checked, block by block, each sentence with its verdict."""
    by_block: list[Html] = []
    document = checked.document
    found = {document.sentence_at(span.start): statement for span, statement in checked.statements}
    for kind, blocks in groupby(document.blocks, key=lambda block: block.kind):
        made = []
        for block in blocks:
            sentences = [found.get(index) for index in range(block.first, block.last)]
            inside = together(
                _sentence(document.prose(document.sentences[index].body), one)
                for index, one in zip(range(block.first, block.last), sentences, strict=True)
            )
            name = {"heading": "h3", "item": "li", "quote": "blockquote"}.get(kind, "p")
            made.append(tag(name, inside, class_="told"))
        by_block.append(tag("ul", *made, class_="bullets") if kind == "item" else together(made))
    return together((tag("h2", "The Text", lang="en"), tag("div", *by_block, class_="checked")))


def _sentence(words: str, statement: Statement | None) -> Html:
    if statement is None:
        return together((words, gap_after(words)))
    kind = statement.verdict.replace("_", "-")
    return together((sign(statement.verdict), _JOINED, said(statement, kind=f"is-{kind}"), gap_after(words)))


def _folded(folded: Folded, content: PageContent) -> Html:
    title = tag("summary", folded.title, " ", tag("span", str(len(folded.statements)), class_="count"))
    cards = tag("ul", *(refused(one, voice=_voice(content)) for one in folded.statements), class_="facts")
    return tag("details", title, cards, class_=f"folded of-{folded.kind}", open=folded.is_open)


def _disagreements(disagreements: Sequence[tuple[Side, Side]]) -> Iterator[Html]:
    if disagreements:
        yield tag("h2", DISAGREE, lang="en")
        pairs = [tag("li", *map(_side, sides)) for sides in disagreements]
        yield tag("ul", *pairs, class_="disagreements")


def _side(side: Side) -> Html:
    place = place_id(side.evidence.span)
    words = tag("a", f"“{side.sentence}”", class_="say", href=f"#{place}", data_e=place, data_say=side.source)
    return tag("div", words, tag("p", side.source, class_="where"))
