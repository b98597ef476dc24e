"""What is left out of a listing is named in one line."""

from __future__ import annotations

from summarizer.document.document import Document
from summarizer.document.surroundings.asides import Asides, aside_line
from summarizer.text.span import Span

PAGE = """The port of Lund closes on 3 May, the harbour board said on Monday.

Photo: Ines Dahl

It handled 40 ships a year until the canal was dug in the north of the town.

© 2024 Lund Observer. All rights reserved.
"""


def test_an_aside_says_what_it_is_how_much_and_how_it_begins() -> None:
    """One line, without a number."""
    document = Document.of(PAGE)
    caption, legal = document.surroundings
    assert aside_line(caption, prose=document.prose) == '[aside] caption, 1 line: "Photo: Ines Dahl"'
    assert (
        aside_line(legal, prose=document.prose)
        == '[aside] legal, 2 lines: "© 2024 Lund Observer. All rights reserved."'
    )


def test_a_long_one_is_cut_behind_a_word() -> None:
    """So that it stays one short line whatever it holds."""
    document = Document.of(PAGE.replace("Ines Dahl", "Ines Dahl/The Weekly Observer of the Port of Lund"))
    assert aside_line(document.surroundings[0], prose=document.prose).endswith(' Weekly Observer of the…"')


def test_the_text_has_a_line_in_the_place_of_each() -> None:
    """And is otherwise as it was."""
    document = Document.of(PAGE)
    asides = Asides(document.surroundings, text=PAGE, prose=document.prose)
    end = PAGE.index("It handled")
    assert asides.text(Span(0, end)) == PAGE[:end].replace(
        "Photo: Ines Dahl", '[aside] caption, 1 line: "Photo: Ines Dahl"'
    )
    assert asides.within(Span(0, end)) == document.surroundings[:1]
    assert asides.sentences == {1, 3, 4}


def test_nothing_left_out_leaves_the_text() -> None:
    """To the letter."""
    document = Document.of(PAGE)
    assert Asides((), text=PAGE, prose=document.prose).text(Span(5, 90)) == PAGE[5:90]
