"""A PDF is opened in a process of its own, which may take so long and no longer."""

from __future__ import annotations

import io
import json
import sys
from types import SimpleNamespace

import pytest
from made_files import At, objects_pdf, pdf, stream

from summarizer.document.readers.pdf.isolated import answer, pages_of
from summarizer.document.readers.pdf.page_words import pages_here
from summarizer.errors import InputError

PAGES = pdf([[At(60, 100, "The ferry sank.")], []], title="A title", picture=[2])
NO_LIMITS = {"seconds": 10**6, "bytes": 2**60}


def shown_in_each_other(times: int) -> bytes:
    """A page of a few hundred bytes that shows a word ten to the power of so many times."""
    head = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"
    font = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
    forms = []
    for number in range(times):
        shown = b"/X Do " * 10 if number < times - 1 else b"BT /F 9 Tf (A) Tj ET"
        names = b"<</Font<</F %d 0 R>>/XObject<</X %d 0 R>>>>" % (5 + times, 6 + number)
        forms.append(stream(shown, more=b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources" + names))
    return objects_pdf([*head, page, stream(b"/X Do " * 10), *forms, font])


def test_pages_come_back_as_they_were_read() -> None:
    """Whatever they hold."""
    assert pages_of(PAGES) == pages_here(PAGES)


def test_errors_come_back_too() -> None:
    """By their message."""
    with pytest.raises(InputError, match="it is damaged, or no PDF"):
        pages_of(b"%PDF-1.4")


def test_a_page_that_takes_years_is_given_up() -> None:
    """After the seconds that a file of its size may take."""
    with pytest.raises(InputError, match="took more than 1 s"):
        pages_of(shown_in_each_other(12), seconds=1)


@pytest.mark.parametrize("data", [PAGES, b"%PDF-1.4"])
def test_what_the_process_does(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """It reads its input, and tells the pages or what is wrong in JSON."""
    out = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=out))
    answer(NO_LIMITS)
    told = json.loads(out.getvalue())
    assert set(told) in ({"title", "pages"}, {"error"})


def test_without_a_python_to_start_it_is_opened_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """As inside of another program, or where no process may be started."""
    monkeypatch.setattr(sys, "executable", "")
    assert pages_of(PAGES) == pages_here(PAGES)
    monkeypatch.setattr(sys, "executable", "/no/such/python")
    assert pages_of(PAGES) == pages_here(PAGES)
