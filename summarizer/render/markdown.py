"""A result is written as Markdown: two headings, ticked bullets, paragraphs.

## Key Facts

- ✓ The port of Lund closes on 3 May. [1]
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from summarizer.facts.fact import CheckedFact
from summarizer.notices.notice import Notice
from summarizer.render.renderer import RenderedResult, Renderer, RenderOptions
from summarizer.render.wording import NO_SUMMARY, NOTHING_TICKED, gap_after, one_line
from summarizer.summary.summary import Section, Summary, SummarySentence
from summarizer.text.span import Evidence, Span

# Signs that mean something anywhere in a line of CommonMark 0.31 or GitHub's dialect of it ($ opens a formula there
# and in notebooks). Every one of them is ASCII punctuation, which a backslash always makes literal (CommonMark §2.4).
_SIGNS_ANYWHERE = re.compile(r"[\\`*_\[\]<>&~#|$]")
# Signs that only open a block, so only the first of a line matters: bullets, rules, setext underlines, ordered items.
_SIGN_AT_START = re.compile(r"(\d{1,9}(?=[.)])|(?=[-+=:]))")


def markdown_of(
    *, facts: Sequence[CheckedFact], summary: Summary, references: bool, notices: Sequence[Notice] = ()
) -> str:
    r"""Key facts and quick summary as Markdown (CommonMark): two headings, ticked bullets, paragraphs, titled sections.

    No text of a fact or sentence can open a heading, list, link, code or HTML: its signs are escaped and its
    whitespace is collapsed, so each stands in one line. One line break is at the end, as in a file.

    Args:
        facts: the ticked facts, in the order to show.
        summary: the summary that stands on them.
        references: number the source sentences: `[1]` after each fact and sentence in order of first appearance, one
            number for one span, and a numbered list of the source sentences with their offsets at the end.
        notices: what a reader has to know, as quotes above the facts; the quiet ones below the summary.
    """
    numbers = _References(on=references)
    blocks = [f"> **Note:** {escaped(notice.line)}" for notice in notices if not notice.quiet]
    if facts:
        blocks.append("## Key Facts")
        blocks.append("\n".join(f"- ✓ {escaped(f.statement)}{numbers.after(f.evidence)}" for f in facts))
    else:
        blocks.append(NOTHING_TICKED)
    blocks.extend(_summary_blocks(summary, numbers))
    blocks.extend(f"*{escaped(notice.line)}*" for notice in notices if notice.quiet)
    blocks.extend(numbers.listed())
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """The text as one line of Markdown that reads back as `one_line(text)`, wherever in a document it stands."""
    line = _SIGNS_ANYWHERE.sub(r"\\\g<0>", one_line(text))
    return _SIGN_AT_START.sub(r"\1\\", line, count=1) if _SIGN_AT_START.match(line) else line


class _References:
    """Numbers for source spans, given out in the order in which they are first asked for."""

    def __init__(self, *, on: bool) -> None:
        self._on = on
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
                self._texts.append(f"{escaped(place.text)} (characters {place.start}–{place.end})")
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


def _summary_blocks(summary: Summary, numbers: _References) -> list[str]:
    if next(summary.sentences(), None) is None:
        return [NO_SUMMARY]
    blocks = ["## Quick Summary"]
    if summary.headline.strip():
        blocks.append(f"**{escaped(summary.headline)}**{numbers.after(summary.headline_evidence)}")
    blocks.extend(_paragraph(paragraph, numbers) for paragraph in summary.lead if paragraph)
    for section in summary.sections:
        blocks.extend(_section_blocks(section, numbers))
    return blocks


def _section_blocks(section: Section, numbers: _References) -> list[str]:
    paragraphs = [paragraph for paragraph in section.paragraphs if paragraph]
    if not paragraphs and not section.bullets:
        return []
    blocks: list[str] = []
    if section.title.strip():
        blocks.append(f"### {escaped(section.title)}{numbers.after(section.title_evidence)}")
    blocks.extend(_paragraph(paragraph, numbers) for paragraph in paragraphs)
    if section.bullets:
        blocks.append("\n".join(f"- {_sentence(bullet, numbers)}" for bullet in section.bullets))
    return blocks


def _paragraph(sentences: Sequence[SummarySentence], numbers: _References) -> str:
    written = [_sentence(sentence, numbers) for sentence in sentences]
    return "".join(text + gap_after(text) for text in written).rstrip()


def _sentence(sentence: SummarySentence, numbers: _References) -> str:
    return escaped(sentence.text) + numbers.after(sentence.evidence)


def _render(result: RenderedResult, options: RenderOptions) -> str:
    return markdown_of(
        facts=result.facts, summary=result.summary, references=options.references, notices=result.notices
    )


MARKDOWN: Final = Renderer(name="markdown", writes="Markdown", render=_render, takes_references=True)
