"""The parts of a notebook's cell: head, banner, notes, places with what the file says of them."""

from __future__ import annotations

from summarizer import Document, DocumentRecord, Evidence, Notice, Origin, Span
from summarizer.fragments.elements import tag
from summarizer.render.notebook.parts import banner, folded, foot, head, label_of, part, places_in, quiet_notes

TEXT = "# The *bridge*\n\nIt **is** shut. A ferry runs [there](https://a.example)."


def test_places_are_readable_and_labelled() -> None:
    """Of Markdown the words are shown without marks; pages and cells of the file stand beside them."""
    record = DocumentRecord.of(Document.of(TEXT, format="markdown")).model_copy(
        update={"origins": (Origin(start=0, end=20, page=4), Origin(start=20, end=99, page=5))}
    )
    start = TEXT.index("It **is** shut.")
    (place,) = places_in(record)([Evidence.cut(TEXT, Span(start, start + 15))])
    assert (place.words, place.after) == ("It is shut.", " A ferry runs there.")
    assert place.where == f"page 4; page 5, characters {start}–{start + 15}"
    plain = record.model_copy(update={"markdown": False})
    assert places_in(plain)([Evidence.cut(TEXT, Span(start, start + 15))])[0].words == "It **is** shut."


def test_places_of_a_text_that_was_left_out_are_their_words() -> None:
    """There is nothing to show around them."""
    evidence = Evidence(start=3, end=9, text="It is.")
    record = DocumentRecord.of(Document.of(TEXT)).model_copy(update={"text": None})
    for document in (None, record):
        (place,) = places_in(document)([evidence])
        assert (place.before, place.words, place.after) == ("", "It is.", "")


def test_labels_are_few() -> None:
    """A sentence over five pages names three; pages without a name are none."""
    origins = [Origin(start=0, end=1, page=page) for page in (1, 2, 2, 3, 4, 5)]
    assert label_of(origins) == "page 1; page 2; page 3; …"
    assert label_of([Origin(start=0, end=1)]) == ""


def test_a_banner_tells_what_failed_and_counts_the_rest() -> None:
    """The quiet ones stand below; where there is nothing to tell there is nothing."""
    notices = [Notice(kind="failure", message=f"Part {n} is <missing>.") for n in range(12)]
    notices.append(Notice(kind="dropped", message="1 sentence was not kept.", quiet=True))
    (shown,) = banner(notices)
    assert "<strong>Note:</strong> Part 0 is &lt;missing&gt;." in shown
    assert "and 4 more: <code>result.notices</code>" in shown
    assert "not kept" not in shown
    assert [note.count("not kept") for note in quiet_notes(notices)] == [1]
    assert banner([]) == quiet_notes([]) == []


def test_heads_and_folds() -> None:
    """Words are escaped everywhere; an empty list is none."""
    assert "<strong>a&lt;b</strong>" in head("a<b", ["c<d", "", "e"])
    assert "c&lt;d · e" in head("a<b", ["c<d", "", "e"])
    assert "<strong>x</strong>" in part("x")
    assert folded("Refused", [], count=0, room=9, all_of_it="x") == []
    assert "<summary>Refused (2)</summary>" in folded("Refused", [tag("li")] * 2, count=2, room=99, all_of_it="x")[0]
    assert foot("All: ", "f(<x>)", "") == '<p class="summarizer-foot">All: <code>f(&lt;x&gt;)</code></p>'
