"""Files made by hand for tests: PDFs of words at places, DOCX and EPUB of parts."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from typing import NamedTuple

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:styleId="berschrift2"><w:name w:val="heading 2"/></w:style>
<w:style w:styleId="own"><w:name w:val="My own"/><w:basedOn w:val="berschrift2"/></w:style>
<w:style w:styleId="level"><w:name w:val="X"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="V"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="Q"><w:name w:val="Intense Quote"/></w:style>
<w:style w:styleId="round"><w:name w:val="Y"/><w:basedOn w:val="round"/></w:style>
</w:styles>"""
NUMBERS = f"""<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""


class At(NamedTuple):
    """Words on a page, in points from the left and the top."""

    x: float
    y: float
    words: str
    size: float = 10
    bold: bool = False


def objects_pdf(objects: Sequence[bytes], *, more: bytes = b"") -> bytes:
    """A PDF of objects, of which the first is its catalog; `more` goes into its trailer."""
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, more, len(out))
    return out + head + table + end


def stream(data: bytes, *, more: bytes = b"") -> bytes:
    """An object that is a packed stream."""
    packed = zlib.compress(data, 9)
    return b"<</Length %d/Filter/FlateDecode%b>>stream\n%b\nendstream" % (len(packed), more, packed)


def pdf(pages: Sequence[Sequence[At]], *, title: str = "", turned: int = 0, picture: Sequence[int] = ()) -> bytes:
    """A PDF of these words on pages of 600 by 800 points; those numbered in `picture` have one that fills them."""
    fonts = [
        b"<</Type/Font/Subtype/Type1/Encoding/WinAnsiEncoding/BaseFont/%b>>" % f
        for f in (b"Helvetica", b"Helvetica-Bold")
    ]
    image = stream(
        b"\x80", more=b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceGray"
    )
    info = b"<</Title(%b)>>" % title.encode("latin-1")
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b"", *fonts, image, info]
    kids = []
    for number, page in enumerate(pages, start=1):
        words = b"".join(
            b"BT /%b %g Tf %g %g Td (%b) Tj ET\n"
            % (b"B" if at.bold else b"R", at.size, at.x, 800 - at.y, _escaped(at.words))
            for at in page
        )
        shown = b"q 600 0 0 800 0 0 cm /I Do Q\n" if number in picture else b""
        objects.append(stream(shown + words))
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Rotate %d/Contents %d 0 R"
            b"/Resources<</Font<</R 3 0 R/B 4 0 R>>/XObject<</I 5 0 R>>>>>>" % (turned, len(objects))
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<</Type/Pages/Kids[%b]/Count %d>>" % (b" ".join(kids), len(kids))
    return objects_pdf(objects, more=b"/Info 6 0 R")


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def lines(words: Sequence[str], *, x: float = 60, y: float = 80, step: float = 12, size: float = 10) -> list[At]:
    """Lines of text below each other."""
    return [At(x, y + step * number, line, size) for number, line in enumerate(words)]


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            packed.writestr(name, part)
    return data.getvalue()


def docx(body: str, *, parts: Mapping[str, str] | None = None) -> bytes:
    """A DOCX whose body is this XML, in the namespace `w`, with other parts of that namespace."""
    document = f'<w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return archive({"[Content_Types].xml": "<Types/>", "word/document.xml": document, **(parts or {})})


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph of a DOCX: runs are words, or XML that begins with `<`."""
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(run if run.startswith("<") else f'<w:r><w:t xml:space="preserve">{run}</w:t></w:r>' for run in runs)
    return f"<w:p><w:pPr>{styled}{properties}</w:pPr>{inner}</w:p>"


def epub(chapters: Mapping[str, str], *, metadata: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    """An EPUB of chapters by their names, each the inside of a body."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{metadata}</metadata><manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OEBPS/a.opf"/></rootfiles></container>'
    )
    bodies = {
        f"OEBPS/{name}": f'<html xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head><body>{body}</body></html>'
        for name, body in chapters.items()
    }
    named = {"mimetype": "application/epub+zip", "META-INF/container.xml": container, "OEBPS/a.opf": package}
    return archive({**named, **bodies, **(parts or {})})
