"""A result is written as Markdown: two headings, ticked bullets, paragraphs.

## Key Facts

- ✓ The port of Lund closes on 3 May. [1]
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from summarizer.facts.fact import CheckedFact
from summarizer.fragments.markdown_signs import address, for_notebook, inline, opening, without_formulas
from summarizer.notices.notice import Notice
from summarizer.render.disagreements import DISAGREE, Side, sides_of
from summarizer.render.renderer import RenderedResult, RenderedSource, Renderer, RenderOptions
from summarizer.render.sources import Sources
from summarizer.render.wording import NOTHING_TICKED, gap_after, instead_of_summary, shown_sections
from summarizer.summary.summary import Section, Summary, SummarySentence
from summarizer.text.span import Evidence, Span

# Sets a section without a title apart from the titled one before it.
_BREAK: Final = "---"


def markdown_of(
    *,
    facts: Sequence[CheckedFact],
    summary: Summary,
    references: bool,
    notices: Sequence[Notice] = (),
    sources: Sequence[RenderedSource] = (),
    disagreements: Sequence[tuple[Side, Side]] = (),
    notebook: bool = False,
) -> str:
    r"""Key facts and quick summary as Markdown (CommonMark): two headings, ticked bullets, paragraphs, titled sections.

    No text of a fact or sentence can open a heading, list, link, code or HTML: what would be read as one is escaped,
    and whitespace is collapsed, so each stands in one line. One line break is at the end, as in a file.

    Args:
        facts: the ticked facts, in the order to show.
        summary: the summary that stands on them.
        references: number the source sentences: `[1]` after each fact and sentence in order of first appearance, one
            number for one span, and a numbered list of the source sentences with their offsets at the end.
        notices: what a reader has to know, as quotes above the facts; the quiet ones below the summary.
        sources: the texts that the document is joined of; where there are several, each fact names its own.
        disagreements: the two sides of each, shown below the key facts.
        notebook: a notebook shows it.
    """
    named = Sources(sources)
    numbers = _References(on=references, sources=named)
    blocks = [f"> **Note:** {inline(notice.line)}" for notice in notices if not notice.quiet]
    if facts:
        blocks.append("## Key Facts")
        blocks.append(
            "\n".join(f"- ✓ {inline(f.statement + named.after(f.evidence))}{numbers.after(f.evidence)}" for f in facts)
        )
    else:
        blocks.append(NOTHING_TICKED)
    if disagreements:
        blocks += [f"## {DISAGREE}", "\n".join(_disagreement(sides, numbers) for sides in disagreements)]
    blocks.extend(_summary_blocks(summary, facts, numbers))
    blocks.extend(f"*{inline(notice.line)}*" for notice in notices if notice.quiet)
    blocks.extend(numbers.listed())
    if listed := named.listed(words=inline, address=address):
        blocks += ["## Sources", "\n".join(f"- {opening(line)}" for line in listed)]
    return for_notebook(blocks) if notebook else "\n\n".join(map(without_formulas, blocks)) + "\n"


class _References:
    """Numbers for source spans, given out in the order in which they are first asked for."""

    def __init__(self, *, on: bool, sources: Sources) -> None:
        self._on = on
        self._sources = sources
        self._numbers: dict[Span, int] = {}
        self._texts: list[str] = []

    def after(self, evidence: Sequence[Evidence]) -> str:
        """The signs that follow a statement: ` [1][2]`, or nothing."""
        if not self._on or not evidence:
            return ""
        found: list[int] = []
        for place in evidence:
            if place.span not in self._numbers:
                self._numbers[place.span] = len(self._numbers) + 1
                self._texts.append(f"{opening(inline(place.text))} ({inline(self._sources.place(place))})")
            if self._numbers[place.span] not in found:
                found.append(self._numbers[place.span])
        return " " + "".join(f"[{number}]" for number in found)

    def listed(self) -> list[str]:
        """The blocks at the end that say what each number stands for."""
        if not self._texts:
            return []
        return [
            "## Source Sentences",
            "\n".join(f"{number}. {text}" for number, text in enumerate(self._texts, start=1)),
        ]


def _disagreement(sides: tuple[Side, Side], numbers: _References) -> str:
    """A bullet with what each of the two sources says."""
    said = [inline(f"“{side.sentence}” ({side.source})") + numbers.after([side.evidence]) for side in sides]
    return f"- {said[0]}, but {said[1]}"


def _summary_blocks(summary: Summary, facts: Sequence[CheckedFact], numbers: _References) -> list[str]:
    instead = instead_of_summary(facts, summary)
    if instead:
        return [instead]
    blocks = ["## Quick Summary"]
    if summary.headline.strip():
        blocks.append(f"**{inline(summary.headline)}**{numbers.after(summary.headline_evidence)}")
    blocks.extend(_paragraph(paragraph, numbers) for paragraph in summary.lead if paragraph)
    for section, apart in shown_sections(summary):
        if apart:
            blocks.append(_BREAK)
        blocks.extend(_section_blocks(section, numbers))
    return blocks


def _section_blocks(section: Section, numbers: _References) -> list[str]:
    blocks: list[str] = []
    if section.title.strip():
        blocks.append(f"### {inline(section.title)}{numbers.after(section.title_evidence)}")
    blocks.extend(_paragraph(paragraph, numbers) for paragraph in section.paragraphs if paragraph)
    if section.bullets:
        blocks.append("\n".join(f"- {opening(_sentence(bullet, numbers))}" for bullet in section.bullets))
    return blocks


def _paragraph(sentences: Sequence[SummarySentence], numbers: _References) -> str:
    written = [_sentence(sentence, numbers) for sentence in sentences]
    return opening("".join(text + gap_after(text) for text in written).rstrip())


def _sentence(sentence: SummarySentence, numbers: _References) -> str:
    return inline(sentence.text) + numbers.after(sentence.evidence)


def _render(result: RenderedResult, options: RenderOptions) -> str:
    return markdown_of(
        facts=result.facts,
        summary=result.summary,
        references=options.references,
        notices=result.notices,
        sources=result.document.sources,
        disagreements=sides_of(result),
        notebook=options.notebook,
    )


MARKDOWN: Final = Renderer(name="markdown", writes="Markdown", render=_render, takes_references=True)
