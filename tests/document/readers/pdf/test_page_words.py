"""Words and their places, as they are found in the file."""

from __future__ import annotations

import pytest
from made_files import At, objects_pdf, pdf, stream

from summarizer.document.readers.pdf import page_words
from summarizer.document.readers.pdf.page_words import pages_here
from summarizer.errors import InputError

PAGE = [At(60, 100, "The ferry sank."), At(60, 700, "Bold", 20, bold=True)]


def test_words_have_places_sizes_and_weight() -> None:
    """In points from the left and the top."""
    opened = pages_here(pdf([PAGE], title="A title"))
    (page,) = opened.pages
    assert (opened.title, page.number, page.width, page.height) == ("A title", 1, 600, 800)
    assert [(word.text, word.size, word.bold) for word in page.words] == [
        ("The", 10, False),
        ("ferry", 10, False),
        ("sank.", 10, False),
        ("Bold", 20, True),
    ]
    first = page.words[0]
    assert (round(first.left), round(first.base)) == (60, 100)
    assert first.left < first.right < page.words[1].left
    assert first.top < first.base <= first.bottom


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_that_is_turned_is_read_as_it_is_seen(turned: int) -> None:
    """Words run across the page as it lies in the file; those that run along the page as it is seen are read."""
    (page,) = pages_here(pdf([PAGE], turned=turned)).pages
    assert (page.width, page.height) == ((800, 600) if turned % 180 else (600, 800))
    assert page.words == ()


def test_pictures_are_counted() -> None:
    """Those of some size."""
    pages = pages_here(pdf([PAGE, []], picture=[2])).pages
    assert [(page.pictures, bool(page.words)) for page in pages] == [(0, True), (1, False)]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4", "damaged"),
        (pdf([PAGE])[:300], "damaged"),
        (objects_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R]/Count 9999>>"]), "9999 pages"),
        (objects_pdf([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[]/Count 0>>"]), "damaged"),
    ],
)
def test_what_cannot_be_opened_is_named(data: bytes, said: str) -> None:
    """With what to do."""
    with pytest.raises(InputError, match=said):
        pages_here(data)


def test_a_page_of_too_many_characters_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """As is a file of too many."""
    monkeypatch.setattr(page_words, "MOST_PAGE_CHARS", 10)
    with pytest.raises(InputError, match="page 1 has"):
        pages_here(pdf([PAGE]))
    monkeypatch.undo()
    monkeypatch.setattr(page_words, "MOST_CHARS", 10)
    with pytest.raises(InputError, match="more than 10 characters"):
        pages_here(pdf([PAGE]))


def test_a_page_that_is_missing_has_no_words() -> None:
    """The others are read."""
    broken = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R 9 0 R]/Count 2>>"]
    fonts = b"<</Font<</R 5 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources " + fonts + b">>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    data = objects_pdf([*broken, page, stream(b"BT /R 9 Tf 50 700 Td (It rains.) Tj ET"), font])
    pages = pages_here(data).pages
    assert [word.text for page in pages for word in page.words] == ["It", "rains."]
