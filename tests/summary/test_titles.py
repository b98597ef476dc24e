"""Titles: which may stand, and what takes the place of one that may not."""

from __future__ import annotations

import pytest
from drafts import SOURCE, WALKERS, sentence
from hypothesis import given
from hypothesis import strategies as st
from made import check, evidence

from summarizer.document.document import Document
from summarizer.summary.summary import SummarySentence
from summarizer.summary.titles import CheckedTitle, accepted_title, fallback_headline, fallback_title, names_subject
from summarizer.text.span import Evidence, Span
from summarizer.verification.judging.conclusion import Conclusion
from summarizer.verification.judging.source import Source
from summarizer.verification.verdict import Assertion, Check, DecidedBy, Verdict
from summarizer.verification.verifier import Verified

PLACE = (Evidence(start=0, end=3, text="The"),)
SAYS = (Assertion(text="x", relation="not_stated"),)


def verified(
    text: str,
    verdict: Verdict = "not_stated",
    *,
    decided_by: DecidedBy | None = "judge",
    assertions: tuple[Assertion, ...] = (),
    checks: tuple[Check, ...] = (),
) -> Verified:
    """A title with what was concluded of it."""
    conclusion = Conclusion(
        verdict=verdict,
        decided_by=decided_by,
        evidence=PLACE,
        checks=checks,
        assertions=assertions,
        reason="",
        score=0.5,
    )
    return Verified(id="t1", statement=text, drafted=text, conclusion=conclusion)


def test_a_supported_statement_stands_with_its_evidence() -> None:
    """A title may state something that holds, and then points at it."""
    long = "The bridge of Brenta is closed for good, says the mayor of the town"
    found = accepted_title(verified(long, "supported", assertions=SAYS))
    assert found == CheckedTitle(text=long, evidence=PLACE)


def test_a_short_label_stands_without_evidence() -> None:
    """A name of a subject, in which the judge found nothing asserted, points at nothing."""
    assert accepted_title(verified("The old bridge")) == CheckedTitle(text="The old bridge")
    assert accepted_title(verified("one two three four five six seven eight")) is not None


@pytest.mark.parametrize(
    "refused",
    [
        pytest.param(verified("The bridge collapses", assertions=SAYS), id="asserts something"),
        pytest.param(verified(" ".join(["word"] * 13)), id="thirteen words"),
        pytest.param(verified("Bridge 17", checks=(check("number", "17", passed=False),)), id="failed check"),
        pytest.param(verified("The old bridge", "unchecked", decided_by=None), id="not judged"),
        pytest.param(verified("The old bridge", decided_by="rule"), id="refused by rule"),
        pytest.param(verified("The bridge opens", "contradicted", assertions=SAYS), id="contradicted"),
        pytest.param(verified("The bridge opens", "partly_supported", assertions=SAYS), id="partly"),
    ],
)
def test_what_is_neither_supported_nor_a_bare_label_does_not_stand(refused: Verified) -> None:
    """A title that states something must hold, and a long one, a wrong number or a missing judge make no label."""
    assert accepted_title(refused) is None


def test_passed_checks_let_a_label_stand() -> None:
    """A label may hold a name that the source has."""
    assert accepted_title(verified("Brenta", checks=(check("name", "Brenta"),))) == CheckedTitle(text="Brenta")


HEADED = Document.of(
    "# Two mills\n\nOpening words stand here.\n\n## The **Orsk** mill\n\nThe mill closed in 2021. It did not reopen.\n",
    format="markdown",
)
PLAIN = Document.of(
    "The Orsk Harbor Company closed its yard in May. Workers of the Orsk Harbor Company were told on Friday. "
    "The yard had built ferries since 1950."
)


def said(document: Document, quote: str) -> SummarySentence:
    """A sentence of a summary that stands on this quote."""
    return SummarySentence(
        text=quote, fact_ids=("f",), evidence=(evidence(document, quote),), verdict="supported", decided_by="judge"
    )


def test_the_heading_above_the_evidence_stands_in() -> None:
    """The article's own section title, in readable words, with its place."""
    title = fallback_title([said(HEADED, "It did not reopen.")], document=HEADED)
    assert title.text == "The Orsk mill"
    (place,) = title.evidence
    assert HEADED.text[place.start : place.end] == place.text
    assert "Orsk" in place.text


def test_a_byline_is_no_title() -> None:
    """A line that stands around the article names the subject of no part."""
    text = (
        "Die letzte Helling von Osterhave\n\nAuf der Werft wird wieder ein Schiff gebaut. Ob es das letzte ist, weiß "
        "niemand. Ein Besuch zwischen Funken\n\nVon Katrin Uhlenbrock, Osterhave\n\nUm 5.40 Uhr ist es auf der Helling "
        "noch dunkel, und Jörn Brandt hat schon den zweiten Kaffee getrunken. Er steht unter dem Bug.\n"
    )
    document = Document.of(text, language="de")
    span = next(one.body for one in document.sentences if one.body.of(text).startswith("Um 5.40"))
    above = document.heading_above(document.sentence_at(span.start))
    assert above is not None
    assert document.prose(document.body_of(above)) == "Von Katrin Uhlenbrock, Osterhave"
    told = SummarySentence(
        text="x", fact_ids=(), evidence=(Evidence.cut(text, span),), verdict="supported", decided_by="judge"
    )
    assert fallback_title([told], document=document).text == ""


def test_without_a_heading_there_is_no_title() -> None:
    """Words picked from a text name a part wrongly more often than not: a paragraph without a title stands."""
    both = [
        said(PLAIN, "The Orsk Harbor Company closed its yard in May."),
        said(PLAIN, "The yard had built ferries since 1950."),
    ]
    assert fallback_title(both, document=PLAIN) == CheckedTitle(text="")


def test_a_heading_that_does_not_cover_the_part_is_no_title_of_it() -> None:
    """Sentences from under two headings have none, and the title of the article says nothing of a part."""
    under = [said(HEADED, "It did not reopen."), said(HEADED, "Opening words stand here.")]
    assert fallback_title(under, document=HEADED) == CheckedTitle(text="")
    assert fallback_title(under[1:], document=HEADED) == CheckedTitle(text="")


def test_the_articles_title_stands_in_for_the_headline() -> None:
    """With its place where the text has it."""
    headline = fallback_headline([said(HEADED, "It did not reopen.")], document=HEADED)
    assert headline == CheckedTitle(text="Two mills", evidence=(Evidence.cut(HEADED.text, Span(2, 11)),))


def test_a_given_title_has_no_place() -> None:
    """A title that the text does not hold points at nothing."""
    document = Document.of(PLAIN.text, title="Shipyard shuts")
    headline = fallback_headline([said(document, "The yard had built ferries since 1950.")], document=document)
    assert headline == CheckedTitle(text="Shipyard shuts")


def test_without_a_title_the_first_sentence_stands_in() -> None:
    """Where the article has no title, the first sentence that holds is the headline, with its evidence."""
    first = said(PLAIN, "The yard had built ferries since 1950.")
    assert PLAIN.title is None
    assert fallback_headline([first], document=PLAIN) == CheckedTitle(text=first.text, evidence=first.evidence)


@pytest.mark.parametrize(
    ("text", "title", "place"),
    [
        ("Articles on art. Art is long.", "Art", "Art"),
        ("# The **big** dam\n\nIt leaks.", "The big dam", "The **big** dam"),
        ("It leaks.", "Given from outside", None),
    ],
)
def test_a_headline_points_at_whole_words_or_a_heading(text: str, title: str, place: str | None) -> None:
    """The article's title points at a heading that reads so or at whole words, never into another word."""
    document = Document.of(text, title=title)
    first = SummarySentence(text="x", fact_ids=("f",), evidence=PLACE, verdict="supported", decided_by="rule")
    headline = fallback_headline([first], document=document)
    assert [e.text for e in headline.evidence] == ([place] if place else [])
    assert all(document.text[e.start - 1 : e.start].strip() == "" for e in headline.evidence)


BELOW = [sentence(1, "Repairs of pier 7 cost millions of euro.", "f2"), sentence(2, "Nobody pays.", "f9")]


def names(title: str, language: str = "", *, document: Document | None = None) -> bool:
    """Whether a title is a label of two sentences, of which the first names a fact about walkers and a ferry."""
    source = SOURCE if document is None else Source.of(document)
    return names_subject(title, below=BELOW, facts={"f2": WALKERS}, source=source, language=language)


@pytest.mark.parametrize("title", ["The pier", "Ferry and pier", "The repair of the pier", "A million", "Walker"])
def test_a_label_whose_words_stand_in_its_part_needs_no_judge(title: str) -> None:
    """In the sentences below or in the facts that they name, in whatever form of the word."""
    assert names(title)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Ghosts of the pier", id="a word that stands nowhere"),
        pytest.param("The closed bridge", id="words of the article that are not of the part"),
        pytest.param("Pier repaired", id="a verb"),
        pytest.param("Repairs", id="a plural, which may be a verb"),
        pytest.param("Pier is million", id="a verb of the closed class"),
        pytest.param("Pier 7", id="a number"),
        pytest.param("Repair of the pier!", id="a sentence"),
        pytest.param("Repair pier million euro ferry walker nobody", id="too many words"),
        pytest.param("The", id="no word that says something"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_may_assert_or_stands_nowhere_is_for_a_judge(title: str) -> None:
    """Code passes only a few words none of which is a verb, a number, or new."""
    assert not names(title)


def test_where_verbs_are_not_told_from_nouns_one_word_is_a_label() -> None:
    """In a language other than English a title of two words may assert something."""
    assert names("Pier", "de")
    assert not names("Ferry pier", "de")


def test_headings_of_the_article_may_lend_their_words() -> None:
    """A title in the words of the article's own heading says nothing new."""
    assert not names("The Orsk mill")
    assert names("The Orsk mill", document=HEADED)


WORDS = st.lists(st.sampled_from(["repair", "pier", "ghost", "bridge", "the", "of", "costs", "ferry"]), max_size=8)


@given(WORDS)
def test_no_label_has_a_word_that_its_part_lacks(drawn: list[str]) -> None:
    """Whatever the title: with a ghost in it, or a verb, code does not pass it."""
    if names(" ".join(drawn)):
        assert not {"ghost", "bridge", "costs"} & set(drawn)
