"""PDFs of common tools, and what is no text in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_files import At, lines, pdf

import summarizer
from summarizer.document.document import Document
from summarizer.document.readers.pdf.pdf import is_pdf, read_pdf
from summarizer.errors import InputError

FILES = Path(__file__).parents[1] / "files"
EXAMPLES = Path(__file__).parents[4] / "examples" / "files"
FULL = "The harbour was closed for all ships from the morning of the first day on and"


def test_a_paper_in_two_columns() -> None:
    """What LaTeX makes: columns, notes, a table, headings, cut words, a running head; to the letter."""
    document = Document.of(EXAMPLES / "tidal-barriers.pdf")
    assert document.text == (FILES / "two-columns.md").read_text("utf-8").rstrip("\n")
    assert document.title == "Tidal Barriers and the Harbour of Aldermouth: A Review of Ten Years of Operation"
    assert str(document.date) == "2026-03-12"
    found = {origin.page for origin in document.origins}
    assert found == {1, 2}


def test_evidence_leads_to_its_page() -> None:
    """Of each fact."""
    result = summarizer.summarize(EXAMPLES / "tidal-barriers.pdf", model=None)
    places = [result.origins_of(evidence) for fact in result.facts for evidence in fact.evidence]
    assert places
    assert all(origin.page in {1, 2} and origin.box for found in places for origin in found)
    assert all(places)


def test_a_letter_of_a_common_program() -> None:
    """What LibreOffice exports."""
    document = Document.of(FILES / "harbour.pdf")
    assert document.title == "Harbour report"
    assert "# Harbour report\n\nThe ferry Kittiwake was suspended on 12 March 2026.²\n\n## Costs" in document.text
    assert "- Repairs: $1.8 million\n- Lost fares" in document.text


def test_what_is_no_text_is_told() -> None:
    """Pages that are pictures, pictures on pages, tables of contents."""
    contents = [At(60, 60, "Contents", 14), *lines(["One . . . . . . . . 1", "Two . . . . . . . . 2"], y=80)]
    data = pdf([contents, lines([FULL, "it ended."]), [], lines([FULL, "it began."])], picture=[3, 4])
    document = Document.of(data)
    assert [one.line for one in document.unused] == [
        "a page without text (page 3)",
        "a picture (page 4)",
        "a table of contents (page 1)",
    ]
    assert "Contents" not in document.text
    assert "ocrmypdf" in document.unused[0].advice


def test_contents_without_dots_are_told_by_their_heading() -> None:
    """Up to the first line that ends in no page."""
    page = [At(60, 60, "Contents", 14), *lines(["1 One 2", "2 Two 3"], y=90), *lines([FULL, "it ended."], y=140)]
    document = Document.of(pdf([page]))
    assert document.text == f"{FULL} it ended."


@pytest.mark.parametrize(
    ("stated", "shown", "title"),
    [
        ("A report", None, "A report"),
        ("Microsoft Word - report.docx", None, None),
        ("untitled", "Ten years", "Ten years"),
        ("Other words", "Ten years", "Ten years"),
        ("ten YEARS", "Ten years", "ten YEARS"),
    ],
)
def test_the_title(stated: str, shown: str | None, title: str | None) -> None:
    """What the file states where its page shows that, else what it shows in the largest type."""
    large = [At(60, 50, shown, 20)] if shown else []
    assert Document.of(pdf([[*large, *lines([FULL] * 4)]], title=stated)).title == title


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pdf([[]], picture=[1]), "no text: its pages are pictures or drawings.*ocrmypdf"),
        (pdf([[At(280, 770, "1")]]), "no text but page numbers"),
        (b"%PDF-1.7\nnot one", "damaged, or no PDF"),
        (b"It rains.", "is no PDF"),
    ],
)
def test_what_has_no_text_is_an_error(data: bytes, said: str) -> None:
    """With what to do."""
    with pytest.raises(InputError, match=said):
        read_pdf(data)


def test_a_pdf_is_known_by_its_sign() -> None:
    """Near the start."""
    assert is_pdf(b"junk\n%PDF-1.4")
    assert not is_pdf(bytes(2000) + b"%PDF-1.4")
