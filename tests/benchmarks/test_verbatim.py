"""What the benchmark of verbatim sentences cuts, and what it counts as quoted."""

from __future__ import annotations

import verbatim


def test_sentences_are_cut_at_line_ends_and_stops() -> None:
    """Labels, fragments behind an abbreviation and short pieces are no sentences."""
    text = "Read more\nThe bridge opened on Monday morning. Mr. Smith cut the ribbon in the rain. It rained."
    assert [piece.text for piece in verbatim.plain_sentences(text)] == ["The bridge opened on Monday morning."]


def test_what_is_quoted() -> None:
    """Inside a quotation, with half of one, or in a paragraph that opens one anew."""
    text = (
        'The mayor said: "The bridge is open at last. Nobody will have to wait again.\n'
        '"Everybody may cross it from today on. The ferry will stop on Friday." He left at noon.\n'
        "The ferry had run for three years."
    )
    found = {piece.text: piece.quoted for piece in verbatim.plain_sentences(text)}
    assert found["Nobody will have to wait again."]
    assert found['"Everybody may cross it from today on.']
    assert not found["The ferry had run for three years."]


def test_chinese_sentences() -> None:
    """They end in their own full stop."""
    found = [piece.text for piece in verbatim.plain_sentences("大桥于星期一上午正式通车。他走了。")]
    assert found == ["大桥于星期一上午正式通车。"]
