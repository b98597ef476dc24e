"""The marks themselves: how they nest, where they are cut, and what stands between them."""

from __future__ import annotations

import itertools

import pytest

from summarizer.render.highlights import anchor, highlighted
from summarizer.text.span import Span

SPANS = [Span(0, 3), Span(1, 5), Span(1, 3), Span(2, 6), Span(3, 3)]


def test_no_span_leaves_the_text_escaped() -> None:
    """Without spans there is no element, and every sign that HTML obeys is a reference."""
    assert highlighted("a<b> & \"c\" 'd'", []) == ("a&lt;b&gt; &amp; &quot;c&quot; &#x27;d&#x27;", ())


def test_an_id_counts_code_points_of_the_source() -> None:
    """Places are those of the text given, whatever its characters become in HTML."""
    marked = highlighted("😀<\x00z", [Span(3, 4)]).html
    assert marked == f'😀&lt;\ufffd<mark id="{anchor(Span(3, 4))}">z</mark>'
    assert anchor(Span(3, 4)) == "e3-4"


def test_the_longer_of_two_that_start_together_is_outside() -> None:
    """Spans with one start nest, the longest outermost, and none is cut."""
    found = highlighted("abc", [Span(0, 1), Span(0, 3)])
    assert found.html == '<mark id="e0-3"><mark id="e0-1">a</mark>bc</mark>'
    assert found.split == ()


def test_crossing_spans_are_cut_where_the_earlier_ends() -> None:
    """The later span goes on in an element that names it, nested as before; each piece is cut at each crossing."""
    found = highlighted("abcdef", [Span(0, 3), Span(1, 5), Span(2, 6)])
    assert found.html == (
        '<mark id="e0-3">a<mark id="e1-5">b<mark id="e2-6">c</mark></mark></mark>'
        '<mark data-of="e1-5"><mark data-of="e2-6">de</mark></mark>'
        '<mark data-of="e2-6">f</mark>'
    )
    assert set(found.split) == {Span(1, 5), Span(2, 6)}


def test_adjacent_spans_do_not_overlap() -> None:
    """A mark ends before another begins at the same place."""
    assert highlighted("ab", [Span(0, 1), Span(1, 2)]).html == '<mark id="e0-1">a</mark><mark id="e1-2">b</mark>'


def test_an_empty_span_is_a_place_without_text() -> None:
    """An empty span has its id at its place, at either end of a text and in an empty one."""
    assert highlighted("", [Span(0, 0)]).html == '<mark id="e0-0"></mark>'
    assert highlighted("a", [Span(1, 1), Span(0, 0)]).html == '<mark id="e0-0"></mark>a<mark id="e1-1"></mark>'


def test_order_and_repetition_change_nothing() -> None:
    """The same spans in any order, repeated or not, give the same marks, whatever of them is cut."""
    first = highlighted("abcdef", SPANS)
    assert first.html.count(" id=") == len(SPANS)
    for order in itertools.permutations(SPANS):
        assert highlighted("abcdef", [*order, order[0]]) == first


def test_every_part_of_a_quiet_span_is_quiet() -> None:
    """The class stands on all parts of a cut span, on no other, and a quiet span that is not marked gives nothing."""
    quiet = [Span(1, 3), Span(0, 3)]
    assert highlighted("abc", [Span(0, 2), Span(1, 3)], quiet=quiet).html == (
        '<mark id="e0-2">a<mark id="e1-3" class="quiet">b</mark></mark><mark data-of="e1-3" class="quiet">c</mark>'
    )


@pytest.mark.parametrize(
    ("text", "spans", "seen"),
    [
        ("a\rb", [], "a&#13;<br>b"),
        ("a\r\nb\rc", [], "a&#13;\nb&#13;c"),
        ("\r\n", [Span(1, 2)], '&#13;<mark id="e1-2">\n</mark>'),
        ("a\rb", [Span(0, 2)], '<mark id="e0-2">a&#13;<br></mark>b'),
    ],
)
def test_a_carriage_return_stays_and_breaks_a_line_once(text: str, spans: list[Span], seen: str) -> None:
    """CR is a reference; it draws a line break of its own only in a text without line feeds."""
    assert highlighted(text, spans).html == seen
