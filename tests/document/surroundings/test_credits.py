"""Bylines and captions are told by the word before a name."""

from __future__ import annotations

import pytest

from summarizer.document import structure
from summarizer.document.surroundings.credits import authors_of, is_caption
from summarizer.document.surroundings.page_lines import PageLine, page_lines


def line_of(text: str) -> PageLine:
    """The only line of a text."""
    (line,) = page_lines(text, structure.parts(text, markdown=False), markdown=False)
    return line


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Tessa Hollin and Mark Abara", ("Tessa Hollin", "Mark Abara")),
        ("By Agnes Toll, education correspondent", ("Agnes Toll",)),
        ("Posted by Nora Whitlock on 8 November 2023", ("Nora Whitlock",)),
        ("By Ilse Marten · 5 min read", ("Ilse Marten",)),
        ("Words by Frances Oyelaran", ("Frances Oyelaran",)),
        ("Interview: Gwen Sadler", ("Gwen Sadler",)),
        ("Von Karin Lohse", ("Karin Lohse",)),
        ("Par Sandrine Marchetti, publié le 3 juin 2024", ("Sandrine Marchetti",)),
        ("Por Lucía Ferrer", ("Lucía Ferrer",)),
        ("di Giulia Monti", ("Giulia Monti",)),
        ("Door Anneke Visser", ("Anneke Visser",)),
        ("作者：周敏", ("周敏",)),
        ("（责任编辑：陈明）", ("陈明",)),
    ],
)
def test_bylines_name_their_authors(text: str, names: tuple[str, ...]) -> None:
    """Whatever the language, with what stands behind the names."""
    assert authors_of(line_of(text)) == names


@pytest.mark.parametrize(
    "text",
    [
        "By the river stood a mill, and nobody knew whose.",
        "Home, he thought.",
        "Von hier sind es zwei Stunden",
        "By 2030 all of it will be gone",
        "Text",
        "The ferry was built by Anna Holm and her brother.",
    ],
)
def test_sentences_are_no_bylines(text: str) -> None:
    """Though a name or the word for it stands in them."""
    assert authors_of(line_of(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "Water stands in Tanner Street on Tuesday morning. (Photo: Iris Bellamy)",
        "Henry Sallow at his bench. Photograph: Dan Whitcombe/The Lantern",
        "Photo by Lou Barnes / Ellet Trust",
        "Auf dieser Wiese am Kanal soll die Schule entstehen. Foto: Jens Arnold",
        "Les halles de Lannec, en décembre. © Maud Kerien",
        "Elena Prats afina un piano vienés. FOTO: IVÁN ROBLES",
        "De nieuwe deuren zijn van eikenhout. Foto: Piet Kramer",
        "图为施工中的河口大桥。王芳 摄",
        "（图片来源：周敏）",
        "Image caption: The ferry at its winter berth",
        "Chris Hondros/Getty Images",
    ],
)
def test_captions_end_in_who_made_the_picture(text: str) -> None:
    """Or say that they are one."""
    assert is_caption(line_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "The photo shows a man who was never found.",
        "Its picture of the town is dark: no hope, no work, no shops.",
        "She took the photograph by the river.",
        "The agency (Reuters) was founded in 1851 by Paul Julius Reuter.",
        "Foto und Film werden in dem Haus seit 1999 gesammelt.",
    ],
)
def test_sentences_are_no_captions(text: str) -> None:
    """Though they speak of pictures."""
    assert not is_caption(line_of(text))
