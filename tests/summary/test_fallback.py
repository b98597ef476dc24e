"""Summaries made of the article's own sentences."""

from __future__ import annotations

from made import evidence, fact

from summarizer.document.document import Document
from summarizer.extractive.headline import CandidateTitle
from summarizer.extractive.summary_plan import PlannedSection, SummaryPlan
from summarizer.facts.fact import CheckedFact
from summarizer.summary.fallback import evidence_summary, extractive_summary, statement_summary
from summarizer.summary.summary import DroppedSentence, Summary

DOCUMENT = Document.of(
    """# Two mills

The town has two mills.

## Orsk

The Orsk mill closed in 2021. It did **not** reopen. Its wheel was sold.

## Brena

The Brena mill grinds on. It employs nine people.
""",
    format="markdown",
)
QUOTES = [
    "The town has two mills.",
    "The Orsk mill closed in 2021.",
    "It did **not** reopen.",
    "Its wheel was sold.",
    "The Brena mill grinds on.",
    "It employs nine people.",
]
DROPPED = (DroppedSentence(text="The mills are haunted.", verdict="not_stated", reason="not stated"),)


def stated(number: int, *quotes: str) -> CheckedFact:
    """A fact in other words about some places."""
    return fact(f"c1.{number}", f"It is reported: {quotes[0]}", *[evidence(DOCUMENT, quote) for quote in quotes])


def holds(summary: Summary, facts: list[CheckedFact]) -> None:
    """What every sentence of such a summary must be."""
    known = {f.id: f for f in facts}
    for sentence in summary.sentences():
        assert sentence.verdict == "supported"
        assert sentence.decided_by in ("verbatim", known[sentence.fact_ids[0]].decided_by)
        assert sentence.fact_ids
        assert set(sentence.fact_ids) <= known.keys()
        for place in sentence.evidence:
            assert DOCUMENT.text[place.start : place.end] == place.text
            assert sentence.text == DOCUMENT.prose(place.span)


def test_the_evidence_is_quoted_in_the_order_of_the_article() -> None:
    """The first three facts make the lead, the rest stands under the article's headings, but its title, once each."""
    facts = [stated(n, quote) for n, quote in enumerate(reversed(QUOTES), start=1)]
    summary = evidence_summary(facts, document=DOCUMENT, dropped=DROPPED)
    holds(summary, facts)
    assert [s.text for s in summary.lead[0]] == [
        "Its wheel was sold.",
        "The Brena mill grinds on.",
        "It employs nine people.",
    ]
    assert [s.title for s in summary.sections] == ["Orsk"]
    assert [s.text for s in summary.sections[0].paragraphs[0]] == [
        "The Orsk mill closed in 2021.",
        "It did not reopen.",
    ]
    assert (summary.written_by, summary.dropped, summary.headline) == ("evidence", DROPPED, "Two mills")


def test_a_sentence_of_two_facts_is_said_once_with_both() -> None:
    """The same place is quoted once and names all the facts that stand on it."""
    facts = [stated(1, QUOTES[1]), stated(2, QUOTES[1]), stated(3, QUOTES[1], QUOTES[4])]
    summary = evidence_summary(facts, document=DOCUMENT, dropped=())
    holds(summary, facts)
    assert [(s.text, s.fact_ids) for s in summary.sentences()] == [
        (QUOTES[1], ("c1.1", "c1.2", "c1.3")),
        (QUOTES[4], ("c1.3",)),
    ]


def test_one_fact_is_enough() -> None:
    """A single fact makes a lead and no section."""
    summary = evidence_summary([stated(1, QUOTES[5])], document=DOCUMENT, dropped=())
    assert [s.text for s in summary.sentences()] == [QUOTES[5]]
    assert summary.sections == ()


def index_of(quote: str) -> int:
    """The index of the sentence that a quote is."""
    return DOCUMENT.sentence_at(evidence(DOCUMENT, quote).start)


def plan_of(lead: list[int], paragraph: list[int], bullets: list[int]) -> SummaryPlan:
    """A plan with a lead and one section."""
    heading = DOCUMENT.sentences[0].body
    return SummaryPlan(
        headline=CandidateTitle(text="Two mills", span=heading),
        lead=(tuple(lead),),
        sections=(
            PlannedSection(
                title=CandidateTitle(text="Given", span=None), paragraphs=(tuple(paragraph),), bullets=tuple(bullets)
            ),
        ),
    )


def test_a_plan_becomes_a_summary_of_verbatim_facts() -> None:
    """Each sentence is the fact made of it, at the place of the plan; titles with a place have it as evidence."""
    indexes = [index_of(quote) for quote in QUOTES[:4]]
    facts = {
        i: fact(f"e{i}", DOCUMENT.prose(DOCUMENT.sentences[i].body), evidence(DOCUMENT, q))
        for i, q in zip(indexes, QUOTES, strict=False)
    }
    plan = plan_of(indexes[:1], indexes[1:3], indexes[3:])
    summary = extractive_summary(plan, facts=facts, document=DOCUMENT, dropped=DROPPED)
    holds(summary, list(facts.values()))
    assert [s.fact_ids for s in summary.sentences()] == [(f"e{i}",) for i in indexes]
    assert [e.text for e in summary.headline_evidence] == ["Two mills"]
    assert summary.sections[0].title_evidence == ()
    assert [s.text for s in summary.sections[0].bullets] == [QUOTES[3]]
    assert (summary.written_by, summary.dropped) == ("extractive", DROPPED)


def test_a_sentence_without_a_supported_fact_is_left_out() -> None:
    """What was not ticked is not said, and paragraphs and sections left empty go."""
    first, second, third = (index_of(quote) for quote in QUOTES[:3])
    facts = {first: fact("e1", QUOTES[0], evidence(DOCUMENT, QUOTES[0]))}
    summary = extractive_summary(plan_of([first, second], [second], [third]), facts=facts, document=DOCUMENT)
    assert [s.text for s in summary.sentences()] == [QUOTES[0]]
    assert summary.sections == ()
    nothing = extractive_summary(plan_of([second], [second], [third]), facts=facts, document=DOCUMENT)
    assert nothing.lead == ()


def test_a_sentence_that_two_evidences_share_is_said_once() -> None:
    """Evidence that runs over several sentences is taken apart, so that no sentence stands there twice."""
    run = f"{QUOTES[1]} {QUOTES[2]}"
    summary = evidence_summary([stated(1, run), stated(2, QUOTES[1])], document=DOCUMENT, dropped=())
    texts = [sentence.text for sentence in summary.sentences()]
    assert len(set(texts)) == len(texts)
    assert texts.count("The Orsk mill closed in 2021.") == 1


def test_facts_themselves_stand_in_where_the_article_is_in_another_language() -> None:
    """The first three are the lead, the most important first; the others follow as they stand in the article."""
    facts = [stated(n, quote) for n, quote in enumerate(reversed(QUOTES), start=1)]
    summary = statement_summary(facts, dropped=DROPPED)
    assert [s.text for s in summary.lead[0]] == [one.statement for one in facts[:3]]
    assert [s.text for s in summary.lead[1]] == [one.statement for one in reversed(facts[3:])]
    assert all(s.fact_ids and s.evidence and s.verdict == "supported" for s in summary.sentences())
    assert summary.headline == ""
    assert (summary.written_by, summary.dropped, summary.sections) == ("facts", DROPPED, ())


def test_one_fact_alone_is_one_paragraph() -> None:
    """Where there are no more than three facts there is nothing behind the lead."""
    assert [len(p) for p in statement_summary([stated(1, QUOTES[0])], dropped=()).lead] == [1]
