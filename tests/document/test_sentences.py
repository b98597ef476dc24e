"""Tests of the sentence boundaries inside one paragraph."""

from __future__ import annotations

import pytest
import sentencex
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.sentences import CAP, split, split_marked
from summarizer.languages.registry import languages

# Language, and the sentences that the text joined by their own spaces must be split into.
HARD_CASES: list[tuple[str, list[str]]] = [
    ("en", ["He met Mr. Smith.", "Then he left."]),
    ("en", ["Dr. A. B. Jones Jr. of the U.S. Navy spoke.", "Nobody listened."]),
    ("en", ["J. R. R. Tolkien wrote it."]),
    ("en", ["Ms. Poe won.", "“Ms. Doe lost.”", "Mx. Roe came too."]),
    ("en", ["Smith resigned in May.", "Jones followed in May 2020.", "Theresa May. Jones."]),
    ("en", ["It rose 3.5 percent.", "It fell 2.1 percent."]),
    ("en", ["He waited…", "Then he left."]),
    ("en", ["She looked up...", "Nothing moved."]),
    ("en", ["He waited… then he left."]),
    ("en", ["I… I do not know."]),
    ("en", ["See Eq. 2.1 for the proof.", "It is short."]),
    ("en", ["See Fig. 3 and Eqs. 4 to 6."]),
    ("en", ["As ch. 3 says, it is late."]),
    ("en", ["It appeared in vol. 2, pp. 12-14, para. 3."]),
    ("en", ["It weighs approx. 1.5 tonnes.", "It is heavy."]),
    ("en", ["The house (est. 1990) burned.", "It was old."]),
    ("en", ["He left at 5 a.m. Monday.", "She stayed."]),
    ("en", ["We met at 9 a.m. EST on the bridge."]),
    ("en", ["We met at 9 a.m.", "The room was cold."]),
    ("en", ["He lives in the U.S.", "The dollar fell."]),
    ("en", ["He works for Apple Inc. in Cork."]),
    ("en", ["He visited St. John's.", "It rained."]),
    ("en", ["On Dec. 12 he died.", "On Jan. 5 she did."]),
    ("en", ["Use tools, e.g. a hammer, i.e. a heavy one."]),
    ("en", ['"Is it?" he asked.', '"Yes."', "She left."]),
    ("en", ["“He came.”", "Then he left."]),
    ("en", ['"It is bad," he said.', '"He came late.', "We lost."]),
    ("en", ["(It was late.)", "He said nothing."]),
    ("en", ["He said nothing (it was late)."]),
    ("en", ["See https://example.org/a.b?c=d.html for more.", "Then stop."]),
    ("en", ["Write to a.b@example.org.", "Wait."]),
    ("en", ["Version 2.0.1 is out.", "Get it."]),
    ("en", ["Steps: 1. Open it.", "2. Close it.", "3. Go."]),
    ("en", ["What?!", "No!!", "Yes."]),
    ("en", ["The price is $5.00.", "That is a lot."]),
    ("en", ["No. 5 won.", "No. 6 lost."]),
    ("en", ["It works 👍.", "Really 😀!", "Good."]),
    ("de", ["Am 3. Oktober 1990 war es so.", "Dann kam er."]),
    ("de", ["Im 19. Jahrhundert war das so.", "Heute nicht."]),
    ("de", ["Das geschah im Raum 3.", "Dann kam er."]),
    ("de", ["Siehe Nr. 5 und z. B. das.", "Vgl. S. 12."]),
    ("de", ["»Komm!« sagte er.", "Er ging."]),
    ("de", ["Er hatte… Angst."]),
    ("fr", ["« Bonjour. » dit-il.", "Puis il sortit."]),
    ("fr", ["M. Dupont est parti.", "Il pleut."]),
    ("fr", ["Il a dit : « Oui ! »", "Puis il sortit."]),
    ("es", ["¿Qué?", "¡No!", "El Sr. Pérez vino.", "Fin."]),
    ("ar", ["هل هذا صحيح؟", "نعم.", "انتهى."]),
    ("hi", ["यह सच है।", "वह गया।", "क्या?"]),
    ("ru", ["Это правда.", "Он ушёл!"]),
]
UNSPACED: list[tuple[str, list[str]]] = [
    ("zh", ["他说：“好。”", "然后走了。", "真的吗？", "是的！"]),
    ("zh", ["股价下跌。", "2012年，公司成立。", "他说：“我们赢了。2013年更好。”"]),
    ("ja", ["「いい…。」と彼は言った。", "次の文。"]),
    ("ja", ["彼は「駄目だ！」って叫んだ。", "終わり。"]),
    ("ja", ["今日は晴れ。", "明日は雨。"]),
]


@pytest.mark.parametrize(("language", "parts"), HARD_CASES)
def test_hard_cases(language: str, parts: list[str]) -> None:
    """Abbreviations, numbers, initials, quotations, ellipses and other scripts are split as a reader would."""
    text = " ".join(parts)
    assert [text[a:b] for a, b in split(text, language=language)] == parts


@pytest.mark.parametrize(("language", "parts"), UNSPACED)
def test_scripts_without_spaces(language: str, parts: list[str]) -> None:
    """Chinese and Japanese sentences follow one another without a space."""
    text = "".join(parts)
    assert [text[a:b] for a, b in split(text, language=language)] == parts


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x85", "\f"])
def test_line_break_inside_a_sentence(end: str) -> None:
    """A hard line break is a space: it neither ends a sentence nor stays at one's edge."""
    text = f"He met Mr.{end}Smith there.{end}Then he left."
    assert [text[a:b] for a, b in split(text, language="en")] == [f"He met Mr.{end}Smith there.", "Then he left."]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("**It was late.** He left.", ["**It was late.**", "He left."]),
        ("He left. **It was late.**", ["He left.", "**It was late.**"]),
        ("It rose.[^1] It fell.", ["It rose.[^1]", "It fell."]),
        ("See [the page.](http://a.b/c.d) Then go.", ["See [the page.](http://a.b/c.d)", "Then go."]),
        ("Use `a. B` here. Then go.", ["Use `a. B` here.", "Then go."]),
    ],
)
def test_markup_goes_with_its_sentence(text: str, parts: list[str]) -> None:
    """Marks stay with the sentence they touch, and a full stop before them still ends it."""
    assert [text[a:b] for a, b in split_marked(text, language="en")] == parts


def test_cap_cuts_at_a_space() -> None:
    """A sentence over the cap is cut between words, and no piece is longer than the cap."""
    text = "word " * 5000
    found = split(text, language="en")
    assert len(found) > 1
    assert all(b - a <= CAP for a, b in found)
    assert {word for a, b in found for word in text[a:b].split()} == {"word"}


def test_long_paragraph_is_split_as_a_short_one() -> None:
    """The windows leave no trace: a paragraph of many times the cap has the sentences that its parts have."""
    one = "Mr. Smith went home at 5 p.m. and slept. Then he woke! Was it late? "
    text = one * 1000
    assert [text[a:b] for a, b in split(text, language="en")] == [one[a:b] for a, b in split(one, language="en")] * 1000


PIECES = st.sampled_from(
    [
        "a",
        "B",
        "ß",
        "İ",
        "½",
        "é",
        "😀",
        "日本",
        "。",
        "「",
        "」",
        "と",
        ". ",
        "! ",
        "…",
        " ",
        "\n",
        "\r\n",
        "\u2028",
        "\xa0",
        "3",
        "Mr.",
        "Eq. ",
        "**",
        "_",
        "`",
        "[",
        "](u)",
        "(",
        ")",
        "M. ",
        "a.m. ",
        "Monday",
        "؟",
        "।",
        "\x00",
        "\u200b",
        "&amp;",
        "<b>",
    ]
)
TEXTS = st.lists(PIECES, max_size=60).map("".join)


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, language=st.sampled_from(["", "en", "de", "fr", "ja", "zz"]))
def test_law(text: str, language: str) -> None:
    """Sentences are ordered, disjoint and trimmed, and every non-space character lies in exactly one."""
    for splitter in (split, split_marked):
        here = 0
        for start, end in splitter(text, language=language):
            assert here <= start < end <= len(text)
            assert not text[here:start].strip()
            assert text[start:end] == text[start:end].strip()
            here = end
        assert not text[here:].strip()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Yan et al. [12] studied sea levels.", "en"),
        ("Yan et al.[12] studied sea levels.", "en"),
        ("Yan et al. [12, 13] [14] studied sea levels.", "en"),
        ("Berg et al. [3] and Li et al. [4] agree.", "en"),
        ("The firm Acme Inc. [3] closed.", "en"),
        ("He came to the U.S. [4] in May.", "en"),
        ("See Fig. [3] for it.", "en"),
        ("It cost approx. $5 million.", "en"),
        ("It cost approx. US$5 million.", "en"),
        ("It cost approx. €5 million.", "en"),
        ("It took approx. ~5 days.", "en"),
        ("It took approx. ±5 days.", "en"),
        ("It was in vol. ±5 then.", "en"),
        ("Smith & Co. & Sons closed.", "en"),
        ("Es kostete ca. €5 Mio. im Mai.", "de"),
        ("Siehe Abb. [3] im Text.", "de"),
    ],
)
def test_an_abbreviation_before_a_sign_ends_nothing(text: str, language: str) -> None:
    """A reference in brackets, a currency sign, "&", "~" or "±" behind an abbreviation goes on with its sentence."""
    assert split(text, language=language) == [(0, len(text))]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("He left. [12] She came.", "She came."),
        ("It was bought by Acme Inc. [3] The firm closed.", "The firm closed."),
        ("The war ended. [3] iPhone sales rose.", "iPhone sales rose."),
        ("Costs rose. $5 million was paid.", "$5 million was paid."),
        ("They have begun asking riddles.--I believe I can guess that.", "--I believe I can guess that."),
    ],
)
def test_such_a_sign_behind_a_whole_sentence_does(text: str, second: str) -> None:
    """Where no abbreviation stands before it, or a capital opens what follows a reference, a sentence ends."""
    start, end = split(text, language="en")[-1]
    assert text[start:end] == second


@given(
    st.lists(
        st.sampled_from(["Go", "went", "Mr", "19", "中", "é", " ", ", ", "'", "’s", '"', "“", "”", "—", "--"]),
        min_size=1,
    ),
    st.sampled_from(["", ".", "!", "?", "…"]),
    st.sampled_from(["", '"', "”", "’"]),
    st.sampled_from([record.code for record in languages()]),
)
def test_plain_words_up_to_a_mark_are_one_sentence(words: list[str], mark: str, closer: str, language: str) -> None:
    """What is left out of the search for boundaries has none: sentencex finds none there in any language."""
    text = "".join(words).strip() + mark + closer
    assert len(sentencex.get_sentence_boundaries(language, text)) <= 1
    assert len(split(text, language=language)) <= 1


def test_a_full_stop_ends_no_thai_sentence() -> None:
    """It stands behind the letters of a short form, as in the name of the Buddhist era."""
    text = "ตลาดแห่งนี้เปิดมาตั้งแต่ปี พ.ศ. 2498 และมีแผงค้า 240 แผง"
    assert split(text, language="th") == [(0, len(text))]
