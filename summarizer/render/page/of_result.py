"""A result as the content of a page: facts, summary, what did not hold, and the sources that they stand on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from summarizer.facts.fact import CheckedFact
from summarizer.fragments.harmless import one_line
from summarizer.languages.registry import code_of
from summarizer.render.disagreements import sides_of
from summarizer.render.page.about import cost_told, exam_told
from summarizer.render.page.content import Folded, PageContent, Part, Statement, Told
from summarizer.render.page.sources_of import around_of, checked_places, shown_sources
from summarizer.render.renderer import RenderedResult
from summarizer.render.wording import NOTHING_TICKED, instead_of_summary, outcome_of, reasoned, shown_sections
from summarizer.summary.summary import Paragraph, Section, Summary, SummarySentence


def content_of(result: RenderedResult) -> PageContent:
    """All that the page of a result shows.

    Raises:
        MismatchError: the result holds no text, or an evidence does not stand in it.
    """
    instead = instead_of_summary(result.facts, result.summary)
    content = PageContent(
        title=_title_of(result),
        language=result.document.language,
        told_in=code_of(result.trace.language) if result.trace.language else result.document.language,
        sources=shown_sources(result.document),
        about=tuple(filter(None, _about(result))),
        share=_share(result),
        facts=tuple(
            Statement.of_fact(fact, name=f"Fact {number}", id_=f"f{number}", why=one_line(fact.reason))
            for number, fact in enumerate(result.facts, start=1)
        ),
        summary=() if instead else tuple(_parts(result.summary)),
        instead=tuple(filter(None, ("" if result.facts else NOTHING_TICKED, instead))),
        folded=tuple(_folded(result)),
        notices=result.notices,
        disagreements=tuple(sides_of(result)),
        origins=tuple(result.document.origins),
        around=around_of(result.document),
    )
    checked_places(tuple(content.places()), result.document.text or "")
    return content


def _title_of(result: RenderedResult) -> str:
    known = one_line(result.document.title or "") or one_line(result.summary.headline)
    return known or "Key facts and quick summary"


def _share(result: RenderedResult) -> tuple[int, int]:
    """How many of the drafted facts hold, and how many there are."""
    drafted = (*result.facts, *result.rejected)
    return sum(fact.verdict == "supported" for fact in drafted), len(drafted)


def _about(result: RenderedResult) -> Iterator[Told | None]:
    trace, date = result.trace, result.document.date
    if date is not None and len(result.document.sources) < 2:
        yield Told(name="Published", value=f"{date.day} {date:%B %Y}")
    if trace.engine == "extractive":
        yield Told(name="Written by", value="the article itself", more="no model was asked")
    else:
        yield Told(name="Written by", value=trace.model or "a model", more=f"verification: {trace.verification}")
        judged = trace.judge_model or trace.model
        yield exam_told(trace.exams, unexamined=trace.unexamined_judges, judged=judged)
        yield cost_told(result.usage)


def _parts(summary: Summary) -> Iterator[Part]:
    """The headline with the lead, then each section that has a sentence."""
    numbers = count(1)
    headline = None
    if summary.headline.strip():
        headline = Statement(
            id="headline",
            text=summary.headline,
            verdict="supported",
            evidence=summary.headline_evidence,
            name="Headline",
        )
    yield Part(kind="headline", title=headline, paragraphs=_paragraphs(summary.lead, numbers))
    for number, (section, is_apart) in enumerate(shown_sections(summary), start=1):
        yield Part(
            kind="apart" if is_apart else "part",
            title=_title(section, number),
            paragraphs=_paragraphs(section.paragraphs, numbers),
            bullets=_statements(section.bullets, numbers),
        )


def _title(section: Section, number: int) -> Statement | None:
    if not section.title.strip():
        return None
    title, places = section.title, section.title_evidence
    return Statement(id=f"t{number}", text=title, verdict="supported", evidence=places, name="Summary")


def _paragraphs(paragraphs: Sequence[Paragraph], numbers: Iterator[int]) -> tuple[tuple[Statement, ...], ...]:
    return tuple(_statements(paragraph, numbers) for paragraph in paragraphs if paragraph)


def _statements(sentences: Sequence[SummarySentence], numbers: Iterator[int]) -> tuple[Statement, ...]:
    return tuple(Statement.of_sentence(sentence, id_=f"s{next(numbers)}") for sentence in sentences)


def _folded(result: RenderedResult) -> Iterator[Folded]:
    refused = [fact for fact in result.rejected if fact.outcome == "refused"]
    spare = [fact for fact in result.rejected if fact.outcome != "refused"]
    dropped = tuple(
        Statement.of_dropped(one, id_=f"d{number}", why=reasoned(one.verdict, one.reason))
        for number, one in enumerate(result.summary.dropped, start=1)
    )
    yield Folded(title="Drafted and refused", statements=_facts(refused, "Refused", "r"), kind="refused")
    yield Folded(title="Written for the summary and not kept", statements=dropped, kind="refused")
    yield Folded(
        title="Supported, and not among the key facts", statements=_facts(spare, "Further", "g"), kind="ticked"
    )


def _facts(facts: Sequence[CheckedFact], name: str, letter: str) -> tuple[Statement, ...]:
    return tuple(
        Statement.of_fact(fact, name=f"{name} {number}", id_=f"{letter}{number}", why=outcome_of(fact))
        for number, fact in enumerate(facts, start=1)
    )
