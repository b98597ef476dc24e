"""The page: links and places match, the article's text is whole, and no text can break out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer.errors import MismatchError
from summarizer.facts.fact import CheckedFact
from summarizer.fragments.harmless import harmless
from summarizer.notices.notice import Notice
from summarizer.render.highlights import anchor, highlighted
from summarizer.render.html import html_of
from summarizer.summary.summary import DroppedSentence, Section, Summary, SummarySentence
from summarizer.text.span import Evidence, Span

MakeFact = Callable[..., CheckedFact]
MakeSentence = Callable[..., SummarySentence]
EMPTY = Summary(headline="", written_by="extractive")
CLOSES = "The port of Lund closes on 3 May."
SHIPS = "It handled 40 ships a year."
BOTH = f"{CLOSES}\n{SHIPS}"
VOID = {"meta", "br", "hr", "link", "img"}


class Page(HTMLParser):
    """What a browser would find: ids, links, text of the article, text of the page; tags must nest."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.marks: list[str] = []
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.tags: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.covered: dict[str, str] = {}
        self.article = ""
        self.words = ""
        self._depth_of_article: int | None = None
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag."""
        self.tags[tag] += 1
        found = {name: value or "" for name, value in attrs}
        self.attributes += [(tag, name, value) for name, value in found.items()]
        if "id" in found:
            self.ids[found["id"]] += 1
        if tag == "a":
            self.links.append(found["href"])
        if tag == "mark":
            self.marks.append(found.get("id") or found["data-of"])
            self.covered.setdefault(self.marks[-1], "")
        if tag not in VOID:
            self.open.append(tag)
        if found.get("class") == "text":
            self._depth_of_article = len(self.open)

    def handle_endtag(self, tag: str) -> None:
        """Close what is open."""
        assert self.open[-1] == tag
        if len(self.open) == self._depth_of_article:
            self._depth_of_article = None
        self.open.pop()
        if tag == "mark":
            self.marks.pop()

    def handle_data(self, data: str) -> None:
        """Note the text."""
        if self.open and self.open[-1] not in {"style", "title"}:
            self.words += data
        if self._depth_of_article is not None:
            self.article += data
        for mark in self.marks:
            self.covered[mark] += data


def in_article(marked: str) -> Page:
    """A marked text, parsed."""
    return Page(f'<div class="text">{marked}</div>')


@pytest.fixture
def page(fact: MakeFact, sentence: MakeSentence, article: str) -> Page:
    """A page with every part."""
    summary = Summary(
        headline="Port to close",
        headline_evidence=sentence("", "Harbour to close").evidence,
        lead=((sentence("Lund loses its port.", CLOSES, SHIPS), sentence("Ships came.", SHIPS)),),
        sections=(
            Section(title="In figures", title_evidence=sentence("", "40 ships").evidence),
            Section(
                title="Why",
                title_evidence=sentence("", "no choice").evidence,
                paragraphs=((sentence("No choice was left.", "“We had no choice.”"),),),
                bullets=(sentence("Ships: 40", SHIPS),),
            ),
        ),
        written_by="model",
        dropped=(DroppedSentence(text="It is <sad>.", verdict="not_stated", reason="no feeling is named"),),
    )
    source = html_of(
        text=article,
        title="Lund & <its> port",
        language="sv",
        facts=(fact("The port closes.", CLOSES), fact("Both hold.", BOTH)),
        rejected=(
            fact("4 May", "closes on 3 May", verdict="contradicted", outcome="refused", reason="it says 3 May"),
            fact("Jobs go.", verdict="unchecked", outcome="refused"),
            fact("Ships came.", SHIPS, outcome="surplus", reason="beyond the six"),
        ),
        summary=summary,
    )
    assert source.startswith("<!DOCTYPE html>\n")
    return Page(source)


def test_every_link_has_one_place_and_every_place_its_words(page: Page, article: str) -> None:
    """Each `#…` exists exactly once, no id is there twice, and a mark covers exactly its span."""
    assert {link.removeprefix("#") for link in page.links} == set(page.ids) - {"article"}
    assert set(page.ids.values()) == {1}
    for name, words in page.covered.items():
        start, end = map(int, name.removeprefix("e").split("-"))
        assert words == article[start:end]
    assert len([link for link in page.links if link.startswith("#e")]) == 11


def test_the_article_is_whole(page: Page, article: str) -> None:
    """The text content of the article in the page is the document's text."""
    assert page.article == article
    assert page.open == []


def test_the_page_has_its_language_title_and_parts(page: Page) -> None:
    """Language and title are set, all is escaped, rejected facts and dropped sentences are folded away with reasons."""
    assert ("html", "lang", "sv") in page.attributes
    assert page.tags["details"] == 3
    for said in (
        "Lund & <its> port",
        "Key Facts",
        "Quick Summary",
        "Port to close",
        "Supported, and not among the key facts (1)",
        "Drafted and refused (2)",
        "contradicted: it says 3 May",
        "unchecked",
        "beyond the six",
        "Written for the summary and not kept (1)",
        "It is <sad>.",
        "not stated: no feeling is named",
    ):
        assert said in page.words


def test_notices_are_a_banner_and_the_quiet_ones_a_line_below(fact: MakeFact, article: str) -> None:
    """What a reader has to know stands above the facts, the rest below the summary; without notices no banner is."""
    notices = (
        Notice(kind="failure", message="A reply was <cut>.", advice="Take smaller chunks."),
        Notice(kind="dropped", message="1 sentence was not kept.", quiet=True),
    )
    facts = (fact(CLOSES, CLOSES),)
    page = Page(
        html_of(text=article, title=None, language="", facts=facts, rejected=(), summary=EMPTY, notices=notices)
    )
    loud, facts_at = (
        page.words.index("Note: A reply was <cut>. Take smaller chunks."),
        page.words.index("Key Facts", 40),
    )
    assert loud < facts_at < page.words.index("1 sentence was not kept.") < page.words.index(article)
    assert ("div", "class", "banner") in page.attributes
    assert (
        "Note:"
        not in Page(html_of(text=article, title=None, language="", facts=facts, rejected=(), summary=EMPTY)).words
    )


def test_a_section_without_a_title_is_set_apart_from_a_titled_one(sentence: MakeSentence, article: str) -> None:
    """Below a titled section a rule stands before it; elsewhere none does."""
    plain = Section(title="", paragraphs=((sentence("It is so.", CLOSES),),))
    titled = plain.model_copy(update={"title": "Ships"})
    for sections, rules in (((plain, titled, plain, plain), 1), ((plain, plain, titled, titled), 0)):
        summary = Summary(headline="", sections=sections, written_by="extractive")
        page = Page(html_of(text=article, title=None, language="", facts=(), rejected=(), summary=summary))
        assert page.tags["hr"] == rules


def test_a_section_without_sentences_is_left_out(page: Page) -> None:
    """No heading stands above nothing."""
    assert "In figures" not in page.words


def test_nothing_is_loaded_and_nothing_runs(page: Page) -> None:
    """No script, no image, no address, no handler: the page stands alone."""
    assert not {"script", "img", "link", "iframe", "object"} & set(page.tags)
    assert all(link.startswith("#") for link in page.links)
    assert not any(name in {"src", "style"} or name.startswith("on") for _, name, _ in page.attributes)


def test_the_style_of_a_split_span_lights_up_all_its_parts(fact: MakeFact, article: str) -> None:
    """Where spans cross, a rule for the cut span is in the page; elsewhere there is none."""
    facts = (fact("a", "port of Lund closes"), fact("b", "Lund closes on 3"))
    crossed = html_of(text=article, title=None, language="", facts=facts, rejected=(), summary=EMPTY)
    assert "body:has(#e30-46:target) :is([data-of=e30-46], [data-of=e30-46] mark)" in crossed
    alone = html_of(text=article, title=None, language="", facts=facts[:1], rejected=(), summary=EMPTY)
    assert "body:has(" not in alone


def test_a_place_of_a_refused_fact_is_no_highlight(fact: MakeFact, article: str) -> None:
    """A place that only a refused fact points at is quiet; one that also supports something is not."""
    refused = fact("x", SHIPS, CLOSES, verdict="contradicted", outcome="refused")
    source = html_of(
        text=article, title=None, language="", facts=(fact("y", CLOSES),), rejected=(refused,), summary=EMPTY
    )
    assert '<mark id="e52-79" class="quiet">' in source
    assert '<mark id="e18-51">' in source


def test_nothing_ticked_is_said() -> None:
    """Without facts and sentences the page says so and still shows the article."""
    page = Page(html_of(text="a\n\nb", title=None, language="", facts=(), rejected=(), summary=EMPTY))
    assert "No fact is ticked" in page.words
    assert "There is no summary" in page.words
    assert page.article == "a\n\nb"
    assert ("html", "lang", "") in page.attributes
    assert page.tags["h3"] == page.tags["details"] == 0


@pytest.mark.parametrize("place", [(0, 5, "other"), (2, 99, "rest")])
def test_evidence_of_another_text_is_an_error(fact: MakeFact, place: tuple[int, int, str]) -> None:
    """A place that does not say what the evidence says is never marked."""
    start, end, text = place
    wrong = fact("x").model_copy(update={"evidence": (Evidence(start=start, end=end, text=text),)})
    with pytest.raises(MismatchError, match=f"{start}..{end}"):
        html_of(text="a text of words", title=None, language="", facts=(wrong,), rejected=(), summary=EMPTY)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("a\x00b\x1bc\x85d", "a\ufffdb\ufffdc\ufffdd"),
        ("lone \ud800!", "lone \ufffd!"),
        ("\n\nfirst\r\nsecond\r\n", "\n\nfirst\r\nsecond\r\n"),
        ("old\rMac", "old\rMac"),
        ("</div></mark><script>alert(1)</script>&amp;&#13;", "</div></mark><script>alert(1)</script>&amp;&#13;"),
    ],
)
def test_hard_characters(text: str, seen: str) -> None:
    """What HTML would drop, change or obey is shown as it is, or as U+FFFD, character for character."""
    source = html_of(text=text, title=text, language=text, facts=(), rejected=(), summary=EMPTY)
    assert Page(source).article == seen
    assert len(seen) == len(text)
    assert source.encode()
    assert "<script" not in source
    assert not re.search("[\x00-\x08\x0b\x0e-\x1f\r]", source)


@given(
    st.text(alphabet=st.sampled_from("ab<&\n\r\x00é港"), max_size=14) | st.text(max_size=14),
    st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=8),
)
@example("abcdef", [(0, 4), (2, 6), (0, 4), (0, 2), (3, 3), (4, 6), (1, 5)])
def test_marks_hold_for_any_spans(text: str, ranges: list[tuple[int, int]]) -> None:
    """Overlapping, nested, equal, adjacent and empty spans: each id once, each covers its words, the text is whole."""
    spans = {Span(min(a, b, len(text)), min(max(a, b), len(text))) for a, b in ranges}
    marked, split = highlighted(text, spans)
    page = in_article(marked)
    assert page.article == harmless(text)
    assert page.open == []
    assert page.ids == Counter(anchor(span) for span in spans)
    assert page.covered == {anchor(span): span.of(harmless(text)) for span in spans}
    assert set(split) == {s for s in spans if f'data-of="{anchor(s)}"' in marked}


def test_nested_and_adjacent_spans_are_never_cut() -> None:
    """Only a span that crosses an earlier one needs a second element."""
    assert highlighted("abcdefgh", [Span(0, 8), Span(0, 3), Span(3, 6), Span(4, 6), Span(6, 8)]).split == ()
    assert highlighted("abcdefgh", [Span(0, 4), Span(2, 6)]).split == (Span(2, 6),)
