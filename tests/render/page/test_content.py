"""The content of a page: every statement and place of it is found, and each place is told in words."""

from __future__ import annotations

from shown_pages import places

from summarizer import Evidence, Origin
from summarizer.document.document import Document
from summarizer.render.page.content import Folded, PageContent, Part, ShownSource, Statement
from summarizer.verification.verdict import Assertion

TEXT = "The port closes. It rains."
FIRST, SECOND = places(TEXT, "The port closes.", "It rains.")


def said(name: str, *evidence: Evidence, asserts: tuple[Evidence, ...] = ()) -> Statement:
    """A statement with these places."""
    assertions = (Assertion(text=name, relation="entailed", evidence=asserts),) if asserts else ()
    return Statement(id=name, text=f"{name} says", verdict="supported", evidence=evidence, assertions=assertions)


def content() -> PageContent:
    """A page with a statement in each part of it."""
    return PageContent(
        title="T",
        language="en",
        sources=(
            ShownSource(start=0, document=Document.of(TEXT), name="herald"),
            ShownSource(start=28, document=Document.of("Snow falls."), name="news"),
        ),
        facts=(said("f1", FIRST),),
        summary=(Part(title=said("t"), paragraphs=((said("s1"), said("s2")),), bullets=(said("s3", SECOND),)),),
        folded=(Folded(title="Refused", statements=(said("r1", asserts=(SECOND,)),), kind="refused"),),
        origins=(Origin(start=0, end=16, page=1), Origin(start=17, end=26, page=2), Origin(start=28, end=39, page=3)),
    )


def test_every_statement_is_found_in_order() -> None:
    """Facts, summary, what is folded away; and the words of all tell which way the page runs."""
    assert [one.id for one in content().statements()] == ["f1", "t", "s1", "s2", "s3", "r1"]
    assert content().said.startswith("f1 says t says")
    assert PageContent(title="T", language="", sources=()).said == "T"


def test_every_place_is_found() -> None:
    """Those of assertions too."""
    assert list(content().places()) == [FIRST, SECOND, SECOND]


def test_a_place_is_told_by_source_and_origin() -> None:
    """The source is named where there are several, with each page once."""
    assert content().where(FIRST) == "herald, page 1"
    assert content().where(Evidence(start=10, end=20, text="loses. It ")) == "herald, page 1, page 2"
    assert content().where(Evidence(start=28, end=32, text="Snow")) == "news, page 3"
    assert [one.page for one in content().origins_of(SECOND.span)] == [2]
