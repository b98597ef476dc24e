"""The signs by which Markdown is told from plain text and HTML, each alone and together; and its front matter."""

from __future__ import annotations

import datetime as dt

import pytest

from summarizer.document.readers.markdown import MARKDOWN, is_markdown, read_markdown
from summarizer.document.readers.registry import reader_for

PROSE = "The council met on Monday.\n"


def sniff(text: str) -> str:
    """The format that a text is taken for."""
    return reader_for(text, format="auto").name


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html>\n<title>x</title>",
        "\ufeff\n<!-- saved -- from -->\n<!doctype HTML>",
        "<?xml version='1.0'?>\n<HTML lang='en'>",
        "<body class='a'>",
        "<p>One.</p> \n",
        "\n <DIV class='a'>One <b>two</b></DIV>",
        "<h2>One</h2><p>Two</p>",
        f"<p>{'a' * 60_000}</p>",
    ],
)
def test_html_is_told_by_how_it_starts(text: str) -> None:
    """A page, behind a mark, comments or a declaration, and a fragment of whole blocks are HTML."""
    assert sniff(text) == "html"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<html",
        "<htmlx>",
        "<header>x</header>",
        "<p>never closed",
        f"{PROSE}<html>",
        "Write <p>this</p>",
        "<!-- never closed <html>",
        "<p>This</p> is how a paragraph is written.",
    ],
)
def test_a_tag_alone_is_not_html(text: str) -> None:
    """Text that tells of tags, opens with an unknown one or leaves a block open is plain."""
    assert sniff(text) == "plain"


@pytest.mark.parametrize(
    "sign",
    [
        "---\ntitle: x\n---\n",
        "# One\n",
        "###### Six\n",
        "```py\nx\n```\n",
        "**one** and **two**\n",
        "see [it](/b)\n",
        "see [it](mailto:a@b.c)\n",
        "![](b.png)\n",
        "a | b\n--- | :-:\n",
        "[^1]: A note.\n",
    ],
)
def test_a_clear_sign_makes_markdown(sign: str) -> None:
    """Each of these is enough at the start of a text."""
    assert sniff(sign + PROSE) == "markdown"


@pytest.mark.parametrize(
    "sign",
    ["# make all\n", "~~~\n", "**one**\n", "> said\n", "> said\n> he\n", "- one\n- two\n", "* a\n- b\n- c\n- d\n"],
)
def test_a_weak_sign_alone_does_not(sign: str) -> None:
    """One comment, fence, emphasis, quotation or list, however long, is plain text; two kinds are Markdown."""
    assert sniff(PROSE + sign) == "plain"
    other = "> said\n" if sign[0] != ">" else "- one\n- two\n"
    assert sniff(PROSE + sign + "\n" + other) == "markdown"


@pytest.mark.parametrize(
    "text",
    [
        "2**3**4 and 5**6**7",
        "x**2** and y**2**",
        "** a ** and ** b **",
        "#one\n#two\n",
        "####### seven\n####### seven\n",
        "[a](b) [c](d e)",
        "note[^1] and note[^2]",
        "----\n----\n",
        f"{PROSE}---\ntitle: x\n---\n",
        "see [1](2) and f[x](y)",
    ],
)
def test_what_only_looks_like_a_sign(text: str) -> None:
    """Powers, hashtags, calls, footnote signs, rules and front matter that is not in front count nothing."""
    assert sniff(text) == "plain"


def test_only_the_beginning_is_looked_at() -> None:
    """A sign within the first 50,000 code points counts and one behind them does not."""
    sign = "[it](/b)"
    assert sniff("x" * (50_000 - len(sign)) + sign) == "markdown"
    assert sniff("x" * (50_001 - len(sign)) + sign) == "plain"


def test_html_goes_before_markdown() -> None:
    """Markdown's signs inside a page do not make it Markdown; an open block among them does not make it HTML."""
    assert sniff("<p>**a** **b** [it](/b)</p>") == "html"
    assert sniff("<p>**a** **b** [it](/b)") == "markdown"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_hide_no_sign(end: str, mark: str) -> None:
    """The same Markdown is Markdown with any line end, and behind a byte order mark."""
    lines = ["---", "title: The Bridge", "---", "", "It was closed."]
    assert sniff(mark + end.join(lines)) == "markdown"


def test_front_matter_states_title_and_date() -> None:
    """The text stays as it is; what the front matter leaves blank is not stated."""
    text = '---\ntitle: "The Bridge"\ndate: 2026-03-12\n---\n\nIt was closed.'
    read = read_markdown(text)
    assert (read.text, read.title, read.date, read.language) == (text, "The Bridge", dt.date(2026, 3, 12), None)
    assert read_markdown("---\ntitle:\ndate: soon\n---\n\nIt was closed.").title is None
    assert read_markdown("It was closed.").date is None


def test_the_reader_of_markdown() -> None:
    """Its name, its endings, and that its marks are no words."""
    assert (MARKDOWN.name, MARKDOWN.suffixes, MARKDOWN.markdown) == ("markdown", (".md", ".markdown"), True)
    assert is_markdown("# One\n")
