"""Finds what stands under a heading for what is only claimed, supposed, discussed or made up.

"## Allegations"          ->  everything below it, up to the next heading
"What was claimed"        ->  the same; a heading such as "Our verdict" ends it even inside such a section
"Options on the table:"   ->  as a line of its own: the paragraph or the list right behind it
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from summarizer.document.document import Block, Document
from summarizer.verification.rules.unasserted.not_asserted import NotAsserted
from summarizer.verification.rules.unasserted.patterns import as_title, own_pattern, pattern

# A title of more words ("Claims against the bank rise by a tenth") is news about claims, and no heading for them.
_TITLE_WORDS: Final = 5
_TITLE_CHARS: Final = 8  # the same in scripts without blanks
_BEHIND_LINE: Final = 1  # paragraph that a line of its own, which is no heading, may bear on


@dataclass(slots=True, kw_only=True)
class _Section:
    """A heading for what is not asserted, and how far it reaches.

    Attributes:
        level: Of the heading; deeper headings of Markdown belong to its section.
        left: How many further blocks it reaches at most, but for items of a list; None for any number.
    """

    why: NotAsserted
    level: int
    left: int | None = None

    def reaches(self, block: Block) -> bool:
        """Whether it reaches a block, which is counted."""
        if self.left is None:
            return True
        reached = self.left > 0 or (block.kind == "item" and self.left == 0)
        self.left = 0 if reached else -1
        return reached


def sentences_under_headings(document: Document, texts: Sequence[str]) -> Iterable[tuple[int, NotAsserted]]:
    """The indexes of such sentences, with the heading.

    Args:
        document: The source.
        texts: Its sentences, folded.
    """
    section: _Section | None = None
    for block in document.blocks:
        title = as_title(texts[block.first]) if _may_be_title(document, block) else ""
        begun = _begun(document, block, title)
        if begun is not None:
            section = begun
        elif section is not None and _ends(document, block, section, title):
            section = None
        elif section is not None and block.kind != "heading" and section.reaches(block):
            yield from ((number, section.why) for number in range(block.first, block.last))


def _begun(document: Document, block: Block, title: str) -> _Section | None:
    """The section that a block begins, None for most."""
    if not title or not _is_topic(document, block, title):
        return None
    why = NotAsserted("heading", document.prose(document.body_of(block)))
    return _Section(why=why, level=block.level, left=None if block.kind == "heading" else _BEHIND_LINE)


def _ends(document: Document, block: Block, section: _Section, title: str) -> bool:
    """Whether a block ends a section: by settling it, or as a heading that is no deeper one of Markdown."""
    if pattern("settled").fullmatch(title):
        return True
    return block.kind == "heading" and not (document.markdown and block.level > section.level)


def _may_be_title(document: Document, block: Block) -> bool:
    """Whether a block is a heading, or one sentence that no full stop ends and that may be one."""
    if block.kind == "heading":
        return True
    ends = document.text[document.sentences[block.first].body.end - 1]
    return block.kind == "paragraph" and block.last - block.first == 1 and ends not in ".!。！"


def _is_topic(document: Document, block: Block, title: str) -> bool:
    if block.kind == "heading" and block.index == document.headings[0] and block.level == 1 and _is_long(title):
        return False
    if pattern("topics").fullmatch(title):
        return True
    return block.kind == "heading" and own_pattern("suppositions", document.language).fullmatch(title) is not None


def _is_long(title: str) -> bool:
    return title.count(" ") >= _TITLE_WORDS or (
        title.isascii() is False and " " not in title and len(title) > _TITLE_CHARS
    )
