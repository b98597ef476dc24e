"""The words of a paragraph, as they are read."""

from __future__ import annotations

import pytest
from made_files import W, p

from summarizer.document.readers.zipped.docx_words import words_of
from summarizer.document.readers.zipped.xml_tree import tree_of


def read(*runs: str) -> str:
    """The words of a paragraph of these runs, with notes in brackets."""
    paragraph = tree_of(p(*runs).replace("<w:p>", f'<w:p xmlns:w="{W}" xmlns:m="{W}/officeDocument/math">', 1).encode())
    return "".join(f"[{piece.note}]" if piece.note else piece.words for piece in words_of(paragraph))


def run(words: str, properties: str = "") -> str:
    """A run with properties."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>"


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        (("It ", "rained."), "It rained."),
        (("It ", f"<w:ins>{run('really')}</w:ins>", f"<w:del>{run('never')}</w:del>", " rained."), "It really rained."),
        (("See ", f"<w:hyperlink>{run('the page')}</w:hyperlink>", "."), "See the page."),
        (("12", run("3", '<w:vertAlign w:val="superscript"/>')), "12³"),
        (("H", run("2", '<w:position w:val="-6"/>'), "O"), "H₂O"),
        (("x", run("2", '<w:position w:val="0"/>')), "x2"),
        (("It", run(" secretly", "<w:vanish/>"), " rained."), "It rained."),
        (("It", run(" really", '<w:vanish w:val="0"/>'), " rained."), "It really rained."),
        (("one", "<w:r><w:tab/></w:r>", "two"), "one two"),
        (("re", "<w:r><w:noBreakHyphen/></w:r>", "sign", '<w:r><w:br w:type="page"/></w:r>', "."), "re-sign."),
        (("<w:r><w:instrText>PAGE</w:instrText></w:r>", "4"), "4"),
        (("a", '<w:r><w:footnoteReference w:id="2"/></w:r>'), "a[('footnote', '2')]"),
        (("<m:oMath><m:r><m:t>E=m</m:t></m:r></m:oMath>", "."), "E=m."),
    ],
)
def test_what_is_read(runs: tuple[str, ...], words: str) -> None:
    """Insertions and links are, deletions, hidden words and instructions are not; raised digits are small."""
    assert read(*runs) == words
