"""A draft keeps where its pieces come from."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.document.readers.writing.draft import Draft, Place


def test_blocks_and_their_places() -> None:
    """Each piece at its place, one that goes on there is one, and a table has a row of bars below its first."""
    draft = Draft()
    assert draft.empty
    draft.begin("# ")
    draft.add("Ferry sinks", Place(page=1))
    draft.begin()
    draft.add("# no ", Place(page=2))
    draft.add("heading", Place(page=2))
    draft.mark("[^1]")
    draft.row([("Year", Place(path="a")), ("a|b", None)], first=True)
    draft.row([("", Place(path="b")), (" 2 ", Place(path="c"))], first=False)
    text, origins = draft.finished()
    assert text == "# Ferry sinks\n\n\\# no heading[^1]\n\n| Year | a/b |\n| --- | --- |\n|  | 2 |"
    assert [(text[one.start : one.end], one.page, one.path) for one in origins] == [
        ("Ferry sinks", 1, None),
        ("\\# no heading", 2, None),
        ("Year", None, "a"),
        ("2", None, "c"),
    ]
    assert [block.kind for block in Document.of(text, format="markdown").blocks] == ["heading", "paragraph", "table"]
