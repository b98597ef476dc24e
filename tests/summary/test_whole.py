"""A whole summary of what stands: the first fact in its lead, no section of one sentence, titles that fit."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from drafts import (
    CLOSED,
    DETOUR,
    FERRY,
    HAUNTED,
    LIE,
    ROAD,
    SHOPS,
    SOURCE,
    WALKERS,
    drafted,
    found_of,
    key_facts,
    renamed,
    section,
    sentence,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from judging import BRIDGE, SENTENCES
from stepping import no_call

from summarizer.errors import ModelUnavailable
from summarizer.facts.fact import CheckedFact
from summarizer.summary.drafted import DraftedSection, DraftedSentence, DraftedSummary
from summarizer.summary.standing import is_told
from summarizer.summary.summary import DroppedSentence, Section, Summary
from summarizer.summary.whole import dropped_of, whole_summary

DOCUMENT = SOURCE.document
WHERE = "Readers learn that a second bridge was never built."


def whole(draft: DraftedSummary, key: Sequence[CheckedFact] = ()) -> Summary:
    """What an honest judge lets a draft come to; there must be something."""
    summary = whole_summary(draft, found_of(draft), key_facts=key, document=DOCUMENT)
    assert summary is not None
    return summary


def told_in(part: Section) -> list[str]:
    """The sentences of a section."""
    return [one.text for paragraph in (*part.paragraphs, part.bullets) for one in paragraph]


def test_what_holds_is_the_models_own_summary() -> None:
    """Sentences, headline and sections stand as written; nothing is dropped."""
    draft = drafted(
        sentence(1, ROAD, at=[5]),
        headline="A ferry",
        sections=(section(1, "The ferry", (sentence(2, FERRY, "f2"), sentence(3, SHOPS, at=[7]))),),
    )
    summary = whole(draft)
    assert (summary.headline, summary.headline_evidence, summary.written_by) == ("A ferry", (), "model")
    assert [one.text for one in summary.sentences()] == [ROAD, FERRY, SHOPS]
    assert [(one.title, one.title_evidence) for one in summary.sections] == [("The ferry", ())]
    assert summary.dropped == ()


def test_where_nothing_holds_there_is_no_summary() -> None:
    """None says so; what was written is in the list of what was dropped."""
    draft = drafted(sentence(1, LIE, "f4"), sentence(2, "Nobody knows."), headline="Town shuts haunted bridge")
    found = found_of(draft)
    assert whole_summary(draft, found, key_facts=key_facts(found), document=DOCUMENT) is None
    assert [one.text for one in dropped_of(draft, found)] == [LIE, "Nobody knows.", "Town shuts haunted bridge"]


def test_an_empty_draft_asks_nobody_and_is_no_summary() -> None:
    """A draft that failed has nothing to verify."""
    draft = DraftedSummary.empty()
    found = found_of(draft, facts=(), judge=no_call)
    assert whole_summary(draft, found, key_facts=(), document=DOCUMENT) is None
    assert dropped_of(draft, found) == ()


def test_what_is_left_empty_goes() -> None:
    """Paragraphs and sections without a sentence that holds are gone; bullets alone keep a section."""
    draft = drafted(
        sentence(1, LIE, "f4"),
        sections=(
            section(1, "About ghosts", (sentence(2, f"{LIE} Yes.", "f4"),), bullets=(sentence(3, LIE, "f4"),)),
            section(
                2,
                "About ways",
                (sentence(4, LIE, "f4"),),
                (sentence(5, FERRY, "f2"), sentence(6, ROAD, at=[5]), sentence(7, LIE, "f4")),
                bullets=(sentence(8, LIE, "f4"),),
            ),
            section(3, "About bullets", bullets=(sentence(9, SHOPS, at=[7]), sentence(10, SENTENCES[6], "f3"))),
        ),
    )
    summary = whole(draft)
    assert summary.lead == ()
    assert [one.title for one in summary.sections] == ["About ways", "About bullets"]
    assert [[one.text for one in paragraph] for paragraph in summary.sections[0].paragraphs] == [[FERRY, ROAD]]
    assert summary.sections[0].bullets == ()
    assert summary.sections[1].paragraphs == ()
    assert [one.text for one in summary.sections[1].bullets] == [SHOPS, SENTENCES[6]]


def test_the_first_fact_opens_a_lead_that_does_not_tell_it() -> None:
    """Its statement stands first, also where no sentence of the lead is left."""
    found = found_of(drafted(sentence(1, ROAD, at=[5])))
    key = key_facts(found)
    assert key[0].id == "f1"
    assert [one.text for one in whole(drafted(sentence(1, ROAD, at=[5])), key).sentences()] == [CLOSED.statement, ROAD]
    rest = (section(1, "", (sentence(2, FERRY, "f2"), sentence(3, ROAD, at=[5]))),)
    summary = whole(drafted(sentence(1, LIE, "f4"), sections=rest), key)
    assert [[one.text for one in paragraph] for paragraph in summary.lead] == [[CLOSED.statement], [FERRY, ROAD]]
    assert summary.sections == ()


def test_a_lead_that_tells_the_first_fact_is_left_as_it_is() -> None:
    """In its own words, by naming the fact or by its place."""
    for told in (sentence(1, SENTENCES[0], "f1"), sentence(1, SENTENCES[0], at=[0])):
        key = key_facts(found_of(drafted(told)))
        assert [one.text for one in whole(drafted(told), key).sentences()] == [SENTENCES[0]]


def test_the_first_fact_is_not_said_again_behind_the_lead() -> None:
    """A section that says it to the letter loses that sentence, unless the next one leans on it."""
    again = sentence(2, CLOSED.statement, "f1")
    rest = [sentence(3, FERRY, "f2"), sentence(4, SHOPS, at=[7])]
    key = key_facts(found_of(drafted(sentence(1, ROAD, at=[5]))))
    draft = drafted(sentence(1, ROAD, at=[5]), sections=(section(1, "", (again, *rest)),))
    assert [one.text for one in whole(draft, key).lead[1]] == [FERRY, SHOPS]
    leans = sentence(3, "They take a ferry there, walkers say.", "f2")
    leaning = drafted(sentence(1, ROAD, at=[5]), sections=(section(1, "", (again, leans, rest[1])),))
    assert [one.text for one in whole(leaning, key).lead[1]] == [CLOSED.statement, leans.text, SHOPS]


def test_a_section_of_one_sentence_ends_the_part_before_it() -> None:
    """The first goes to the lead, a later one to the section before it, and takes its title with it."""
    draft = drafted(
        sentence(1, ROAD, at=[5]),
        sections=(
            section(1, "About ferries", (sentence(2, FERRY, "f2"),)),
            section(2, "About ways", (sentence(3, DETOUR.statement, "f3"), sentence(4, SHOPS, at=[7]))),
            section(3, "About bridges", (sentence(5, WHERE, at=[8]), sentence(6, LIE, "f4"))),
        ),
    )
    summary = whole(draft)
    assert [[one.text for one in paragraph] for paragraph in summary.lead] == [[ROAD], [FERRY]]
    assert [one.title for one in summary.sections] == ["About ways"]
    assert told_in(summary.sections[0]) == [DETOUR.statement, SHOPS, WHERE]


def test_a_lone_sentence_joins_a_list_where_the_part_before_ends_with_one() -> None:
    """Behind bullets no paragraph can stand, so it is one of them."""
    draft = drafted(
        sentence(1, ROAD, at=[5]),
        sections=(
            section(1, "About ways", bullets=(sentence(2, FERRY, "f2"), sentence(3, SHOPS, at=[7]))),
            section(2, "About bridges", (sentence(4, WHERE, at=[8]),)),
        ),
    )
    (only,) = whole(draft).sections
    assert [one.text for one in only.bullets] == [FERRY, SHOPS, WHERE]


def test_titles_are_checked_like_sentences() -> None:
    """A label stands without evidence, a supported statement with it; under one that does not hold there is no part."""
    true = "Readers learn of cars that take the road over Fossa"
    draft = drafted(
        sentence(1, FERRY, "f2"),
        headline=true,
        sections=(
            section(1, "About the detour", (sentence(2, SENTENCES[6], "f3"), sentence(3, WHERE, at=[8]))),
            section(2, "The haunted road", (sentence(4, ROAD, at=[5]), sentence(5, SHOPS, at=[7]))),
        ),
    )
    summary = whole(draft)
    assert summary.headline == true
    assert [place.text for place in summary.headline_evidence] == [SENTENCES[5]]
    assert [(one.title, one.title_evidence) for one in summary.sections] == [("About the detour", ())]
    assert [one.text for one in summary.sections[0].paragraphs[-1]] == [ROAD, SHOPS]
    assert [(one.text, one.verdict) for one in summary.dropped] == [("The haunted road", "not_stated")]


def test_a_title_that_nobody_was_asked_about_needs_to_be_a_label() -> None:
    """Where no sentence is verified no title is: the article's words stand in, and the list says why."""
    draft = drafted(sentence(1, WALKERS.statement, "f2"), headline="Town shuts its bridge")
    summary = whole(draft)
    assert summary.headline == WALKERS.statement
    (dropped,) = summary.dropped
    assert (dropped.text, dropped.verdict) == ("Town shuts its bridge", "unchecked")
    assert "no call is made for titles alone" in dropped.reason


def test_without_a_headline_words_of_the_article_stand_in() -> None:
    """A draft without a headline gets one that has a place, and drops nothing; a part without a title ends the lead."""
    rest = section(1, "", (sentence(2, ROAD, at=[5]), sentence(3, SHOPS, at=[7])))
    summary = whole(drafted(sentence(1, SENTENCES[4], "f2"), sections=(rest,)))
    assert summary.headline == SENTENCES[4]
    assert all(BRIDGE[place.start : place.end] == place.text for place in summary.headline_evidence)
    assert summary.headline_evidence
    assert summary.sections == ()
    assert [one.text for one in summary.lead[-1]] == [ROAD, SHOPS]
    assert summary.dropped == ()


def test_a_title_that_a_failed_judge_never_saw_is_replaced() -> None:
    """It is listed as unchecked, beside the sentences that needed that judge."""
    draft = drafted(sentence(1, SENTENCES[4], "f2"), sentence(2, ROAD, at=[5]), headline="Town shuts its bridge")
    found = found_of(draft, judge=lambda call: ModelUnavailable("down"))
    summary = whole_summary(draft, found, key_facts=(), document=DOCUMENT)
    assert summary is not None
    assert [one.text for one in summary.sentences()] == [SENTENCES[4]]
    assert summary.headline == SENTENCES[4]
    assert [(one.text, one.verdict) for one in summary.dropped] == [
        (ROAD, "unchecked"),
        ("Town shuts its bridge", "unchecked"),
    ]


def test_what_was_dropped_is_listed_alike_with_and_without_a_summary() -> None:
    """The list of a summary is that of its draft."""
    draft = drafted(sentence(1, FERRY, "f2"), sentence(2, LIE, "f4"), headline="Haunted bridge shuts")
    found = found_of(draft)
    assert whole(draft).dropped == dropped_of(draft, found)
    assert all(isinstance(one, DroppedSentence) and one.reason for one in dropped_of(draft, found))


LEANING = ("They take a ferry there, walkers say.", "It is haunted.")
TOLD = (FERRY, ROAD, SHOPS, WHERE, LIE, WALKERS.statement, CLOSED.statement, HAUNTED.statement, SENTENCES[1], *LEANING)
DRAWN = st.builds(
    sentence,
    st.just(0),
    st.sampled_from(TOLD),
    st.sampled_from(["f1", "f2", "f3", "f4", "f99"]),
    alone=st.sampled_from(["", "Walkers take a ferry there, they say.", LIE]),
    at=st.lists(st.integers(0, 8), max_size=2),
)
PARAGRAPHS = st.lists(DRAWN, max_size=3).map(tuple)
TITLES = st.sampled_from(["", "A ferry", "About ghosts", "The haunted bridge", "Town shuts its bridge"])
SECTIONS = st.builds(
    DraftedSection,
    id=st.just(""),
    title=TITLES,
    paragraphs=st.lists(PARAGRAPHS.filter(bool), max_size=2).map(tuple),
    bullets=PARAGRAPHS,
)
DRAFTS = st.builds(
    DraftedSummary,
    headline=TITLES,
    lead=st.lists(PARAGRAPHS.filter(bool), max_size=2).map(tuple),
    sections=st.lists(SECTIONS, max_size=3).map(tuple),
).map(renamed)


@settings(deadline=None)
@given(DRAFTS)
def test_a_summary_is_whole_whatever_was_drafted(draft: DraftedSummary) -> None:
    """Supported with evidence throughout, the first fact in the lead, no section of one sentence, every drop named."""
    found = found_of(draft)
    key = key_facts(found)
    summary = whole_summary(draft, found, key_facts=key, document=DOCUMENT)
    if summary is None:
        assert len(dropped_of(draft, found)) >= len(draft.sentences())
        return
    for one in summary.sentences():
        assert one.verdict == "supported"
        assert one.evidence
        assert all(BRIDGE[place.start : place.end] == place.text for place in one.evidence)
        assert all(found.facts[fact_id].verdict == "supported" for fact_id in one.fact_ids)
        assert "haunted" not in one.text
    assert is_told(key[0], [one for paragraph in summary.lead for one in paragraph])
    assert all(len(told_in(part)) > 1 for part in summary.sections)
    assert all(summary.lead)
    assert all(paragraph for part in summary.sections for paragraph in part.paragraphs)
    assert "haunted" not in summary.headline
    assert summary.headline
    named = {one.text for one in summary.sentences()} | {one.text for one in summary.dropped}
    assert all(one.text in named or one.alone in named for one in draft.sentences())


@pytest.mark.parametrize("position", [0, 1, 2])
def test_a_gap_is_filled_where_it_is(position: int) -> None:
    """The fact of a dropped sentence stands in its place, between the same neighbours."""
    told: list[DraftedSentence] = [sentence(2, ROAD, at=[5]), sentence(3, SHOPS, at=[7])]
    told.insert(position, sentence(1, LIE, "f2"))
    wanted = [ROAD, SHOPS]
    wanted.insert(position, WALKERS.statement)
    assert [one.text for one in whole(drafted(*told)).sentences()] == wanted
