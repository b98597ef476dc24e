"""Comments of readers are told by their heading, an article above it, and people with a time behind it."""

from __future__ import annotations

import pytest

from summarizer.document import structure
from summarizer.document.surroundings.comments import comment_sections, may_head_comments
from summarizer.document.surroundings.page_lines import PageLine, page_lines

ARTICLE = (
    "The cable ferry across the Dun will run again from 1 June, the county said.\n\n"
    "A new cable was drawn across the river last week. It is 340 metres long and weighs four tonnes.\n\n"
)


def lines_of(text: str) -> list[PageLine]:
    """The lines of a text."""
    return page_lines(text, structure.parts(text, markdown=False), markdown=False)


def sections(text: str) -> list[list[str]]:
    """The words of the lines of each section."""
    lines = lines_of(text)
    return [[lines[number].words for number in section] for section in comment_sections(lines)]


@pytest.mark.parametrize(
    "comments",
    [
        "Comments (2)\n\nSean\n2 hours ago\nAbout time.\nReply\n\nBrid\n1 hour ago\nNine euros is dear.",
        "Leave a comment\nDale H. May 8, 2024 at 9:02 am\nGreat news.",
        '2 thoughts on "Cable ferry"\n\nTed says:\nNovember 9, 2023 at 7:41 am\n\nLovely.',
        "Kommentare\n\nHans-Peter W., 12.03.2025, 18:40 Uhr\nEndlich!",
        "Commentaires (2)\n\nLoïc29\n12/01/2025 à 19:02\nDeux ans, donc quatre.",
        "Comentarios\n\nPaco R. - 10/08/2024 09:14\nMi calle se riega todos los días.",
        "2 commenti\n\nBeppe\n5 marzo 2025 alle 12:30\nEra ora!",
        "Reacties (2)\n\nSchipper Bas - 3 mei 2024 om 08:15\nMooi.",
        "网友评论\n\n江边人家\n2024-05-12 10:20\n终于等到了！",
    ],
)
def test_a_section_runs_from_its_heading_to_the_last_comment(comments: str) -> None:
    """In any language."""
    assert sections(ARTICLE + comments) == [[line.words for line in lines_of(comments)]]


def test_the_foot_of_a_page_is_none_of_it() -> None:
    """Nor is what follows it."""
    text = ARTICLE + "Comments\n\nSean\n2 hours ago\nAbout time.\n\n© 2024 Dunmere Echo. All rights reserved.\nContact"
    assert sections(text) == [["Comments", "Sean", "2 hours ago", "About time."]]


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE + "Comments\n\nMost answers came from people who live within a kilometre of the river.",
        ARTICLE + "CHAIR: I have a comment.\n\nMS ORTEGA: Thank you.",
        ARTICLE + "2. Comments from members\n\nPlot 12 asked for a later closing time.",
        "Comments (2)\n\nSean\n2 hours ago\nAbout time.",
        "Sean\n2 hours ago\nAbout time.\n\nBrid\n1 hour ago\nNine euros is dear for those who live here.",
    ],
)
def test_a_chapter_or_a_thread_is_none(text: str) -> None:
    """Without people and times below it, or an article above it."""
    assert sections(text) == []


def test_headings_are_told_with_their_count() -> None:
    """And only they."""
    assert may_head_comments(lines_of("Comments (3)")[0])
    assert may_head_comments(lines_of("3 条评论")[0])
    assert not may_head_comments(lines_of("Commentary")[0])
