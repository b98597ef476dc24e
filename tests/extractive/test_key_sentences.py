"""Which sentences are the key facts."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.extractive.key_sentences import pick_from_scores, pick_key_sentences
from summarizer.extractive.sentence_scores import score_sentences

ARTICLE = """Aldermouth suspends ferry after fire

By Marta Lindqvist, 12 March 2026

The Aldermouth Harbor Authority suspended the ferry Kittiwake for six weeks after a fire in its battery room.

He said so on Monday. Why did it burn? "We saw the smoke," a passenger said.

Photo: The ferry Kittiwake at the quay of Aldermouth on Monday morning.

The fire in the battery room of the ferry Kittiwake destroyed three of 20 battery modules.

However, this was not the first fire. It was the second.

The Aldermouth City Council will vote on 24 March on a plan to buy two more ferries.
"""
SENTENCES = [
    "The council approved the budget of the library on Tuesday.",
    "He did not agree.",
    "Why was it so late?",
    "Merrow Water replaced 31 kilometers of pipe in 2025.",
    "However, nobody knew.",
    "“We are ready,” said the mayor.",
    "Repairs to the bridge cost $1.8 million, the report says.",
    "rain",
    "北岛市交通局周一宣布推迟通车时间。",
    "Это было давно.",
]
BLOCKS = st.lists(
    st.tuples(
        st.sampled_from(["", "", "# ", "- ", "> "]), st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4)
    ),
    min_size=1,
    max_size=12,
)


def document_of(blocks: list[tuple[str, list[str]]]) -> Document:
    return Document.of("\n\n".join(mark + " ".join(row) for mark, row in blocks), format="markdown")


def proses(document: Document, count: int) -> list[str]:
    return [document.prose(document.sentences[one.sentence].body) for one in pick_key_sentences(document, count=count)]


@given(blocks=BLOCKS, count=st.integers(0, 20))
def test_picks_are_distinct_sentences_best_first(blocks: list[tuple[str, list[str]]], count: int) -> None:
    """At most as many as asked for, each a sentence of the document, none twice, importance in (0, 1] and falling."""
    document = document_of(blocks)
    picks = pick_key_sentences(document, count=count)
    assert len(picks) <= min(count, len(document.sentences))
    indexes = [one.sentence for one in picks]
    assert len(set(indexes)) == len(indexes)
    assert all(0 <= index < len(document.sentences) for index in indexes)
    importance = [one.importance for one in picks]
    assert importance == sorted(importance, reverse=True)
    assert all(0 < value <= 1 for value in importance)


@given(blocks=BLOCKS)
def test_no_two_picks_say_the_same(blocks: list[tuple[str, list[str]]]) -> None:
    """A sentence that stands in the document many times is picked once."""
    found = proses(document_of(blocks), 10)
    assert len(found) == len(set(found))


@given(text=st.text(min_size=1, max_size=300).filter(lambda text: not text.isspace()), count=st.integers(1, 5))
def test_any_text_can_be_picked_from(text: str, count: int) -> None:
    """Whatever the text is, only prose that ends with a stop is picked, and never more than is asked for."""
    document = Document.of(text)
    picks = pick_key_sentences(document, count=count)
    assert len(picks) <= min(count, len(document.sentences))
    for one in picks:
        sentence = document.sentences[one.sentence]
        kind = document.blocks[sentence.block].kind
        words = document.prose(sentence.body)
        assert kind not in {"heading", "table", "code"}
        assert any(letter.isalpha() for letter in words)
        assert not words.endswith((":", "?"))


def test_only_whole_statements_are_picked() -> None:
    """Of an article with whole statements nothing else is picked, though more was asked for."""
    assert sorted(proses(Document.of(ARTICLE), 8)) == [
        "The Aldermouth City Council will vote on 24 March on a plan to buy two more ferries.",
        "The Aldermouth Harbor Authority suspended the ferry Kittiwake for six weeks after a fire in its battery room.",
        "The fire in the battery room of the ferry Kittiwake destroyed three of 20 battery modules.",
    ]


def test_the_lead_of_the_news_is_first() -> None:
    """The opening sentence of a news report, which its title repeats, is the first pick."""
    assert proses(Document.of(ARTICLE), 1)[0].startswith("The Aldermouth Harbor Authority suspended")


def test_picks_are_spread_over_the_document() -> None:
    """Of equally good sentences no half, third or quarter of the document is left without a pick."""
    towns = ["Merrow", "Saltholm", "Aldermouth", "Eastry", "Ardley", "Fenwick", "Tressick", "Northgate"]
    rows = [
        f"The town of {town} spent {n} million on its school and {n + 7} million on its road in year {n}."
        for n, town in enumerate(towns * 5, start=3)
    ]
    document = Document.of("\n\n".join(rows))
    quarter = len(document.sentences) / 4
    assert {int(one.sentence / quarter) for one in pick_key_sentences(document, count=6)} == {0, 1, 2, 3}


def test_headings_and_tables_are_left_out() -> None:
    """Neither a heading nor a table row is a fact while there is a sentence."""
    document = Document.of(
        "# The council approved the budget.\n\n| Year | Budget |\n|---|---|\n| 2025 | The sum was 4. |\n\n"
        "The library of Merrow will open in the old town hall next spring.\n",
        format="markdown",
    )
    kinds = {
        document.blocks[document.sentences[one.sentence].block].kind for one in pick_key_sentences(document, count=5)
    }
    assert kinds == {"paragraph"}


def test_list_items_that_are_sentences_may_be_facts() -> None:
    """A list of whole statements is picked from like prose."""
    document = Document.of(
        "- The council approved a budget of $4 million for the library.\n"
        "- Repairs to the harbor bridge will take eleven months.\n",
        format="markdown",
    )
    assert len(pick_key_sentences(document, count=2)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The fog comes\non little cat feet\n\nIt sits looking\nover harbor and city",
        "apple\n\npear\n\nfig",
        "“a” he",
        "x" * 50_000,
        "?\n\n!\n\n—",
        "# Title",
        "a a a a a",
    ],
)
def test_documents_without_a_sentence_yield_nothing(text: str) -> None:
    """Where no sentence ends as one does, as in a poem, a list of words, signs or headings alone, nothing is picked."""
    assert pick_key_sentences(Document.of(text), count=3) == ()


@pytest.mark.parametrize(
    "stray",
    [
        "# Costs",
        "| Year | Budget |\n|---|---|\n| 2025 | 4 |",
        "Was the budget passed by the council of the town?",
        "It is not true that the council said so:",
        "…",
        "/usr/share/budget/notes/of/the/town/report.py",
        "The new library in the old town hall of Merrow",
    ],
)
def test_a_fact_is_a_whole_statement_though_there_are_too_few(stray: str) -> None:
    """No heading, row, question, lead-in, sign, path or stray line fills up the facts, beside a statement or alone."""
    statement = "The council of Merrow approved a budget of $4 million on Tuesday."
    document = Document.of(f"{stray}\n\n{statement}\n\n{stray.replace('u', 'o')}\n", format="markdown")
    picks = [document.prose(document.sentences[one.sentence].body) for one in pick_key_sentences(document, count=6)]
    assert picks == [statement]
    assert pick_key_sentences(Document.of(stray, format="markdown"), count=6) == ()


def test_no_sentence_that_needs_context_is_taken() -> None:
    """Beside one whole statement nothing is picked that leans on it, and nothing at all where everything leans."""
    whole = "The council of Merrow approved a budget of $4 million on Tuesday."
    assert proses(Document.of(f"{whole} He said that it would hold until spring."), 3) == [whole]
    assert proses(Document.of("He said that it would hold until the spring of 2026.", language="en"), 3) == []


@pytest.mark.parametrize(("sentences", "most"), [(2, 2), (3, 3), (9, 3), (12, 4), (30, 10)])
def test_a_short_text_has_few_facts(sentences: int, most: int) -> None:
    """The number asked for is a most: of three sentences each may be a fact, of a longer text a third."""
    towns = ["Merrow", "Saltholm", "Aldermouth", "Eastry", "Ardley", "Fenwick", "Tressick", "Northgate"]
    text = " ".join(
        f"The town of {towns[n % 8]} {towns[n // 8]} spent {n + 2} million on its {towns[-n % 8]} road in 20{n + 10}."
        for n in range(sentences)
    )
    assert len(pick_key_sentences(Document.of(text), count=20)) == most


def test_what_is_told_elsewhere_is_no_fact() -> None:
    """A sentence that the headline says is not picked."""
    document = Document.of("The mill of Tarbeck closed in 2021. The ferry of Lund sank in 2022. It rained in Ostby.")
    scores = score_sentences(document)
    (first, *_) = pick_from_scores(scores, count=3)
    assert first.sentence not in [one.sentence for one in pick_from_scores(scores, count=3, said=[first.sentence])]


def test_without_a_statement_the_best_sentence_that_ends_is_the_one_fact() -> None:
    """Prose of a word or two is taken where there is nothing else, and only the best of it."""
    assert len(pick_key_sentences(Document.of("Prices rose. Wages fell. Was it so?"), count=6)) == 1


def test_a_language_without_stops_has_facts() -> None:
    """Thai ends no sentence with a stop, and its sentences are facts all the same."""
    text = "พายุไต้ฝุ่นพัดเข้าถล่มชายฝั่งตะวันออกของประเทศเมื่อวันอังคาร ทำให้มีผู้เสียชีวิตห้าคน"
    assert len(pick_key_sentences(Document.of(text), count=6)) == 1


def test_same_picks_in_another_process() -> None:
    """The picks do not hang on the hash seed of the process."""
    code = (
        "import sys\nfrom summarizer.extractive.key_sentences import pick_key_sentences\n"
        "from summarizer.document.document import Document\n"
        "print(pick_key_sentences(Document.of(sys.argv[1]), count=5))"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", code, ARTICLE * 3], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1]
    assert b"KeySentence(" in found[0]


@settings(max_examples=20)
@given(blocks=BLOCKS, count=st.integers(1, 6))
def test_same_document_same_picks(blocks: list[tuple[str, list[str]]], count: int) -> None:
    """Two readings of one text give the same picks."""
    assert pick_key_sentences(document_of(blocks), count=count) == pick_key_sentences(document_of(blocks), count=count)
