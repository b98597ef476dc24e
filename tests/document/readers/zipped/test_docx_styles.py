"""What the styles and numberings of a DOCX mean."""

from __future__ import annotations

import pytest
from made_files import NUMBERS, STYLES, W, docx, p

from summarizer.document.readers.zipped.docx_styles import Style, Styles
from summarizer.document.readers.zipped.parts import Parts
from summarizer.document.readers.zipped.xml_tree import tree_of


def styles() -> Styles:
    """Those of a document with these parts."""
    return Styles(Parts(docx("", parts={"word/styles.xml": STYLES, "word/numbering.xml": NUMBERS})))


def style_of(known: Styles, **given: str) -> Style:
    """What a paragraph is, of this style or these properties."""
    paragraph = tree_of(p("x", **given).replace("<w:p>", f'<w:p xmlns:w="{W}">', 1).encode()).find("w:p")
    assert paragraph is not None
    return known.of(paragraph)


@pytest.mark.parametrize(
    ("style", "found"),
    [
        ("berschrift2", Style(heading=2)),
        ("own", Style(heading=2)),
        ("level", Style(heading=3)),
        ("T", Style(title=True)),
        ("V", Style(contents=True)),
        ("Q", Style(quote=True)),
        ("round", Style()),
        ("missing", Style()),
        ("", Style()),
    ],
)
def test_a_style_is_known_by_its_name_or_level(style: str, found: Style) -> None:
    """Its own, or that of the one that it is based on, in any language of the program."""
    assert style_of(styles(), style=style) == found


def test_items_are_counted() -> None:
    """From where their list begins; bullets are not, and a list that nobody defines is none."""
    known = styles()

    def item(list_id: str, level: str) -> tuple[str, int]:
        numbered = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        style = style_of(known, properties=numbered)
        return style.mark, style.depth

    assert [item("7", "0"), item("7", "1"), item("7", "0")] == [("3. ", 0), ("- ", 1), ("4. ", 0)]
    assert item("8", "0") == ("", 0)
    assert Styles(Parts(docx(""))).of(tree_of(b"<p/>")) == Style()
