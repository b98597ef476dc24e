"""Folding: what becomes the same, what must stay different, and the way back."""

from __future__ import annotations

import re
import sys
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.errors import InputError
from summarizer.text.fold import Folded, fold, folded
from summarizer.text.span import Span

NASTY = st.lists(
    st.sampled_from(
        [
            *"aAbZiIσΣß \n\t-'\"`.,5%<=",
            *"“”’‘«»—–‐−…½²µ€‰ﬁﬃŉİıÅéǅ中か",
            *"\u00a0\u2009\u3000\u00ad\u200b\u200d\u2060\ufeff\ufe0f\x00\x1c\x85",
            *"\u0301\u0323\u0345\u0338\u3099\uff9e\uff76\u1100\u1161\u11a8\uac00\u0e33\u093c\uff11\uff21\uff40",
            "\r\n",
            "-\n",
            "-\r\n",
            "\u2010\n",
            "\u00ad\n",
            "\ud800",
            "\udc00",
            "😀",
        ]
    )
    | st.characters(),
    max_size=14,
).map("".join)


@given(NASTY)
@example("e\u00ad\u0301")
@example("a\u00ad\nb")
@example("A\u00ad\nb")
@example("a \u00ad\nb")
@example("x\u0301\u0323")
@example("\u0345\u0301α")
def test_folding_is_idempotent(text: str) -> None:
    """A folded text folds to itself, and `folded` is the text of `fold`."""
    assert folded(folded(text)) == folded(text) == fold(text).text


def test_every_character_folds_to_a_fixed_point() -> None:
    """No code point, alone or between letters, needs a second folding."""
    for first in range(0, sys.maxunicode + 1, 256):
        text = "x y".join(map(chr, range(first, first + 256)))
        once = folded(text)
        assert folded(once) == once, f"block U+{first:04X}"


@given(NASTY, st.data())
def test_a_range_leads_back_to_what_it_was_folded_from(text: str, data: st.DataObject) -> None:
    """The span of a range folds to a text that holds the range, and to the range itself if no character is cut."""
    copy = fold(text)
    start = data.draw(st.integers(0, len(copy.text)))
    end = data.draw(st.integers(start, len(copy.text)))
    span = copy.span(start, end)
    assert 0 <= span.start <= span.end <= len(text)
    again = folded(span.of(text))
    wanted = copy.text[start:end]
    if re.match("[-\u2010\u00ad]\r?\n", span.of(text)):
        return  # whether the break after a hyphen stays hangs on the word before, which the range leaves out
    assert wanted in again
    # A range widened to whole source characters is a fixed point: both its ends lie between two of them.
    if _is_between_characters(copy, start) and _is_between_characters(copy, end):
        assert again.strip() == wanted.strip()


def _is_between_characters(copy: Folded, place: int) -> bool:
    return place in {0, len(copy.text)} or copy.span(place - 1, place).end <= copy.span(place, place + 1).start


@given(NASTY)
def test_spans_of_characters_are_ordered_and_the_whole_covers_them(text: str) -> None:
    """Later characters of the copy come from later places, and only ignorable characters lie between them."""
    copy = fold(text)
    spans = [copy.span(i, i + 1) for i in range(len(copy.text))]
    assert all(a == b or a.end <= b.start for a, b in pairwise(spans))
    if spans:
        assert copy.span(0, len(spans)) == Span(spans[0].start, spans[-1].end)


@given(st.text(st.characters(max_codepoint=127)))
def test_plain_ascii_changes_only_in_case_and_white_space(text: str) -> None:
    """ASCII words keep their characters, but for case, backticks, and hyphens at a line's end."""
    text = text.replace("-", "").replace("`", "")
    assert folded(text).split() == text.lower().split()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("“It’s” — he said…", '"it\'s" - HE said...'),
        ("«Да», – сказал он", '"да", - Сказал он'),
        ("a\u00a0b\u2009c\u3000d", "a b c d"),
        ("a \n\t b\r\n\r\nc", "a b c"),
        ("co\u00adoperate zero\u200bwidth \ufeffmark", "cooperate zerowidth mark"),
        ("inter-\nnational", "inter-national"),
        ("inter\u2010\r\nnational", "inter-national"),
        ("inter\u00ad\nnational", "international"),
        ("Stratford-upon-\nAvon", "stratford-upon-avon"),
        ("2019-\r\n2021, covid-\n19, UK-\nbased", "2019-2021, covid-19, uk-based"),
        ("UK\u00ad\nbased", "ukbased"),
        ("Que\u0301-\nBec", "qué-bec"),
        ("a -\n5", "a - 5"),
        ("ﬁnance eﬃcient", "finance efficient"),
        ("ＡＢＣ １２３％ ￥５", "abc 123% ¥5"),
        ("cafe\u0301 A\u030a", "café å"),
        ("STRASSE ΣΊΣΥΦΟΣ", "straße σίσυφος"),
        ("−5 °C", "-5 °c"),
        ("İstanbul", "istanbul"),
        ("ｶﾞ", "ガ"),
        ("\u1112\u1161\u11ab", "한"),
        ("❤\ufe0f", "❤"),
    ],
)
def test_typography_folds_away(one: str, other: str) -> None:
    """Texts that a reader takes for the same fold to the same."""
    assert folded(one) == folded(other)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("inter-\nnational", "international"),
        ("inter\u2010\r\nnational", "international"),
        ("Stratford-upon-\nAvon", "stratford-upon-avon"),
        ("2019-\r\n2021, covid-\n19, UK-\nbased", "2019-2021, covid-19, uk-based"),
        ("Que\u0301-\nBec", "qué-bec"),
        ("a -\n5", "a - 5"),
        ("well-known", "well-known"),
    ],
)
def test_words_are_joined_where_that_is_asked_for(text: str, joined: str) -> None:
    """Small letters on both sides of a line's end join, and every place leads back."""
    copy = fold(text, joining=True)
    assert copy.text == joined
    assert copy.span(0, len(joined)) == Span(0, len(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("½", "1/2"),
        ("m²", "m2"),
        ("10²", "102"),
        ("5%", "5‰"),
        ("$5", "€5"),
        ("-5", "5"),
        ("1,200", "1.200"),
        ("26 000", "26000"),
        ("A-\nb", "Ab"),
        ("a-\nB", "aB"),
        ("it fell -\n5 men", "it fell -5 men"),
        ("5-\n6", "56"),
        ("a-\n\nb", "ab"),
        ("well-known", "wellknown"),
        ("inter-\nnational", "international"),
        ("café", "cafe"),
        ("resume", "résumé"),
    ],
)
def test_meaning_stays(one: str, other: str) -> None:
    """Digits, signs, units, accents and hyphens that may mean something stay distinct."""
    assert folded(one) != folded(other)


def test_a_place_leads_back_across_every_kind_of_change() -> None:
    """The words of a folded copy are found in the source with their own typography."""
    text = "  The “ﬁrst” cof\u00adfee—inter-\nnational\u00a0\u00a0E\u0301clair… 5 %"
    copy = fold(text)
    for word, source in [
        ("first", "ﬁrst"),
        ("coffee", "cof\u00adfee"),
        ("inter-national", "inter-\nnational"),
        ("éclair", "E\u0301clair"),
        ("...", "…"),
        ("5 %", "5 %"),
    ]:
        start = copy.text.index(word)
        assert copy.span(start, start + len(word)).of(text) == source


def test_marks_that_change_their_order_lead_back_together() -> None:
    """Two marks are put in canonical order, so that each of them comes from the whole cluster."""
    copy = fold("ax\u0301\u0323b")
    assert copy.text == "ax\u0323\u0301b"
    assert {copy.span(i, i + 1) for i in (1, 2, 3)} == {Span(1, 4)}
    assert copy.span(4, 5) == Span(4, 5)


@given(NASTY, st.integers(-3, 20), st.integers(-3, 20))
def test_a_range_outside_is_an_error(text: str, start: int, end: int) -> None:
    """Only half-open ranges of the copy are accepted, and the message names the range."""
    copy = fold(text)
    if 0 <= start <= end <= len(copy.text):
        copy.span(start, end)
    else:
        with pytest.raises(InputError, match=f"{start}:{end}"):
            copy.span(start, end)
