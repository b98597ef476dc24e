"""Markdown: the form, the numbers, and text that cannot break it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from summarizer.facts.fact import CheckedFact
from summarizer.fragments.harmless import one_line
from summarizer.notices.notice import Notice
from summarizer.render.markdown import markdown_of
from summarizer.render.wording import gap_after
from summarizer.summary.summary import Section, Summary, SummarySentence

MakeFact = Callable[..., CheckedFact]
MakeSentence = Callable[..., SummarySentence]
EMPTY = Summary(headline="", written_by="extractive")
CLOSES = "The port of Lund closes on 3 May."
SHIPS = "It handled 40 ships a year."
SAID = "Mayor Ann Berg said:\n“We had no choice.”"


@pytest.fixture
def summary(sentence: MakeSentence) -> Summary:
    """A small summary of every part."""
    return Summary(
        headline="Port of Lund to close",
        headline_evidence=sentence("", CLOSES).evidence,
        lead=((sentence("Lund loses its port.", CLOSES), sentence("It saw 40 ships a year.", SHIPS)),),
        sections=(
            Section(
                title="What the mayor said",
                title_evidence=sentence("", SAID).evidence,
                paragraphs=((sentence("There was no choice.", SAID),),),
                bullets=(sentence("Port: closed", CLOSES), sentence("Ships: 40", SHIPS)),
            ),
            Section(title="Nothing held here"),
        ),
        written_by="model",
    )


def test_the_form_of_the_reference(fact: MakeFact, summary: Summary) -> None:
    """Headings, ticks, bold headline, lead, titled sections, bullets; a section without sentences is left out."""
    facts = (fact("Lund's port closes on 3 May.", CLOSES), fact("It handled 40 ships a year.", SHIPS))
    assert markdown_of(facts=facts, summary=summary, references=False) == (
        "## Key Facts\n\n"
        "- ✓ Lund's port closes on 3 May.\n"
        "- ✓ It handled 40 ships a year.\n\n"
        "## Quick Summary\n\n"
        "**Port of Lund to close**\n\n"
        "Lund loses its port. It saw 40 ships a year.\n\n"
        "### What the mayor said\n\n"
        "There was no choice.\n\n"
        "- Port: closed\n"
        "- Ships: 40\n"
    )


def test_references_count_spans_in_order_of_first_appearance(fact: MakeFact, summary: Summary) -> None:
    """One number for one span, facts first, and the source sentences with their offsets in a numbered list."""
    facts = (fact("Ships came until 3 May.", SHIPS, CLOSES, SHIPS),)
    assert markdown_of(facts=facts, summary=summary, references=True) == (
        "## Key Facts\n\n"
        "- ✓ Ships came until 3 May. [1][2]\n\n"
        "## Quick Summary\n\n"
        "**Port of Lund to close** [2]\n\n"
        "Lund loses its port. [2] It saw 40 ships a year. [1]\n\n"
        "### What the mayor said [3]\n\n"
        "There was no choice. [3]\n\n"
        "- Port: closed [2]\n"
        "- Ships: 40 [1]\n\n"
        "## Source Sentences\n\n"
        "1. It handled 40 ships a year. (characters 52–79)\n"
        "2. The port of Lund closes on 3 May. (characters 18–51)\n"
        "3. Mayor Ann Berg said: “We had no choice.” (characters 81–121)\n"
    )


def test_offsets_are_those_of_the_article(article: str) -> None:
    """The offsets that the list names are half-open and in code points."""
    assert article[81:121] == SAID


def test_nothing_ticked_is_said_without_empty_headings() -> None:
    """Without facts and sentences there are two plain sentences and no heading."""
    written = markdown_of(facts=(), summary=EMPTY, references=True)
    assert written == (
        "No fact is ticked: none was found that the article supports.\n\n"
        "There is no summary: no sentence was found for it that the article supports.\n"
    )


def test_notices_stand_above_and_the_quiet_ones_below(fact: MakeFact, summary: Summary) -> None:
    """Each is one line: a quote with the advice above the facts, or a line in italics below the summary."""
    notices = (
        Notice(kind="failure", message="A reply\nwas <cut>.", advice="Take smaller chunks."),
        Notice(kind="stand_in", message="Sentences of the article stand in."),
        Notice(kind="dropped", message="1 sentence was not kept.", quiet=True),
    )
    written = markdown_of(facts=(fact(CLOSES, CLOSES),), summary=summary, references=True, notices=notices)
    assert written.startswith(
        "> **Note:** A reply was \\<cut>. Take smaller chunks.\n\n"
        "> **Note:** Sentences of the article stand in.\n\n"
        "## Key Facts\n\n"
    )
    assert "- Ships: 40 [2]\n\n*1 sentence was not kept.*\n\n## Source Sentences\n\n" in written


def test_ideographic_sentences_join_without_a_space(fact: MakeFact, sentence: MakeSentence) -> None:
    """Between two Chinese sentences stands nothing, with a number in between a space."""
    lead = ((sentence("港口关闭。", CLOSES), sentence("每年四十艘船。", SHIPS)),)
    summary = Summary(headline="", lead=lead, written_by="model")
    assert "港口关闭。每年四十艘船。" in markdown_of(facts=(), summary=summary, references=False)
    assert "港口关闭。 [1] 每年四十艘船。 [2]" in markdown_of(facts=(), summary=summary, references=True)


def read(markdown: str) -> list[tuple[str, str]]:
    """The blocks that a reader of Markdown finds, by the tag that holds each, with the text in them."""
    found: list[tuple[str, str]] = []
    tags: list[str] = []
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(markdown):
        if token.nesting:
            tags = [*tags, token.tag] if token.nesting > 0 else tags[:-1]
        elif token.type == "inline":
            text = "".join(child.content for child in token.children or () if child.type == "text")
            found.append((tags[-2] if tags[-2:-1] == ["li"] else tags[-1], text))
        else:
            found.append((token.type, token.content))
    return found


SIGNS = st.text(alphabet=st.sampled_from("ab1 .)-+#>*_`[](!<&;|~=$:/\\@\n\x00é港"), max_size=24)
HARD = (SIGNS | st.text(max_size=24)).filter(one_line)


@given(HARD, HARD, HARD)
@example("# a", "a*", "***b")
@example("[a](b)", "-", "1. c")
@example("$5", "$6 &amp;", "<b>")
@example("1", "--", "-")
def test_every_text_reads_back(fact: MakeFact, sentence: MakeSentence, first: str, second: str, third: str) -> None:
    """Whatever the texts hold, a reader of Markdown finds the blocks of the form, and in each the text as it was."""
    summary = Summary(
        headline=first,
        lead=((sentence(second, CLOSES), sentence(third, CLOSES)),),
        sections=(Section(title=third, bullets=(sentence(first, CLOSES), sentence(second, SHIPS))),),
        written_by="model",
    )
    notices = (Notice(kind="failure", message=second), Notice(kind="failure", message=third, quiet=True))
    facts = (fact(first, CLOSES), fact(second, CLOSES))
    one, two, three = map(one_line, (first, second, third))
    expected = [
        ("p", f"Note: {two}"),
        ("h2", "Key Facts"),
        ("li", f"✓ {one}"),
        ("li", f"✓ {two}"),
        ("h2", "Quick Summary"),
        ("p", one),
        ("p", (two + gap_after(two) + three).strip()),
        ("h3", three),
        ("li", one),
        ("li", two),
        ("p", three),
    ]
    written = markdown_of(facts=facts, summary=summary, references=False, notices=notices)
    found = [(tag, " ".join(text.split())) for tag, text in read(written)]
    assert found == [(tag, " ".join(text.split())) for tag, text in expected]


def test_a_section_without_a_title_is_set_apart_from_a_titled_one(sentence: MakeSentence) -> None:
    """Below a titled section a rule stands before it, so that it is not read as a part of that; elsewhere none does."""
    plain = Section(title="", paragraphs=((sentence("It is so.", CLOSES),),))
    titled = plain.model_copy(update={"title": "Ships"})
    summary = Summary(headline="", sections=(plain, titled, plain, plain), written_by="extractive")
    written = markdown_of(facts=(), summary=summary, references=False)
    assert written.split("\n\n", 2)[2] == ("It is so.\n\n### Ships\n\nIt is so.\n\n---\n\nIt is so.\n\nIt is so.\n")


@given(statements=st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_no_text_adds_a_line(fact: MakeFact, sentence: MakeSentence, statements: list[str]) -> None:
    """The lines of the output are those of the form, whatever the texts hold."""
    summary = Summary(headline="", lead=tuple((sentence(s, CLOSES),) for s in statements), written_by="model")
    written = markdown_of(facts=[fact(s, CLOSES) for s in statements], summary=summary, references=False)
    headings = [line for line in written.split("\n") if line.startswith(("# ", "## ", "### "))]
    assert headings == ["## Key Facts", "## Quick Summary"]
    assert written.count("\n") == 3 + len(statements) - 1 + 2 + 2 * len(statements)
