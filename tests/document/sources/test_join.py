"""Several articles as one document: nothing changes but where it stands."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.document.sources.article import Article, articles_of
from summarizer.document.sources.join import MIXED, alone, joined
from summarizer.text.span import Span

NEWS = (
    "Bridge shut\n\nThe bridge was shut on 3 May. It will stay shut.\n\n"
    "Ways round\n\nA ferry carries walkers until then."
)
PAGE = (
    "# Ferry\n\n- It **sails** at 9.\n- It is free.\n\n> Walkers only.\n\n"
    "## Prices\n\n| day | price |\n|---|---|\n| Mon | 3 |\n"
)
TEXTS = st.sampled_from(
    [
        NEWS,
        PAGE,
        "One stands. Two goes on",
        "“He said:",
        "港口将关闭。",
        " A line.\n\n",
        "\ufeff# T\r\n\r\nIt rains.",
        "```\nx = 1",
    ]
)


def of(*texts: str) -> Document:
    """The texts as one document."""
    return joined(articles_of(texts))


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_each_source_is_in_it_to_the_letter(texts: list[str]) -> None:
    """The part of each source has its text, its sentences and its blocks, and gives back the very document."""
    document = of(*texts)
    assert [part.id for part in document.parts] == [str(number) for number in range(1, len(texts) + 1)]
    for part, text in zip(document.parts, texts, strict=True):
        lone = Document.of(text)
        assert document.text[part.start : part.end] == lone.text
        assert alone(document, part) == lone
        assert [document.prose(s.span) for s in document.sentences[part.first : part.last]] == [
            lone.prose(s.span) for s in lone.sentences
        ]
        for index, sentence in enumerate(lone.sentences):
            above, own = document.heading_above(part.first + index), lone.heading_above(index)
            assert (above and document.prose(above.span)) == (own and lone.prose(own.span))
            assert document.part_at(part.start + sentence.start) == part


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_it_is_a_document_as_others_are(texts: list[str]) -> None:
    """Sentences and blocks are numbered through, ordered and disjoint, and hold every sign but blanks."""
    document = of(*texts)
    assert [s.index for s in document.sentences] == list(range(len(document.sentences)))
    assert [b.index for b in document.blocks] == list(range(len(document.blocks)))
    here = 0
    for sentence in document.sentences:
        assert document.text[here : sentence.start].strip("\ufeff \n\r") == ""
        block = document.blocks[sentence.block]
        assert block.first <= sentence.index < block.last
        assert block.start <= sentence.start < sentence.end <= block.end
        here = sentence.end
    assert document.text[here:].strip() == ""
    assert document.headings == tuple(b.index for b in document.blocks if b.kind == "heading")


@given(TEXTS)
def test_one_source_is_as_it_is_alone(text: str) -> None:
    """Joined alone a text is the same document, but for its part."""
    lone, document = Document.of(text), of(text)
    assert (document.text, document.sha256, document.sentences, document.blocks) == (
        lone.text,
        lone.sha256,
        lone.sentences,
        lone.blocks,
    )
    assert (document.title, document.date, document.language) == (lone.title, lone.date, lone.language)


def test_what_is_known_of_a_source_stays_with_its_part() -> None:
    """Each has its own id, URL, title and date; the whole has neither title nor date."""
    day = dt.date(2025, 3, 12)
    document = joined(articles_of([Article(NEWS, id="herald", url="https://example.org/1"), Article(PAGE, date=day)]))
    herald, page = document.parts
    assert (herald.id, herald.url, herald.title, herald.date) == (
        "herald",
        "https://example.org/1",
        "Bridge shut",
        None,
    )
    assert (page.id, page.url, page.title, page.date) == ("2", None, "Ferry", day)
    assert (document.title, document.date, document.format) == (None, None, MIXED)
    assert document.published(page.start) == day
    assert document.published(0) is None
    assert (document.title_at(0), document.title_at(page.start)) == ("Bridge shut", "Ferry")
    assert Document.of(NEWS, date=day).published(0) == day


def test_the_marks_of_markdown_are_words_in_plain_text() -> None:
    """Each source is read in its own format."""
    document = of("Of 3 * 4 * 5 little is known.", PAGE)
    plain, marked = document.sentences[0], document.sentences[2]
    assert document.prose(plain.span) == "Of 3 * 4 * 5 little is known."
    assert document.prose(marked.span) == "It sails at 9."


def test_a_lone_text_has_no_parts() -> None:
    """Nobody asks of which source a lone text is."""
    assert Document.of(NEWS).part_at(0) is None


@pytest.mark.parametrize(("texts", "language"), [((NEWS, "Es regnet."), "en"), (("It rains.", "Der Hafen " * 9), "de")])
def test_the_language_is_that_of_most_of_the_text(texts: tuple[str, str], language: str) -> None:
    """Of two languages the one with more text."""
    articles = [Article(Document.of(text, language=code)) for text, code in zip(texts, ("en", "de"), strict=True)]
    assert joined(articles).language == language


def test_no_sentence_goes_on_in_the_next_source() -> None:
    """A text without a full stop at its end is not glued to the next."""
    document = of("The bridge is shut", "because it rains.")
    assert [s.span for s in document.sentences] == [Span(0, 18), Span(20, 37)]
