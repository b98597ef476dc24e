"""The pages of a PDF as pictures with boxes on them."""

from __future__ import annotations

import io
import sys
import zlib
from base64 import b64decode
from collections.abc import Sequence
from pathlib import Path

import pytest
from browser import Browser
from PIL import Image

import summarizer
from summarizer import InputError, MissingExtra, Origin, Result
from summarizer.fragments.elements import together
from summarizer.render.page.source.page_images import page_images
from summarizer.text.span import Span

TEXT = "The port closes on 3 May.\n\nIt handled 40 ships a year."


def pdf_of(pages: Sequence[str]) -> bytes:
    """A PDF with a line of text on each page, made by hand."""
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for line in pages:
        content = zlib.compress(f"BT /F1 18 Tf 60 700 Td ({line}) Tj ET".encode("latin-1"))
        head = f"<< /Length {len(content)} /Filter /FlateDecode >>\nstream\n".encode()
        objects.append(head + content + b"\nendstream")
        page = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R "
        objects.append(f"{page}/Resources << /Font << /F1 3 0 R >> >> >>".encode())
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>".encode()
    written, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(written))
        written += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    table = b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    end = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(written)}\n%%EOF\n"
    return written + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode() + table + end.encode()


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The PDF that the text was read from."""
    path = tmp_path_factory.mktemp("pdf") / "port.pdf"
    path.write_bytes(pdf_of(TEXT.split("\n\n")))
    return path


@pytest.fixture(scope="module")
def result() -> Result:
    """A result of it, whose places have pages and boxes."""
    made = summarizer.summarize(TEXT, model=None)
    origins = (
        Origin(start=0, end=25, page=1, box=(0.1, 0.14, 0.5, 0.18)),
        Origin(start=27, end=len(TEXT), page=2, box=(0.1, 0.14, 0.5, 0.18)),
    )
    return made.model_copy(update={"document": made.document.model_copy(update={"origins": origins})})


def test_each_page_is_a_picture_with_its_boxes(pdf: Path, result: Result) -> None:
    """In the file itself; a box lies where the origin says, and names the places on it."""
    figures = list(page_images(pdf, origins=result.document.origins, places=[Span(4, 8), Span(0, 60)]))
    assert len(figures) == 2
    assert 'x="10.00%" y="14.00%" width="40.00%" height="4.00%" data-e="e0-60 e4-8"' in figures[0]
    assert 'data-e="e0-60"' in figures[1]
    data = figures[0].split("base64,")[1].split('"')[0]
    with Image.open(io.BytesIO(b64decode(data))) as picture:
        assert picture.size == (1100, 1557)
        assert picture.getextrema() != ((255, 255),) * 3


def test_a_page_without_a_place_has_no_box(pdf: Path, result: Result) -> None:
    """Nor has one whose origin has none."""
    bare = [origin.model_copy(update={"box": None}) for origin in result.document.origins]
    assert "svg" not in together(page_images(pdf, origins=bare, places=[Span(0, 8)]))
    assert "data-e" not in list(page_images(pdf, origins=bare, places=[Span(0, 8)]))[1]


def test_what_cannot_be_shown_is_an_error(pdf: Path, result: Result, tmp_path: Path) -> None:
    """A text that was read from no page, and a file that is no PDF, or not there."""
    with pytest.raises(InputError, match="has nothing to show"):
        list(page_images(pdf, origins=[], places=[]))
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.4 and no more")
    for path in (broken, tmp_path / "none.pdf", tmp_path):
        with pytest.raises(InputError, match="is no PDF that can be shown"):
            result.to_html(original=path)


def test_a_place_is_lit_on_its_page(browser: Browser, pdf: Path, result: Result) -> None:
    """Pages are shown first; the box of a statement lights, is scrolled to, and leads back; the text is a choice."""
    browser.open(result.to_html(original=pdf))
    fact = result.facts[0]
    name = f"e{fact.evidence[0].start}-{fact.evidence[0].end}"
    browser.one("#f1").click()
    lit = browser.all("#source rect.lit")
    assert [one.get_attribute("data-e") for one in lit] == [name]
    box = browser.run("const b = arguments[0].getBoundingClientRect(); return [b.top, b.bottom, innerHeight]", lit[0])
    assert 0 <= box[0] < box[1] <= box[2]
    shares = browser.run(
        "const [b, p] = [...arguments].map(e => e.getBoundingClientRect());"
        "return [(b.left - p.left) / p.width, (b.top - p.top) / p.height, b.width / p.width, b.height / p.height]",
        lit[0],
        browser.one(".sheet img"),
    )
    assert shares == pytest.approx([0.1, 0.14, 0.4, 0.04], abs=0.01)  # where the origin says, on the picture
    assert browser.events().errors == []
    browser.run("arguments[0].dispatchEvent(new MouseEvent('click', {bubbles: true}))", lit[0])
    assert fact.statement in browser.one("#stands").text
    browser.run("document.querySelector('#view-text').click()")
    assert browser.one("#source .article").is_displayed()
    assert not browser.one(".sheet").is_displayed()
    assert browser.serious() == []


def test_without_the_extra_its_name_is_said(pdf: Path, result: Result, monkeypatch: pytest.MonkeyPatch) -> None:
    """And how to install it."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtra, match=r"summarizer\[pdf\]"):
        result.to_html(original=pdf)
