"""The plan of a summary."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document.document import Document
from summarizer.extractive.headline import NO_TITLE, find_headline
from summarizer.extractive.key_sentences import pick_key_sentences
from summarizer.extractive.self_containedness import needs_context
from summarizer.extractive.sentence_scores import score_sentences
from summarizer.extractive.summary_plan import Length, SummaryPlan, plan_summary
from summarizer.text.fold import folded

PIECES = [
    "The council approved the budget of the library on Tuesday.",
    "It did not approve the second budget for the old bridge.",
    "Merrow Water replaced 31 kilometers of pipe in the year 2025.",
    "However, nobody in the city council knew of the budget.",
    "Repairs to the bridge of Merrow cost $1.8 million, the city council says.",
    "Why was the bridge late?",
    "“We are ready,” said the mayor.",
    "rain",
    "北岛市交通局周一宣布推迟通车时间。",
]
BLOCKS = st.lists(
    st.tuples(st.sampled_from(["", "", "# ", "## ", "- "]), st.lists(st.sampled_from(PIECES), min_size=1, max_size=4)),
    min_size=1,
    max_size=20,
)
LENGTHS = st.sampled_from(get_args(Length))
TOWNS = ["Merrow", "Saltholm", "Aldermouth", "Eastry", "Ardley", "Fenwick", "Tressick", "Northgate"]


def planned(document: Document, length: Length, count: int = 6) -> SummaryPlan:
    return plan_summary(
        document,
        scores=score_sentences(document),
        facts=[one.sentence for one in pick_key_sentences(document, count=count)],
        length=length,
    )


def statement(n: int) -> str:
    town = TOWNS[n % len(TOWNS)]
    return f"The town of {town} spent {n} million on the school of {town} and {n + 7} million on its road in 20{n:02}."


@given(blocks=BLOCKS, length=LENGTHS)
def test_plans_obey_their_laws(blocks: list[tuple[str, list[str]]], length: Length) -> None:
    """No sentence twice, one where there is no fact; sections in order; titles are words of their places."""
    text = "\n\n".join(mark + " ".join(row) for mark, row in blocks)
    document = Document.of(text, format="markdown")
    plan = planned(document, length)
    told = list(plan.sentences())
    facts = [one.sentence for one in pick_key_sentences(document, count=6)]
    assert told or facts
    opening = sorted(set(told).intersection(facts))  # where nothing else can, a fact opens it, with what follows that
    assert all(later == fact + 1 for fact, later in pairwise(opening))
    assert len(set(told)) == len(told)
    assert all(0 <= index < len(document.sentences) for index in told)
    for paragraph in plan.lead:
        assert list(paragraph) == sorted(paragraph)
    rows = [[*(i for p in s.paragraphs for i in p), *s.bullets] for s in plan.sections]
    assert all(rows)
    assert all(max(one) < min(two) for one, two in pairwise(rows))
    for title in (plan.headline, *(section.title for section in plan.sections)):
        if not title.text:
            continue
        assert title.span is not None
        assert folded(title.text) == folded(document.prose(title.span))


@given(blocks=BLOCKS, length=LENGTHS)
def test_sentences_that_need_context_follow_their_antecedent(
    blocks: list[tuple[str, list[str]]], length: Length
) -> None:
    """A sentence that opens with a pronoun stands right behind the one before it, or opens a document of such alone."""
    document = Document.of("\n\n".join(mark + " ".join(row) for mark, row in blocks), format="markdown", language="en")
    plan = planned(document, length)
    paragraphs = [
        *plan.lead,
        *(p for s in plan.sections for p in s.paragraphs),
        *((b,) for s in plan.sections for b in s.bullets),
    ]
    stray = [
        index
        for paragraph in paragraphs
        for place, index in enumerate(paragraph)
        if needs_context(document.prose(document.sentences[index].body), "en")
        and (place == 0 or paragraph[place - 1] != index - 1)
    ]
    assert stray == [] or list(plan.sentences()) == stray[:1]


@pytest.mark.parametrize(("length", "most"), [("short", 5), ("medium", 12), ("long", 24)])
def test_lengths(length: Length, most: int) -> None:
    """A long article gets a summary of the length asked for, a short one at most 30 % of its sentences."""
    long = Document.of("\n\n".join(statement(n) for n in range(10, 90)))
    assert most - 2 <= len(list(planned(long, length).sentences())) <= most
    short = Document.of("\n\n".join(statement(n) for n in range(10, 20)))
    assert len(list(planned(short, length).sentences())) <= 3


def test_own_headings_are_the_titles() -> None:
    """An article's own sections give the titles, without their numbers, in its order and bounded in number."""
    parts = [
        f"## {n}. The schools of {TOWNS[n]}\n\n" + "\n\n".join(statement(10 * n + k) for k in range(8))
        for n in range(1, 7)
    ]
    document = Document.of("# Schools and roads\n\n" + statement(3) + "\n\n" + "\n\n".join(parts), format="markdown")
    plan = planned(document, "medium")
    titles = [section.title.text for section in plan.sections]
    assert plan.headline.text == "Schools and roads"
    assert len(titles) == 4
    assert set(titles) <= {f"The schools of {town}" for town in TOWNS}
    assert sorted(titles, key=lambda title: TOWNS.index(title.split()[-1])) == titles


def test_sections_without_headings_have_no_titles() -> None:
    """An article without headings gets paragraphs of two sentences at least, and no words above them."""
    one = [
        f"The ferry Kittiwake lost {n} battery modules in the engine fire near Pilot Quay on day {n}."
        for n in range(2, 12)
    ]
    two = [f"The Aldermouth City Council put {n} million aside for the new library in year {n}." for n in range(2, 12)]
    document = Document.of("\n\n".join(["The harbor of Aldermouth had a hard year in 2025.", *one, *two]))
    plan = planned(document, "medium")
    assert 1 <= len(plan.sections) <= 4
    for section in plan.sections:
        assert section.title == NO_TITLE
        assert sum(map(len, section.paragraphs)) + len(section.bullets) > 1


def test_nothing_is_said_twice() -> None:
    """What a key fact or the headline says stands nowhere in the summary, and a note of three sentences has none."""
    document = Document.of("\n\n".join(statement(n) for n in range(10, 60)))
    scores = score_sentences(document)
    headline = find_headline(document, scores)
    assert headline.sentence is not None
    plan = plan_summary(document, scores=scores, facts=[5, 25], headline=headline, length="medium")
    assert {5, 25, headline.sentence}.isdisjoint(plan.sentences())
    note = Document.of(" ".join(statement(n) for n in range(10, 13)))
    short = plan_summary(note, scores=score_sentences(note), facts=[0, 1, 2])
    assert (short.headline, short.lead, short.sections) == (NO_TITLE, (), ())


def test_a_fact_opens_the_lead_where_nothing_else_can() -> None:
    """Where all that is left leans on a key fact, the lead is that fact with what follows it."""
    first = "Agnes Thorvald, the physicist who drew the first maps of the northern lights, died on Sunday in Tromvik."
    text = f"{first} She was 91 years old. She never owned a car. She skied to work until she was 70. " + " ".join(
        f"She wrote to {n} lighthouses in 19{n}." for n in range(50, 60)
    )
    document = Document.of(text)
    plan = plan_summary(document, scores=score_sentences(document), facts=[0])
    assert plan.lead[0][:2] == (0, 1)


def test_given_title_that_the_text_lacks_has_no_place() -> None:
    """A title given from outside is the headline as it is; one that stands in the text comes with its place."""
    text = f"{statement(10)}\n\n{statement(11)}\n"
    document = Document.of(text, title="Two towns")
    outside = plan_summary(document, scores=score_sentences(document), facts=[0])
    assert (outside.headline.text, outside.headline.span) == ("Two towns", None)
    document = Document.of(text, title="The town of")
    inside = plan_summary(document, scores=score_sentences(document), facts=[0]).headline
    assert inside.span is not None
    assert inside.span.of(text) == "The town of"


@pytest.mark.parametrize(
    "text", ["x" * 50_000, "He left.", "apple\n\npear\n\nfig", "?", "# Title", "“‘", "a b c\n" * 500]
)
@pytest.mark.parametrize("length", get_args(Length))
def test_hard_inputs_get_a_plan(text: str, length: Length) -> None:
    """Texts without a whole statement get a plan of one sentence, or a fact, and a headline that is no page long."""
    document = Document.of(text)
    plan = planned(document, length)
    assert list(plan.sentences()) or pick_key_sentences(document, count=6)
    assert len(plan.headline.text) <= 150


def test_steps_are_the_summary_of_a_recipe() -> None:
    """What asks for something is no key fact, and the summary may say it."""
    text = (
        "Chop the onion and the carrots. Fry them in the oil for ten minutes.\n\nAdd the lentils and the stock. "
        "Let the soup simmer for 20 minutes. Season it with salt.\n\nThe soup keeps for three days in the refrigerator."
    )
    document = Document.of(text)
    facts = [one.sentence for one in pick_key_sentences(document, count=6)]
    assert [document.prose(document.sentences[index].body) for index in facts] == [
        "The soup keeps for three days in the refrigerator."
    ]
    assert list(planned(document, "medium").sentences())
