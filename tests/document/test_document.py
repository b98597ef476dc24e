"""Tests of the document: its laws, its front, its readable words, and bad input."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import summarizer
from summarizer.document.document import Document
from summarizer.errors import InputError
from summarizer.text.fold import folded
from summarizer.text.span import Span

BODY = "The council met on Monday. It said that the bridge would open in March."
MARKDOWN = """# The *Bridge*

By A. Writer, 12 March 2026

The **city** opened its [new bridge](https://x.y/z) on Monday.[^1] It cost `5` million.

## Costs

- Steel: 5 million. Or so.
- [x] Labor

1. One
2. Two

> He said it.
> Then he left.

| Year | Cost |
|------|-----:|
| 2024 | 5 |
"""


def assert_law(document: Document) -> None:
    """Sentences tile the text, blocks tile the sentences."""
    text, here = document.text, 0
    for i, sentence in enumerate(document.sentences):
        assert sentence.index == i
        assert here <= sentence.start <= sentence.body.start <= sentence.body.end <= sentence.end
        assert not text[here : sentence.start].strip()
        assert text[sentence.start : sentence.end] == text[sentence.start : sentence.end].strip() != ""
        here = sentence.end
    assert not text[here:].strip()
    expected = 0
    for i, block in enumerate(document.blocks):
        assert (block.index, block.first) == (i, expected)
        assert block.first < block.last
        assert block.start == document.sentences[block.first].start
        assert block.end == document.sentences[block.last - 1].end
        assert all(sentence.block == i for sentence in document.sentences[block.first : block.last])
        expected = block.last
    assert expected == len(document.sentences)


PIECES = st.sampled_from(
    [
        "a",
        "Word ",
        "ß",
        "İ",
        "½",
        "é",
        "😀",
        "日本",
        "。",
        "「",
        "」",
        ". ",
        "! ",
        "…",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "\u2028",
        "\xa0",
        "\x85",
        "\x0c",
        "\x00",
        "\u200b",
        "\ufeff",
        "# ",
        "## ",
        "- ",
        "1. ",
        "2. ",
        "> ",
        ">",
        "|",
        "|--|--|\n",
        "```",
        "---",
        "===",
        "**",
        "_",
        "`",
        "[a](b)",
        "[^1]",
        "<b>",
        "&amp;",
        "  ",
        "\t",
        "Mr. ",
        "3",
        "؟",
        "।",
        "(",
        ")",
        "“",
        "”",
        "\\",
        "<!--",
    ]
)
TEXTS = st.lists(PIECES, min_size=1, max_size=60).map("".join).filter(lambda text: not text.isspace())


@settings(max_examples=500, deadline=None)
@given(text=TEXTS, format_=st.sampled_from(["auto", "plain", "markdown"]))
def test_law(text: str, format_: Literal["auto", "plain", "markdown"]) -> None:
    """The text is untouched; every non-space character lies in exactly one sentence; the hash is of the UTF-8 bytes."""
    document = Document.of(text, format=format_)
    assert document.text == text
    assert document.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert_law(document)
    assert document == Document.of(text, format=format_)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, format_=st.sampled_from(["plain", "markdown"]), data=st.data())
def test_prose_law(text: str, format_: Literal["plain", "markdown"], data: st.DataObject) -> None:
    """Any span has readable words: one line, no outer or double spaces; the map leads from each back into the span."""
    document = Document.of(text, format=format_)
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    prose = document.prose(span)
    assert prose == " ".join(prose.split())
    assert "\x00" not in prose
    stripped = document.stripped(span)
    for i in range(len(stripped.text)):
        place = stripped.span(i, i + 1)
        assert 0 <= place.start < place.end <= span.end - span.start


def test_markdown_words() -> None:
    """Each sentence reads without its marks, and its body leaves out the marks of its block."""
    document = Document.of(MARKDOWN)
    assert document.format == "markdown"
    assert [document.prose(sentence.span) for sentence in document.sentences] == [
        "The Bridge",
        "By A. Writer, 12 March 2026",
        "The city opened its new bridge on Monday.",
        "It cost 5 million.",
        "Costs",
        "Steel: 5 million.",
        "Or so.",
        "Labor",
        "One",
        "Two",
        "He said it.",
        "Then he left.",
        "Year; Cost",
        "2024; 5",
    ]
    assert document.sentences[5].body.of(MARKDOWN) == "Steel: 5 million."


def test_plain_text_keeps_its_signs() -> None:
    """In plain text asterisks and brackets are words of the author; only list markers go."""
    text = "Steps:\n- *Open* [it](now) &amp; go_home_now.\n- Close it."
    document = Document.of(text, format="plain")
    assert document.prose(document.sentences[1].span) == "*Open* [it](now) &amp; go_home_now."


def test_prose_of_a_wrapped_sentence() -> None:
    """Line breaks, no-break spaces and control characters leave one space or nothing."""
    document = Document.of("The old\x00\r\n  city\xa0fell.")
    assert document.prose(document.sentences[0].span) == "The old city fell."


def test_prose_makes_cut_words_whole() -> None:
    """A word cut at a line's end is whole in prose: joined where the text has it so, else with its hyphen."""
    text = "The car-\nbon tax of Stratford-upon-\r\nAvon fell in 2019-\n2021 by a -\n5 notch. Carbon is taxed."
    document = Document.of(text, format="plain")
    assert document.prose(document.sentences[0].span) == (
        "The carbon tax of Stratford-upon-Avon fell in 2019-2021 by a - 5 notch."
    )


@given(
    text=st.lists(st.sampled_from([*"aBé5½,-\u2010\u00ad\u200b \n\xa0", "-\n", "-\r\n"]), max_size=30)
    .map("".join)
    .filter(lambda text: not text.isspace() and text != "")
)
def test_prose_folds_like_its_source(text: str) -> None:
    """In plain text prose folds to what its source folds to, but for hyphens and blanks."""
    document = Document.of(text, format="plain")
    for sentence in document.sentences:
        prose, source = document.prose(sentence.body), sentence.body.of(text)
        assert _letters(prose) == _letters(source)


def _letters(text: str) -> str:
    return "".join(folded(text).replace("-", "").split())


def test_a_sentence_cut_at_a_line_end_is_ticked() -> None:
    """A sentence with a word cut at a line's end becomes a fact, and its prose verifies against the source."""
    text = (
        "The firm spent 40 % of its long-\nterm budget on new ships in 2021. The mayor of Rostock said that the\n"
        "harbor had been full for years."
    )
    facts = summarizer.summarize(text, model=None).facts
    prose = "The firm spent 40 % of its long-term budget on new ships in 2021."
    assert prose in [fact.statement for fact in facts]
    assert [claim.verdict for claim in summarizer.verify([prose], text)] == ["supported"]


@pytest.mark.parametrize(
    "between",
    ["-\n\n12\n\n", "-\n12\n", "-\r\n\r\nThe Brenta Post\r\n\r\n", "-\n\n  - 12 -\n\fTHE BRENTA POST\n\n   ", "-\n\n"],
)
@pytest.mark.parametrize("kind", ["plain", "markdown"])
def test_a_page_ends_inside_a_word(between: str, kind: str) -> None:
    """What a page's end puts into a word that the text has elsewhere is no word of its sentence, and cuts nothing."""
    text = f"The council published its evalu{between}ation of the bridge on Monday. Nobody read the evaluation."
    document = Document.of(text, format=kind)
    assert_law(document)
    assert [document.prose(s.span) for s in document.sentences] == [
        "The council published its evaluation of the bridge on Monday.",
        "Nobody read the evaluation.",
    ]


@pytest.mark.parametrize("between", ["-\n\n12\n\n", "-\n\nThe Brenta Post\n\n", "-\n\n"])
def test_two_lines_that_make_no_known_word_stay_apart(between: str) -> None:
    """Without the word elsewhere nothing tells that they belong together."""
    text = f"The council published its evalu{between}ation of the bridge on Monday. Nobody read it."
    assert len(Document.of(text, format="plain").blocks) > 1


def test_struck_sentences_stay_in_one_sentence() -> None:
    """What is struck out over several sentences is read by nobody, and the law holds."""
    text = "# Fees\n\nThe fee is $50. ~~It was $40. It is low.~~ It rose <del>to $60</del> today.\n\n~~It fell.~~"
    document = Document.of(text, format="markdown")
    assert_law(document)
    assert [document.prose(s.span) for s in document.sentences] == ["Fees", "The fee is $50.", "It rose today.", ""]


def test_each_sentence_lies_in_its_block() -> None:
    """A block holds its sentences, and its body is what they say, without the signs of the structure."""
    document = Document.of("# A title\n\nOne rose. Two fell.\n\n- Three stood.\n", format="markdown")
    for sentence in document.sentences:
        block = document.block_of(sentence.index)
        assert block.first <= sentence.index < block.last
        assert block.span.start <= sentence.start
    bodies = [document.prose(document.body_of(block)) for block in document.blocks]
    assert bodies == ["A title", "One rose. Two fell.", "Three stood."]


def test_heading_above() -> None:
    """The nearest heading above is found, and none before the first."""
    document = Document.of(MARKDOWN)
    above = [document.heading_above(sentence.index) for sentence in document.sentences]
    assert above[0] is None
    assert [
        block and document.prose(Span(block.start, block.end)) for block in (above[1], above[4], above[5], above[13])
    ] == [
        "The Bridge",
        "The Bridge",
        "Costs",
        "Costs",
    ]


def test_title_is_the_opening_heading() -> None:
    """A heading at the very start is the title; a later one is not; a given one wins."""
    assert Document.of(MARKDOWN).title == "The Bridge"
    assert Document.of(f"A Bridge Opens\n\n{BODY}").title == "A Bridge Opens"
    assert Document.of(f"{BODY}\n\nA Bridge Opens\n\n{BODY}").title is None
    assert Document.of(MARKDOWN, title="Mine").title == "Mine"


@pytest.mark.parametrize(
    "line",
    [
        "12 March 2026",
        "March 12, 2026",
        "2026-03-12",
        "12. März 2026",
        "Published 12 March 2026",
        "Published: March 12, 2026 at 10:30 a.m.",
        "By Anna Writer, 12 March 2026",
        "Thursday, 12 March 2026",
        "Donnerstag, 12. März 2026",
        "12 mars 2026",
        "12 de marzo de 2026",
        "2026年3月12日",
        "2026-03-12T10:00:00Z",
    ],
)
def test_date_stated_near_the_top(line: str) -> None:
    """A line that holds the article's own date is read."""
    assert Document.of(f"A Bridge Opens\n\n{line}\n\n{BODY}").date == dt.date(2026, 3, 12)


@pytest.mark.parametrize(
    "line",
    [
        "03/12/2026",
        "The bridge opened on 12 March 2026.",
        "31 February 2026",
        "12 Marvel 2026",
        "March 2026",
        "Updated prices of 12 March 2026 and later",
    ],
)
def test_date_is_not_guessed(line: str) -> None:
    """An ambiguous, impossible or merely mentioned date is not the article's."""
    assert Document.of(f"A Bridge Opens\n\n{line}\n\n{BODY}").date is None


def test_date_far_down_does_not_count() -> None:
    """A dateline after the top is something the article tells of."""
    text = f"{BODY}\n\n" * 10 + f"12 March 2026\n\n{BODY}"
    assert Document.of(text).date is None
    assert Document.of(text, date=dt.date(2020, 1, 2)).date == dt.date(2020, 1, 2)


def test_front_matter() -> None:
    """Front matter is one block that gives title and date."""
    document = Document.of(f'---\ntitle: "The Bridge"\ndate: 2026-03-12\n---\n\n{BODY}')
    assert (document.format, document.title, document.date) == ("markdown", "The Bridge", dt.date(2026, 3, 12))
    assert [block.kind for block in document.blocks] == ["code", "paragraph"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BODY, "plain"),
        ("Then type this:\n# make all\n", "plain"),
        ("5 * 3 * 2 and a_b_c.\n\n- one\n", "plain"),
        ("Issue #1 is open. See [1] and (2).", "plain"),
        (MARKDOWN, "markdown"),
        ("Intro with a [link](https://example.org).", "markdown"),
        ("a < b and <html> is a tag", "plain"),
    ],
)
def test_format_is_recognized(text: str, expected: str) -> None:
    """Several signs make Markdown; one alone does not."""
    assert Document.of(text).format == expected


def test_language_given_wins() -> None:
    """A given language is kept, else it is guessed."""
    assert Document.of(BODY).language == "en"
    assert Document.of(BODY, language="fr").language == "fr"


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
def test_bytes(kind: type[bytes | bytearray | memoryview]) -> None:
    """Bytes of a text are the document of that text."""
    assert Document.of(kind(BODY.encode())) == Document.of(BODY)


@pytest.mark.parametrize("value", [None, 5, ["a"]])
def test_not_a_text(value: object) -> None:
    """Anything else is refused by the name of its type."""
    with pytest.raises(InputError, match=type(value).__name__):
        Document.of(value)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t\xa0\u2028"])
def test_blank(text: str) -> None:
    """An empty or blank text is refused."""
    with pytest.raises(InputError, match="empty"):
        Document.of(text)


def test_lone_surrogate() -> None:
    """A lone surrogate is refused with its offset and a cure."""
    with pytest.raises(InputError, match=r"U\+D800.*offset 4.*utf-16"):
        Document.of("Hi, \ud800 there")


def test_nul_is_kept() -> None:
    """NUL stays in the text and leaves the words."""
    document = Document.of("One\x00 is here. Two.")
    assert document.text == "One\x00 is here. Two."
    assert document.prose(document.sentences[0].span) == "One is here."


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1000000,
        "A line here.\n" * 20000,
        "The cat sat. " * 40000,
        "a" + " " * 900000 + "b",
        "“" * 100000,
        "** a " * 20000,
        "# a\n\n" * 5000,
        "> a\n" * 20000,
        "[" * 100000,
        "<!--" * 50000,
        "`" * 100000 + "a",
        "|" * 100000,
        "1. " * 30000,
    ],
    ids=lambda text: repr(text[:8]),
)
@pytest.mark.parametrize("format_", ["plain", "markdown"])
def test_extreme_shapes(text: str, format_: Literal["plain", "markdown"]) -> None:
    """Huge lines, paragraphs, gaps and runs of signs keep the law."""
    assert_law(Document.of(text, format=format_))


def test_sentences_in_are_those_that_overlap() -> None:
    """For every span, the indexes are exactly those of the sentences that share a code point with it."""
    document = Document.of("One here.  Two there.\n\nThree.")
    for start in range(len(document.text)):
        for end in range(start + 1, len(document.text) + 1):
            span = Span(start, end)
            assert list(document.sentences_in(span)) == [s.index for s in document.sentences if s.span.overlaps(span)]
