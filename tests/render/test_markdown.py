"""Markdown: the form, the numbers, and text that cannot break it."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.facts.fact import CheckedFact
from summarizer.notices.notice import Notice
from summarizer.render.markdown import escaped, markdown_of
from summarizer.render.wording import one_line
from summarizer.summary.summary import Section, Summary, SummarySentence

MakeFact = Callable[..., CheckedFact]
MakeSentence = Callable[..., SummarySentence]
EMPTY = Summary(headline="", written_by="extractive")
CLOSES = "The port of Lund closes on 3 May."
SHIPS = "It handled 40 ships a year."
SAID = "Mayor Ann Berg said:\n“We had no choice.”"

BLOCK_OPENERS = re.compile(r"\s|[-+*>=~|#<]|```|\d+[.)]")


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
        "> **Note:** A reply was \\<cut\\>. Take smaller chunks.\n\n"
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# not a heading", r"\# not a heading"),
        ("- not a bullet", r"\- not a bullet"),
        ("+1 for it", r"\+1 for it"),
        ("2024. That was the year", r"2024\. That was the year"),
        ("3) third", r"3\) third"),
        ("3.5 per cent", r"3\.5 per cent"),
        ("A - b + c = 1.", "A - b + c = 1."),
        ("---", r"\---"),
        ("a\n\n# b\n```\nc", r"a \# b \`\`\` c"),
        ("[1]: http://x <b>&amp;</b>", r"\[1\]: http://x \<b\>\&amp;\</b\>"),
        ("*bold* _it_ ~no~ `code` |x| $5", r"\*bold\* \_it\_ \~no\~ \`code\` \|x\| \$5"),
        ("back\\slash", r"back\\slash"),
        ("nul\x00 esc\x1b[31m", "nul\ufffd esc\ufffd\\[31m"),
        ("lone \ud800", "lone \ufffd"),
    ],
)
def test_signs_lose_their_meaning(text: str, expected: str) -> None:
    """Each sign that could open a block or a span is escaped, and a line break is a space."""
    assert escaped(text) == expected


@given(st.text(alphabet=st.sampled_from("ab1 .)-+#>*_`[]()!<&|~=\\\n\t:$\x00"), max_size=30) | st.text(max_size=30))
@example("1234567890. x")
def test_escaping_is_sound_and_loses_nothing(text: str) -> None:
    """One line, no live sign, nothing that opens a block; without its backslashes it is the text's one line."""
    line = escaped(text)
    assert "\n" not in line
    assert line == line.strip()
    unescaped, live = "", ""
    signs = iter(line)
    for sign in signs:
        if sign == "\\":
            unescaped += next(signs)
        else:
            unescaped += sign
            live += sign
    assert unescaped == one_line(text)
    assert not set(live) & set("`*_[]<>&~#|$\\")
    opener = BLOCK_OPENERS.match(line)
    assert opener is None or len(opener[0]) > 10  # CommonMark §5.2: an ordered item has at most nine digits


@given(statements=st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_no_text_adds_a_line(fact: MakeFact, sentence: MakeSentence, statements: list[str]) -> None:
    """The lines of the output are those of the form, whatever the texts hold."""
    summary = Summary(headline="", lead=tuple((sentence(s, CLOSES),) for s in statements), written_by="model")
    written = markdown_of(facts=[fact(s, CLOSES) for s in statements], summary=summary, references=False)
    headings = [line for line in written.split("\n") if line.startswith("#")]
    assert headings == ["## Key Facts", "## Quick Summary"]
    assert written.count("\n") == 3 + len(statements) - 1 + 2 + 2 * len(statements)
