"""What of a drafted summary may stay: each sentence supported, with evidence, or dropped with a reason."""

from __future__ import annotations

from judging import BRIDGE, SENTENCES, answer, finding, judging, source_of
from made import evidence, fact
from scripts import best_line, json_lines_of
from stepping import Played, no_call, play

from summarizer.calls.call import Call
from summarizer.errors import ModelUnavailable
from summarizer.facts.fact import CheckedFact
from summarizer.summary.summary import Summary
from summarizer.summary.verify import VerifiedSummary, verify_summary
from summarizer.summary.write import DraftedSection, DraftedSentence, DraftedSummary
from summarizer.verification.policy import JudgePolicy

SOURCE = source_of()
FACTS = [
    fact("f1", "Brenta closed the old bridge on 3 May 2026.", evidence(SOURCE.document, SENTENCES[0])),
    fact("f2", "Walkers take a ferry.", evidence(SOURCE.document, SENTENCES[4])),
    fact("f3", "The detour is 17 kilometers.", evidence(SOURCE.document, SENTENCES[6])),
]
FERRY = "Readers learn that a ferry carries walkers."
LIE = "The bridge is haunted by the drowned."


def drafted(*lead: DraftedSentence, headline: str = "", sections: tuple[DraftedSection, ...] = ()) -> DraftedSummary:
    """A draft with one paragraph of lead."""
    return DraftedSummary(headline=headline, lead=(lead,), sections=sections)


def sentence(number: int, text: str, *fact_ids: str) -> DraftedSentence:
    """A sentence as written."""
    return DraftedSentence(id=f"s{number}", text=text, fact_ids=fact_ids)


def honest(call: Call) -> dict[str, object]:
    """A judge that knows what is a lie, what is a label, and where the rest stands."""

    def one(claim: dict[str, object]) -> dict[str, object]:
        text = str(claim["claim"])
        if text.startswith("About"):
            return answer(str(claim["id"]))
        if "haunted" in text:
            return answer(str(claim["id"]), finding(text, relation="not_stated"))
        return answer(str(claim["id"]), finding(text, best_line(call, text)))

    return {"claims": [one(claim) for claim in json_lines_of(call)]}


def held(draft: DraftedSummary, facts: list[CheckedFact] = FACTS) -> VerifiedSummary:
    """What an honest judge lets stand."""
    return play(verify_summary(draft, facts=facts, source=SOURCE, judge=JudgePolicy()), honest).value


def summary_of(found: VerifiedSummary) -> Summary:
    """The summary; there must be one."""
    assert found.summary is not None
    return found.summary


def test_a_supported_sentence_stays_with_the_evidence_that_the_judge_named() -> None:
    """Its evidence is in the document, and its facts are those that it cites."""
    (kept,) = summary_of(held(drafted(sentence(1, FERRY, "f2")))).sentences()
    assert (kept.text, kept.fact_ids, kept.verdict, kept.decided_by) == (FERRY, ("f2",), "supported", "judge")
    assert [e.text for e in kept.evidence] == [SENTENCES[4]]


def test_a_repeat_of_a_ticked_fact_is_not_judged_again() -> None:
    """A sentence that is a fact to the letter, folded, has that fact's evidence and author, and costs no call."""
    draft = drafted(sentence(1, "walkers take a  ferry.", "f1"))
    played: Played[VerifiedSummary] = play(
        verify_summary(draft, facts=FACTS, source=SOURCE, judge=JudgePolicy()), no_call
    )
    (kept,) = summary_of(played.value).sentences()
    assert kept.fact_ids == ("f2", "f1")
    assert kept.evidence == FACTS[1].evidence
    assert kept.decided_by == FACTS[1].decided_by


def test_a_sentence_of_the_article_costs_no_call() -> None:
    """What the rules find verbatim is not asked."""
    played: Played[VerifiedSummary] = play(
        verify_summary(drafted(sentence(1, SENTENCES[4], "f2")), facts=FACTS, source=SOURCE, judge=JudgePolicy()),
        no_call,
    )
    assert [s.decided_by for s in summary_of(played.value).sentences()] == ["verbatim"]


def test_unknown_and_missing_fact_ids_drop_a_sentence() -> None:
    """A sentence that stands on nothing, or on an invented fact, is dropped unseen, even if a fact says the same."""
    found = held(
        drafted(
            sentence(1, FERRY, "f2"),
            sentence(2, "Nobody knows."),
            sentence(3, "Walkers take a ferry.", "f2", "f99"),
        )
    )
    assert [s.text for s in summary_of(found).sentences()] == [FERRY]
    assert [(d.text, d.verdict, d.reason) for d in found.dropped] == [
        ("Nobody knows.", "unchecked", "it cites no fact"),
        ("Walkers take a ferry.", "unchecked", "it cites facts that do not exist: f99"),
    ]


def test_a_refused_sentence_is_dropped_with_its_verdict() -> None:
    """What the judge does not find stated is listed with the reason, in the summary too."""
    found = held(drafted(sentence(1, LIE, "f1"), sentence(2, FERRY, "f2")))
    assert [(d.text, d.verdict) for d in found.dropped] == [(LIE, "not_stated")]
    assert LIE in found.dropped[0].reason
    assert summary_of(found).dropped == found.dropped
    assert summary_of(found).written_by == "model"


def test_a_changed_number_is_dropped() -> None:
    """The rules overrule a judge that entails a wrong number."""
    found = held(
        drafted(sentence(1, "Readers learn that the detour adds 71 kilometers.", "f3"), sentence(2, FERRY, "f2"))
    )
    assert [s.text for s in summary_of(found).sentences()] == [FERRY]


def test_where_nothing_holds_there_is_no_summary() -> None:
    """None says so; what was written is in the list."""
    found = held(drafted(sentence(1, LIE, "f1"), sentence(2, "Nobody knows."), headline="About the bridge"))
    assert found.summary is None
    assert len(found.dropped) == 2


def test_an_empty_draft_has_no_summary() -> None:
    """A draft that failed makes no call."""
    draft = DraftedSummary(headline="", lead=(), sections=())
    played: Played[VerifiedSummary] = play(
        verify_summary(draft, facts=FACTS, source=SOURCE, judge=JudgePolicy()), no_call
    )
    assert (played.value.summary, played.value.dropped) == (None, ())


def section(
    number: int, title: str, *paragraphs: tuple[DraftedSentence, ...], bullets: tuple[DraftedSentence, ...] = ()
) -> DraftedSection:
    """A section as written."""
    return DraftedSection(id=f"t{number}", title=title, paragraphs=paragraphs, bullets=bullets)


def test_what_is_left_empty_goes() -> None:
    """Paragraphs and sections without a sentence that holds are gone; bullets alone keep a section."""
    draft = drafted(
        sentence(1, LIE, "f1"),
        sections=(
            section(1, "About ghosts", (sentence(2, LIE, "f1"),), bullets=(sentence(3, LIE, "f1"),)),
            section(
                2,
                "About ways",
                (sentence(4, LIE, "f1"),),
                (sentence(5, FERRY, "f2"), sentence(6, LIE, "f1")),
                bullets=(sentence(7, LIE, "f1"),),
            ),
            section(3, "About bullets", bullets=(sentence(8, SENTENCES[6], "f3"), sentence(9, SENTENCES[4], "f2"))),
        ),
    )
    summary = summary_of(held(draft))
    assert summary.lead == ()
    assert [s.title for s in summary.sections] == ["About ways", "About bullets"]
    assert [[s.text for s in p] for p in summary.sections[0].paragraphs] == [[FERRY]]
    assert summary.sections[0].bullets == ()
    assert summary.sections[1].paragraphs == ()
    assert [s.text for s in summary.sections[1].bullets] == [SENTENCES[6], SENTENCES[4]]


def test_titles_are_checked_like_sentences() -> None:
    """A label stands without evidence, a supported statement with it, and what does not hold is replaced and listed."""
    true = "Readers learn of cars that take the road over Fossa"
    draft = drafted(
        sentence(1, FERRY, "f2"),
        headline=true,
        sections=(
            section(1, "About the detour", (sentence(2, SENTENCES[6], "f3"),)),
            section(2, "The haunted road", (sentence(3, SENTENCES[4], "f2"),)),
        ),
    )
    found = held(draft)
    summary = summary_of(found)
    assert summary.headline == true
    assert [e.text for e in summary.headline_evidence] == [SENTENCES[5]]
    assert (summary.sections[0].title, summary.sections[0].title_evidence) == ("About the detour", ())
    assert "haunted" not in summary.sections[1].title
    assert summary.sections[1].title_evidence
    assert [(d.text, d.verdict) for d in found.dropped] == [("The haunted road", "not_stated")]


def test_without_a_headline_words_of_the_article_stand_in() -> None:
    """A draft without a headline or title gets them from the article, with their places, and drops nothing."""
    draft = drafted(sentence(1, SENTENCES[4], "f2"), sections=(section(1, "", (sentence(2, SENTENCES[6], "f3"),)),))
    played: Played[VerifiedSummary] = play(
        verify_summary(draft, facts=FACTS, source=SOURCE, judge=JudgePolicy()), no_call
    )
    summary = summary_of(played.value)
    for place in (*summary.headline_evidence, *summary.sections[0].title_evidence):
        assert BRIDGE[place.start : place.end] == place.text
    assert summary.headline_evidence
    assert summary.sections[0].title
    assert played.value.dropped == ()


def test_a_sentence_is_repaired_once() -> None:
    """What the judge can mend stays in its mended form, judged again."""
    wrong = "Readers learn that a ferry carries walkers for free."
    said = {
        wrong: answer(
            "", finding("a ferry carries walkers", 3), finding("for free", relation="not_stated"), correction=FERRY
        ),
        FERRY: answer("", finding(FERRY, 3)),
    }
    played = play(
        verify_summary(drafted(sentence(1, wrong, "f2")), facts=FACTS, source=SOURCE, judge=JudgePolicy()),
        judging(said),
    )
    assert played.ids == [["judge_summary:1:1"], ["judge_summary:2:1"]]
    assert [s.text for s in summary_of(played.value).sentences()] == [FERRY]
    assert played.value.dropped == ()


def test_a_failed_judge_drops_what_needs_one() -> None:
    """Verbatim sentences stay, the others are dropped unchecked, and the failure is named."""
    draft = drafted(sentence(1, SENTENCES[4], "f2"), sentence(2, FERRY, "f2"), headline="About the ferry")
    played = play(
        verify_summary(draft, facts=FACTS, source=SOURCE, judge=JudgePolicy()), lambda call: ModelUnavailable("down")
    )
    assert [s.text for s in summary_of(played.value).sentences()] == [SENTENCES[4]]
    assert [(d.text, d.verdict) for d in played.value.dropped] == [
        (FERRY, "unchecked"),
        ("About the ferry", "unchecked"),
    ]
    assert {f.stage for f in played.value.failures} == {"judge_summary"}
    assert summary_of(played.value).headline != "About the ferry"


def test_a_sentence_is_said_once() -> None:
    """What was written before is dropped with that reason, judged or repeated from a fact alike."""
    again = drafted(sentence(1, FERRY, "f2"), sentence(2, "Walkers take a ferry.", "f2"), sentence(3, FERRY, "f2"))
    found = held(again)
    assert [s.text for s in summary_of(found).sentences()] == [FERRY, "Walkers take a ferry."]
    assert [(d.text, d.reason) for d in found.dropped] == [(FERRY, "it was said before")]


def test_what_points_back_at_a_dropped_sentence_goes_with_it() -> None:
    """A pronoun behind a dropped sentence is whoever the reader thinks of; behind one that stays it may stay."""
    points = "They take a ferry there, walkers say."
    good = sentence(1, FERRY, "f2")
    stays = summary_of(held(drafted(good, sentence(2, points, "f2"))))
    assert [s.text for s in stays.sentences()] == [FERRY, points]
    found = held(drafted(good, sentence(2, LIE, "f1"), sentence(3, points, "f2"), sentence(4, "Then he swam.", "f2")))
    assert [s.text for s in summary_of(found).sentences()] == [FERRY]
    reasons = {dropped.text: dropped.reason for dropped in found.dropped}
    assert reasons[points] == "it points back at the sentence before it, which was not kept"


def test_a_judge_sees_the_sentence_before_in_the_same_paragraph() -> None:
    """A sentence is judged as its reader reads it: behind the one before it; the first of a paragraph has none."""
    asked: dict[object, object] = {}

    def noting(call: Call) -> dict[str, object]:
        asked.update({claim["claim"]: claim.get("before") for claim in json_lines_of(call)})
        return honest(call)

    second = section(1, "", (sentence(3, f"{FERRY} So they say.", "f2"),))
    draft = drafted(sentence(1, FERRY, "f2"), sentence(2, LIE, "f1"), sections=(second,))
    play(verify_summary(draft, facts=FACTS, source=SOURCE, judge=JudgePolicy()), noting)
    assert asked == {FERRY: None, LIE: FERRY, f"{FERRY} So they say.": None}
