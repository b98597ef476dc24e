"""A DOCX is read into Markdown, with the heading of each paragraph."""

from __future__ import annotations

from pathlib import Path

import pytest
from made_files import NUMBERS, STYLES, W, archive, docx, p

from summarizer.document.document import Document
from summarizer.document.readers.zipped.docx import is_docx, read_docx
from summarizer.errors import InputError

FILES = Path(__file__).parents[1] / "files"
PARTS = {"word/styles.xml": STYLES, "word/numbering.xml": NUMBERS}
TABLE = "<w:tbl>{}</w:tbl>"


def row(*cells: str) -> str:
    """A row of a table."""
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


def test_a_document_of_a_common_program() -> None:
    """What LibreOffice writes: headings, nested and counted items, a table, raised digits."""
    document = Document.of(FILES / "harbour.docx")
    assert (document.format, document.title, document.unused) == ("docx", "Harbour report", ())
    assert document.text == (FILES / "harbour.md").read_text("utf-8").rstrip("\n")
    said = {document.text[one.start : one.end]: one.label for one in document.origins}
    assert said["Service is to resume on 22 April. Use a \\* b and 1 < 2."] == "Outlook"
    assert said["38"] == "table 1, row 3, column 2"


def test_blocks_and_notes() -> None:
    """The title is the first heading; a note stands at the end, by its number; what is left out is told."""
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2">{p("By hand.")}</w:footnote></w:footnotes>'
    core = "<c xmlns:dc='x'><dc:title>Other</dc:title><dc:language>de-DE</dc:language></c>"
    body = (
        p("Ferry", style="T")
        + p("Cost", style="V")
        + p("Costs", style="berschrift2")
        + p("It cost much", '<w:r><w:footnoteReference w:id="2"/></w:r>', " and more.")
        + p("So it goes.", style="Q")
        + f"<w:sdt><w:sdtContent>{p('In a control.')}</w:sdtContent></w:sdt>"
        + p(" ")
    )
    data = docx(body, parts={**PARTS, "word/footnotes.xml": note, "docProps/core.xml": core})
    read = read_docx(data)
    assert read.text == (
        "# Ferry\n\n### Costs\n\nIt cost much[^1] and more.\n\n> So it goes.\n\nIn a control.\n\n[^1]: By hand."
    )
    assert (read.title, read.language, [one.line for one in read.unused]) == ("Ferry", "de", ["a table of contents"])
    assert [(read.text[o.start : o.end], o.path) for o in read.origins][-1] == ("By hand.", "footnote 1")


def test_tables_of_data_stay_tables_and_layout_is_prose() -> None:
    """One column, or long cells, are paragraphs; cells that go on are empty."""
    spans = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    merged = "<w:tcPr><w:vMerge/></w:tcPr>"
    data = TABLE.format(row(spans + p("Both")) + row(p("a"), p("b") + p("c")) + row(merged + p(""), p("d")))
    assert read_docx(docx(data)).text == "| Both |  |\n| --- | --- |\n| a | b c |\n|  | d |"
    assert read_docx(docx(TABLE.format(row(p("One.")) + row(p("Two."))))).text == "One.\n\nTwo."
    long = "It rained all day. " * 20
    assert read_docx(docx(TABLE.format(row(p(long), p(long))))).text.count("\n\n") == 1
    assert read_docx(docx(TABLE.format(row(p(""))) + p("x"))).text == "x"


def test_pictures_and_text_boxes() -> None:
    """Pictures are counted, and the words in a box follow the paragraph that it hangs on, once."""
    drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    box = f"<w:txbxContent>{p('In the box.')}</w:txbxContent>"
    run = (
        f'<w:r><mc:AlternateContent xmlns:mc="{compatible}"><mc:Choice>{box}</mc:Choice>'
        f'<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent><a:blip xmlns:a="{drawing}"/></w:r>'
    )
    read = read_docx(docx(p("Above.", run)))
    assert read.text == "Above.\n\nIn the box."
    assert [one.line for one in read.unused] == ["a picture"]


def test_what_is_no_docx() -> None:
    """It is known by its parts; one without text is an error."""
    assert is_docx(docx(""))
    assert not is_docx(archive({"a.txt": "x"}))
    assert not is_docx(b"It rains.")
    with pytest.raises(InputError, match="no text"):
        read_docx(docx(""))
