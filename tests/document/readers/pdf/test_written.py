"""Blocks become Markdown with the place of each line."""

from __future__ import annotations

from made_files import At, lines, pdf

from summarizer.document.document import Document

FULL = "The evaluation of the harbour took longer than anybody had expected and"


def text_of(*pages: list[At]) -> str:
    """The text of a document whose pages are set so."""
    return Document.of(pdf(pages)).text


def test_lines_are_joined_and_lead_back() -> None:
    """Each to its page and box, as shares of the page."""
    document = Document.of(pdf([lines([FULL, "it ended."]), lines(["Then it began anew."])]))
    assert document.text == f"{FULL} it ended.\n\nThen it began anew."
    assert [(document.text[o.start : o.end].strip(), o.page) for o in document.origins] == [
        (FULL, 1),
        ("it ended.", 1),
        ("Then it began anew.", 2),
    ]
    box = document.origins[0].box
    assert box is not None
    left, top, right, bottom = box
    assert (left, round(top * 800) in range(66, 80), round(bottom * 800) in range(80, 90)) == (0.1, True, True)
    assert left < right < 1


def test_cut_words_are_joined_where_that_is_sure() -> None:
    """Where the text has them elsewhere; else both readings stay open, and a figure keeps its hyphen."""
    page = lines(
        [
            f"{FULL} an evalu-",
            "ation of the gates began.",
            FULL,
            "he was asked to re-",
            "sign in 2019-",
            "2021 at last.",
        ]
    )
    text = text_of(page)
    assert "an evaluation of the gates" in text
    assert "asked to re-\nsign in 2019-2021 at last." in text
    document = Document.of(pdf([page]))
    assert "asked to re-sign in" in document.prose(document.sentences[-1].span)


def test_items_headings_and_tables_have_their_marks() -> None:
    """Levels begin below the title; letters are no numbers of Markdown."""
    page = [
        At(60, 50, "The title", 20), At(60, 80, "First part", 14), *lines([FULL, "it ended."], y=100),
        *lines(["1. One", "2. Two", "(a) Three", "- Four"], y=136),
        *lines(["Year", "2016", "2017"], y=200, step=14), *lines(["Ships", "18", "22"], x=160, y=200, step=14),
        *lines([FULL] * 3, y=270),
    ]  # fmt: skip
    document = Document.of(pdf([page]))
    assert document.text.startswith("# The title\n\n## First part\n\nThe evaluation")
    assert "\n\n1. One\n2. Two\n- (a) Three\n- Four\n\n" in document.text
    assert "| Year | Ships |\n| --- | --- |\n| 2016 | 18 |\n| 2017 | 22 |" in document.text
    labels = {document.text[o.start : o.end]: o.label for o in document.origins}
    assert labels["22"] == "page 1, table 1, row 3, column 2"
