"""Tables that lay a page out are told from tables of data, and these are squared."""

from __future__ import annotations

import pytest

import summarizer
from summarizer.document.document import Document

ONE = "The bridge over the old canal was closed to all traffic on Monday, the council said."
TWO = "Engineers had found cracks in two of its piers. Nobody was hurt, said Ada Corvi, the mayor of Marlow."
THREE = "A ferry carries walkers until then, every ten minutes from six in the morning."


def _document(body: str) -> Document:
    return Document.of(f"<!DOCTYPE html><html><head><title>Bridge</title></head><body>{body}</body></html>")


DIVISIONS = f"<div>{ONE}</div><div>{TWO}</div><div>{THREE}</div>"
LINKS = "".join(f"<a href=/{number}>Section</a><br>" for number in range(8))


@pytest.mark.parametrize(
    "body",
    [
        f"<table><tr><td>{LINKS}</td><td><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></td></tr></table>",
        f"<table><tr><td><a href=/>Home</a></td></tr><tr><td>{ONE}<br><br>{TWO}<br>\n<br>{THREE}</td></tr></table>",
        f"<table><tr><td><font size=2>{ONE}<br><br>{TWO}<br><br><b>{THREE}</b></font></td></tr></table>",
        f"<table><tr><td><table><tr><td>{LINKS}</td></tr></table></td><td>{DIVISIONS}</td></tr></table>",
        f"<table role=presentation><tr><td>{ONE}</td></tr><tr><td>{TWO}</td></tr><tr><td>{THREE}</td></tr></table>",
    ],
)
def test_prose_in_cells_is_prose(body: str) -> None:
    """No bars, a paragraph each, and no fact of the menu beside it."""
    document = _document(body)
    assert {block.kind for block in document.blocks} == {"paragraph"}
    text = " ".join(document.prose(sentence.span) for sentence in document.sentences)
    assert f"{ONE} {TWO}" in text
    assert THREE in text
    assert "Section" not in document.text
    assert len(document.blocks) >= 3


def _table(rows: str) -> list[list[str]]:
    """The cells of the table between two paragraphs of an article, as they come out."""
    document = _document(f"<article><p>{ONE}</p><p>{TWO}</p><table>{rows}</table><p>{THREE}</p></article>")
    assert [block.kind for block in document.blocks][-2:] == ["table", "paragraph"]
    found: dict[str, list[str]] = {}
    for origin in document.origins:
        if not origin.path:
            continue  # of a paragraph
        row = origin.path.rpartition(", column")[0]
        found.setdefault(row, []).append(document.text[origin.start : origin.end])
    return list(found.values())


def test_heads_over_heads_are_one_row() -> None:
    """What spans columns or rows is said in each."""
    assert _table(
        "<tr><th rowspan=2>Year</th><th colspan=2>Cost</th></tr><tr><th>Steel</th><th>Labor</th></tr>"
        "<tr><td>2024</td><td>5</td><td>3</td></tr><tr><td>2025</td><td>6</td><td>4</td></tr>"
    ) == [["Year", "Cost Steel", "Cost Labor"], ["2024", "5", "3"], ["2025", "6", "4"]]


def test_a_row_of_words_over_figures_heads_them() -> None:
    """Without `<th>`, as many pages have it."""
    rows = "<tr><td>Year</td><td>Cost</td></tr><tr><td>2024</td><td>5</td></tr><tr><td>2025</td><td>6</td></tr>"
    document = _document(f"<article><p>{ONE}</p><p>{TWO}</p><table>{rows}</table></article>")
    assert "| Year | Cost | \n|---|---|" in document.text


def test_a_caption_stands_above_its_table() -> None:
    """As a line that leads up to it."""
    document = _document(
        f"<article><p>{ONE}</p><p>{TWO}</p><table><caption>Costs by year</caption>"
        "<tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>5</td></tr></table></article>"
    )
    assert "Costs by year:\n\n| Year | Cost |" in document.text


def test_evidence_in_a_cell_leads_back_to_it() -> None:
    """Through a result: table, row and column."""
    rows = "<tr><th>Year</th><th>Cost</th></tr><tr><td>2024</td><td>5 million</td></tr>"
    page = f"<html><body><article><p>{ONE}</p><p>{TWO}</p><table>{rows}</table><p>{THREE}</p></article></body></html>"
    result = summarizer.summarize(page, model=None)
    row = next(origin for origin in result.document.origins if origin.label == "table 1, row 2, column 2")
    assert (result.document.text or "")[row.start : row.end] == "5 million"
