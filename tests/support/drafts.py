"""Drafted summaries of the short article about a bridge, a judge who knows it, and what both come to."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from judging import SENTENCES, answer, finding, source_of
from scripts import best_line, json_lines_of
from stepping import Answer, play

from summarizer.calls.call import Call
from summarizer.calls.flow import Plan
from summarizer.facts.fact import CheckedFact, DraftedFact
from summarizer.pipelines.outcomes import checked, claim_of
from summarizer.summary.claims import SummaryClaims
from summarizer.summary.drafted import DraftedParagraph, DraftedSection, DraftedSentence, DraftedSummary
from summarizer.summary.standing import Checked
from summarizer.text.span import Span
from summarizer.verification.looks import first_look, second_look, variants_look
from summarizer.verification.policy import JudgePolicy
from summarizer.verification.verifier import Verified, verified_of

SOURCE = source_of()
FERRY = "Readers learn that a ferry carries walkers."
ROAD = "Readers learn that cars take the road over Fossa."
SHOPS = "Readers learn that shops near the river complain."
LIE = "The bridge is haunted by the drowned."


def place(number: int) -> Span:
    """Where a sentence of the article stands, from 0."""
    start = SOURCE.document.text.index(SENTENCES[number])
    return Span(start, start + len(SENTENCES[number]))


def drafted_fact(fact_id: str, statement: str, *numbers: int, importance: float = 0.6) -> DraftedFact:
    """A fact that stands on sentences of the article, counted from 0."""
    cited = tuple(place(number) for number in numbers)
    return DraftedFact(id=fact_id, chunk_id="c1", statement=statement, cited=cited, importance=importance)


CLOSED = drafted_fact("f1", "Brenta closed the old bridge on 3 May 2026.", 0, importance=1.0)
WALKERS = drafted_fact("f2", "Walkers take a ferry.", 4)
DETOUR = drafted_fact("f3", "The detour is 17 kilometers.", 6)
HAUNTED = drafted_fact("f4", "The old bridge is haunted by its mayor.", 2)
FACTS = (CLOSED, WALKERS, DETOUR, HAUNTED)


def sentence(number: int, text: str, *fact_ids: str, alone: str = "", at: Sequence[int] = ()) -> DraftedSentence:
    """A sentence as written; `at` are the sentences of the article that it names, from 0."""
    cited = tuple(place(one) for one in at)
    return DraftedSentence(id=f"s{number}", text=text, fact_ids=fact_ids, alone=alone, cited=cited)


def section(number: int, title: str, *paragraphs: DraftedParagraph, bullets: DraftedParagraph = ()) -> DraftedSection:
    """A section as written."""
    return DraftedSection(id=f"t{number}", title=title, paragraphs=paragraphs, bullets=bullets)


def drafted(*lead: DraftedSentence, headline: str = "", sections: tuple[DraftedSection, ...] = ()) -> DraftedSummary:
    """A draft with one paragraph of lead."""
    return DraftedSummary(headline=headline, lead=(lead,) if lead else (), sections=sections)


def knows(call: Call) -> dict[str, object]:
    """A judge that knows what is a lie, what is a label, and where the rest stands."""

    def one(claim: dict[str, object]) -> dict[str, object]:
        text = str(claim["claim"])
        if text.startswith("About"):
            return answer(str(claim["id"]))
        if "haunted" in text:
            return answer(str(claim["id"]), finding(text, relation="not_stated"))
        return answer(str(claim["id"]), finding(text, best_line(call, text)))

    return {"claims": [one(claim) for claim in json_lines_of(call)]}


def claims_of(draft: DraftedSummary, facts: Sequence[DraftedFact] = FACTS, *, by_part: bool = False) -> SummaryClaims:
    """A draft, sorted."""
    return SummaryClaims.of(draft, facts=facts, source=SOURCE, language="", by_part=by_part)


def found_of(
    draft: DraftedSummary,
    *,
    facts: Sequence[DraftedFact] = FACTS,
    judge: Callable[[Call], Answer] = knows,
    language: str = "en",
) -> Checked:
    """What a judge finds of a draft and of the facts that it was written from, as a pipeline asks."""
    claims = claims_of(draft, facts)

    def plan() -> Plan[Mapping[str, Verified]]:
        policy = JudgePolicy()
        asked = [claim_of(one) for one in facts]
        of_facts = yield from first_look(asked, source=SOURCE, stage="judge_facts", judge=policy, repaired=True)
        look = yield from first_look(claims.asked, source=SOURCE, stage="judge_summary", judge=policy, repaired=True)
        worded = claims.variants(draft, look, of_facts=of_facts, facts=facts, language=language)
        variants = variants_look(worded, source=SOURCE, judge=policy)
        looks = [of_facts, look, variants]
        second = yield from second_look(looks, source=SOURCE, stage="second_look")
        pairs = zip(looks, second.looked, strict=True)
        return {one.id: one for first, looked in pairs for one in verified_of(first, looked)}

    verified = play(plan(), judge).value
    told = {one.id: checked(one, verified[one.id]) for one in facts}
    return Checked(claims=claims, verified=verified, facts=told, language=language)


def key_facts(found: Checked) -> list[CheckedFact]:
    """The supported facts, the most important first."""
    supported = [one for one in found.facts.values() if one.verdict == "supported"]
    return sorted(supported, key=lambda one: -one.importance)


def renamed(draft: DraftedSummary) -> DraftedSummary:
    """The draft with s1, s2 and so on in reading order, however its sentences were made."""
    numbers = iter(range(1, len(draft.sentences()) + 1))

    def told(sentences: DraftedParagraph) -> DraftedParagraph:
        return tuple(replace(one, id=f"s{next(numbers)}") for one in sentences)

    lead = tuple(told(paragraph) for paragraph in draft.lead)
    sections = []
    for number, one in enumerate(draft.sections, start=1):
        paragraphs = tuple(told(paragraph) for paragraph in one.paragraphs)
        sections.append(replace(one, id=f"t{number}", paragraphs=paragraphs, bullets=told(one.bullets)))
    return DraftedSummary(headline=draft.headline, lead=lead, sections=tuple(sections))
