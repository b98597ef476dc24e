"""What a line is by its own words."""

from __future__ import annotations

import pytest

from summarizer.document import structure
from summarizer.document.surroundings.line_kinds import are_buttons, edge_kind, is_related_link, link_kind, sure_kind
from summarizer.document.surroundings.page_lines import PageLine, page_lines


def line_of(text: str) -> PageLine:
    """The only line of a text."""
    (line,) = page_lines(text, structure.parts(text, markdown=False), markdown=False)
    return line


SURE = [
    ("ADVERTISEMENT", "advertisement"),
    ("Anzeige", "advertisement"),
    ("广告", "advertisement"),
    ("Read more: What went wrong in February", "related"),
    ("Lees ook: Waarom houten sluisdeuren langer meegaan", "related"),
    ("相关阅读：老桥拆还是留？", "related"),
    ("Sign up for our morning newsletter.", "newsletter"),
    ("Iscriviti alla newsletter per ricevere le notizie del giorno.", "newsletter"),
    ("Abonnez-vous à la lettre d'information pour ne rien manquer.", "newsletter"),
]
EDGE = [
    ("© 2025 Marlow Observer Ltd", "legal"),
    ("Todos los derechos reservados.", "legal"),
    ("版权所有 未经许可不得转载", "legal"),
    ("Terms of use | Privacy policy | Contact us", "legal"),
    ("News | Opinion | Culture | Jobs", "navigation"),
    ("Startseite > Lokales > Neustadt", "navigation"),
    ("Skip to main content", "navigation"),
    ("We use cookies to give you the best experience.", "cookies"),
    ("Be the first to comment", "comments"),
    ("Reporting by Jo Dale; editing by Sam Roe", "byline"),
]


@pytest.mark.parametrize(("text", "kind"), SURE)
def test_some_lines_are_told_wherever_they_stand(text: str, kind: str) -> None:
    """In any language."""
    assert sure_kind(line_of(text)) == kind


@pytest.mark.parametrize(("text", "kind"), EDGE)
def test_others_only_before_or_behind_an_article(text: str, kind: str) -> None:
    """As an article may write of cookies, and of rights."""
    assert edge_kind(line_of(text)) == kind


@pytest.mark.parametrize(
    "text",
    [
        "The council advertised the post twice.",
        "He said that more should be read.",
        "Recommended: boots, a map and two days of patience.",
        "Subscribers rose by a third to 12,000 in May.",
        "The newsletter reached 18,000 homes.",
        "Jetzt verschickt die Stadt einen Newsletter.",
        "（财经·行情）23日国内金银商品收跌",
        "All rights in the manuals are reserved by their makers.",
        "1.1 Anybody over 18 who lives in Ashby may join.",
        "Sport: Ashby wins the cup for the third time in four years",
    ],
)
def test_sentences_of_an_article_are_none(text: str) -> None:
    """Though they hold the same words."""
    assert sure_kind(line_of(text)) is None
    assert edge_kind(line_of(text)) is None


def test_a_call_without_a_title_links_nowhere() -> None:
    """It may stand above a list."""
    assert not is_related_link("Read more:")
    assert is_related_link("Read more → The pub that moved")


def test_words_of_a_menu_are_told_beside_others() -> None:
    """One alone may be anything."""
    assert link_kind(line_of("Home")) == "navigation"
    assert link_kind(line_of("Impressum")) == "legal"
    assert link_kind(line_of("Rechazar")) == "cookies"
    assert link_kind(line_of("Harbour")) is None


@pytest.mark.parametrize(
    ("text", "buttons"),
    [
        ("Like (4) | Quote | Report", True),
        ("Gefällt mir (2)", True),
        ("Like", False),
        ("He reports for Quote (a weekly)", False),
        ("Like what you read? Report it (anonymously)", False),
    ],
)
def test_buttons_below_a_post_are_told_by_their_counts_and_bars(text: str, buttons: bool) -> None:  # noqa: FBT001
    """A lone word that may be a button is none."""
    assert are_buttons(text) is buttons
