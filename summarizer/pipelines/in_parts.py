"""A text that is too long for one piece: drafted in parts that know the whole, arranged, written in parts, verified.

draft facts -> verify | arrange -> write the lead | sections -> verify their sentences -> second looks

Rounds do not grow with the text, nor does any prompt.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from summarizer.calls.flow import Plan, each, side_by_side
from summarizer.document.chunks import Chunk
from summarizer.document.context.cast import cast_of
from summarizer.document.context.frame import who_lines
from summarizer.document.numbered_sentences import frame_of
from summarizer.facts.arrange import Arrangement, arranging_flows
from summarizer.facts.draft import draft_facts, raise_if_unreachable
from summarizer.facts.fact import DraftedFact
from summarizer.pipelines.concluding import Drafted, concluded
from summarizer.pipelines.outcomes import Outcomes, claim_of, facts_of, unjudged_of
from summarizer.settings.options import Options
from summarizer.summary.claims import SummaryClaims
from summarizer.summary.drafted import DraftedSummary
from summarizer.summary.outline import outline
from summarizer.summary.parts import joined, write_part
from summarizer.verification.judging.source import Source
from summarizer.verification.looks import Look, first_look

# Facts drafted for each that is ticked or told in the end: so much choice is left to who sees all of them.
_CHOICE = 2.0
_FACTS_A_CHUNK = range(4, 13)


def in_parts(source: Source, *, chunks: Sequence[Chunk], options: Options) -> Plan[Outcomes]:
    """Facts and summary of a text that was cut into several chunks.

    Args:
        source: the text.
        chunks: all of it.
        options: how much to write.

    Raises:
        ModelError: no chunk got an answer, because the model could not be reached or refused the requests.
    """
    document = source.document
    wishes, language = options.wishes, options.wishes.code
    most = _facts_a_chunk(source, chunks=chunks, options=options)
    drafts = yield from each([draft_facts(one, document=document, most=most, wishes=wishes) for one in chunks])
    raise_if_unreachable(drafts)
    unseen = unjudged_of(drafts)
    facts = [fact for fact in facts_of(drafts) if fact.id not in unseen]
    repaired = options.judge.level != "fast"
    claims = [claim_of(fact, language=language) for fact in facts]
    arranging = arranging_flows(
        facts,
        document=document,
        most=options.most_facts(document),
        sections=options.size(document).sections,
        wishes=wishes,
    )
    look, arranged = yield from side_by_side(
        first_look(claims, source=source, stage="judge_facts", judge=options.judge, repaired=repaired),
        each(arranging),
    )
    arrangement = Arrangement.joined(arranged)
    told = _to_tell(facts, look, arrangement)
    summary = yield from _written(told, arrangement, source=source, options=options)
    asked = SummaryClaims.of(summary, facts=facts, source=source, language=language, by_part=True)
    sentences = yield from first_look(
        asked.asked, source=source, stage="judge_summary", judge=look.judge, repaired=repaired
    )
    drafted = Drafted(
        chunks=drafts, facts=look, summary=summary, claims=asked, sentences=sentences, arrangement=arrangement
    )
    return (yield from concluded(drafted, source=source, options=options))


def _facts_a_chunk(source: Source, *, chunks: Sequence[Chunk], options: Options) -> int:
    """How many facts to draft of each chunk at most, so that there is a choice for all that is ticked and told."""
    document = source.document
    wanted = max(options.most_facts(document), options.size(document).sentences)
    share = math.ceil(wanted * _CHOICE / len(chunks))
    return min(_FACTS_A_CHUNK[-1], max(_FACTS_A_CHUNK[0], share))


def _to_tell(facts: Sequence[DraftedFact], look: Look, arrangement: Arrangement) -> list[DraftedFact]:
    """The facts that hold and that nothing overtakes, each at the places where it was found."""
    held = {fact.id for fact in facts if look.found[fact.id].verdict == "supported"}
    passed_over = arrangement.passed_over(held)
    told = []
    for fact in facts:
        if fact.id in held and fact.id not in passed_over:
            places = tuple(evidence.span for evidence in look.found[fact.id].evidence)
            told.append(replace(fact, cited=places))
    return told


def _written(
    facts: Sequence[DraftedFact], arrangement: Arrangement, *, source: Source, options: Options
) -> Plan[DraftedSummary]:
    """The lead and the sections, side by side; none is asked for where no fact holds."""
    if not facts:
        return DraftedSummary.empty()
    document = source.document
    parts = outline(facts, arrangement=arrangement, document=document, size=options.size(document))
    who = who_lines(cast_of(document), document)
    frame = frame_of(document, parts=[part.title for part in parts if part.title], who=who)
    flows = [
        write_part(part, number, frame=frame, document=document, wishes=options.wishes)
        for number, part in enumerate(parts, start=1)
    ]
    return joined((yield from each(flows)))
