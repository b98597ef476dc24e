"""What a model writes is numbered through and tied to places; nothing of it is judged here."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from summarizer.calls.schemas import schema_of
from summarizer.summary.drafted import DraftedSummary
from summarizer.summary.wire import Numbering, WireBlock, WirePart, WireSentence, WireSummary, read_summary
from summarizer.text.span import Span

PLACES = {number: Span(number * 10, number * 10 + 5) for number in range(1, 6)}


def sentence(text: str, *facts: str, sentences: tuple[int, ...] = (), alone: str = "") -> WireSentence:
    """A sentence as a model writes it."""
    return WireSentence(text=text, facts=list(facts), sentences=list(sentences), alone=alone)


def block(*sentences: WireSentence, bullets: bool = False) -> WireBlock:
    """A block of sentences."""
    return WireBlock(bullets=bullets, sentences=list(sentences))


def part(title: str, *blocks: WireBlock) -> WirePart:
    """A part of blocks."""
    return WirePart(title=title, blocks=list(blocks))


def read(*parts: WirePart, headline: str = "") -> DraftedSummary:
    """What a reply with these parts becomes."""
    return read_summary(WireSummary(headline=headline, parts=list(parts)), places=PLACES)


def test_sentences_are_numbered_in_reading_order() -> None:
    """Ids are s1, s2 and so on over lead, paragraphs and bullets; titles have ids of their own."""
    draft = read(
        part("", block(sentence("a"), sentence("b")), block(sentence("c"))),
        part("T", block(sentence("d")), block(sentence("e"), bullets=True)),
        part("U", block(sentence("f"))),
        headline="H",
    )
    assert [(s.id, s.text) for s in draft.sentences()] == [(f"s{n}", c) for n, c in enumerate("abcdef", start=1)]
    assert [(s.id, s.title) for s in draft.sections] == [("t1", "T"), ("t2", "U")]
    assert (draft.headline, [len(paragraph) for paragraph in draft.lead]) == ("H", [2, 1])


def test_a_list_stands_behind_the_paragraphs_of_its_part() -> None:
    """Lists of a section are its bullets; a list in the lead, which has none, is its last paragraph."""
    items = block(sentence("x"), sentence("y"), bullets=True)
    draft = read(part("", items, block(sentence("z"))), part("T", items, block(sentence("z"))))
    assert [[s.text for s in paragraph] for paragraph in draft.lead] == [["z"], ["x", "y"]]
    assert [s.text for s in draft.sections[0].bullets] == ["x", "y"]
    assert [[s.text for s in paragraph] for paragraph in draft.sections[0].paragraphs] == [["z"]]


def test_white_space_is_folded_and_blank_sentences_are_none() -> None:
    """Sentences and titles are one line; what has no words is no sentence and takes no id, and its block is none."""
    draft = read(
        part("", block(sentence(" \n", "c1.1")), block(sentence(" A\n- b ", "c1.1", alone=" A\n- c "))),
        part("The\trest", block(sentence("x", "c1.1"))),
        headline=" The\nbridge ",
    )
    assert [(s.id, s.text, s.alone) for s in draft.sentences()] == [("s1", "A - b", "A - c"), ("s2", "x", "")]
    assert len(draft.lead) == 1
    assert (draft.headline, draft.sections[0].title) == ("The bridge", "The rest")


def test_fact_ids_are_as_the_model_gave_them_each_once() -> None:
    """Unknown ids stay visible to the check; repeated ones are one."""
    assert read(part("", block(sentence("a", "c1.2", "zz", "c1.2")))).sentences()[0].fact_ids == ("c1.2", "zz")


def test_numbers_become_places_and_others_stay_visible() -> None:
    """A number that was shown is a place, once; one that was not is kept for the check to see."""
    (one,) = read(part("", block(sentence("a", sentences=(3, 1, 3, 9))))).sentences()
    assert (one.cited, one.unknown) == ((PLACES[3], PLACES[1]), (9,))


def test_a_wording_that_is_the_sentence_itself_is_none() -> None:
    """A sentence that repeats itself as "alone" can be read as it stands."""
    assert read(part("", block(sentence("She  left.", alone="She left.")))).sentences()[0].alone == ""


def test_no_parts_are_no_summary() -> None:
    """A reply without parts has no lead and no section."""
    draft = read(headline="H")
    assert (draft.sentences(), draft.lead, draft.sections) == ((), (), ())


def test_a_part_of_other_places_goes_on_with_the_numbers() -> None:
    """Parts that different calls wrote share one run of ids, each with its own places."""
    numbering = Numbering(places=PLACES)
    first = numbering.part(part("", block(sentence("a", sentences=(1,)))))
    second = numbering.at({1: Span(90, 95)}).part(part("", block(sentence("b", sentences=(1,)))))
    told = (*first.sentences(), *second.sentences())
    assert [(one.id, one.cited) for one in told] == [("s1", (PLACES[1],)), ("s2", (Span(90, 95),))]


@pytest.mark.parametrize("extra", [{"note": "x"}, {"text": 7}, {"facts": None}])
def test_a_sentence_of_another_form_is_refused(extra: dict[str, object]) -> None:
    """Keys that are not asked for and values of other kinds are an error of the reply."""
    with pytest.raises(ValidationError):
        WireSentence.model_validate({"text": "a", "facts": [], **extra})


def test_the_schema_bounds_what_the_reading_takes() -> None:
    """The counts stand in the schema, where they stop a weak model; what came all the same is read."""
    assert '"maxItems": 8' in json.dumps(schema_of(WireSummary))
    assert len(read(part("", block(*[sentence("a")] * 20))).sentences()) == 20


TEXTS = st.text(st.sampled_from("ab \n"), max_size=4)
SENTENCES = st.builds(
    WireSentence,
    text=TEXTS,
    facts=st.lists(st.sampled_from(["c1.1", "zz"]), max_size=3),
    sentences=st.lists(st.integers(0, 7), max_size=4),
    alone=TEXTS,
)
BLOCKS = st.builds(WireBlock, bullets=st.booleans(), sentences=st.lists(SENTENCES, max_size=3))
PARTS = st.builds(WirePart, title=TEXTS, blocks=st.lists(BLOCKS, max_size=3))


@given(st.builds(WireSummary, headline=TEXTS, parts=st.lists(PARTS, max_size=4)))
def test_every_sentence_with_words_is_read_once(reply: WireSummary) -> None:
    """Whatever the form: ids are unique and no sentence is lost or empty; no paragraph is."""
    draft = read_summary(reply, places=PLACES)
    said = [one.text for wire in reply.parts for each in wire.blocks for one in each.sentences if one.text.strip()]
    told = draft.sentences()
    assert sorted(one.text for one in told) == sorted(" ".join(text.split()) for text in said)
    ids = [one.id for one in told] + [one.id for one in draft.sections]
    assert len(set(ids)) == len(ids)
    assert all((*draft.lead, *(paragraph for one in draft.sections for paragraph in one.paragraphs)))
